"""Lays the files of cases where they are kept: copies with their pictures, and the bin.

Nothing is ever written over, and what is thrown away is only moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Any, Final

from game.content import syntax
from game.content.case_pictures import KEYS, picture_of
from game.content.document import Document
from game.content.file_kinds import FileText
from game.content.findings import Finding
from game.content.mending import readable_about
from game.content.packing import write_new
from game.content.reader import decoded, id_from, read_bytes
from game.i18n import LANGS, Lang, words
from game.paths import fits_everywhere, fitting_stem, is_there

_LONGEST_TITLE: Final = 60


def lay_copy(path: Path, folder: Path) -> Path:
    """Copy a case file as it is into a folder; one with pictures gets a folder of its own there.

    Raises :class:`OSError`.
    """
    raw = _raw(path)
    return _lay(path.stem, raw, _pictures_beside(path, raw), folder)


def lay_another(path: Path, folder: Path, lang: Lang) -> Path:
    """Begin another case with what is in a file: its title says that it is a copy.

    A file that is no TOML is copied as it is. Raises :class:`OSError`.
    """
    raw = _raw(path)
    pictures = _pictures_beside(path, raw)
    text = decoded(raw)
    if not isinstance(text, FileText) or isinstance(syntax.read(text.text), Finding):
        return _lay(path.stem, raw, pictures, folder)
    document = Document(text.text.replace("\r\n", "\n"))
    title = _as_copy(document.get(("title",)), lang)
    if title is not None:
        document = document.set(("title",), title)
    return _lay(path.stem, document.remove(("id",)).text.encode("utf-8"), pictures, folder)


def throw_away(path: Path, folder: Path, now: datetime) -> Path:
    """Move a file into the folder of what was thrown away, where it can be taken back from.

    Raises :class:`OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{now:%Y-%m-%d-%H%M}-{path.stem}"
    to = _free(folder, stem, path.suffix)
    path.rename(to)
    return to


def _raw(path: Path) -> bytes:
    raw = read_bytes(path)
    if isinstance(raw, Finding):
        raise OSError(str(path))
    return raw


def _lay(stem: str, raw: bytes, pictures: Mapping[str, bytes], folder: Path) -> Path:
    stem = fitting_stem(stem if fits_everywhere(stem) else id_from(f"{stem}.toml"))
    if pictures:
        folder = _free(folder, stem, "")
    path = _free(folder, stem, ".toml")
    write_new({path: raw, **{folder / name: data for name, data in pictures.items()}})
    return path


def _free(folder: Path, stem: str, suffix: str) -> Path:
    names = chain([stem], (f"{stem}-{n}" for n in count(2)))
    return next(path for name in names if not is_there(path := folder / f"{name}{suffix}"))


def _pictures_beside(path: Path, raw: bytes) -> dict[str, bytes]:
    """The pictures that a case names, as far as they are there."""
    text = decoded(raw)
    data = syntax.read(text.text) if isinstance(text, FileText) else text
    if isinstance(data, Finding):
        return {}
    about = readable_about(data)
    found = {name: picture_of(path, name) for key in KEYS if (name := getattr(about, key))}
    return {name: data for name, data in found.items() if data is not None}


def _as_copy(title: Any, lang: Lang) -> Any:
    """A title that tells a copy from what it was made of; ``None`` where there is none."""
    if isinstance(title, Mapping):
        return {
            key: _as_copy(text, key) if key in LANGS and isinstance(text, str) else text
            for key, text in title.items()
        }
    if not isinstance(title, str) or not title:
        return None
    t = words(lang)
    ending = t(" (copy)")
    return title[: _LONGEST_TITLE - len(ending)].rstrip() + ending
