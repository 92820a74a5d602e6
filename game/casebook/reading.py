"""Reads a case from a workbook: what it says, where each value stands, and what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from game.casebook.assembling import BookRead, assemble
from game.casebook.headings import is_beside, sheet_name, sheet_of
from game.casebook.opening import no_case, open_book
from game.casebook.pages import Place, find_sheets, read_sheet
from game.casebook.plan import plan
from game.i18n import LANGS, Words, mark
from game.spreadsheet.conventions import LANGUAGES

LEAST_SHEETS: Final = 2
"""With fewer sheets of a case a workbook is another one."""
_SHEET: Final = mark("The sheet “{written}” is read as “{meant}”.")


def read_book(t: Words, path: Path) -> BookRead:
    """The case in a workbook. Raises :class:`SpreadsheetError` for a file that is none."""
    opened = open_book(path)
    plans = plan(t)
    pages = find_sheets(opened.pages, plans)
    if len(pages) < LEAST_SHEETS:
        raise no_case(t, path, opened)
    found = [read_sheet(pages[one.key], one) for one in plans if one.key in pages]
    told = opened.properties.get(LANGUAGES)
    book = assemble(t, found, next((lang for lang in LANGS if lang == told), None))
    for sheet, page in pages.items():
        if sheet_of(page.name, near=False) is None:
            book.guess(_SHEET, page.name, sheet_name(t, sheet), Place(""))
    used = {id(page) for page in pages.values()}
    others = (page.name for page in opened.pages if id(page) not in used and page.rows)
    book.unread += [(name, "") for name in others if not is_beside(name)]
    return book
