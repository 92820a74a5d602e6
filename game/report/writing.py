"""Writes the files: all or none, and never over a file that was edited.

``session.json`` remembers what each file was when it was written. Files have their names in the
language of the report (:mod:`game.report.file_names`). A file that is no longer as we
wrote it, or that we never wrote, is left alone, and nothing else is written either.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal

from game.i18n import mark
from game.i18n.os_errors import reason, reason_of
from game.paths import beginning, is_folder, is_there
from game.report.errors import ReportError
from game.report.file_names import TRANSLATED, names_of
from game.writing import complete_exchange, exchange

INDEX: Final = "session.json"
NAMES: Final = "anonymous.txt"
"""What was taken out of an anonymous report, and what may still tell who it is about."""
PAGE: Final = "report.html"
FILES: Final = (
    PAGE,
    "registers.xlsx",
    "benefits.csv",
    "risks.csv",
    "actions.csv",
    "map.svg",
    "map.png",
    INDEX,
)
PDF: Final = "report.pdf"
"""The page on paper, where Typst is installed."""
SOMETIMES: Final = (PDF, "actions.ics", NAMES)
"""Files that are written only when there is something to be in them."""
MARK: Final = "report"
MARKS: Final = {INDEX: MARK, "portfolio.json": "portfolio", "kit.json": "kit"}
"""The files that remember what was written beside them, each with its mark."""
_MOST_BYTES: Final = 64_000_000

_ANOTHER_FOLDER: Final = mark("Choose another folder.")
_ALTERED: Final = (
    mark(
        "{file} in {folder} has been changed since it was written, or was not written by the "
        "game. It is left as it is, and nothing was written."
    ),
    mark("Move it away, or choose another folder."),
)
LOCKED: Final = (
    mark("{file} cannot be replaced; it is probably open in another program."),
    mark("Close it there and try again."),
)
_OTHER_KIND: Final = {
    False: mark(
        "In {folder} there is a report with names, and this one is without. Nothing was written."
    ),
    True: mark(
        "In {folder} there is a report without names, and this one has them. Nothing was written."
    ),
}
"""What is said where an earlier report is of the other kind, by whether that is anonymous."""
_OTHER_GAME: Final = mark("In {folder} there is the report of another game. Nothing was written.")
_NO_FOLDER: Final = mark("The files cannot be written to {folder}: {why}.")


def write_all(folder: Path, files: Mapping[str, bytes], index: str = INDEX) -> list[Path]:
    """Write files to a folder, which is created if necessary. Returns their paths.

    ``index`` is the one of them that remembers the others (:data:`MARKS`).
    Raises :class:`ReportError` when that cannot be done; the files there are then as before.
    """
    _make(folder)
    _refuse_to_overwrite(folder, files, index)
    outdated = _outdated(folder, files, index)
    first = {index: files[index]}  # by it the others are known, however many came
    try:
        exchange(folder, {**first, **files}, outdated)
    except OSError as error:
        name = Path(error.filename or "").name
        if isinstance(error, PermissionError) and name in {*files, *outdated}:
            raise ReportError(*LOCKED, file=name) from None
        raise ReportError(_NO_FOLDER, _ANOTHER_FOLDER, folder=folder, why=reason(error)) from None
    return [folder / name for name in files]


def refuse_shut(folder: Path) -> None:
    """Raise :class:`ReportError` where nobody may write: said before the files are made.

    What only the attempt shows is told by :func:`write_all`.
    """
    there = next(filter(is_folder, (folder, *folder.absolute().parents)), None)
    if there is not None and not os.access(there, os.W_OK | os.X_OK):
        raise ReportError(_NO_FOLDER, _ANOTHER_FOLDER, folder=folder, why=reason_of(errno.EACCES))


def fingerprints(files: Mapping[str, bytes]) -> dict[str, str]:
    """The hash of each file, by which it is recognised later."""
    return {name: sha256(data).hexdigest() for name, data in files.items()}


def refuse_another(folder: Path, session: str, anonymous: bool) -> None:
    """Raise :class:`ReportError` where the report of another ``session`` would be replaced.

    Nor does one with names replace one without, or that it: somebody who had one of them ready to
    pass on would pass the other on.
    """
    there = _index(folder)
    if there is None:
        return
    if there.get("session", "") != session:
        raise ReportError(_OTHER_GAME, _ANOTHER_FOLDER, folder=folder)
    if _is_anonymous(there) != anonymous:
        raise ReportError(_OTHER_KIND[not anonymous], _ANOTHER_FOLDER, folder=folder)


def holds_report(folder: Path) -> bool:
    """Whether an earlier report lies here."""
    return _index(folder) is not None


def kind_of(folder: Path, session: str) -> Literal["named", "anonymous"] | None:
    """Which kind of report of this session lies here, if one does."""
    there = _index(folder)
    if there is None or there.get("session", "") != session:
        return None
    return "anonymous" if _is_anonymous(there) else "named"


def is_free(folder: Path, session: str, *, anonymous: bool) -> bool:
    """Whether a report of a session can be written here: nothing was edited, or is another's."""
    earlier = _index(folder)
    if earlier is not None and not _replaces(earlier, session, anonymous):
        return False
    remembered = _remembered(folder)
    names = (name for english in (*FILES, *SOMETIMES) for name in names_of(english))
    there = [path for name in names if is_there(path := folder / name)]
    return all(_is_ours(path, remembered) for path in there)


# ------------------------------------------------------------------ the steps
def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ReportError(_NO_FOLDER, _ANOTHER_FOLDER, folder=folder, why=reason(error)) from None


def _refuse_to_overwrite(folder: Path, files: Mapping[str, bytes], index: str) -> None:
    remembered = _remembered(folder, index)
    for name in files:
        path = folder / name
        if is_there(path) and not _is_ours(path, remembered):
            raise ReportError(*_ALTERED, file=name, folder=folder)


def _outdated(folder: Path, files: Mapping[str, bytes], index: str) -> list[str]:
    """What was written earlier and is not now, or has another name; nobody has changed it since."""
    remembered = _remembered(folder, index)
    left = sorted(TRANSLATED.intersection(remembered) - files.keys())
    return [n for n in left if is_there(folder / n) and _is_ours(folder / n, remembered)]


def _index(folder: Path, index: str = INDEX) -> dict[str, Any] | None:
    """What the last report in a folder remembers; ``None`` without one."""
    with suppress(OSError):
        complete_exchange(folder)
    with suppress(OSError, ValueError, RecursionError):
        raw: Any = json.loads(beginning(folder / index, _MOST_BYTES))
        if isinstance(raw, dict) and raw.get("gevinstbordet") == MARKS[index]:
            return raw
    return None


def _remembered(folder: Path, index: str = INDEX) -> dict[str, str]:
    """The recorded hashes of the last report in a folder; empty without one."""
    found = _index(folder, index)
    if found is None:
        return {}
    files = found.get("files")
    return {**files, index: ""} if isinstance(files, dict) else {index: ""}


def _replaces(earlier: Mapping[str, Any], session: str, anonymous: bool) -> bool:
    """Whether a report may take the place of an earlier one: of the same game and kind."""
    return earlier.get("session", "") == session and _is_anonymous(earlier) == anonymous


def _is_anonymous(index: Mapping[str, Any]) -> bool:
    """Whether the report that an index is of names nobody."""
    return index.get("anonymous") is True


def _is_ours(path: Path, remembered: Mapping[str, str]) -> bool:
    """Whether a file is unchanged since we wrote it; the index is recognised by its mark."""
    if path.name not in remembered:
        return False
    if path.name in MARKS:
        return True
    with suppress(OSError):
        return sha256(beginning(path, _MOST_BYTES)).hexdigest() == remembered[path.name]
    return False
