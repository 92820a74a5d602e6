"""A picture for each verdict, composed of shapes and icons."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.engine import TRACKS
from game.engine.events import Verdict
from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour, mix
from game.table import marks
from game.table.cards.parts import COIN

WIDTH, HEIGHT = 520, 380
"""The nominal size of the pictures; they are scaled to fit."""


def draw_verdict(c: Canvas, box: Box, verdict: Verdict) -> None:
    """Draw the picture of a verdict, centred in a box."""
    k = min(box.w / WIDTH, box.h / HEIGHT)
    _PICTURES[verdict](c, box.place(WIDTH * k, HEIGHT * k), k)


def _tabletop(c: Canvas, box: Box, k: float) -> list[Box]:
    """A wooden table seen from above; returns the boxes of its four trays."""
    c.shadow(box, 60 * k, 20 * k)
    c.shape(box, theme.WOOD_DARK, 60 * k)
    c.shape(box.inset(8 * k), theme.WOOD, 54 * k)
    c.shape(box.inset(24 * k), theme.WOOD_LIGHT, 42 * k)
    return box.inset(62 * k, 46 * k).grid(2, 2, 26 * k)


def _tray(c: Canvas, box: Box, k: float, colour: Colour, full: int) -> None:
    """A tray with room for eight pieces, ``full`` of them filled."""
    c.shape(box, mix(theme.WOOD_DARK, theme.INK, 0.3), 16 * k)
    c.outline(box, theme.CHALK_SOFT, 16 * k, 3 * k)
    for n, cell in enumerate(box.inset(14 * k, 12 * k).grid(4, 2, 8 * k)):
        if n < full:
            c.panel(cell, colour, 7 * k, line=theme.PAPER, width=2.5 * k)


def _full_table(c: Canvas, box: Box, k: float) -> None:
    for cell, track in zip(_tabletop(c, box, k), TRACKS, strict=True):
        _tray(c, cell, k, marks.TRACK[track].colour, 8)


def _realised(c: Canvas, box: Box, k: float) -> None:
    """A table with four full trays."""
    _full_table(c, box.inset(24 * k), k * 0.92)


def _together(c: Canvas, box: Box, k: float) -> None:
    """A table with four full trays, and everybody round it."""
    table = box.inset(62 * k, 58 * k)
    for side, y in ((-1, table.y), (1, table.bottom)):
        for i in range(4):
            x = table.x + table.w * (i + 0.5) / 4
            _person(c, (x, y + side * 18 * k), 62 * k)
    for x in (table.x - 18 * k, table.right + 18 * k):
        _person(c, (x, table.centre[1]), 62 * k)
    _full_table(c, table, k * 0.8)


def _person(c: Canvas, at: Point, size: float) -> None:
    c.disc(at, size, theme.GOOD_DARK)
    c.disc(at, size * 0.9, theme.GOOD)
    place = Box(at[0] - size / 2, at[1] - size / 2, size, size)
    c.icon("user-round", place.inset(size * 0.2), theme.INK)


def _price_paid(c: Canvas, box: Box, k: float) -> None:
    """A cracked coin."""
    x, y = box.centre
    d = 340 * k
    c.disc((x + 5 * k, y + 10 * k), d, theme.FELT_DARK)
    c.disc((x, y), d, mix(COIN, theme.INK, 0.4))
    c.disc((x, y), d * 0.94, COIN)
    c.disc((x, y), d * 0.76, mix(COIN, theme.PAPER, 0.35))
    side = d * 0.42
    c.icon("coins", Box(x - side / 2, y - side / 2, side, side), mix(COIN, theme.INK, 0.65))
    steps = [(0.05, -0.492), (-0.05, -0.3), (0.1, -0.1), (-0.08, 0.12), (0.07, 0.3), (-0.02, 0.494)]
    left = [(x + dx * d - 9 * k, y + dy * d) for dx, dy in steps]
    right = [(x + dx * d + 9 * k, y + dy * d) for dx, dy in steps]
    c.polygon([*left, *reversed(right)], theme.FELT_DARK)
    branch = [(0.1, -0.1), (0.26, -0.16), (0.36, -0.06), (0.485, -0.1)]
    c.line([(x + dx * d, y + dy * d) for dx, dy in branch], theme.FELT_DARK, 9 * k)


def _on_the_way(c: Canvas, box: Box, k: float) -> None:
    """A road to a flag, half of it travelled."""
    _way(c, box, k, 0.5)


def _nearly(c: Canvas, box: Box, k: float) -> None:
    """The same road, and the flag close by."""
    _way(c, box, k, 0.86)


def _way(c: Canvas, box: Box, k: float, gone: float) -> None:
    """A road to a flag, and how much of it has been gone."""
    x, top, low = box.centre[0], box.y + 96 * k, box.bottom - 6 * k
    _road(c, x, (top, low), (36 * k, 250 * k), mix(theme.FELT_DARK, theme.CHALK_SOFT, 0.28))
    here = low - (low - top) * gone
    half = (250 - (250 - 36) * gone) * k
    _road(c, x, (here, low), (half, 250 * k), mix(theme.FELT_DARK, theme.CHALK_SOFT, 0.55))
    for i in range(5):
        a, b = (i + 0.12) / 5, (i + 0.62) / 5
        ya, yb = (top + (low - top) * share**1.5 for share in (a, b))
        wa, wb = (3 * k + 9 * k * share for share in (a, b))
        c.polygon([(x - wa, ya), (x + wa, ya), (x + wb, yb), (x - wb, yb)], theme.PAPER)
    c.fill(Box(x - 4 * k, box.y, 8 * k, top - box.y), theme.CHALK)
    cloth = [(x, box.y), (x + 92 * k, box.y + 30 * k), (x, box.y + 60 * k)]
    c.polygon(cloth, theme.ACCENT)
    _person(c, (x + half / 2, here + 30 * k), 76 * k)


def _road(
    c: Canvas, x: float, y: tuple[float, float], half: tuple[float, float], colour: Colour
) -> None:
    (top, low), (a, b) = y, half
    c.polygon([(x - a, top), (x + a, top), (x + b, low), (x - b, low)], colour)


def _not_realised(c: Canvas, box: Box, k: float) -> None:
    """A table whose trays are nearly empty, the idea card still on it."""
    cells = _tabletop(c, box.inset(24 * k), k * 0.92)
    for cell, track, full in zip(cells, TRACKS, (1, 0, 1, 0), strict=True):
        _tray(c, cell, k * 0.92, marks.TRACK[track].colour, full)
    card = box.place(118 * k, 156 * k)
    c.panel(card, theme.PAPER, 14 * k, line=theme.PAPER_LINE, lift=16 * k)
    c.icon("lightbulb", card.inset(24 * k), theme.INK_SOFT)


def _stopped(c: Canvas, box: Box, k: float) -> None:
    """A stop sign."""
    x, y = box.centre[0], box.y + 158 * k
    c.shape(Box(x - 11 * k, y, 22 * k, box.bottom - y), theme.CHALK_SOFT, 6 * k)
    for radius, colour in ((158, theme.PAPER), (146, theme.BAD_DARK)):
        c.polygon(_octagon((x, y), radius * k), colour)
    side = 150 * k
    c.icon("hand", Box(x - side / 2, y - side / 2, side, side), theme.PAPER)


def _octagon(at: Point, radius: float) -> list[Point]:
    turns = [math.pi / 8 + i * math.pi / 4 for i in range(8)]
    return [(at[0] + radius * math.cos(a), at[1] + radius * math.sin(a)) for a in turns]


_PICTURES: dict[Verdict, Callable[[Canvas, Box, float], None]] = {
    "stopped": _stopped,
    "together": _together,
    "realised": _realised,
    "price_paid": _price_paid,
    "nearly": _nearly,
    "on_the_way": _on_the_way,
    "not_realised": _not_realised,
}
