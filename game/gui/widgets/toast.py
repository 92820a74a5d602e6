"""A line, large enough for the room, that disappears after a while."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.widgets.tooltip import draw_in_lane, fits_lane

Pressed = Callable[[], Sequence[Box]]
"""Finds the boxes of what can be pressed."""
_TO_NOTICE: Final = 4
_LETTERS_A_SECOND: Final = 10
"""As fast as people read who talk meanwhile."""
_LONGEST: Final = 20
_ABOVE: Final = 40
"""Between it and what can be pressed below it."""


def reading_time(text: str) -> float:
    """How many seconds a text is shown: until it is seen and read across a room.

    >>> reading_time("Noted."), reading_time("x" * 80), reading_time("x" * 800)
    (4.6, 12.0, 20)
    """
    return min(_TO_NOTICE + len(text) / _LETTERS_A_SECOND, _LONGEST)


class Toast:
    """The last message and the time it has left."""

    def __init__(self) -> None:
        self._text = ""
        self._left = 0.0
        self._refuses = False

    @property
    def shown(self) -> bool:
        """Whether there is anything to read now."""
        return self._left > 0

    def say(self, text: str, seconds: float | None = None, *, refuses: bool = False) -> None:
        """Show a text until it is read; whether it ``refuses`` what was just tried."""
        self._text, self._refuses = text, refuses
        self._left = reading_time(text) if seconds is None else seconds

    def forget(self, text: str = "") -> bool:
        """It has been read, or only this text; whether there was anything."""
        if text and text != self._text:
            return False
        shown, self._left = self.shown, 0.0
        return shown

    def forget_refusal(self) -> bool:
        """What was refused is no longer news, as something else was done; whether it was shown."""
        shown = self._refuses and self.shown
        if self._refuses:
            self._left = 0.0
        return shown

    def advance(self, dt: float) -> bool:
        """Advance time; true when the message has just disappeared."""
        before, self._left = self._left, max(0.0, self._left - dt)
        return before > 0 and self._left == 0

    def draw(self, c: Canvas, area: Box, lane: Box | None, pressed: Pressed) -> None:
        """Draw it in the lane that the screen keeps for it, or else near the lower edge.

        There it goes above what can be ``pressed``; to the upper edge, where a title stands, only
        if it would lie over less of that.
        """
        if not self.shown:
            return
        if lane is not None and fits_lane(c, lane, self._text):
            draw_in_lane(c, lane, self._text, "message-square-text", theme.ACCENT_DARK)
        else:
            self._draw_free(c, area, pressed())

    def _draw_free(self, c: Canvas, area: Box, pressed: Sequence[Box]) -> None:
        size, widest = theme.ROOM, area.w * 0.7
        lines = c.type.wrap(self._text, widest, size, "semibold")
        wide = max(c.type.width(line, size, "semibold") for line in lines) + 2
        high = c.type.line_height(size) * len(lines)
        box = Box(0, 0, wide + 72, high + 36).move(area.centre[0] - wide / 2 - 36)
        lowest = area.bottom - box.h
        foot = min((at.y for at in pressed if at.bottom > lowest), default=area.bottom)
        heights = (lowest - 48, lowest, foot - box.h - _ABOVE, area.y)
        places = [box.move(dy=y) for y in heights]
        box = min(places, key=lambda at: sum(at.overlap(other) for other in pressed))
        c.panel(box, theme.PAPER, 20, line=theme.ACCENT, width=4, lift=20)
        c.text(box.inset(36, 18), self._text, size, theme.INK, "semibold", align="centre")
