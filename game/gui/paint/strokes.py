"""What is painted, kept as a list: so that of two pictures only what differs is painted anew.

A screen is laid out from the beginning whenever anything changed, and most of it looks as before.
Its canvas then paints on :class:`Strokes`, which only remember; :class:`StillPicture` compares them
with those of before, and paints what has to be, where it has to be. The cost follows what changed,
not the size of the window.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pygame
from pygame import Rect, Surface

from game.gui.geometry import Point
from game.gui.theme import Colour

_TILE: Final = 32
"""The side in pixels of the squares in which changes are gathered."""
_FREE: Final = 0.25
"""If no more than this share of the rectangle round them is free, changes are painted in one go."""
_LITTLE: Final = 1 << 15
"""Fewer pixels than these are painted sooner than all strokes that cross two places, twice."""
Area = tuple[int, int, int, int]


class Stroke(NamedTuple):
    """One thing that was painted: how, with what, on which pixels, and within which.

    Two that are equal look the same; a surface is equal to itself alone. A plain shape has its
    place as the first of ``args``, and an ``edge``: so many pixels from its sides on it hides all
    below with one colour, and its corners are no larger.
    """

    paint: Callable[..., object]
    args: tuple[Any, ...]
    where: Area
    clip: Area
    edge: int | None = None


class Strokes:
    """Takes what a canvas paints as a surface does, and remembers it. Of a size in pixels."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.made: list[Stroke] = []
        self._whole = Rect(0, 0, *size)
        self._clip = self._whole

    def get_size(self) -> tuple[int, int]:
        """The size in pixels."""
        return self._whole.size

    def get_width(self) -> int:
        """The width in pixels."""
        return self._whole.w

    def get_clip(self) -> Rect:
        """The pixels on which is painted now."""
        return self._clip

    def set_clip(self, clip: Rect) -> None:
        """Paint within these pixels from now on."""
        self._clip = clip.clip(self._whole)

    # ------------------------------------------------------------------ painting
    def fill(self, colour: Colour, area: Rect | Area) -> None:
        """Fill a rectangle."""
        place = (area[0], area[1], area[2], area[3])
        self.add(Surface.fill, (colour, place), place)

    def blit(self, image: Surface, at: Rect | Point, part: Rect | Area | None = None) -> None:
        """Paint an image, or a part of it."""
        x, y = int(at[0]), int(at[1])
        if part is None:
            self.add(Surface.blit, (image, (x, y)), (x, y, *image.get_size()))
        else:
            cut = (part[0], part[1], part[2], part[3])
            self.add(Surface.blit, (image, (x, y), cut), (x, y, cut[2], cut[3]))

    def add(
        self,
        paint: Callable[..., object],
        args: tuple[Any, ...],
        where: Rect | Area,
        edge: int | None = None,
    ) -> None:
        """Have something painted with the surface and ``args``, on no other pixels than these."""
        clip = self._clip
        seen = clip.clip(where)
        if seen:
            place, within = (seen.x, seen.y, seen.w, seen.h), (clip.x, clip.y, clip.w, clip.h)
            self.made.append(Stroke(paint, args, place, within, edge))


Sheet = Surface | Strokes
"""What a canvas paints on."""


def put(
    sheet: Sheet,
    paint: Callable[..., object],
    args: tuple[Any, ...],
    where: Rect | Area,
    edge: int | None = None,
) -> None:
    """Paint something on a surface with ``args``, or have it remembered, on these pixels alone.

    For ``edge`` see :class:`Stroke`.
    """
    if isinstance(sheet, Strokes):
        sheet.add(paint, args, where, edge)
    else:
        paint(sheet, *args)


def line(sheet: Sheet, colour: Colour, a: Point, b: Point, thick: int) -> Rect:
    """Paint a smooth line; returns the pixels it may cover."""
    place = Rect(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]) + 1, abs(a[1] - b[1]) + 1)
    place.inflate_ip(2 * thick + 4, 2 * thick + 4)
    put(sheet, _line, (colour, a, b, thick), place)
    return place


def _line(surface: Surface, colour: Colour, a: Point, b: Point, thick: int) -> None:
    pygame.draw.aaline(surface, colour, a, b, thick)


def large_disc(sheet: Sheet, colour: Colour, at: tuple[int, int], px: int) -> Rect:
    """Paint a disc of a diameter, where a cached picture would be large; returns its pixels."""
    place = Rect(at[0] - px // 2 - 1, at[1] - px // 2 - 1, px + 2, px + 2)
    put(sheet, _disc, (colour, at, px), place)
    return place


def _disc(surface: Surface, colour: Colour, at: tuple[int, int], px: int) -> None:
    pygame.draw.aacircle(surface, colour, at, px / 2)


class StillPicture:
    """A surface, and what was painted on it last."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self._strokes: list[Stroke] = []

    def show(self, strokes: Strokes) -> list[Rect] | None:
        """Paint another picture; returns the pixels that were painted, ``None`` for all."""
        before, self._strokes = self._strokes, strokes.made
        whole, start = self.surface.get_rect(), _alike(zip(before, strokes.made, strict=False))
        if before and start == len(before):  # nothing has changed below what is new
            self._paint(self._strokes[start:], whole)
            return _gathered((stroke.where for stroke in self._strokes[start:]), whole)
        lines = [Rect(stroke.where) for stroke in self._strokes if stroke.paint is _line]
        differing = _differing(before[start:], self._strokes[start:])
        changed = _whole(_joined(_gathered(differing, whole)), lines)
        if not before or changed == [whole]:
            self._paint(self._strokes, whole)
            return None
        places = [stroke.where for stroke in self._strokes]
        for part in changed:
            self._paint((self._strokes[n] for n in part.collidelistall(places)), part)
        return changed

    def add(self, strokes: Strokes) -> None:
        """Paint something on top."""
        self._paint(strokes.made, self.surface.get_rect())
        if self._strokes:
            self._strokes = [*self._strokes, *strokes.made]

    def paint_again(self) -> None:
        """Paint all of it once more, as it is."""
        self._paint(self._strokes, self.surface.get_rect())

    def _paint(self, strokes: Iterable[Stroke], within: Rect) -> None:
        surface, clip = self.surface, None
        for paint, args, _, its, _ in strokes:
            if its != clip:
                clip = its
                surface.set_clip(within.clip(its))
            paint(surface, *args)
        surface.set_clip(None)


# ------------------------------------------------------------------ what differs
def _differing(old: Sequence[Stroke], new: Sequence[Stroke]) -> Iterator[Area]:
    """The pixels of strokes that are gone, new, or painted in another order than others.

    A shape that grew differs at its edges alone.
    """
    end = _alike(zip(reversed(old), reversed(new), strict=False))
    old, new = old[: len(old) - end], new[: len(new) - end]
    kept = _in_order(_pairs(old, new))
    gone = _left(old, {n for n, _ in kept})
    came = _left(new, {m for _, m in kept})
    grown = _in_order(_pairs([_kind(*one) for one in gone], [_kind(*one) for one in came]))
    still, again = {n for n, _ in grown}, {m for _, m in grown}
    yield from (stroke.where for n, (_, stroke) in enumerate(gone) if n not in still)
    yield from (stroke.where for m, (_, stroke) in enumerate(came) if m not in again)
    for n, m in grown:
        yield from _beyond(gone[n][1], came[m][1])


def _left(strokes: Sequence[Stroke], kept: Container[int]) -> list[tuple[int, Stroke]]:
    """The strokes that are not kept, each with how many kept ones lie below it."""
    found, below = [], 0
    for n, stroke in enumerate(strokes):
        if n in kept:
            below += 1
        else:
            found.append((below, stroke))
    return found


def _kind(below: int, stroke: Stroke) -> Hashable:
    """What shapes have in common that look alike but for their places: one grew to the other."""
    if stroke.edge is None:
        return None
    return below, stroke.paint, stroke.args[1:], stroke.clip


def _beyond(was: Stroke, now: Stroke) -> Iterator[Area]:
    """The pixels of two shapes of a kind outside of what both hide with their colour."""
    a, b, edge = Rect(was.args[0]), Rect(now.args[0]), now.edge or 0
    left = max(a.left, b.left) + edge * (a.left != b.left)
    top = max(a.top, b.top) + edge * (a.top != b.top)
    right = min(a.right, b.right) - edge * (a.right != b.right)
    bottom = min(a.bottom, b.bottom) - edge * (a.bottom != b.bottom)
    if right <= left or bottom <= top:
        yield from (was.where, now.where)
        return
    all_ = a.union(b)
    for band in (
        Rect(all_.x, all_.y, all_.w, top - all_.y),
        Rect(all_.x, bottom, all_.w, all_.bottom - bottom),
        Rect(all_.x, top, left - all_.x, bottom - top),
        Rect(right, top, all_.right - right, bottom - top),
    ):
        if seen := band.clip(now.clip):
            yield seen.x, seen.y, seen.w, seen.h


def _alike(pairs: Iterable[tuple[Stroke, Stroke]]) -> int:
    """How many pairs are equal before the first that is not."""
    count = 0
    for a, b in pairs:
        if a != b:
            break
        count += 1
    return count


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of equal ones, in the order of the new ones; none that is ``None`` has another."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for n in range(len(old) - 1, -1, -1):
        places[old[n]].append(n)
    places.pop(None, None)
    found = [(places[one], n) for n, one in enumerate(new) if one in places]
    return [(left.pop(), n) for left, n in found if left]


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of some pairs in which both places rise."""
    if all(a[0] < b[0] for a, b in pairwise(pairs)):
        return list(pairs)
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (place, _) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [n]
    found, n = [], last[-1] if last else -1
    while n >= 0:
        found.append(pairs[n])
        n = before[n]
    return found


def _gathered(areas: Iterable[Area], whole: Rect) -> list[Rect]:
    """Rectangles that cover some pixels and do not overlap, made of tiles.

    The tiles are bits of one number, row by row from the top.
    """
    wide, high = whole.w // _TILE + 1, whole.h // _TILE + 1
    first, marked = _first_column(wide, high), 0
    for x, y, w, h in areas:
        left, right = x // _TILE, (x + w - 1) // _TILE
        top, rows = y // _TILE, (y + h - 1) // _TILE - y // _TILE + 1
        tiles = (1 << (right + 1)) - (1 << left)
        marked |= (tiles * first[rows]) << (top * wide)
    found: list[Rect] = []
    top, tiles, row = 0, 0, 0
    while tiles or marked:
        below = marked & ((1 << wide) - 1)
        if below != tiles:
            found += (r.clip(whole) for r in _runs(top, row, tiles))
            top, tiles = row, below
        marked, row = marked >> wide, row + 1
    return found


@lru_cache(maxsize=4)
def _first_column(wide: int, high: int) -> list[int]:
    """The bits of the first tile of the first so many rows, of none to all."""
    rows = [0]
    for row in range(high):
        rows.append(rows[-1] | 1 << (row * wide))
    return rows


def _whole(parts: list[Rect], lines: Sequence[Rect]) -> list[Rect]:
    """The same parts, joined where a line meets them: in pieces it would not look the same."""
    joined = True
    while joined:
        joined = False
        for line in lines:
            met = line.collidelistall(parts)
            if not met or (len(met) == 1 and parts[met[0]].contains(line)):
                continue
            one = line.unionall([parts[n] for n in met])
            parts = [*(part for n, part in enumerate(parts) if n not in met), one]
            joined = True
    return parts


def _joined(parts: Sequence[Rect]) -> list[Rect]:
    """The same parts, neighbours joined that leave little of one rectangle free: what crosses many
    is painted in each."""
    found: list[Rect] = []
    filled = 0
    for part in parts:
        size = part.w * part.h
        one = found[-1].union(part) if found else part
        room = one.w * one.h
        if found and room - filled - size < max(_LITTLE, _FREE * room):
            found[-1], filled = one, filled + size
        else:
            found.append(part)
            filled = size
    return found


def _runs(top: int, bottom: int, tiles: int) -> Iterator[Rect]:
    """The rectangles of the runs of tiles in some rows."""
    column = 0
    while tiles:
        gap = (tiles & -tiles).bit_length() - 1
        column, tiles = column + gap, tiles >> gap
        run = (~tiles & (tiles + 1)).bit_length() - 1
        yield Rect(column * _TILE, top * _TILE, run * _TILE, (bottom - top) * _TILE)
        column, tiles = column + run, tiles >> run
