"""The registers as a workbook and as CSV, in the formats of Danish and English spreadsheets.

Nothing that players wrote is ever a formula: in the workbook all text is written as text, and what
begins like a formula is quoted, as if it had been typed with an apostrophe; CSV knows no types, so
there the apostrophe stands in the cell.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from math import ceil
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from game.i18n import Lang, Words
from game.i18n.days import short_day
from game.report.columns import CellValue, Column, choices, title, value

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Characters that a spreadsheet may take for the start of a formula or a command."""
_INK: Final = "#1F2427"
_HEAD: Final = "#184048"
_LINE: Final = "#C9C5BA"
_FONT: Final = "Calibri"
_LINE_HEIGHT: Final = 13.5
_HIGHEST: Final = 409.0
"""The largest height of a row in points."""
_A4: Final = 9
_READABLE: Final = 190
"""The most characters in a line that are legible on landscape A4."""
_SPARE: Final = 200
"""Rows below the last that get drop-down lists as well."""
_NUMBERS: Final = {"number": "#,##0.##", "whole": "0", "kroner": "#,##0", "date": ""}
_ALIGN: Final = {"number": "right", "whole": "center", "kroner": "right", "date": "center"}
_DATES: Final[dict[Lang, str]] = {"da": "dd-mm-yyyy", "en": "yyyy-mm-dd"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A register: its name on the tab, a sentence above it, its columns and rows."""

    name: str
    about: str
    columns: Sequence[Column]
    rows: Sequence[object]
    frozen: int = 0


def _height(columns: Sequence[Column], cells: Sequence[CellValue]) -> float:
    """The height of a row in points, as not every spreadsheet calculates it."""
    lines = 1
    for column, cell in zip(columns, cells, strict=True):
        if isinstance(cell, str):
            room = max(1, column.width - 1)
            lines = max(lines, sum(ceil(max(1, len(part)) / room) for part in cell.split("\n")))
    return min(_HIGHEST, lines * _LINE_HEIGHT + 3)


def may_be_formula(text: str) -> bool:
    """Whether a spreadsheet might evaluate a text as a formula."""
    return text.lstrip(" ").startswith(_FORMULA)


# ------------------------------------------------------------------ CSV
def as_csv(t: Words, columns: Sequence[Column], rows: Sequence[object]) -> bytes:
    """A register as CSV: in Danish with semicolons, decimal comma and dd-mm-yyyy; UTF-8, BOM."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if t.lang == "da" else ",", lineterminator="\r\n")
    writer.writerow([title(t, column) for column in columns])
    for row in rows:
        writer.writerow([_plain(t, value(t, column, row)) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def _plain(t: Words, cell: CellValue) -> str:
    """A cell formatted for the language, numbers without thousands separators."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_day(t, cell)
    if isinstance(cell, int | float):
        number = f"{round(cell, 4):f}".rstrip("0").rstrip(".") if cell % 1 else f"{cell:.0f}"
        return number.replace(".", ",") if t.lang == "da" else number
    return f"'{cell}" if may_be_formula(cell) else cell


# ------------------------------------------------------------------ the workbook
def as_workbook(t: Words, sheets: Sequence[Sheet], about: str, made: datetime) -> bytes:
    """All registers in one workbook; deterministic, as ``made`` is the only time in it."""
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": about, "author": "Gevinstbordet", "created": made})
        writer = _WorkbookWriter(book, t)
        for sheet in sheets:
            writer.add(sheet)
    return out.getvalue()


class _WorkbookWriter:
    """A workbook being written, with its formats."""

    def __init__(self, book: Any, t: Words) -> None:
        self.book = book
        self.t = t
        base = {"font_name": _FONT, "font_size": 10, "font_color": _INK, "valign": "top"}
        cell = {**base, "text_wrap": True, "border": 1, "border_color": _LINE}
        head = {**cell, "bold": True, "font_color": "#FFFFFF", "bg_color": _HEAD}
        self.about = book.add_format({**base, "italic": True})
        self.name = book.add_format({**base, "bold": True, "font_size": 14})
        self.head = book.add_format(head)
        self.text = book.add_format(cell)
        self.quoted = book.add_format({**cell, "quote_prefix": True})
        patterns = _NUMBERS | {"date": _DATES[t.lang]}
        self.numbers = {
            kind: book.add_format({**cell, "num_format": pattern, "align": _ALIGN[kind]})
            for kind, pattern in patterns.items()
        }

    def add(self, sheet: Sheet) -> None:
        """A sheet: its name, its columns with filters, its rows, and how it prints."""
        page = self.book.add_worksheet(sheet.name)
        page.write_string(0, 0, sheet.name, self.name)
        page.write_string(1, 0, sheet.about, self.about)
        for n, column in enumerate(sheet.columns):
            page.set_column(n, n, column.width)
            page.write_string(2, n, title(self.t, column), self.head)
            self._offer(page, n, column, len(sheet.rows))
        page.set_row(2, 45 if len(sheet.columns) > 12 else 30)
        for n, row in enumerate(sheet.rows, 3):
            cells = [value(self.t, column, row) for column in sheet.columns]
            page.set_row(n, _height(sheet.columns, cells))
            for m, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
                self._write(page, n, m, column, cell)
        page.freeze_panes(3, sheet.frozen)
        page.autofilter(2, 0, max(3, 2 + len(sheet.rows)), len(sheet.columns) - 1)
        self._print(page, sheet)

    def _write(self, page: Any, n: int, m: int, column: Column, cell: CellValue) -> None:
        if cell is None or cell == "":
            page.write_blank(n, m, None, self.numbers.get(column.kind, self.text))
        elif isinstance(cell, date):
            page.write_datetime(n, m, cell, self.numbers["date"])
        elif isinstance(cell, int | float):
            page.write_number(n, m, cell, self.numbers.get(column.kind, self.text))
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
            3,
            n,
            2 + rows + _SPARE,
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
        page.repeat_rows(2)
        if sheet.frozen:
            page.repeat_columns(0, sheet.frozen - 1)
        page.set_margins(0.4, 0.4, 0.5, 0.5)
        pages = self.t("Page {n} of {all}", n="&P", all="&N")
        page.set_footer(f"&L&A&R{pages}")
