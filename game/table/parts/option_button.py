"""One of a few ways to choose between, as large as a row: its number, its text, what it does."""

from __future__ import annotations

from collections.abc import Callable

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.widgets.button import Button


class OptionButton(Button):
    """One option of a choice: its number, its text, and its effects, each with an icon."""

    def __init__(
        self,
        key: str,
        box: Box,
        words: tuple[str, str, list[tuple[str, str]]],
        on_click: Callable[[], object],
        *,
        shortcut: int,
        reason: str = "",
    ) -> None:
        super().__init__(key, box, words[1], on_click, reason=reason, shortcut=shortcut)
        self.number = words[0]
        self.lines = words[2]

    def _face(self, c: Canvas, ink: theme.Colour) -> None:
        number, words = self.box.inset(28, 18).cut_left(84, 28)
        c.disc(number.centre, 84, theme.FLAT if self.reason else theme.ACCENT)
        number_ink = ink if self.reason else theme.INK
        c.text(number, self.number, 48, number_ink, "bold", align="centre", valign="middle")
        upper, lower = words.rows([4, 5], 8)
        c.text(upper, self.label, (38, 34, theme.ROOM, 26), ink, "bold", valign="middle")
        row = lower.rows(len(self.lines), 4)
        for cell, (sign, line) in zip(row, self.lines, strict=True):
            icon, words_box = cell.cut_left(40, 14)
            c.icon(sign, icon.place(38, 38), ink if self.reason else theme.ACCENT_DARK)
            c.text(words_box, line, (32, theme.ROOM, 26, 24), ink, valign="middle")
