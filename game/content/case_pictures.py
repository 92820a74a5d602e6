"""The pictures that a case names: found in its package, or beside its file, and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from game.content import images, package
from game.content.case import About, Case
from game.content.findings import Finding, quoted
from game.paths import beginning, fits_everywhere, fitting_stem, is_file, is_there, numbered
from game.writing import write_new

KEYS: Final = ("logo", "cover")
"""The keys of ``about`` that name a picture."""

_LONGEST_STEM: Final = 40


class CasePictures:
    """The pictures of the case in a file; ``found`` has those that :meth:`check` accepted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found: dict[str, bytes] = {}

    def check(self, case: Case) -> Iterator[Finding]:
        """What is wrong with the pictures that a case names."""
        for key in KEYS:
            if not (name := getattr(case.about, key)):
                continue
            data = picture_of(self.path, name)
            code = "image_missing" if data is None else images.fault(data)
            if code is not None:
                yield Finding(code, ("about", key), {"name": quoted(name)}, "warning")
            elif data is not None:
                self.found[key] = data


def pictures_of(path: Path, about: About) -> dict[str, bytes]:
    """The pictures of a case by their keys, as far as they are there and can be pictures."""
    found = {key: picture_of(path, getattr(about, key)) for key in KEYS}
    return {key: data for key, data in found.items() if data and images.fault(data) is None}


def lay_beside(case: Path, picture: Path) -> str | Finding:
    """Copy a picture into the folder of a case's file; its name there, or why it cannot be used.

    No file is overwritten: one that holds the same picture is used, else another name is found.
    Raises :class:`OSError` where the picture cannot be read, or the folder not be written.
    """
    data = beginning(picture, images.MOST_BYTES + 1)
    if code := images.fault(data):
        return Finding(code, params={"name": quoted(picture.name)})
    suffix = images.suffix_of(data)
    stem = fitting_stem(re.sub(r"[^a-z0-9]+", "-", picture.stem.lower()).strip("-")[:_LONGEST_STEM])
    for beside in numbered(case.parent, stem or "picture", suffix):
        if not is_there(beside):
            write_new(beside, data)
            return beside.name
        if is_file(beside) and beginning(beside, images.MOST_BYTES + 1) == data:
            return beside.name
    raise AssertionError("numbers do not end")


def picture_of(path: Path, name: str) -> bytes | None:
    """What a file of a case has under a name, at most a byte more than a picture may have."""
    if not fits_everywhere(name):
        return None
    try:
        raw = beginning(path, package.MOST_BYTES + 1)
        if raw.startswith(package.BEGINNING):
            opened = package.open_package(raw)
            return None if isinstance(opened, Finding) else opened.files.get(name)
        beside = path.parent / name
        if not is_file(beside):
            return None
        return beginning(beside, images.MOST_BYTES + 1)
    except (OSError, ValueError):
        return None
