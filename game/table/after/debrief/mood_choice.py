"""The mood widget: five numbered faces from sad to glad."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Weight
from game.gui.widgets.base import WidgetState, focus_ring
from game.gui.widgets.choice import Stepper


class MoodChoice(Stepper):
    """A mood from 1 to 5, or 0 for none yet. Keys and clicks work as in a number choice."""

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Five faces in a row, the chosen one coloured and raised."""
        for cell, number in zip(self._cells(), range(self.low, self.high + 1), strict=True):
            face, name = cell.cut_bottom(38)[1], cell.cut_bottom(38)[0]
            chosen = number == self.value
            draw_face(c, face, number, chosen=chosen)
            ink = theme.ACCENT if chosen else theme.CHALK_SOFT
            weight: Weight = "bold" if chosen else "regular"
            c.text(name, str(number), theme.ROOM, ink, weight, align="centre", valign="middle")
        if state.focus:
            focus_ring(c, self.box.inset(-4), 14)
        elif state.hover:
            c.outline(self.box.inset(-6), theme.ACCENT, 16, 2)


def draw_face(c: Canvas, box: Box, mood: int, *, chosen: bool) -> None:
    """A face with a mouth curved down (1) to up (5)."""
    side = min(box.w, box.h) * 0.94
    x, y = box.centre
    c.disc((x, y), side, theme.ACCENT if chosen else theme.PANEL)
    ink = theme.INK if chosen else theme.CHALK_SOFT
    if not chosen:
        c.disc((x, y), side, ink, max(2, side * 0.04))
    for eye in (-1, 1):
        c.disc((x + eye * side * 0.17, y - side * 0.12), side * 0.1, ink)
    bend = (mood - 3) * side * 0.1
    points = [
        (x + side * 0.27 * k / 8, y + side * 0.2 + bend * (0.5 - (k / 8) ** 2))
        for k in range(-8, 9)
    ]
    c.line(points, ink, max(3, side * 0.055))
