"""The panel with the text of a mark: a key moment with its question, a bookmark or a note."""

from __future__ import annotations

from collections.abc import Callable

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.after.replay.marks import ICON, Mark

_MARGIN, _HEAD, _FOOT = (34, 24), 56, 34
_TITLE = (40, 36, 32, 28)
_TEXT = (38, 36, 34, 32, 30, 28, 26, 24, 22, 20, theme.LEAST)
_QUESTION = (44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24, 22, 20, theme.LEAST)


def draw_mark_panel(ui: Ui, box: Box, mark: Mark, number: str, close: Callable[[], object]) -> None:
    """Draw the panel over the table, readable from the back row; ``number`` numbers it."""
    c = ui.canvas
    wanted = _height(c, box.w, mark)
    whole = wanted <= box.h
    box = box.cut_top(min(wanted, box.h))[0]  # no larger than needed: the table stays visible
    ui.add(PanelGround("talk", box))
    c.panel(box, theme.PAPER, 22, lift=26)
    inner = box.inset(*_MARGIN)
    cross = inner.cut_right(56)[0].cut_top(56)[0]
    ui.add(Button("talk-close", cross, Label(icon="x"), on_click=close, tip=ui.t("Close (Esc)")))
    foot, inner = inner.cut_bottom(_FOOT, 10)
    if mark.talked_of:
        told = ui.t("Talked about in the debrief")
        c.text(foot, told, (24, 20), theme.ACCENT_DARK, "semibold", valign="middle")
    c.text(foot, number, (24, 20), theme.INK_SOFT, align="right", valign="middle")
    _draw(c, inner, mark, whole=whole)


class PanelGround(Widget):
    """Keeps the pointer from reaching the widgets under the panel."""

    def __init__(self, key: str, box: Box) -> None:
        super().__init__(key, box, focusable=False)


def _height(c: Canvas, wide: float, mark: Mark) -> float:
    """The height of the panel with all texts at their largest size."""
    wide -= 2 * _MARGIN[0]
    high = 2.0 * _MARGIN[1] + _HEAD + 12 + 10 + _FOOT
    text, question = _TEXT[0] * c.type.grow, _QUESTION[0] * c.type.grow
    high += c.type.line_height(text) * len(c.type.wrap(mark.text, wide, text))
    if mark.question:
        lines = c.type.wrap(mark.question, wide - 56, question, "bold")
        high += 20 + c.type.line_height(question) * len(lines)
    return high + 4


def _draw(c: Canvas, box: Box, mark: Mark, *, whole: bool) -> None:
    """Draw title, text and question; if not all fit ``whole``, they share the height."""
    head, rest = box.cut_top(_HEAD, 12)
    sign, words = head.cut_left(44, 16)
    c.icon(ICON[mark.kind], sign.place(42, 42), theme.ACCENT_DARK)
    c.text(words.cut_right(64, 8)[1], mark.title, _TITLE, theme.INK, "bold", valign="middle")
    question_length = 1.4 * len(mark.question)
    share = len(mark.text) / max(1.0, len(mark.text) + question_length)
    upper = rest if whole else rest.cut_top(rest.h * share)[0]
    used = c.text(upper, mark.text, _TEXT, theme.INK) if mark.text else upper
    if mark.question:
        below = rest.cut_top(used.h, 20)[1]
        sign, words = below.cut_left(40, 16)
        c.icon("circle-help", sign.cut_top(48)[0].place(38, 38), theme.ACCENT_DARK)
        c.text(words, mark.question, _QUESTION, theme.ACCENT_DARK, "bold")
