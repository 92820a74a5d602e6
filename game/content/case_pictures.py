"""The pictures that a case names: found in its package, or beside its file, and judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from game.content import images, package
from game.content.case import About, Case
from game.content.findings import Finding, quoted
from game.paths import fits_everywhere, is_file, patiently

KEYS: Final = ("logo", "cover")
"""The keys of ``about`` that name a picture."""


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


def picture_of(path: Path, name: str) -> bytes | None:
    """What a file of a case has under a name, at most a byte more than a picture may have."""
    if not fits_everywhere(name):
        return None
    try:
        raw = patiently(lambda: package.beginning(path, package.MOST_BYTES + 1))
        if raw.startswith(package.BEGINNING):
            opened = package.open_package(raw)
            return None if isinstance(opened, Finding) else opened.files.get(name)
        beside = path.parent / name
        if not is_file(beside):
            return None
        return patiently(lambda: package.beginning(beside, images.MOST_BYTES + 1))
    except (OSError, ValueError):
        return None
