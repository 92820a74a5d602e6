"""Draws questions to the room, large on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui

_SIZES: Final = (52, 48, 44, 40, 36, 33, theme.ROOM, 27, 24)
_GAP: Final = 20
_HIGHEST: Final = 210.0


def draw_questions(ui: Ui, box: Box, questions: Sequence[str]) -> None:
    """Draw some numbered questions below each other, all in the size of the longest."""
    high = min(_HIGHEST, (box.h + _GAP) / len(questions) - _GAP)
    rows = [Box(box.x, box.y + n * (high + _GAP), box.w, high) for n in range(len(questions))]
    fitted = [
        ui.type.fit(question, _parts(row)[1], _SIZES, "semibold").size
        for row, question in zip(rows, questions, strict=True)
    ]
    sizes = tuple(size for size in _SIZES if size <= min(fitted)) or _SIZES[-1:]
    for _ in ui.alike():
        for n, (row, question) in enumerate(zip(rows, questions, strict=True), start=1):
            draw_question(ui, row, question, str(n), sizes)


def draw_question(
    ui: Ui, box: Box, question: str, number: str = "", sizes: Sequence[float] = _SIZES
) -> None:
    """Draw a question with an icon beside it, or its ``number``."""
    c = ui.canvas
    c.panel(box, theme.PAPER, 22, lift=10)
    sign, words = _parts(box)
    c.disc(sign.centre, 84, theme.ACCENT)
    if number:
        c.text(sign, number, 46, theme.INK, "bold", align="centre", valign="middle")
    else:
        c.icon("megaphone", sign.place(48, 48), theme.INK)
    c.text(words, question, sizes, theme.INK, "semibold", valign="middle")


def _parts(box: Box) -> tuple[Box, Box]:
    """The places of the sign and of the words."""
    return box.inset(34, 10).cut_left(84, 34)
