"""What there is to talk about at a moment: a key moment with its question, a bookmark, a note."""

from __future__ import annotations

from collections.abc import Callable

from game.table import theme
from game.table.canvas import Canvas
from game.table.frame import Box
from game.table.replay.marks import ICON, Mark
from game.table.ui import Ui
from game.table.widgets.base import Widget
from game.table.widgets.button import Button

_TITLE = (40, 36, 32, 28)
_SIZES = ((38.0, 44.0), (36.0, 40.0), (34.0, 38.0), (32.0, 36.0), (30.0, 32.0), (26.0, 30.0))
"""Sizes of the text and of the question, the largest that fit."""


def draw_talk(ui: Ui, box: Box, mark: Mark, number: str, close: Callable[[], object]) -> None:
    """The panel over the table, large enough for the last row; ``number`` is which mark it is."""
    c = ui.canvas
    ui.add(Cover("talk", box))
    c.panel(box, theme.PAPER, 22, lift=26)
    inner = box.inset(34, 24)
    cross = inner.cut_right(56)[0].cut_top(56)[0]
    ui.add(Button("talk-close", cross, on_click=close, icon="x", tip=ui.t("Close (Esc)")))
    foot, inner = inner.cut_bottom(34, 10)
    c.text(foot, number, (24, 22, 20), theme.INK_SOFT, align="right", valign="middle")
    _draw(c, inner, mark)


class Cover(Widget):
    """What lies under the panel cannot be pointed at."""

    def __init__(self, key: str, box: Box) -> None:
        super().__init__(key, box, focusable=False)


def _draw(c: Canvas, box: Box, mark: Mark) -> None:
    """Title, what happened, and the question to the room."""
    head, rest = box.cut_top(56, 12)
    sign, words = head.cut_left(44, 16)
    c.icon(ICON[mark.kind], sign.place(42, 42), theme.ACCENT_DARK)
    c.text(words.cut_right(64, 8)[1], mark.title, _TITLE, theme.INK, "bold", valign="middle")
    size, large = next((pair for pair in _SIZES if _fits(c, rest, mark, *pair)), _SIZES[-1])
    used = c.text(rest, mark.text, size, theme.INK)
    if mark.question:
        below = rest.cut_top(used.h if mark.text else 0, 20)[1]
        sign, words = below.cut_left(40, 16)
        c.icon("circle-help", sign.cut_top(large * 1.3)[0].place(38, 38), theme.ACCENT_DARK)
        c.text(words, mark.question, large, theme.ACCENT_DARK, "bold")


def _fits(c: Canvas, box: Box, mark: Mark, size: float, large: float) -> bool:
    text = c.type.height(mark.text, box.w, size) if mark.text else 0.0
    question = c.type.height(mark.question, box.w - 56, large, "bold") if mark.question else 0.0
    return text + 20 + question <= box.h
