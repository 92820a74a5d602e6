"""Reads spreadsheets from strangers: values only, within bounds, whatever is in the file.

Nothing in a file is carried out. Of a workbook the size of all its parts is looked at before any of
them is unpacked, and what declares entities of its own is not read at all.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any, Final

from game.i18n import mark
from game.i18n.os_errors import reason
from game.intake.errors import IntakeError
from game.report.sheets import WRITTEN_AFTER
from game.session.containers import BROKEN

Cell = str | int | float | date | None

MAX_FILE: Final = 16_000_000
MAX_UNPACKED: Final = 64_000_000
MAX_PARTS: Final = 500
MAX_SHEETS: Final = 50
MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 5_000
"""How much is read: in bytes, in parts of a workbook, and in characters of a cell."""

MAX_ENTRY: Final = 10_000_000
"""How long a session may claim to have been."""
_LAST_ROW: Final = 1_048_576
"""The number of rows that a sheet can have."""
UNRECKONED: Final = "\0formula"
"""Stands for a formula whose result no spreadsheet has saved: it is not reckoned here."""
_XML: Final = (".xml", ".rels")
_DECLARES: Final = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)

_CANNOT_OPEN: Final = mark("{file} cannot be opened: {why}.")
_WRONG_KIND: Final = mark(
    "{file} is no workbook and no CSV file. Save it as .xlsx or .csv in your spreadsheet."
)
_TOO_LARGE: Final = mark(
    "{file} is larger than a register can be. Save the sheet with the register by itself, and "
    "import that."
)
_DAMAGED: Final = mark(
    "{file} cannot be read as a workbook. Open it in your spreadsheet, save it as .xlsx, and "
    "import it again."
)


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet: its name, and its rows from the first on. Of a CSV file, the name of the file.

    ``written_after`` is the entry of the session after which the file was written, if it says so.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    written_after: int | None = None


def read_sheets(path: Path) -> list[SheetRead]:
    """The sheets of a workbook, or the one of a CSV file. Raises :class:`IntakeError`."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise IntakeError(_TOO_LARGE, file=path.name)
        with path.open("rb") as file:
            packed = file.read(4) == b"PK\x03\x04"
        if packed:
            return _of_workbook(path)
        if path.suffix.lower() in (".csv", ".txt", ".tsv"):
            return [SheetRead(path.stem, list(_of_csv(path)))]
    except OSError as error:
        raise IntakeError(_CANNOT_OPEN, file=path.name, why=reason(error)) from None
    raise IntakeError(_WRONG_KIND, file=path.name)


# ------------------------------------------------------------------ CSV
def _of_csv(path: Path) -> Iterator[list[Cell]]:
    """The rows of a CSV file: in UTF-8, or as older programs write Danish letters."""
    data = path.read_bytes()
    if b"\0" in data:
        raise IntakeError(_WRONG_KIND, file=path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    try:
        for n, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))):
            _check_size(path, n, len(row))
            yield [_plain(cell) for cell in row]
    except csv.Error:
        raise IntakeError(_DAMAGED, file=path.name) from None


def _delimiter(text: str) -> str:
    """What stands between the cells of the first line that has any."""
    for line in text.splitlines()[:20]:
        plain = re.sub(r'"[^"]*"', "", line)
        best = max(";\t,", key=plain.count)
        if plain.count(best):
            return best
    return ";"


def _plain(cell: str) -> str:
    """A cell as it was meant: an apostrophe before what looks like a formula is none of it."""
    cell = cell[:MAX_CELL]
    return cell[1:] if re.match(r"'\s*[=+\-@\t\r\n＝＋－＠]", cell) else cell


def _check_size(path: Path, row: int, columns: int) -> None:
    if row >= MAX_ROWS or columns > MAX_COLUMNS:
        raise IntakeError(_TOO_LARGE, file=path.name)


# ------------------------------------------------------------------ workbooks
def _of_workbook(path: Path) -> list[SheetRead]:
    import openpyxl  # loaded only when a workbook is read

    _examine(path)
    try:
        values = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(path, read_only=True, keep_links=False)
        try:
            names = [page.title for page in values.worksheets[:MAX_SHEETS]]
            entry = _written_after(values)
            return [SheetRead(n, list(_rows(path, values[n], formulas[n])), entry) for n in names]
        finally:
            values.close()
            formulas.close()
    except (IntakeError, OSError):
        raise
    except Exception:  # whatever a stranger's file makes of a reader of files
        raise IntakeError(_DAMAGED, file=path.name) from None


def _written_after(book: Any) -> int | None:
    """How far the session was, as a workbook of ours says; ``None`` for anything else."""
    said = (p.value for p in book.custom_doc_props.props if p.name == WRITTEN_AFTER)
    entry = next(said, None)  # LibreOffice keeps every number as a decimal one
    if isinstance(entry, bool) or not isinstance(entry, int | float):
        return None
    return int(entry) if 0 <= entry < MAX_ENTRY and entry == int(entry) else None


def _examine(path: Path) -> None:
    """Refuse a file that would unpack to too much, or that declares something of its own."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
                raise IntakeError(_TOO_LARGE, file=path.name)
            for part in parts:
                if part.filename.endswith(_XML):
                    with packed.open(part) as opened:
                        if _DECLARES.search(opened.read(2_000)):
                            raise IntakeError(_DAMAGED, file=path.name)
    except BROKEN:
        raise IntakeError(_DAMAGED, file=path.name) from None


def _rows(path: Path, values: Any, formulas: Any) -> Iterator[list[Cell]]:
    """The rows of a sheet up to its last cell that is not empty."""
    for page in (values, formulas):
        page.reset_dimensions()  # a file may claim to be larger, or smaller, than it is
    pending: list[list[Cell]] = []
    pages = (page.iter_rows(max_col=MAX_COLUMNS) for page in (values, formulas))
    before = None
    for n, (found, written) in enumerate(islice(zip(*pages, strict=True), _LAST_ROW)):
        if n >= MAX_ROWS and found is before:  # one object stands for all that were left out
            continue
        before = found
        row = [_value(cell, source) for cell, source in zip(found, written, strict=True)]
        while row and row[-1] is None:
            row.pop()
        pending.append(row)
        if row:
            _check_size(path, n, len(row))
            yield from pending
            pending.clear()


def _value(found: Any, written: Any) -> Cell:
    value = found.value
    if value is None and written.data_type == "f":
        return UNRECKONED
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool) or not isinstance(value, str | int | float | date | None):
        return str(value)
    return value[:MAX_CELL] if isinstance(value, str) else value
