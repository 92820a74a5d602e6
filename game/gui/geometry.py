"""Layout: boxes in design units, cut into rows and columns.

A window of 1920 × 1080 is 1920 × 1080 design units. A larger or smaller window has the same units
larger or smaller; one of another shape has more of them in one direction, never fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pygame import Rect

from game.frozen import frozen

Point = tuple[float, float]
"""A place in design units."""
BASE = (1920, 1080)


def unit(size: tuple[int, int]) -> float:
    """Pixels per design unit in a window of this size in pixels."""
    return min(size[0] / BASE[0], size[1] / BASE[1])


@frozen
class Box:
    """An immutable rectangle in design units; cutting returns new boxes."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The centre point."""
        return self.x + self.w / 2, self.y + self.h / 2

    def __contains__(self, at: tuple[float, float]) -> bool:
        return self.x <= at[0] < self.right and self.y <= at[1] < self.bottom

    def px(self, u: float) -> Rect:
        """The pixels it covers; adjacent boxes stay adjacent in pixels."""
        x, y = self.x, self.y  # asked hundreds of times in a frame
        left, top = round(x * u), round(y * u)
        return Rect(left, top, round((x + self.w) * u) - left, round((y + self.h) * u) - top)

    def overlap(self, other: Box) -> float:
        """The size of the area common to two boxes, in square units."""
        wide = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        if wide <= 0:  # most boxes lie elsewhere: this is asked thousands of times in a frame
            return 0.0
        high = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return wide * high if high > 0 else 0.0

    def move(self, dx: float = 0, dy: float = 0) -> Box:
        """The box moved by an offset."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def scaled(self, by: float) -> Box:
        """The same area in units that are smaller by a factor."""
        return Box(self.x * by, self.y * by, self.w * by, self.h * by)

    def inset(self, x: float, y: float | None = None) -> Box:
        """Smaller by ``x`` on the left and right and ``y`` (or ``x``) above and below."""
        y = x if y is None else y
        return Box(self.x + x, self.y + y, max(0, self.w - 2 * x), max(0, self.h - 2 * y))

    def cut_top(self, h: float, gap: float = 0) -> tuple[Box, Box]:
        """A strip of height ``h`` from the top, and the rest below a gap."""
        return Box(self.x, self.y, self.w, h), Box(
            self.x, self.y + h + gap, self.w, max(0, self.h - h - gap)
        )

    def cut_bottom(self, h: float, gap: float = 0) -> tuple[Box, Box]:
        """A strip of height ``h`` from the bottom, and the rest above a gap."""
        return Box(self.x, self.bottom - h, self.w, h), Box(
            self.x, self.y, self.w, max(0, self.h - h - gap)
        )

    def cut_left(self, w: float, gap: float = 0) -> tuple[Box, Box]:
        """A strip of width ``w`` from the left, and the rest right of a gap."""
        return Box(self.x, self.y, w, self.h), Box(
            self.x + w + gap, self.y, max(0, self.w - w - gap), self.h
        )

    def cut_right(self, w: float, gap: float = 0) -> tuple[Box, Box]:
        """A strip of width ``w`` from the right, and the rest left of a gap."""
        return Box(self.right - w, self.y, w, self.h), Box(
            self.x, self.y, max(0, self.w - w - gap), self.h
        )

    def rows(self, parts: int | Sequence[float], gap: float = 0) -> list[Box]:
        """Cut into rows: a number of equal ones, or heights in proportion."""
        return [Box(self.x, self.y + at, self.w, h) for at, h in _shares(parts, self.h, gap)]

    def columns(self, parts: int | Sequence[float], gap: float = 0) -> list[Box]:
        """Cut into columns: a number of equal ones, or widths in proportion."""
        return [Box(self.x + at, self.y, w, self.h) for at, w in _shares(parts, self.w, gap)]

    def grid(self, columns: int, rows: int, gap: float = 0) -> list[Box]:
        """Cut into equal cells, row by row."""
        return [cell for row in self.rows(rows, gap) for cell in row.columns(columns, gap)]

    def place(self, w: float, h: float, across: float = 0.5, down: float = 0.5) -> Box:
        """A box of this size inside: 0 is left or top, 0.5 the middle, 1 right or bottom."""
        return Box(self.x + (self.w - w) * across, self.y + (self.h - h) * down, w, h)


def _shares(
    parts: int | Sequence[float], length: float, gap: float
) -> Iterator[tuple[float, float]]:
    shares = [1.0] * parts if isinstance(parts, int) else list(parts)
    room = max(0.0, length - gap * (len(shares) - 1))
    total, at = sum(shares) or 1, 0.0
    for share in shares:
        yield at, room * share / total
        at += room * share / total + gap
