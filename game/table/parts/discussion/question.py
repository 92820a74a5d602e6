"""Draws a question to the room, large on paper."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui


def draw_question(ui: Ui, box: Box, question: str, number: str = "") -> None:
    """Draw a question with an icon beside it, or its ``number``."""
    c = ui.canvas
    c.panel(box, theme.PAPER, 22, lift=10)
    sign, words = box.inset(34, 18).cut_left(84, 34)
    c.disc(sign.centre, 84, theme.ACCENT)
    if number:
        c.text(sign, number, 46, theme.INK, "bold", align="centre", valign="middle")
    else:
        c.icon("megaphone", sign.place(48, 48), theme.INK)
    sizes = (52, 48, 44, 40, 36, 33, theme.ROOM, 27, 24)
    c.text(words, question, sizes, theme.INK, "semibold", valign="middle")
