"""Animates the transition from scene to scene, and marks what the last change was.

A piece on its way is left out of the still layer and drawn over it; a frame costs what moves.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import partial

import pygame
from pygame import Surface

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.kept import KeptParts
from game.gui.motion.animation import LONGEST, Animator, between
from game.gui.motion.scene import Changes, Piece, PieceMove, Scene, Values, compare
from game.gui.paint.canvas import Canvas

_MARGIN = 12
"""Design units round the picture of a piece for its shadow."""
_STAGGER = 0.08
"""Seconds between the first and the last of several pieces that are dealt together."""


class Transitions:
    """The transitions of one screen from scene to scene."""

    def __init__(
        self, animator: Animator, on_rest: Callable[[Callable[[Canvas], None]], object]
    ) -> None:
        self.animator = animator
        self.on_rest = on_rest
        """Called with a function that draws what has come to rest on the still layer."""
        self.changes = Changes()
        self.dropped: dict[str, Box] = {}
        """The boxes where dragged pieces were dropped; the next transition starts from there."""
        self._seen: tuple[object, Box, Scene] | None = None
        self._under_way: _UnderWay | None = None
        self._parts = KeptParts()

    def forget_parts(self) -> None:
        """Draw every piece and gauge anew."""
        self._parts.forget()

    def hides(self, key: str) -> bool:
        """Whether a piece is moving, so that it must not be drawn at its destination."""
        return self._under_way is not None and key in self._under_way.keys

    def draw(self, c: Canvas, area: Box, now: Scene, state: object, *, covered: bool) -> None:
        """Draw a scene at rest, except for what has started to move.

        ``state`` is what it shows: with another one what differs moves. While another screen
        covers this one nothing moves; it does so when it is uncovered.
        """
        if not covered:
            self._set_out(area, now, state)
        under_way = self._under_way.keys if self._under_way else set()
        self._rest(now, {*now.pieces, *now.gauges} - under_way, c)

    def _rest(self, now: Scene, keys: Container[str], c: Canvas) -> None:
        """Draw the pieces and gauges with these keys at rest."""
        self._parts.begin(c, None)
        for key, piece in now.pieces.items():
            if key in keys:
                marked = key in self.changes.highlighted
                self._parts.add(key, (piece, marked), partial(_piece, c, piece, marked))
        for key, gauge in now.gauges.items():
            if key in keys:
                was = self.changes.counted.get(key, gauge.values)
                draw = partial(gauge.draw, c, gauge.box, gauge.values, was)
                self._parts.add(("gauge", key), (gauge, was), draw)

    def _set_out(self, area: Box, now: Scene, state: object) -> None:
        seen, dropped = self._seen, self.dropped
        self._seen, self.dropped = (state, area, now), {}
        if seen is None:
            return
        before, room, then = seen
        if before is state and not dropped:
            if self._under_way is not None:
                self._under_way.now = now
            return
        changes = compare(then, now, dropped)
        if before is not state:
            self.changes = changes
        if room == area and not self.animator.reduced:
            self._begin(now, changes)

    def _begin(self, now: Scene, changes: Changes) -> None:
        """Start the animations of all changes; call ``on_rest`` when the last one is over."""
        counted = changes.counted if changes is self.changes else {}
        keys = {move.key for move in changes.moves} | set(counted)
        if not keys:
            return
        under_way = self._under_way = _UnderWay(keys, now)
        arriving = [move.key for move in changes.moves if move.was is None]
        for move in changes.moves:
            late = arriving.index(move.key) / len(arriving) if move.was is None else 0.0
            self._play(under_way, move.key, _Slide(move).draw, late * _STAGGER)
        for key, was in counted.items():
            self._play(under_way, key, partial(_count, under_way, key, was), 0.0)

    def _play(
        self, under_way: _UnderWay, key: str, draw: Callable[[Canvas, float], None], wait: float
    ) -> None:
        def rest() -> None:
            under_way.left.discard(key)
            if not under_way.left and self._under_way is under_way:
                self._under_way = None
                self.on_rest(partial(self._rest, under_way.now, under_way.keys))

        self.animator.play(draw, LONGEST - _STAGGER, done=rest, wait=wait)


@dataclass(slots=True)
class _UnderWay:
    """Moving pieces and gauges: all ``keys``, those still ``left``, and the scene at the end."""

    keys: set[str]
    now: Scene
    left: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.left = set(self.keys)


def _count(under_way: _UnderWay, key: str, was: Values, c: Canvas, share: float) -> None:
    gauge = under_way.now.gauges.get(key)
    if gauge is not None:
        values = tuple(between(a, b, share) for a, b in zip(was, gauge.values, strict=True))
        gauge.draw(c, gauge.box, values, was)


class _Slide:
    """The animation of one piece. Its pictures are drawn once and live as long as it does."""

    def __init__(self, move: PieceMove) -> None:
        self.move = move
        self._pictures: dict[int, Surface] = {}

    def draw(self, c: Canvas, share: float) -> None:
        """Slide; a piece with a new appearance turns over half way; a new piece grows."""
        move = self.move
        place = _part(move.start, move.end, share)
        piece, turned = move.now, 1.0
        if move.was is not move.now and move.was and move.now:
            piece = move.was if share < 0.5 else move.now
            turned = max(0.04, abs(1 - 2 * share))
        visible = piece or move.was
        if visible is not None:
            wide = place.w * turned
            self._blit(c, visible, Box(place.x + (place.w - wide) / 2, place.y, wide, place.h))

    def _blit(self, c: Canvas, piece: Piece, place: Box) -> None:
        picture = self._picture(c, piece)
        share = (place.w / piece.box.w, place.h / piece.box.h)
        if abs(share[0] - 1) > 0.01 or abs(share[1] - 1) > 0.01:
            size = (picture.get_width() * share[0], picture.get_height() * share[1])
            picture = pygame.transform.smoothscale(picture, (max(1, size[0]), max(1, size[1])))
        c.image(picture, (place.x - _MARGIN * share[0], place.y - _MARGIN * share[1]))

    def _picture(self, c: Canvas, piece: Piece) -> Surface:
        """A piece drawn on a transparent surface of its own, with room for its shadow."""
        found = self._pictures.get(id(piece))
        if found is None:
            rect = piece.box.inset(-_MARGIN).px(c.u)
            found = self._pictures[id(piece)] = Surface(rect.size, pygame.SRCALPHA)
            piece.draw(Canvas(found, c.type, origin=rect.topleft), piece.box)
        return found


def _part(start: Box, end: Box, share: float) -> Box:
    """The box between two others at a share of the way."""
    sides = zip((start.x, start.y, start.w, start.h), (end.x, end.y, end.w, end.h), strict=True)
    return Box(*(between(a, b, share) for a, b in sides))


def _piece(c: Canvas, piece: Piece, marked: bool) -> None:
    piece.draw(c, piece.box)
    if marked:
        point_out(c, piece.box)


def point_out(c: Canvas, box: Box) -> None:
    """Mark what the last action changed by corners, as a frame marks what is pointed at."""
    arm = min(16.0, box.w / 3, box.h / 3)
    for colour, off, thick in ((theme.FELT_DARK, 6.0, 7.0), (theme.ACCENT, 5.0, 4.0)):
        outer = box.inset(-off)
        for x, dx in ((outer.x, 1), (outer.right, -1)):
            for y, dy in ((outer.y, 1), (outer.bottom, -1)):
                _corner(c, (x, y), (dx * arm, dy * arm), thick, colour)


def _corner(
    c: Canvas, at: Point, arm: tuple[float, float], thick: float, colour: theme.Colour
) -> None:
    (x, y), (dx, dy) = at, arm
    t, u = (thick if dx > 0 else -thick), (thick if dy > 0 else -thick)
    for w, h in ((dx, u), (t, dy)):
        c.fill(Box(min(x, x + w), min(y, y + h), abs(w), abs(h)), colour)
