"""The pieces and gauges of a screen, and what differs between two such scenes.

A screen declares its pieces, each with a box, and its gauges, each with values, under the key of
what they are: a card keeps its key wherever it lies. When the state has changed, the scenes before
and after are compared. So no action has a movement of its own, and an undo moves back by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from game.frozen import frozen
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas

Values = tuple[float, ...]


@frozen
class Piece:
    """Something that can move, such as a card.

    ``appearance`` is compared: where it differs, the piece shows something new. ``origins`` are
    keys under which it may have been before, or of the pieces it comes out of. ``entrance`` is
    where a new piece comes from. One that is not ``highlighted`` comes and goes unmarked.
    """

    key: str
    box: Box
    draw: Callable[[Canvas, Box], None]
    appearance: object = None
    origins: tuple[str, ...] = ()
    entrance: Box | None = None
    highlighted: bool = True


@frozen
class Gauge:
    """A counter. ``draw`` gets the values to show, and those before the last change, which are the
    same when it did not change them."""

    key: str
    box: Box
    values: Values
    draw: Callable[[Canvas, Box, Values, Values], None]


@dataclass(slots=True)
class Scene:
    """The pieces and gauges of a screen, by key."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    gauges: dict[str, Gauge] = field(default_factory=dict)


@frozen
class PieceMove:
    """The move of a piece from ``start``, where it was ``was``, to ``end``, where it is ``now``.

    ``None``: it did not exist before, or is gone. If its appearance is unchanged, both are equal.
    """

    key: str
    start: Box
    end: Box
    was: Piece | None
    now: Piece | None


@frozen
class Changes:
    """What differs between two scenes. ``highlighted`` are the keys of pieces to mark as changed,
    not those that only made room."""

    moves: tuple[PieceMove, ...] = ()
    highlighted: frozenset[str] = frozenset()
    counted: Mapping[str, Values] = field(default_factory=dict)
    """The previous values of the gauges that changed, by key."""


def compare(before: Scene, after: Scene, dropped: Mapping[str, Box] | None = None) -> Changes:
    """The changes from ``before`` to ``after``. A piece in ``dropped`` starts at that box."""
    starts = dropped or {}
    gone = {k: p for k, p in before.pieces.items() if k not in after.pieces}
    returns = {origin: p for p in gone.values() for origin in p.origins}
    pairs = [
        (before.pieces.get(key) or _former(now, gone, returns), now)
        for key, now in after.pieces.items()
    ]
    moves = [
        _arrives(now, after) if was is None else _moves(was, now, starts) for was, now in pairs
    ]
    continued = {was.key for was, _ in pairs if was is not None}
    left = _leaving(p for k, p in gone.items() if k not in continued and p.highlighted)
    changed = (now for was, now in pairs if _shows_something_new(was, now))
    highlighted = frozenset(now.key for now in changed if now.highlighted)
    return Changes(
        (*filter(None, moves), *left), highlighted, _counted(before.gauges, after.gauges)
    )


def _shows_something_new(was: Piece | None, now: Piece) -> bool:
    return was is None or was.key != now.key or was.appearance != now.appearance


def _counted(before: Mapping[str, Gauge], after: Mapping[str, Gauge]) -> dict[str, Values]:
    return {
        key: before[key].values
        for key, gauge in after.items()
        if key in before and before[key].values != gauge.values
    }


def _former(now: Piece, gone: Mapping[str, Piece], returns: Mapping[str, Piece]) -> Piece | None:
    """The piece that a new piece replaces: one of its origins, or one with it as its origin."""
    return next((gone[k] for k in now.origins if k in gone), returns.get(now.key))


def _moves(was: Piece, now: Piece, dropped: Mapping[str, Box]) -> PieceMove | None:
    start = dropped.get(was.key, was.box)
    if start == now.box and was.appearance == now.appearance:
        return None
    return PieceMove(now.key, start, now.box, was if _shows_something_new(was, now) else now, now)


def _arrives(now: Piece, after: Scene) -> PieceMove | None:
    """The move of a new piece: out of one of its origins, or from its entrance."""
    parent = next((after.pieces[k] for k in now.origins if k in after.pieces), None)
    start = now.entrance
    if parent is not None:
        start = parent.box.place(now.box.w * 0.4, now.box.h * 0.4)
    return None if start is None else PieceMove(now.key, start, now.box, None, now)


def _leaving(pieces: Iterable[Piece]) -> list[PieceMove]:
    """The moves of removed pieces: off to the left, shrinking."""
    return [
        PieceMove(
            p.key, p.box, Box(-p.box.w, p.box.y + p.box.h * 0.25, p.box.w / 2, p.box.h / 2), p, None
        )
        for p in pieces
    ]
