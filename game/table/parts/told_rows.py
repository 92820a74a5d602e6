"""Rows that tell something each: on paper with a sign, as high as their words, and what to press.

A row that leads somewhere says so at its end and is pressed itself; what else can be done about it
is a button beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Typesetter
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.gui.widgets.scroll import BAR

_SIZES: Final = (24, 22, 20, theme.LEAST)
_WAY_SIZES: Final = (20, theme.LEAST)
_BUTTON: Final = 340.0
_BUTTON_HIGH: Final = 72.0
_WAY: Final = 150.0
_SIGN: Final = 40.0
_APART: Final = 16.0
_GAP: Final = 12.0
_FRAME: Final = 6.0


@frozen
class Press:
    """A button beside a row: its label, its icon, and what it does."""

    label: str
    icon: str
    do: Callable[[], object]


@frozen
class Told:
    """A row: its head, what else is told, where it leads, and the button beside it."""

    icon: str
    head: str
    text: str = ""
    ink: Colour = theme.INK
    go: Callable[[], object] | None = None
    press: Press | None = None


def draw_told(ui: Ui, box: Box, rows: Sequence[Told], names: tuple[str, str]) -> None:
    """The rows in an area that scrolls; ``names`` are those of the widgets of rows and buttons."""
    area = box.inset(-_FRAME)
    highs = _highs(ui.type, rows, area.w - 2 * _FRAME)
    if sum(highs) + 2 * _FRAME > area.h:
        highs = _highs(ui.type, rows, area.w - 2 * _FRAME - BAR - 10)
    with ui.scroll(f"{names[0]}s", area, sum(highs) + 2 * _FRAME) as inner:
        y = inner.y + _FRAME
        for n, (row, high) in enumerate(zip(rows, highs, strict=True)):
            place = Box(inner.x + _FRAME, y, inner.w - 2 * _FRAME, high - _GAP)
            _add(ui, place, row, f"{names[0]}-{n}", f"{names[1]}-{n}")
            y += high


def _add(ui: Ui, box: Box, row: Told, name: str, beside: str) -> None:
    if row.press is not None:
        side, box = box.cut_right(_BUTTON, _GAP)
        face = Label(row.press.label, icon=row.press.icon, size=24)
        place = side.place(side.w, min(side.h, _BUTTON_HIGH))
        ui.add(Button(beside, place, face, row.press.do))
    if row.go is None:
        _draw(row, ui.canvas, box)
    else:
        ui.add(Spot(name, box, draw=partial(_draw, row), on_press=row.go, radius=12))


# ------------------------------------------------------------------ measuring and drawing
def _highs(type_: Typesetter, rows: Sequence[Told], wide: float) -> list[float]:
    """How much room each row takes in a list of this width, with the gap below it."""
    return [_high(type_, row, wide) + _GAP for row in rows]


def _high(type_: Typesetter, row: Told, wide: float) -> float:
    sheet = Box(0, 0, wide - (_BUTTON + _GAP if row.press else 0), 0)
    words, size = _words(row, sheet)[1].w, _SIZES[0] * type_.grow
    high = type_.height(row.text, words, size) if row.text else 0
    if row.head:
        high += type_.height(row.head, words, size, "semibold") + (_FRAME if row.text else 0)
    return max(high, _SIGN) + 2 * 14


def _words(row: Told, sheet: Box) -> tuple[Box, Box, Box]:
    """Where the sign stands, where the words do, and where it says that the row leads somewhere."""
    sign, rest = sheet.inset(18, 14).cut_left(_SIGN, _APART)
    way, words = rest.cut_right(_WAY, _APART) if row.go else (Box(0, 0, 0, 0), rest)
    return sign, words, way


def _draw(row: Told, c: Canvas, sheet: Box) -> None:
    c.panel(sheet, theme.PAPER, 12, lift=4)
    sign, words, way = _words(row, sheet)
    c.icon(row.icon, sign.cut_top(_SIGN)[0].place(34, 34), row.ink)
    if row.head and row.text:
        high = c.type.height(row.head, words.w, _SIZES[0] * c.type.grow, "semibold")
        head, text = words.cut_top(high, _FRAME)
        c.text(head, row.head, _SIZES, row.ink, "semibold")
        c.text(text, row.text, _SIZES, theme.INK)
    elif row.head:
        c.text(words, row.head, _SIZES, row.ink, "semibold", valign="middle")
    else:
        c.text(words, row.text, _SIZES, theme.INK, valign="middle")
    if row.go:
        arrow, told = way.cut_right(28, 6)
        c.icon("chevron-right", arrow.place(26, 26), theme.INK_SOFT)
        c.text(told, c.t("Show it"), _WAY_SIZES, theme.INK_SOFT, align="right", valign="middle")
