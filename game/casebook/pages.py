"""Finds the sheets of a case in a workbook, and what each of their cells is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

from game.casebook.columns import Column
from game.casebook.headings import Headings, plain, sheet_of
from game.casebook.plan import SheetPlan
from game.casebook.values import Written
from game.content.positions import KeyPath
from game.frozen import frozen
from game.i18n import LANGS, Lang
from game.spreadsheet.opening import Page

_DEPTH: Final = 20
"""In how many of the first rows the headings are looked for."""
_ENOUGH: Final = 3
"""From how many headings of a sheet on a tab with another name is that sheet."""
_LABELS: Final = 6
"""In how many of the first columns the labels of a form are looked for."""
_NOTES: Final = frozenset(
    ("what belongs there", "det hører til her", "forklaring", "explanation", "note", "noter")
)
_NAMED: Final = re.compile(r"\((?:dansk|engelsk|danish|english|da|en)\)[\s:*]*$", re.IGNORECASE)
_IN: Final[Mapping[Lang, tuple[str, ...]]] = {
    "da": ("dansk", "danish", "da", "værdi", "value", "svar", "indhold"),
    "en": ("engelsk", "english", "en"),
}

Cells = Page[Written | None]


@frozen
class Place:
    """A cell of a workbook, or a whole sheet without one."""

    sheet: str
    cell: str = ""

    @property
    def order(self) -> tuple[int, int]:
        """Row and column, from 1; 0 for a whole sheet."""
        return coordinate_to_tuple(self.cell) if self.cell else (0, 0)


@frozen
class Filled:
    """A cell of a record: the column it belongs to, what stands there, and where."""

    column: Column
    written: Written
    place: Place


@frozen
class Record:
    """The cells of a row, or of a form; the empty ones too, so that what is missing has a place."""

    place: Place
    cells: Sequence[Filled]


@frozen
class SheetFound:
    """A sheet of a case in a workbook: its records, and the headings that mean nothing here.

    ``guessed`` are headings with a slip of the pen, each with the column that it was taken for.
    ``headed`` is whether there is a row of headings above what stands there.
    """

    plan: SheetPlan
    tab: str
    records: Sequence[Record]
    unknown: Sequence[str] = field(default=())
    guessed: Sequence[tuple[str, Column]] = field(default=())
    headed: bool = True


# ------------------------------------------------------------------ which sheet is which
def find_sheets(pages: Sequence[Cells], plans: Sequence[SheetPlan]) -> dict[str, Cells]:
    """The pages of a workbook by the sheets they are: by their names, then by their headings."""
    found: dict[str, Cells] = {}
    rest = []
    for page in pages:
        sheet = sheet_of(page.name)
        if sheet is None or sheet in found:
            rest.append(page)
        else:
            found[sheet] = page
    for page in rest:
        headed = {plan.key: _headed(page, plan) for plan in plans if plan.key not in found}
        best = max(headed, key=headed.__getitem__, default="")
        if best and headed[best] >= _ENOUGH:
            found[best] = page
    return found


def _headed(page: Cells, plan: SheetPlan) -> int:
    """How many different headings of a sheet stand in a page."""
    headings = Headings(plan.key, plan.columns)
    if plan.shape == "form":
        _, rows = _labels(page, headings)
        return len({column.path for column in rows.values()})
    _, columns = _heading_row(page, headings, near=False)
    return len(columns)


def read_sheet(page: Cells, plan: SheetPlan) -> SheetFound:
    """The records of a page that is a sheet of the plan."""
    headings = Headings(plan.key, plan.columns)
    return _form(page, plan, headings) if plan.shape == "form" else _table(page, plan, headings)


# ------------------------------------------------------------------ tables
def _table(page: Cells, plan: SheetPlan, headings: Headings) -> SheetFound:
    head, columns = _heading_row(page, headings, near=True)
    if not columns:
        return SheetFound(plan, page.name, (), headed=not page.rows)
    texts = [(n, cell.text) for n, cell in enumerate(page.rows[head]) if cell]
    unknown = [text for n, text in texts if n not in columns]
    records = []
    for n, row in enumerate(page.rows[head + 1 :], head + 2):
        cells = list(_cells(page.name, n, row, columns))
        if any(not cell.written.empty for cell in cells):
            records.append(Record(cells[0].place, cells))
    read = [(text, columns[n]) for n, text in texts if n in columns]
    return SheetFound(plan, page.name, records, unknown, _guessed(headings, read))


def _guessed(
    headings: Headings, read: Sequence[tuple[str, Column]]
) -> Sequence[tuple[str, Column]]:
    """Those of the headings that are none that is known."""
    return [(text, column) for text, column in read if not headings.column(text, near=False)]


def _heading_row(page: Cells, headings: Headings, *, near: bool) -> tuple[int, dict[int, Column]]:
    """The row with most headings that are known, and what each of its columns means."""
    best: tuple[int, dict[int, Column]] = (0, {})
    for n, row in enumerate(page.rows[:_DEPTH]):
        texts = _texts(row)
        if len(texts) <= len(best[1]):
            continue  # it cannot have more; to look for what is nearly a heading takes long
        columns = _columns(texts, headings, near=near)
        if len(columns) > len(best[1]):
            best = (n, columns)
    return best


def _texts(row: Sequence[Written | None]) -> Mapping[int, str]:
    """The texts of a row by their places."""
    return {n: cell.text for n, cell in enumerate(row) if cell and isinstance(cell.value, str)}


def _columns(texts: Mapping[int, str], headings: Headings, *, near: bool) -> dict[int, Column]:
    """What the cells of a row mean as headings; of two that mean the same the first."""
    found: dict[int, Column] = {}
    for exact in (True, False) if near else (True,):
        for n, text in texts.items():
            if n in found:
                continue
            column = headings.column(text, near=not exact)
            if column is None:
                continue
            taken = {(c.path, c.lang, c.n) for c in found.values()}
            if (column.path, column.lang, column.n) in taken:
                column = _other_language(column, text, taken)
            if column is not None:
                found[n] = column
    return found


def _other_language(
    column: Column, text: str, taken: set[tuple[KeyPath, Lang | None, int]]
) -> Column | None:
    """A second column of a text, headed without a language, is in the other one."""
    if column.lang is None or _NAMED.search(text):
        return None
    others = (replace(column, lang=lang) for lang in LANGS)
    return next((c for c in others if (c.path, c.lang, c.n) not in taken), None)


def _cells(
    tab: str, n: int, row: Sequence[Written | None], columns: Mapping[int, Column]
) -> Iterator[Filled]:
    for at, column in sorted(columns.items()):
        cell = row[at] if at < len(row) else None
        place = Place(tab, f"{get_column_letter(at + 1)}{n}")
        yield Filled(column, cell or Written(None), place)


# ------------------------------------------------------------------ forms
def _form(page: Cells, plan: SheetPlan, headings: Headings) -> SheetFound:
    """A form: a label in each row, and what it asks for in the columns beside it."""
    at, rows = _labels(page, headings)
    answers = _answers(page, at, min(rows, default=0))
    cells = [cell for n, column in rows.items() for cell in _asked(page, n, column, answers)]
    texts = ((n, row[at]) for n, row in enumerate(page.rows) if at < len(row))
    first = min(rows, default=0)
    unknown = [cell.text for n, cell in texts if cell and n not in rows and n > first]
    place = cells[0].place if cells else Place(page.name)
    read = [(cell.text, column) for n, column in rows.items() if (cell := page.rows[n][at])]
    records = [Record(place, cells)] if cells else []
    return SheetFound(plan, page.name, records, unknown, _guessed(headings, read))


def _labels(page: Cells, headings: Headings) -> tuple[int, dict[int, Column]]:
    """The column with most labels that are known, and what the rows mean by them."""
    best: tuple[int, dict[int, Column]] = (0, {})
    for at in range(_LABELS):
        rows: dict[int, Column] = {}
        for n, row in enumerate(page.rows):
            cell = row[at] if at < len(row) else None
            column = headings.column(cell.text) if cell and isinstance(cell.value, str) else None
            if column is not None and cell is not None:
                lang = column.lang if _NAMED.search(cell.text) else None
                rows[n] = replace(column, lang=lang)
        if len(rows) > len(best[1]):
            best = (at, rows)
    return best


def _answers(page: Cells, at: int, first: int) -> dict[Lang, int]:
    """The columns of the answers: where the row of headings says so, or beside the labels."""
    found: dict[Lang, int] = {}
    others = set()
    for row in page.rows[:first]:
        for n, cell in enumerate(row):
            word = plain(cell.text) if cell and n > at else ""
            if word in _NOTES:
                others.add(n)
            for lang, words in _IN.items():
                if word and re.split(r"[ ,/]", word)[0] in words:
                    found.setdefault(lang, n)
    free = [n for n in range(at + 1, at + 4) if n not in others and n not in found.values()]
    if "da" not in found and free and free[0] < found.get("en", free[0] + 1):
        found["da"] = free[0]
    return found


def _asked(page: Cells, n: int, column: Column, answers: Mapping[Lang, int]) -> Iterable[Filled]:
    """The cells that answer a row of a form."""
    row = page.rows[n]
    cells: dict[Lang, Filled] = {}
    for lang, at in answers.items():
        written = (row[at] if at < len(row) else None) or Written(None)
        place = Place(page.name, f"{get_column_letter(at + 1)}{n + 1}")
        cells[lang] = Filled(replace(column, lang=lang), written, place)
    told = [cell for cell in cells.values() if not cell.written.empty] or list(cells.values())
    if column.form != "text" or column.lang:
        return [replace(told[0], column=column)] if told else []
    return cells.values()
