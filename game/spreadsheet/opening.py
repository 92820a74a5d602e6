"""Opens workbooks from strangers: values only, within bounds, whatever is in the file.

Nothing in a file is carried out. Of a workbook the size of all its parts is looked at before any of
them is unpacked, and what declares entities of its own is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from io import BytesIO
from itertools import islice
from math import isfinite
from typing import IO, Any, Final, Generic, TypeVar
from xml.parsers import expat

from game import archives
from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import MessageError

C = TypeVar("C")
Cell = str | int | float | date | None
Merged = tuple[int, int, int]
"""Cells of a column that are one: the column, the first and the last row, counted from 0."""

UNRECKONED: Final = "\0formula"
"""Stands for a formula whose result no spreadsheet has saved: it is not reckoned here."""

_SHOWN_AS_IT_IS: Final = re.compile(r'"[^"]*"|[\\_*].')
"""What a number format only shows: a sign of per cent there makes nothing a hundredth."""

_STYLES: Final = "styleSheet"
_LAST_ROW: Final = 1_048_576
"""The number of rows that a sheet can have."""
_MERGED: Final = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]{0,99}?ref=["']([A-Z0-9:]{1,30})["']""")

TOO_LARGE: Final = (
    mark("{file} is larger than what is read from a workbook."),
    mark(
        "Keep the sheets that are meant in a workbook of their own, save that as .xlsx, and "
        "import it."
    ),
)
DAMAGED: Final = (
    mark("{file} cannot be read as a workbook."),
    mark("Open it in your spreadsheet, save it as .xlsx, and import it again."),
)
EMPTY: Final = (
    mark("{file} is empty: nothing was saved in it."),
    mark("Save it again as .xlsx in your spreadsheet, or choose another file."),
)


class SpreadsheetError(MessageError):
    """A spreadsheet that cannot be read: nothing was taken from it."""


@frozen
class Limits:
    """How much is read of a workbook: bytes, parts and sheets, and of a sheet rows and columns.

    ``elements`` are those of all parts: each costs a hundred times the bytes it is written with.
    ``styles`` are those of a part that says how cells look. ``cell`` is in characters.
    """

    unpacked: int = 64_000_000
    parts: int = 500
    elements: int = 400_000
    styles: int = 50_000
    sheets: int = 50
    rows: int = 5_000
    columns: int = 200
    cell: int = 5_000

    def check(self, file: str, row: int, columns: int) -> None:
        """Refuse a sheet that goes on beyond these bounds. Raises :class:`SpreadsheetError`."""
        if row >= self.rows or columns > self.columns:
            raise SpreadsheetError(*TOO_LARGE, file=file)


@frozen
class Page(Generic[C]):
    """A sheet: its name on the tab, and its rows from the first on."""

    name: str
    rows: Sequence[list[C]]


@frozen
class Opened(Generic[C]):
    """A workbook that was read; ``properties`` are the custom ones of the document."""

    pages: Sequence[Page[C]]
    properties: Mapping[str, object]


def open_workbook(
    data: bytes,
    file: str,
    limits: Limits,
    read: Callable[[Any, Any, Limits], C],
    *,
    fill_merged: bool = False,
) -> Opened[C]:
    """All sheets of a workbook, each cell through ``read``, which gives ``None`` for an empty one.

    With ``fill_merged`` what stands in a cell stands in those below that it is merged with, too.
    ``read`` gets the cell of openpyxl with its value, a formula's saved one, and the same cell as
    it is written. ``file`` is what the workbook is called. Raises :class:`SpreadsheetError`.
    """
    import openpyxl  # loaded only when a workbook is read

    _examine(data, file, limits)
    load = partial(openpyxl.load_workbook, read_only=True, keep_links=False)
    try:
        values, formulas = load(BytesIO(data), data_only=True), load(BytesIO(data))
        try:
            names = [page.title for page in values.worksheets]
            if len(names) > limits.sheets:
                raise SpreadsheetError(*TOO_LARGE, file=file)
            # of all sheets, before any is read: to openpyxl each merged cell is dear
            merged = {n: list(_merged(data, file, limits, values[n])) for n in names}
            pages = [
                Page(n, list(_rows(file, limits, values[n], formulas[n], read))) for n in names
            ]
            if fill_merged:
                for page in pages:
                    _fill(page, merged[page.name])
            told = {p.name: p.value for p in values.custom_doc_props.props}
            return Opened(pages, told)
        finally:
            values.close()
            formulas.close()
    except SpreadsheetError:
        raise
    except Exception:  # whatever a stranger's file makes of a reader of files
        raise SpreadsheetError(*DAMAGED, file=file) from None


def _merged(data: bytes, file: str, limits: Limits, page: Any) -> Iterator[Merged]:
    """The cells of a sheet that are merged downwards. Raises :class:`SpreadsheetError`.

    There is room for so many on a sheet, as none may lie over another.
    """
    from openpyxl.utils.cell import range_boundaries

    room = limits.rows * limits.columns
    with archives.opened(data) as packed:
        part = packed.getinfo(page._worksheet_path)
        content = archives.read(packed, part, limits.unpacked)
    for found in _MERGED.finditer(content):
        left, top, right, bottom = range_boundaries(found[1].decode())
        last = min(bottom, limits.rows)
        room -= max(1, last - top)
        if room < 0:
            raise SpreadsheetError(*TOO_LARGE, file=file)
        if left == right:
            yield left - 1, top - 1, last - 1


def _fill(page: Page[Any], merged: Iterable[Merged]) -> None:
    """Write what stands at the top of merged cells into those below, as far as there are rows."""
    for column, first, last in merged:
        top = page.rows[first] if first < len(page.rows) else ()
        if column >= len(top):
            continue
        for row in page.rows[first + 1 : last + 1]:
            row += [None] * (column + 1 - len(row))
            row[column] = top[column] if row[column] is None else row[column]


def value_of(found: Any, written: Any, limits: Limits) -> Cell:
    """What stands in a cell; a formula is its saved result, and a time of day its day."""
    value = found.value
    if value is None and written.data_type == "f":
        return UNRECKONED
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool) or not isinstance(value, str | int | float | date | None):
        return str(value)
    if isinstance(value, str):
        return value[: limits.cell]
    return _reckonable(value) if isinstance(value, int | float) else value


def in_percent(found: Any) -> bool:
    """Whether the number in a cell of openpyxl is shown in per cent: 45 % where it holds 0.45."""
    return "%" in _SHOWN_AS_IT_IS.sub("", str(getattr(found, "number_format", None) or ""))


def _reckonable(number: float) -> float | str:
    """A number of a cell; one that is too large to reckon with is the text that stands there."""
    try:
        return number if isfinite(number) else str(number)
    except OverflowError:  # a whole number of more than three hundred figures
        return str(number)


def _examine(data: bytes, file: str, limits: Limits) -> None:
    """Refuse a file that would unpack to too much, or that declares something of its own."""
    examiner = _Examiner(file, limits)
    try:
        with archives.opened(data) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > limits.parts or unpacked > limits.unpacked:
                raise SpreadsheetError(*TOO_LARGE, file=file)
            for part in parts:
                with archives.opened_member(packed, part) as content:
                    examiner.look_through(content)
    except archives.ArchiveError:
        raise SpreadsheetError(*DAMAGED, file=file) from None


class _Examiner:
    """Looks through the parts of a workbook by the parser that will read them.

    Whatever a part is called and written in; what the parser cannot read is nobody's business.
    """

    def __init__(self, file: str, limits: Limits) -> None:
        self._file = file
        self._limits = limits
        self._left = limits.elements
        self._left_of_part = 0

    def look_through(self, content: IO[bytes]) -> None:
        """Look at a part. Raises :class:`SpreadsheetError` where it is not to be read."""
        self._left_of_part = self._left
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._declared
        parser.StartElementHandler = self._began
        with suppress(expat.ExpatError, LookupError, ValueError):
            parser.ParseFile(content)

    def _declared(self, *_: object) -> None:
        raise SpreadsheetError(*DAMAGED, file=self._file)

    def _began(self, name: str, _: object) -> None:
        if name.rpartition(":")[2] == _STYLES:
            self._left_of_part = min(self._left_of_part, self._limits.styles)
        self._left -= 1
        self._left_of_part -= 1
        if self._left_of_part < 0:
            raise SpreadsheetError(*TOO_LARGE, file=self._file)


def _rows(
    file: str,
    limits: Limits,
    values: Any,
    formulas: Any,
    read: Callable[[Any, Any, Limits], C],
) -> Iterator[list[C]]:
    """The rows of a sheet up to its last cell that is not empty."""
    for page in (values, formulas):
        page.reset_dimensions()  # a file may claim to be larger, or smaller, than it is
    pending: list[list[C]] = []
    pages = (page.iter_rows(max_col=limits.columns) for page in (values, formulas))
    blank = None  # one object stands for all rows that were left out
    for n, (found, written) in enumerate(islice(zip(*pages, strict=True), _LAST_ROW)):
        if written is blank or all(cell.value is None for cell in written):
            blank = written
            if n < limits.rows:
                pending.append([])
            continue
        row = [read(cell, source, limits) for cell, source in zip(found, written, strict=True)]
        while row and row[-1] is None:
            row.pop()
        pending.append(row)
        if row:
            limits.check(file, n, len(row))
            yield from pending
            pending.clear()
