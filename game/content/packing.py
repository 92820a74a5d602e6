"""Makes a package of a case file and its pictures, and a case file of a package.

Neither overwrites a file. A package is unpacked into a folder of its own, where its pictures lie
beside it under their names.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.content import package
from game.content.case import Case
from game.content.case_pictures import KEYS, picture_of
from game.content.findings import Finding, to_problems
from game.content.package import LICENCE, Package
from game.content.problems import ScenarioError
from game.content.reader import check_file, id_from, read_bytes
from game.i18n import Lang
from game.paths import beginning, files_below, fits_everywhere, fitting_stem, free, name_of
from game.writing import write_all_new

LICENCES: Final = ("licence.txt", "license.txt", "licens.txt")
"""What a licence beside a case is called, in capitals or not."""


def pack(path: Path, licence: Path | None = None, *, lang: Lang = "en") -> bytes:
    """A case with its pictures and its licence as the bytes of a package.

    Without ``licence`` it is the one that lies beside a case that has its folder to itself, or that
    is in the package already. Raises :class:`ScenarioError` if the case cannot be played, or if a
    picture that it names is not there, and :class:`OSError`.
    """
    case, problems = check_file(path, lang=lang)
    lost = [p for p in problems if p.severity == "error" or p.code.startswith("image_")]
    if case is None or lost:
        raise ScenarioError(lost)
    source = read_bytes(path)
    if isinstance(source, Finding):  # it was there a moment ago
        raise ScenarioError(to_problems([source], None, name_of(path), lang))
    files = _pictures(path, case)
    text = _licence(path) if licence is None else _text(licence)
    if text is not None:
        files[LICENCE] = text
    raw = package.packed(Package(source, files))
    again = package.open_package(raw)
    if isinstance(again, Finding):  # whoever gets it must be able to open it
        raise ScenarioError(to_problems([again], None, name_of(licence or path), lang))
    return raw


def _pictures(path: Path, case: Case) -> dict[str, bytes]:
    names = {getattr(case.about, key) for key in KEYS if key in case.images}
    found = {name: picture_of(path, name) for name in names}
    return {name: data for name, data in found.items() if data is not None}


def _licence(path: Path) -> bytes | None:
    """The licence in a package, or beside a case that is alone in its folder."""
    raw = beginning(path, package.MOST_BYTES + 1)
    if raw.startswith(package.BEGINNING):
        opened = package.open_package(raw)
        files = {} if isinstance(opened, Finding) else opened.files
        return next((files[name] for name in files if name.lower() in LICENCES), None)
    beside = files_below(path.parent, (".toml", ".txt"), deep=0, most=100)
    alone = [file.suffix.lower() for file in beside].count(".toml") == 1
    found = [file for file in beside if file.name.lower() in LICENCES]
    return _text(found[0]) if alone and found else None


def _text(path: Path) -> bytes:
    return beginning(path, package.MOST_TEXT + 1)


# ------------------------------------------------------------------ unpacking
def unpack(path: Path, folder: Path | None, shelf: Path, *, lang: Lang = "en") -> list[Path]:
    """Write a package's case and its other files to a folder; returns them, the case first.

    Without ``folder`` it is a new one on the ``shelf``, called after the package. Raises
    :class:`ScenarioError` for what is no package, :class:`FileExistsError` rather than overwrite
    anything, and :class:`OSError`.
    """
    raw = read_package(path, lang)
    stem = path.stem if fits_everywhere(path.stem) else id_from(path.name)
    stem = fitting_stem(stem)
    if folder is None:
        folder = free(shelf, stem)
    files = {folder / f"{stem}.toml": raw.source}
    files |= {folder / name: data for name, data in raw.files.items()}
    write_all_new(files)
    return list(files)


def read_package(path: Path, lang: Lang = "en") -> Package:
    """What is in a package. Raises :class:`ScenarioError` for what is none, and OSError."""
    raw = beginning(path, package.MOST_BYTES + 1)
    is_packed = raw.startswith(package.BEGINNING)
    opened = package.open_package(raw) if is_packed else Finding("not_packed")
    if isinstance(opened, Finding):
        raise ScenarioError(to_problems([opened], None, name_of(path), lang))
    return opened
