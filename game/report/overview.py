"""The first sheet of the workbook: what stands on the others, and the sums of them.

It is no table: a sheet to read. Its sums are formulas over the registers, so that they follow what
is written there later on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

from game.frozen import frozen
from game.i18n import Words

FONT: Final = "Calibri"
INK: Final = "#1F2427"
HEAD: Final = "#184048"
_WIDTHS: Final = (46, 20, 110)
_LINE: Final = 110
"""About how many letters a line of the last column has."""
_FORMATS: Final = {"kroner": "#,##0", "share": "0%"}


@frozen
class Sum:
    """A line of figures: a number that is known, or a ``formula`` that has this ``value`` now.

    ``{name}`` in a formula is the cell of the line of that name. A ``value`` of ``None`` is not
    measured yet, and says so.
    """

    name: str
    label: str
    value: float | None
    formula: str = ""
    kind: Literal["kroner", "share"] = "kroner"
    note: str = ""


@frozen
class Overview:
    """What is told before the registers.

    ``notices`` are sentences about the whole, ``contents`` the name of each sheet, the number of
    its rows, and what is told about it.
    """

    name: str
    title: str
    notices: Sequence[str]
    sums: Sequence[Sum]
    contents: Sequence[tuple[str, int, str]]


def write_overview(book: Any, t: Words, overview: Overview) -> None:
    """Add the sheet to a workbook."""
    _Writer(book, t, overview).write()


class _Writer:
    """The sheet being written, from top to bottom."""

    def __init__(self, book: Any, t: Words, overview: Overview) -> None:
        base = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "top"}
        self.t = t
        self.overview = overview
        self.page = book.add_worksheet(overview.name)
        self.title = book.add_format({**base, "bold": True, "font_size": 16, "quote_prefix": True})
        head = {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": HEAD}
        self.heads = (
            book.add_format(head),
            book.add_format({**head, "align": "right"}),
            book.add_format({**head, "indent": 1}),
        )
        self.text = book.add_format({**base, "text_wrap": True, "quote_prefix": True, "indent": 1})
        self.notice = book.add_format({**base, "text_wrap": True, "quote_prefix": True})
        self.number = book.add_format({**base, "align": "right", "num_format": "0"})
        self.bold = book.add_format({**base, "bold": True, "quote_prefix": True})
        self.sums = {
            kind: book.add_format({**base, "align": "right", "bold": True, "num_format": pattern})
            for kind, pattern in _FORMATS.items()
        }
        self.row = 0

    def write(self) -> None:
        """The title, the notices, the sums, and the contents."""
        page, t, overview = self.page, self.t, self.overview
        for n, width in enumerate(_WIDTHS):
            page.set_column(n, n, width)
        page.set_row(0, 26)
        page.write_string(0, 0, overview.title, self.title)
        self.row = 1
        for notice in overview.notices:
            page.merge_range(self.row, 0, self.row, len(_WIDTHS) - 1, notice, self.notice)
            page.set_row(self.row, 15 * (1 + notice.count("\n") + len(notice) // 180))
            self.row += 1
        if overview.sums:
            self._heads(t("Beside the saving"), t("DKK"), t("How it is calculated"))
            self._sums()
        self._heads(t("Sheet"), t("Rows"), t("What stands there"))
        for name, rows, about in overview.contents:
            page.write_url(self.row, 0, f"internal:'{name}'!A1", self.bold, name)
            page.write_number(self.row, 1, rows, self.number)
            self._explained(about)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.hide_gridlines(2)

    def _heads(self, *texts: str) -> None:
        self.row += 1
        for n, text in enumerate(texts):
            self.page.write_string(self.row, n, text, self.heads[n])
        self.row += 1

    def _explained(self, about: str) -> None:
        """Write what a row is about into its last cell, as high as that is; go on to the next."""
        self.page.write_string(self.row, 2, about, self.text)
        self.page.set_row(self.row, 15 * (1 + len(about) // _LINE))
        self.row += 1

    def _told(self, value: float | None) -> float | str:
        return self.t("not measured yet") if value is None else value

    def _sums(self) -> None:
        cells = {line.name: f"$B${self.row + n}" for n, line in enumerate(self.overview.sums, 1)}
        for line in self.overview.sums:
            style, value = self.sums[line.kind], line.value
            self.page.write_string(self.row, 0, line.label, self.bold)
            if line.formula:
                formula = "=" + line.formula.format(**cells)
                self.page.write_formula(self.row, 1, formula, style, self._told(value))
            elif value is not None:
                self.page.write_number(self.row, 1, value, style)
            self._explained(line.note)
