"""The layout of text in a field: its lines, the position of each letter, the visible part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.frozen import frozen
from game.gui.geometry import Point
from game.gui.text.editing import soft_lines

AIR = 6
"""Design units kept free after the caret of a single line."""


@frozen
class Lines:
    """The lines of a text: where each begins and ends, all ``high``, measured by ``width``."""

    text: str
    spans: Sequence[tuple[int, int]]
    high: float
    width: Callable[[str], float]

    @classmethod
    def of(cls, text: str, high: float, width: Callable[[str], float], room: float | None) -> Lines:
        """A text broken into lines no wider than ``room``, or in a single line."""
        if room is None:
            return cls(text, [(0, len(text))], high, width)
        return cls(text, soft_lines(text, lambda part: width(part) <= room), high, width)

    @property
    def height(self) -> float:
        """The height of all lines together."""
        return len(self.spans) * self.high

    def row(self, offset: int) -> int:
        """The line that contains an offset."""
        return max((i for i, (start, _) in enumerate(self.spans) if start <= offset), default=0)

    def x(self, offset: int) -> float:
        """The x of an offset, from the left."""
        start, _ = self.spans[self.row(offset)]
        return self.width(self.text[start:offset])

    def nearest(self, row: int, x: float) -> int:
        """The offset in a line that is nearest to ``x``."""
        start, end = self.spans[min(len(self.spans) - 1, max(0, row))]
        return min(range(start, end + 1), key=lambda at: abs(self.width(self.text[start:at]) - x))

    def at(self, point: Point) -> int:
        """The offset nearest to a point, measured from the corner of the first line."""
        return self.nearest(int(point[1] // self.high), point[0])


@dataclass(slots=True)
class Viewport:
    """The visible part of a text; it follows the caret when that moves, and the mouse wheel."""

    x: float = 0.0
    y: float = 0.0
    _followed: tuple[str, int] = ("", -1)

    def follow(self, lines: Lines, caret: int, room: Point) -> None:
        """Scroll to the caret if it or the text has changed since the last call."""
        if self._followed != (lines.text, caret):
            self._followed = (lines.text, caret)
            x, y = lines.x(caret), lines.row(caret) * lines.high
            self.x = min(x, max(self.x, x - room[0] + AIR))
            self.y = min(y, max(self.y, y + lines.high - room[1]))
        whole = lines.width(lines.text) if len(lines.spans) == 1 else 0.0
        self.x = min(self.x, max(0.0, whole - room[0] + AIR))
        self.y = min(self.y, max(0.0, lines.height - room[1]))

    def rest(self) -> None:
        """Scroll to the start; the next ``follow`` scrolls to the caret again."""
        self.x, self._followed = 0.0, ("", -1)

    def scroll(self, by: float, lines: Lines, room: Point) -> bool:
        """Scroll up or down; false at the end."""
        to = min(max(0.0, lines.height - room[1]), max(0.0, self.y + by))
        moved, self.y = to != self.y, to
        return moved
