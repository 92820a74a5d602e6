"""Reads the sheets of a workbook, or of a CSV file, in which a register was worked on."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, Final

from game.frozen import frozen
from game.i18n import Lang, mark
from game.i18n.os_errors import CANNOT_OPEN, reason
from game.intake.errors import IntakeError
from game.paths import beginning
from game.spreadsheet.conventions import WRITTEN_AFTER, WRITTEN_FROM, unquoted
from game.spreadsheet.kinds import kind_of
from game.spreadsheet.opening import (
    DAMAGED,
    EMPTY,
    Cell,
    Limits,
    SpreadsheetError,
    in_percent,
    open_workbook,
    value_of,
)

MAX_FILE: Final = 16_000_000
"""The most bytes of a file."""
LIMITS: Final = Limits()
MAX_ENTRY: Final = 10_000_000
"""How long a session may claim to have been."""

_WRONG_KIND: Final = (
    mark("{file} is neither a workbook nor a CSV file."),
    mark("Save it as .xlsx or .csv in your spreadsheet."),
)
_TOO_LARGE: Final = (
    mark("{file} is larger than a register can be."),
    mark("Save the sheet with the register by itself, and import that."),
)


class PerCent(float):
    """A number that a spreadsheet shows in per cent, as it was typed: 45 where 0.45 is kept."""

    def __str__(self) -> str:
        """The number with its sign, as in a cell that is text."""
        return f"{self:.15g} %"


@frozen
class SheetRead:
    """A sheet: its name, and its rows from the first on. Of a CSV file, the name of the file.

    ``session`` is the one that the file was written from, and ``written_after`` the entry of it
    after which it was, if it says so.
    ``marks`` is the language in whose way the file writes numbers, where that is not the language
    of its headings.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    session: str = ""
    written_after: int | None = None
    marks: Lang | None = None


def read_sheets(path: Path, limits: Limits = LIMITS) -> list[SheetRead]:
    """The sheets of a workbook, or the one of a CSV file. Raises :class:`IntakeError`."""
    try:
        data = beginning(path, MAX_FILE + 1)
    except OSError as error:
        raise IntakeError(*CANNOT_OPEN, file=path.name, why=reason(error)) from None
    if len(data) > MAX_FILE:
        raise IntakeError(*_TOO_LARGE, file=path.name)
    kind = kind_of(data, path.name)
    if kind == "empty":
        raise IntakeError(*EMPTY, file=path.name)
    try:
        if kind == "workbook":
            return _of_workbook(data, path.name, limits)
        if kind == "text":
            return [_of_csv(data, path, limits)]
    except SpreadsheetError as error:
        raise IntakeError(error.message, error.remedy) from None
    raise IntakeError(*_WRONG_KIND, file=path.name)


# ------------------------------------------------------------------ CSV
def _of_csv(data: bytes, path: Path, limits: Limits) -> SheetRead:
    """A CSV file: in UTF-8, or as older programs write Danish letters.

    Semicolons stand where the comma is the decimal mark, as in our own files in either language.
    """
    if b"\0" in data:
        raise IntakeError(*_WRONG_KIND, file=path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    delimiter = _delimiter(text)
    try:
        found = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        rows = list(_rows(path.name, found, limits))
    except csv.Error:
        raise IntakeError(*DAMAGED, file=path.name) from None
    return SheetRead(path.stem, rows, marks="da" if delimiter == ";" else None)


def _rows(file: str, found: Iterable[list[str]], limits: Limits) -> Iterator[list[Cell]]:
    for n, row in enumerate(found):
        limits.check(file, n, len(row))
        yield [unquoted(cell[: limits.cell]) for cell in row]


def _delimiter(text: str) -> str:
    """What stands between the cells of the first line that has any."""
    for line in text.splitlines()[:20]:
        plain = re.sub(r'"[^"]*"', "", line)
        best = max(";\t,", key=plain.count)
        if plain.count(best):
            return best
    return ";"


# ------------------------------------------------------------------ workbooks
def _of_workbook(data: bytes, file: str, limits: Limits) -> list[SheetRead]:
    opened = open_workbook(data, file, limits, _cell)
    session = str(opened.properties.get(WRITTEN_FROM) or "")
    entry = _written_after(opened.properties)
    return [SheetRead(page.name, page.rows, session, entry) for page in opened.pages]


def _cell(found: Any, written: Any, limits: Limits) -> Cell:
    """What stands in a cell; a number in per cent is that number, not its hundredth."""
    value = value_of(found, written, limits)
    if isinstance(value, int | float) and in_percent(found):
        return PerCent(round(value * 100, 9))
    return value


def _written_after(properties: Mapping[str, object]) -> int | None:
    """How far the session was, as a workbook of ours says; ``None`` for anything else."""
    entry = properties.get(WRITTEN_AFTER)  # LibreOffice keeps every number as a decimal one
    if isinstance(entry, bool) or not isinstance(entry, int | float):
        return None
    return int(entry) if 0 <= entry < MAX_ENTRY and entry == int(entry) else None
