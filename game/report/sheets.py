"""The registers as a workbook and as CSV, for a Danish office in either language.

In the workbook every register is a table of its own, which begins in the first row of its sheet:
it sorts, filters, grows and can be referred to by its name. What is told about it stands on a sheet
before them all (:mod:`game.report.overview`).

Nothing that players wrote is ever a formula: in the workbook all text is written as text, and what
begins like a formula is quoted, as if it had been typed with an apostrophe; CSV knows no types, so
there the apostrophe stands in the cell. The formulas there are come from this program.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from math import ceil
from typing import Any, Final, Literal

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from game.frozen import frozen
from game.i18n import Lang, Words
from game.i18n.days import short_day
from game.report.columns import CellValue, Column, choices, title, value
from game.report.overview import FONT, HEAD, INK, Overview, write_overview
from game.spreadsheet.conventions import WRITTEN_AFTER, WRITTEN_FROM, may_be_formula, quoted

_LINE: Final = "#C9C5BA"
_PLAYED: Final = "#76460A"
"""The head of a column that tells what the game did."""
_LINE_HEIGHT: Final = 13.5
_HIGHEST: Final = 409.0
"""The largest height of a row in points."""
_A4: Final = 9
_READABLE: Final = 190
"""The most characters in a line that are legible on landscape A4."""
_SPARE: Final = 200
"""Rows below the last that get drop-down lists as well."""
_NUMBERS: Final = {
    "number": "General",
    "large": "#,##0",
    "whole": "0",
    "points": "0",
    "kroner": "#,##0",
    "percent": "0%",
    "date": "",
}
"""How numbers are shown. A value is shown as it is: with ``#,##0.##`` a whole one would end in a
comma, and with ``#,##0`` somebody who writes 62.5 in the cell would see 63. A large one has
separators by a format of its own: one format with conditions loses the minus of small numbers."""
_LARGE: Final = 10_000
"""From what on a number has separators."""
_ALIGN: Final = {
    "number": "right",
    "large": "right",
    "whole": "center",
    "points": "center",
    "kroner": "right",
    "percent": "right",
    "date": "center",
}
_STYLE: Final = "Table Style Light 1"
_DAY_NOUGHT: Final = date(1899, 12, 30)
"""The day that is 0 in a spreadsheet."""
_DATES: Final[dict[Lang, str]] = {"da": "dd-mm-yyyy", "en": "yyyy-mm-dd"}


Tone = Literal["good", "bad"]
GOOD: Final[Tone] = "good"
BAD: Final[Tone] = "bad"
_TONES: Final[Mapping[Tone, Mapping[str, object]]] = {
    "good": {"font_color": "#166544", "bg_color": "#E2F2E9", "bold": True},
    "bad": {"font_color": "#9E2A1C", "bg_color": "#FBE5E0", "bold": True},
}


@frozen
class Shade:
    """A colour of a column's cells where a formula is true; ``{key}`` is a cell of the same row."""

    key: str
    formula: str
    tone: Tone


@frozen
class Sheet:
    """A register: its name on the tab, what is told about it, its columns and rows.

    ``table`` is the name of its table, the same in both languages. ``formulas`` are reckoned by the
    spreadsheet, by the keys of their columns: ``{likelihood}`` in one is that column's cell in the
    same row. ``sums`` are the columns of which a last row gives the total. ``shades`` colour cells
    by what stands in their row.
    """

    name: str
    table: str
    about: str
    columns: Sequence[Column]
    rows: Sequence[object]
    frozen: int = 0
    formulas: Mapping[str, str] = field(default_factory=dict)
    sums: Sequence[str] = ()
    shades: Sequence[Shade] = ()

    def formula(self, t: Words, column: Column) -> str:
        """The formula of a column in any row of the table; empty without one."""
        template = self.formulas.get(column.key, "")
        cells = {
            other.key: f"{self.table}[[#This Row],[{_reference(title(t, other))}]]"
            for other in self.columns
            if f"{{{other.key}}}" in template
        }
        return template.format(**cells)


def _reference(heading: str) -> str:
    """The heading of a column in a formula; an apostrophe stands before what means something."""
    return "".join(f"'{c}" if c in "[]#'" else c for c in heading)


def whole_column(sheet: str, columns: Sequence[Column], key: str) -> str:
    """A column of another sheet, in a formula: all of it, so that added rows count."""
    letters = xl_col_to_name([column.key for column in columns].index(key), col_abs=True)
    return f"'{sheet}'!{letters}:{letters}"


def _height(columns: Sequence[Column], cells: Sequence[CellValue]) -> float:
    """The height of a row in points, as not every spreadsheet calculates it."""
    lines = 1
    for column, cell in zip(columns, cells, strict=True):
        if isinstance(cell, str):
            room = max(1, column.width - 1)
            lines = max(lines, sum(ceil(max(1, len(part)) / room) for part in cell.split("\n")))
    return min(_HIGHEST, lines * _LINE_HEIGHT + 3)


def _reckoned(cell: CellValue) -> str | float:
    """What a formula gave, as it stands in the file: a day is a number there."""
    if isinstance(cell, date):
        return (cell - _DAY_NOUGHT).days
    return "" if cell is None else cell


def _look(column: Column, cell: float) -> str:
    """The kind of format of a number in a column."""
    large = column.kind == "number" and abs(cell) >= _LARGE
    return "large" if large else column.kind


# ------------------------------------------------------------------ CSV
def as_csv(t: Words, columns: Sequence[Column], rows: Sequence[object]) -> bytes:
    """A register as CSV that a Danish spreadsheet opens in columns, in either language.

    Semicolons, decimal comma, UTF-8 with a byte order mark. A first line ``sep=,`` would let Excel
    split at commas too, but then it takes the file for Windows-1252; and it would read the number
    1.234 as a thousand or a day. Dates are dd-mm-yyyy in Danish, ISO 8601 in English.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([title(t, column) for column in columns])
    for row in rows:
        writer.writerow([_plain(t, value(t, column, row)) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def _plain(t: Words, cell: CellValue) -> str:
    """A cell as it is typed in a Danish spreadsheet, numbers without thousands separators."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_day(t, cell)
    if isinstance(cell, int | float):
        number = f"{Decimal(f'{cell:.15g}'):f}" if cell % 1 else f"{cell + 0:.0f}"  # never -0
        return number.replace(".", ",")
    return quoted(cell)


# ------------------------------------------------------------------ the workbook


def as_workbook(
    t: Words,
    sheets: Sequence[Sheet],
    about: str,
    made: datetime,
    overview: Overview | None = None,
    *,
    written_from: tuple[str, int] | None = None,
) -> bytes:
    """All registers in one workbook; deterministic, as ``made`` is the only time in it.

    ``written_from`` is the session that it tells of, so that it is not taken for the workbook of
    another, and the last entry of it, so that what was edited since can be told from what the
    session has learned since.
    """
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": about, "author": "Gevinstbordet", "created": made})
        if written_from is not None:
            session, entries = written_from
            book.set_custom_property(WRITTEN_FROM, session)
            book.set_custom_property(WRITTEN_AFTER, entries)
        writer = _WorkbookWriter(book, t)
        if overview is not None:
            write_overview(book, t, overview)
        for sheet in sheets:
            writer.add(sheet)
    return out.getvalue()


class _WorkbookWriter:
    """A workbook being written, with its formats."""

    def __init__(self, book: Any, t: Words) -> None:
        self.book = book
        self.t = t
        base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "top"}
        cell = {**base, "text_wrap": True, "border": 1, "border_color": _LINE}
        head = {**cell, "bold": True, "font_color": "#FFFFFF", "bg_color": HEAD}
        self.head = book.add_format(head)
        self.played = book.add_format({**head, "bg_color": _PLAYED})
        self.text = book.add_format(cell)
        self.quoted = book.add_format({**cell, "quote_prefix": True})
        patterns = _NUMBERS | {"date": _DATES[t.lang]}
        self.numbers = {
            kind: book.add_format({**cell, "num_format": pattern, "align": _ALIGN[kind]})
            for kind, pattern in patterns.items()
        }
        self.tones = {tone: book.add_format(look) for tone, look in _TONES.items()}
        self.sums = {
            kind: book.add_format(
                {**cell, "num_format": _NUMBERS[kind], "align": _ALIGN[kind], "bold": True}
            )
            for kind in ("number", "large", "kroner")
        }

    def add(self, sheet: Sheet) -> None:
        """A sheet: its table from the first row on, its lists to choose from, how it prints."""
        page = self.book.add_worksheet(sheet.name)
        last = max(1, len(sheet.rows))  # a table has a row, be it empty
        page.add_table(
            0,
            0,
            last + bool(sheet.sums),
            len(sheet.columns) - 1,
            {
                "name": sheet.table,
                "style": _STYLE,
                "total_row": bool(sheet.sums),
                "columns": [self._declared(sheet, column) for column in sheet.columns],
            },
        )
        page.set_row(0, 45 if len(sheet.columns) > 12 else 30)
        for n, column in enumerate(sheet.columns):
            page.set_column(n, n, column.width)
            self._offer(page, n, column, len(sheet.rows))
        self._rows(page, sheet)
        self._shade(page, sheet)
        self._totals(page, sheet)
        page.freeze_panes(1, sheet.frozen)
        self._print(page, sheet)

    def _declared(self, sheet: Sheet, column: Column) -> dict[str, Any]:
        """A column as the table knows it; it gives its format and formula to rows added later."""
        declared = {
            "header": title(self.t, column),
            "header_format": self.played if column.play else self.head,
            "format": self.numbers.get(column.kind, self.text),
        }
        if formula := sheet.formula(self.t, column):
            declared["formula"] = formula
        if column.key in sheet.sums:
            declared["total_function"] = "sum"
        elif sheet.sums and column is sheet.columns[0]:
            declared["total_string"] = self.t("Total")
        return declared

    def _shade(self, page: Any, sheet: Sheet) -> None:
        """The colours, for the rows there are and some below them."""
        keys = [column.key for column in sheet.columns]
        cells = {key: f"${xl_col_to_name(n)}2" for n, key in enumerate(keys)}
        for shade in sheet.shades:
            n = keys.index(shade.key)
            rule = {
                "type": "formula",
                "criteria": "=" + shade.formula.format(**cells),
                "format": self.tones[shade.tone],
            }
            page.conditional_format(1, n, len(sheet.rows) + _SPARE, n, rule)

    def _totals(self, page: Any, sheet: Sheet) -> None:
        """The sums of the last row, with the name of the table: others than Excel need it."""
        for n, column in enumerate(sheet.columns):
            if column.key in sheet.sums:
                known = [getattr(row, column.key) or 0 for row in sheet.rows]
                formula = f"=SUBTOTAL(109,{sheet.table}[{_reference(title(self.t, column))}])"
                row, style = max(1, len(sheet.rows)) + 1, self.sums[_look(column, sum(known))]
                page.write_formula(row, n, formula, style, sum(known))

    def _rows(self, page: Any, sheet: Sheet) -> None:
        formulas = [sheet.formula(self.t, column) for column in sheet.columns]
        for n, row in enumerate(sheet.rows, 1):
            cells = [value(self.t, column, row) for column in sheet.columns]
            page.set_row(n, _height(sheet.columns, cells))
            for m, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
                if formulas[m]:
                    style = self.numbers[column.kind]
                    page.write_formula(n, m, f"={formulas[m]}", style, _reckoned(cell))
                else:
                    self._write(page, n, m, column, cell)

    def _write(self, page: Any, n: int, m: int, column: Column, cell: CellValue) -> None:
        if cell is None or cell == "":
            page.write_blank(n, m, None, self.numbers.get(column.kind, self.text))
        elif isinstance(cell, date):
            page.write_datetime(n, m, cell, self.numbers["date"])
        elif isinstance(cell, int | float):
            page.write_number(n, m, cell, self.numbers.get(_look(column, cell), self.text))
        else:
            style = self.quoted if may_be_formula(cell) else self.text
            page.write_string(n, m, cell, style)

    def _offer(self, page: Any, n: int, column: Column, rows: int) -> None:
        """Add a drop-down list or a scale to the cells of a column and some below them."""
        if not column.choices:
            return
        listed = choices(self.t, column)
        rule = (
            {"validate": "list", "source": listed}
            if listed
            else {
                "validate": "integer",
                "criteria": "between",
                "minimum": column.choices[0],
                "maximum": column.choices[-1],
            }
        )
        page.data_validation(
            1,
            n,
            rows + _SPARE,
            n,
            {
                **rule,
                "ignore_blank": True,
                "error_title": title(self.t, column)[:32],
                "error_message": self.t("Choose one of what is offered here."),
            },
        )

    def _print(self, page: Any, sheet: Sheet) -> None:
        """Print setup: landscape A4, wide sheets on several pages with headings on each."""
        page.set_landscape()
        page.set_paper(_A4)
        wide = sum(column.width for column in sheet.columns)
        page.fit_to_pages(ceil(wide / _READABLE), 0)
        page.repeat_rows(0)
        if sheet.frozen:
            page.repeat_columns(0, sheet.frozen - 1)
        page.set_margins(0.4, 0.4, 0.5, 0.5)
        pages = self.t("Page {n} of {all}", n="&P", all="&N")
        page.set_footer(f"&L&A&R{pages}")
