"""Lays the files of cases where they are kept: copies with their pictures, and the bin.

Nothing is ever written over, and what is thrown away is only moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from typing import Any, Final

from game.content import syntax
from game.content.case_pictures import KEYS, picture_of
from game.content.document import Document
from game.content.file_kinds import FileText
from game.content.findings import Finding
from game.content.mending import readable_about
from game.content.package import is_package
from game.content.reader import decoded, id_from, read_bytes
from game.i18n import LANGS, Lang, words
from game.paths import files_below, fits_everywhere, fitting_stem, free
from game.writing import move, write_all_new

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

    Pictures that lie beside it go along in a folder; they stay, too, where another case may name
    them. Raises :class:`OSError`, and the case is where it was then.
    """
    stem = f"{now:%Y-%m-%d-%H%M}-{path.stem}"
    pictures = {} if is_package(path) else _pictures_beside(path, read_bytes(path))
    if not pictures:
        folder.mkdir(parents=True, exist_ok=True)
        to = free(folder, stem, path.suffix)
        move(path, to)
        return to
    folder = free(folder, stem)
    write_all_new({folder / name: data for name, data in pictures.items()})
    try:
        move(path, folder / path.name)
    except OSError:
        rmtree(folder, ignore_errors=True)
        raise
    if not files_below(path.parent, (".toml",), deep=0, most=1):
        for name in pictures:
            with suppress(OSError):
                (path.parent / name).unlink()
    return folder / path.name


def _raw(path: Path) -> bytes:
    raw = read_bytes(path)
    if isinstance(raw, Finding):
        raise OSError(str(path))
    return raw


def _lay(stem: str, raw: bytes, pictures: Mapping[str, bytes], folder: Path) -> Path:
    stem = fitting_stem(stem if fits_everywhere(stem) else id_from(f"{stem}.toml"))
    if pictures:
        folder = free(folder, stem)
    path = free(folder, stem, ".toml")
    write_all_new({path: raw, **{folder / name: data for name, data in pictures.items()}})
    return path


def _pictures_beside(path: Path, raw: bytes | Finding) -> dict[str, bytes]:
    """The pictures that a case names, as far as they are there."""
    text = raw if isinstance(raw, Finding) else decoded(raw)
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
