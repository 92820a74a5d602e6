"""Writes a case as a workbook: to read, to fill in and to print, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from itertools import count
from math import ceil
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from game.casebook.columns import Column
from game.casebook.guidance import note, read_me, sheet_about
from game.casebook.headings import LISTS, READ_ME, bare_heading, heading, sheet_name
from game.casebook.labels import flag, labels
from game.casebook.plan import SheetPlan, plan
from game.casebook.records import CaseRecords, Data
from game.casebook.values import WHOLE_BETWEEN
from game.i18n import Words
from game.spreadsheet.conventions import LANGUAGES, may_be_formula

_FONT: Final = "Calibri"
_INK, _HEAD, _LESS, _LINE = "#1F2427", "#184048", "#4F6F75", "#C9C5BA"
_HIDDEN_TRUTH: Final = "#76460A"
"""The head of a column that no player sees before it is learned."""
_TRUTH: Final = ("effects", "risks")
_SPARE: Final = 60
"""Rows below the last that are made ready to be filled in."""
_A4: Final = 9
_READABLE: Final = 190
"""The most characters in a line that are legible on landscape A4."""
_LINE_HEIGHT: Final = 13.5
_LETTERS: Final = 1.12
"""How many letters of a text stand where a digit counts as one."""
_HIGHEST: Final = 400.0
"""The most points that a row is high."""
_WIDE: Final = {
    "text": 34,
    "id": 18,
    "word": 18,
    "choice": 15,
    "whole": 14,
    "number": 12,
    "flag": 10,
    "picture": 9,
    "span": 12,
    "day": 13,
}
_WIDER: Final = {"name": 26, "unit": 12, "kind": 22, "ability": 24, "indicator": 30}
_LABEL, _ANSWER, _NOTE = 28, 54, 50
PICTURES: Final = (
    "👥👤👪👶🧒👩👨👵👴🧑‍💼👩‍💼👨‍💼👩‍⚕️👨‍🏫👩‍💻🤝👋💬📞📱💻🖥️📧✉️📨📄📋📝📊📈📉📅⏰⏱️⏳🕐🔔"
    "🏠🏢🏥🏫🏛️🚪🪑🛏️🚲🚗🚌🚑🚶🗺️📍🧭🔑🔒🔓🛠️🔧⚙️🧩🧰🧪🔍💡🎯🏁🏆🎓📚🎨🎵🎭🎪🎟️🎒⚽"
    "💰💶💳🧾🛒📦🍎🍽️☕🥗🌱🌳🌻☀️🌧️❄️🌊🔥⚡💧♻️🗑️🧹🧯🩺💊💉🩹🫀🧠👂👀🗣️📢📣📰⚖️🚧⚠️❓❗✅"
)
"""Pictures that are offered in a list; any other emoji that the game knows can be written."""


def workbook(t: Words, data: Data) -> bytes:
    """The workbook of a case file's data, which has to be valid."""
    sheets = plan(t, data)
    records = CaseRecords(t, data, sheets)
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"author": "Gevinstbordet"})
        book.set_custom_property(LANGUAGES, records.only_language or "")
        writer = _Writer(book, t, sheets, records)
        writer.add_read_me()
        for sheet in sheets:
            if sheet.shape == "form":
                writer.add_form(sheet)
            else:
                writer.add_table(sheet)
        writer.lists.add_sheet()
    return out.getvalue()


class _Lists:
    """The sheet of lists to choose from, last and out of the way; it is written at the end."""

    def __init__(self, book: Any, t: Words) -> None:
        self._book, self._name = book, t(LISTS)
        self._columns: dict[tuple[str, ...], str] = {}

    def source(self, choices: Iterable[object]) -> str:
        """Where a list stands, for a cell to choose from."""
        listed = tuple(map(str, choices))
        letter = self._columns.setdefault(listed, xl_col_to_name(len(self._columns), col_abs=True))
        return f"='{self._name}'!{letter}$1:{letter}${len(listed)}"

    def add_sheet(self) -> None:
        """Write the lists that were asked for."""
        page = self._book.add_worksheet(self._name)
        for n, listed in enumerate(self._columns):
            page.write_column(0, n, listed)
        page.hide()


class _Writer:
    """A workbook being written, with its formats."""

    def __init__(
        self, book: Any, t: Words, sheets: Sequence[SheetPlan], records: CaseRecords
    ) -> None:
        self.book, self.t, self.records = book, t, records
        self.lists = _Lists(book, t)
        self.rows = {sheet.key: len(records.of(sheet)) for sheet in sheets}
        base = {"font_name": _FONT, "font_size": 10, "font_color": _INK, "valign": "top"}
        cell = {**base, "text_wrap": True, "border": 1, "border_color": _LINE}
        head = {**cell, "bold": True, "font_color": "#FFFFFF"}
        self.plain = book.add_format({**base, "text_wrap": True})
        self.title = book.add_format({**base, "font_size": 18, "bold": True, "font_color": _HEAD})
        self.text = book.add_format({**cell, "num_format": "@"})
        self.quoted = book.add_format({**cell, "num_format": "@", "quote_prefix": True})
        self.number = book.add_format({**cell, "align": "left"})
        self.label = book.add_format({**cell, "bold": True, "bg_color": "#EEF2F0"})
        self.told = book.add_format({**cell, "italic": True, "font_color": _LESS})
        self.heads = {
            colour: book.add_format({**head, "bg_color": colour})
            for colour in (_HEAD, _LESS, _HIDDEN_TRUTH)
        }

    # -------------------------------------------------------------- sheets
    def add_read_me(self) -> None:
        """The first sheet: how the others are used."""
        page = self.book.add_worksheet(self.t(READ_ME))
        page.hide_gridlines(2)
        page.set_column(0, 0, 30)
        page.set_column(1, 1, 110)
        rows = count()
        page.set_row(next(rows), 30)
        page.write_string(0, 0, self.t("A case for Gevinstbordet"), self.title)
        for line in read_me(self.t):
            n = next(rows)
            page.merge_range(n, 0, n, 1, line, self.plain)
            page.set_row(n, ceil(len(line) / 130) * _LINE_HEIGHT + 4)
        next(rows)
        for key in self.rows:
            n = next(rows)
            page.write_url(
                n,
                0,
                f"internal:'{sheet_name(self.t, key)}'!A1",
                self.label,
                sheet_name(self.t, key),
            )
            page.write_string(n, 1, sheet_about(self.t, key), self.plain)
        self._print(page, 140)

    def add_form(self, sheet: SheetPlan) -> None:
        """A sheet with a row for each key: what it is called, what it is, what belongs there."""
        page = self.book.add_worksheet(sheet_name(self.t, sheet.key))
        two = any(column.lang for column in sheet.columns)
        answers = [self.t("Danish, or the value"), self.t("English")] if two else [self.t("Value")]
        heads = [self.t("What"), *answers, self.t("What belongs there")]
        for n, text in enumerate(heads):
            page.write_string(0, n, text, self.heads[_HEAD])
            wide = _LABEL if n == 0 else _NOTE if n == len(heads) - 1 else _ANSWER
            page.set_column(n, n, wide, self.text)
        (record,) = self.records.of(sheet)
        rows = count(1)
        for column in sheet.columns:
            idle = column.former and self.records.cell(column, record) is None
            if column.lang != "en" and not idle:
                self._form_row(page, next(rows), sheet, column, record, two)
        page.freeze_panes(1, 1)
        self._print(page, _LABEL + _ANSWER * len(answers) + _NOTE)

    def _form_row(
        self, page: Any, n: int, sheet: SheetPlan, column: Column, record: Any, two: bool
    ) -> None:
        name = bare_heading if column.lang else heading
        named = name(self.t, sheet.key, column)
        page.write_string(n, 0, named, self.label)
        told = note(self.t, sheet.key, column)
        page.write_string(n, 2 + two, told, self.told)
        mine = [c for c in sheet.columns if c.path == column.path and c.lang] or [column]
        cells = [self.records.cell(one, record) for one in mine]
        for m, cell in enumerate(cells, 1):
            self._write(page, n, m, column, cell)
            self._offer(page, n, n, m, column, named)
        if two and len(cells) == 1:
            page.write_blank(n, 2, None, self.label)
        page.set_row(n, _height([(told, _NOTE), *((cell, _ANSWER) for cell in cells)]))

    def add_table(self, sheet: SheetPlan) -> None:
        """A sheet with a row for each card, and its headings above."""
        page = self.book.add_worksheet(sheet_name(self.t, sheet.key))
        records, columns = self.records.of(sheet), sheet.columns
        last = len(records) + (0 if sheet.shape == "tracks" else _SPARE)
        for n, column in enumerate(columns):
            named = heading(self.t, sheet.key, column)
            page.write_string(0, n, named, self._head(column))
            page.write_comment(
                0, n, note(self.t, sheet.key, column), {"x_scale": 2.2, "y_scale": 1.3}
            )
            page.set_column(n, n, _width(column), self._format(column))
            self._offer(page, 1, last, n, column, named)
        for m, record in enumerate(records, 1):
            cells = [self.records.cell(column, record) for column in columns]
            for n, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                self._write(page, m, n, column, cell)
            page.set_row(m, _height(zip(cells, map(_width, columns), strict=True)))
        heads = [heading(self.t, sheet.key, column) for column in columns]
        page.set_row(0, max(45, _height(zip(heads, map(_width, columns), strict=True))))
        page.autofilter(0, 0, max(1, len(records)), len(columns) - 1)
        frozen = 2 if sheet.shape == "cards" and len(columns) > 4 else 1
        page.freeze_panes(1, frozen)
        page.repeat_columns(0, frozen - 1)
        self._print(page, sum(map(_width, columns)))

    def _head(self, column: Column) -> Any:
        if column.path and column.path[0] in _TRUTH:
            return self.heads[_HIDDEN_TRUTH]
        return self.heads[_HEAD if column.required else _LESS]

    # -------------------------------------------------------------- cells
    def _format(self, column: Column) -> Any:
        return self.number if column.form in ("whole", "number") else self.text

    def _write(self, page: Any, n: int, m: int, column: Column, cell: str | float | None) -> None:
        if cell is None or cell == "":
            page.write_blank(n, m, None, self._format(column))
        elif isinstance(cell, int | float):
            page.write_number(n, m, cell, self.number)
        else:
            page.write_string(n, m, cell, self.quoted if may_be_formula(cell) else self.text)

    def _offer(self, page: Any, first: int, last: int, m: int, column: Column, named: str) -> None:
        """What may be chosen or written in cells of a column, where a spreadsheet can hold it."""
        rule = self._rule(column)
        if rule is not None:
            titled = {"error_title": named[:32], "ignore_blank": True}
            page.data_validation(first, m, last, m, {**titled, **rule})

    def _rule(self, column: Column) -> dict[str, Any] | None:
        t = self.t
        chosen = {"error_message": t("Choose one of what is offered here.")}
        if column.form == "choice":
            source = self.lists.source(labels(t, column.choices))
            return {"validate": "list", "source": source, "show_error": not column.n, **chosen}
        if column.form == "flag":
            return {"validate": "list", "source": [flag(t, True), flag(t, False)], **chosen}
        if column.form == "picture":
            source = self.lists.source(_offered())
            return {"validate": "list", "source": source, "show_error": False}
        if column.refers_to:
            last = self.rows[column.refers_to] + _SPARE + 1
            source = f"='{sheet_name(t, column.refers_to)}'!$A$2:$A${last}"
            return {"validate": "list", "source": source, "show_error": False}
        if column.form == "whole" and column.low is not None and column.high is not None:
            low, high = int(column.low), int(column.high)
            told = t(WHOLE_BETWEEN, low=low, high=high)
            bounds = {"criteria": "between", "minimum": low, "maximum": high}
            return {"validate": "integer", **bounds, "error_message": told}
        if column.form == "text":
            told = t("At most {n} characters fit here.", n=column.most)
            bounds = {"criteria": "<=", "value": column.most}
            return {"validate": "length", **bounds, "error_type": "warning", "error_message": told}
        return None

    def _print(self, page: Any, wide: float) -> None:
        """Landscape A4, wide sheets on several pages with headings on each."""
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(ceil(wide / _READABLE), 0)
        page.repeat_rows(0)
        page.set_margins(0.4, 0.4, 0.5, 0.5)
        pages = self.t("Page {n} of {all}", n="&P", all="&N")
        page.set_footer(f"&L&A&R{pages}")


@cache
def _offered() -> list[str]:
    """The pictures to choose from."""
    from game.pictures import runs

    return [run.text for run in runs(PICTURES)]


def _width(column: Column) -> int:
    if column.form == "picture" or column.form == "whole":
        return _WIDE[column.form]
    return _WIDER.get(column.key, _WIDE[column.form])


def _height(cells: Iterable[tuple[str | float | None, int]]) -> float:
    """The height of a row in points, as not every spreadsheet works it out."""
    lines = 1
    for cell, wide in cells:
        if isinstance(cell, str):
            room = wide * _LETTERS
            lines = max(lines, sum(ceil(max(1, len(part)) / room) for part in cell.split("\n")))
    return min(_HIGHEST, lines * _LINE_HEIGHT + 4)
