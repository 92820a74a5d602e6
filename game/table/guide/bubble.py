"""The placement of a hint: near its target, without covering anything needed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pygame import Rect

from game.frozen import frozen
from game.gui.geometry import Box, Point

GAP = 34
"""The distance from the target to the bubble; the arrow is drawn between them."""
_MARGIN = 16
_AIR = 6
_GRID = 30
_GOOD = 130.0
"""A place beside the target with at most this cost is taken without searching further."""
_TEXT = 12.0
"""How far the bubble moves away to avoid covering text, in sides of a square of that area."""
_STEP = 8
"""How densely, in design units, the way of an arrow is searched for what it may not cross."""


@frozen
class BubblePlace:
    """The box of the bubble, and whether it is good: it covers nothing that is pressed or read, and
    has an arrow to its target, as without one it seems to be about what it lies beside.
    """

    box: Box
    free: bool


def place(
    area: Box,
    target: Box,
    sizes: Sequence[tuple[float, float]],
    pressed: Sequence[Box],
    read: Sequence[Box] = (),
    in_the_way: Sequence[Box] = (),
) -> BubblePlace:
    """The best place for a bubble of one of these sizes in an area.

    It covers neither the ``target`` nor the boxes that can be ``pressed``, and if there is room not
    those that are ``read``; of all such places the nearest is chosen. If there is none, the place
    that covers least is. An arrow to the target may not cross what is ``in_the_way``.
    """
    inner = area.inset(_MARGIN)
    hard = [target.inset(-GAP * 0.7), *(box.inset(-_AIR) for box in pressed)]
    kept, texts = _Areas(hard), _Areas(read)
    beside = [box for size in sizes for box in _beside(inner, target, size)]
    best = _best(beside, target, kept, texts, _Ranked(math.inf, math.inf, beside[0]))
    if best.covered or best.cost > _GOOD:
        best = _best(_anywhere(inner, sizes), target, kept, texts, best)
    covers = best.covered or texts.below(best.box)
    belongs = arrow(best.box, target, in_the_way) is not None
    return BubblePlace(best.box, not covers and belongs)


class _Ranked(NamedTuple):
    """A place: how much it covers of the areas that must stay free, and its other cost."""

    covered: float
    cost: float
    box: Box


def _best(boxes: Sequence[Box], target: Box, kept: _Areas, texts: _Areas, best: _Ranked) -> _Ranked:
    """The best of some places and of what was best until now, examining the nearest first."""
    ranked = sorted(((distance(box, target), box) for box in boxes), key=lambda pair: pair[0])
    for far, box in ranked:
        if best.covered == 0 and far >= best.cost:
            break  # no place further away can be better
        covered = kept.below(box, best.covered)
        if covered <= best.covered:
            cost = far + _TEXT * math.sqrt(texts.below(box))
            best = min(best, _Ranked(covered, cost, box), key=lambda b: (b.covered, b.cost))
    return best


class _Areas:
    """Boxes, each with how often it counts, and the pixels round them, by which the few that a
    place touches are found at once."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = list(Counter(boxes).items())
        self.rects = [_around(box) for box, _ in self.boxes]

    def below(self, place: Box, most: float = math.inf) -> float:
        """The area of the boxes that a place lies over; counted no further once it is over most."""
        found = 0.0
        for i in _around(place).collidelistall(self.rects):
            box, times = self.boxes[i]
            found += times * place.overlap(box)
            if found > most:
                break
        return found


def _around(box: Box) -> Rect:
    return Rect(int(box.x) - 1, int(box.y) - 1, int(box.w) + 3, int(box.h) + 3)


def _beside(area: Box, target: Box, size: tuple[float, float]) -> Iterator[Box]:
    """Places beside the target, on all sides."""
    w, h = size
    for share in (0.5, 0.0, 1.0):
        x = target.x + (target.w - w) * share
        y = target.y + (target.h - h) * share
        yield within(area, Box(x, target.y - GAP - h, w, h))
        yield within(area, Box(x, target.bottom + GAP, w, h))
        yield within(area, Box(target.x - GAP - w, y, w, h))
        yield within(area, Box(target.right + GAP, y, w, h))


def _anywhere(area: Box, sizes: Sequence[tuple[float, float]]) -> list[Box]:
    """Places all over an area, on a grid."""
    return [
        Box(area.x + column * _GRID, area.y + row * _GRID, w, h)
        for w, h in sizes
        for row in range(int((area.h - h) // _GRID) + 1)
        for column in range(int((area.w - w) // _GRID) + 1)
    ]


def within(area: Box, box: Box) -> Box:
    """A box moved so that it lies inside an area."""
    x = max(area.x, min(box.x, area.right - box.w))
    y = max(area.y, min(box.y, area.bottom - box.h))
    return Box(x, y, box.w, box.h)


def distance(a: Box, b: Box) -> float:
    """The distance from the edge of one box to the edge of another."""
    dx = max(b.x - a.right, a.x - b.right, 0)
    dy = max(b.y - a.bottom, a.y - b.bottom, 0)
    return math.hypot(dx, dy)


def nearest(box: Box, at: tuple[float, float]) -> tuple[float, float]:
    """The point of a box that is nearest to another point."""
    return max(box.x, min(at[0], box.right)), max(box.y, min(at[1], box.bottom))


def arrow(at: Box, target: Box, in_the_way: Sequence[Box]) -> tuple[Point, Point] | None:
    """The ends of the arrow from the bubble to its target; none through what is ``in_the_way``.

    The frame round the target tells enough then.
    """
    tip = nearest(target, at.centre)
    foot = nearest(at, tip)
    long = math.dist(tip, foot)
    if long < 4:
        return None
    steps = range(int(long / _STEP) + 1)
    on_it = [between(tip, foot, step * _STEP / long) for step in steps]
    if any(point in box.inset(-_STEP) for point in on_it[1:] for box in in_the_way):
        return None
    return tip, foot


def between(a: Point, b: Point, share: float) -> Point:
    """The point that lies at a share of the way from one point to another."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
