"""A place on a page."""

from __future__ import annotations

from game.frozen import frozen


@frozen
class Box:
    """A rectangle in points, its origin at the upper left."""

    x: float
    y: float
    w: float
    h: float

    @property
    def middle(self) -> float:
        """The y of the middle."""
        return self.y + self.h / 2

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h
