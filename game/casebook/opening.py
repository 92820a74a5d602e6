"""Opens a workbook that may hold a case, or says what the file is instead."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.casebook.headings import sheet_name
from game.casebook.values import Written, read_cell
from game.content.file_kinds import other_kind
from game.content.messages import MESSAGES
from game.i18n import Words, mark
from game.i18n.message import Message
from game.i18n.os_errors import CANNOT_OPEN, reason
from game.paths import beginning
from game.spreadsheet.conventions import WRITTEN_AFTER
from game.spreadsheet.kinds import Kind, kind_of
from game.spreadsheet.opening import (
    DAMAGED,
    EMPTY,
    TOO_LARGE,
    Limits,
    Opened,
    SpreadsheetError,
    open_workbook,
)

LIMITS: Final = Limits(unpacked=40_000_000, sheets=40, rows=1_000, columns=120)
MAX_FILE: Final = 8_000_000
"""The most bytes of a workbook."""

_SAVE_AS: Final = (
    mark("{file} is {kind}."),
    mark("Open it in your spreadsheet, choose Save as and the type .xlsx, and use that file."),
)
_PROTECTED: Final = (
    mark("{file} is protected by a password."),
    mark("Open it in your spreadsheet, remove the password, save it as .xlsx, and use that file."),
)
_KINDS: Final[Mapping[Kind, str]] = {
    "opendocument": mark("an OpenDocument spreadsheet"),
    "binary": mark("a binary workbook"),
    "old": mark("an old workbook (.xls)"),
    "text": mark("a text file, which has one sheet only"),
}
_OTHER: Final = mark("{file} is not a workbook but {kind}.")
_NO_BOOK: Final = (
    mark("{file} is not a workbook."),
    mark("gevinst case export makes one of a case; edit that in a spreadsheet."),
)
_NO_CASE: Final = (
    mark(
        "{file} is not the workbook of a case: none of its sheets is called {wanted}. Its sheets "
        "are: {sheets}."
    ),
    mark("gevinst case export writes one to begin with."),
)
_REGISTER: Final = (
    mark("{file} holds the registers of a game."),
    mark("gevinst register import takes it, and so does the follow-up of that game."),
)


def open_book(path: Path) -> Opened[Written | None]:
    """The sheets of a workbook. Raises :class:`SpreadsheetError`."""
    try:
        data = beginning(path, MAX_FILE + 1)
    except OSError as error:
        raise SpreadsheetError(*CANNOT_OPEN, file=path.name, why=reason(error)) from None
    if len(data) > MAX_FILE:
        raise SpreadsheetError(*TOO_LARGE, file=path.name)
    kind = kind_of(data, path.name)
    if kind == "empty":
        raise SpreadsheetError(*EMPTY, file=path.name)
    if kind == "protected":
        raise SpreadsheetError(*_PROTECTED, file=path.name)
    if kind == "other":
        raise _other(path, data)
    if kind != "workbook":
        raise SpreadsheetError(*_SAVE_AS, file=path.name, kind=Message(_KINDS[kind]))
    return open_workbook(data, path.name, LIMITS, read_cell, fill_merged=True)


def _other(path: Path, data: bytes) -> SpreadsheetError:
    """What a file is that no spreadsheet has written, with the way on from there."""
    found = other_kind(data)
    if found is None:
        damaged = path.suffix.lower() in (".xlsx", ".xlsm")
        return SpreadsheetError(*(DAMAGED if damaged else _NO_BOOK), file=path.name)
    way = found.hint or MESSAGES[found.code][1]
    return SpreadsheetError(_OTHER, way, file=path.name, kind=found.params["kind"])


def no_case(t: Words, path: Path, opened: Opened[Written | None]) -> SpreadsheetError:
    """Why a workbook is no case's."""
    if WRITTEN_AFTER in opened.properties:
        return SpreadsheetError(*_REGISTER, file=path.name)
    names = ", ".join(page.name[:40] for page in opened.pages[:12])
    wanted = t.listed([sheet_name(t, key) for key in ("case", "tracks", "roles", "ideas")])
    return SpreadsheetError(*_NO_CASE, file=path.name, wanted=wanted, sheets=names)
