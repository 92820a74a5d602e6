"""The mood widget: five numbered faces from sad to glad."""

from __future__ import annotations

import math

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Weight
from game.gui.theme import Colour
from game.gui.widgets.base import WidgetState, focus_ring
from game.gui.widgets.choice import Stepper

_MOUTH = 8
"""The straight pieces of each half of a mouth."""


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
    _draw_mouth(c, (x, y + side * 0.2), side * 0.27, (mood - 3) * side * 0.1, ink)


def _draw_mouth(c: Canvas, at: Point, half: float, bend: float, ink: Colour) -> None:
    """An arc as broad as twice ``half``, equally thick all along, with round ends."""
    x, y = at
    thick = max(3.0, half * 0.2)
    steps = [k / _MOUTH for k in range(-_MOUTH, _MOUTH + 1)]
    arc = [(x + half * k, y + bend * (0.5 - k * k)) for k in steps]
    across = []
    for k in steps:
        slope = -2 * bend * k / half
        length = math.hypot(1, slope)
        across.append((-slope / length * thick / 2, thick / 2 / length))
    over = [(px - dx, py - dy) for (px, py), (dx, dy) in zip(arc, across, strict=True)]
    under = [(px + dx, py + dy) for (px, py), (dx, dy) in zip(arc, across, strict=True)]
    c.polygon([*over, *reversed(under)], ink)
    for end in (arc[0], arc[-1]):
        c.disc(end, thick, ink)
