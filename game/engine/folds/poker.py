"""Folding estimate poker."""

from __future__ import annotations

from dataclasses import replace

from game.engine import events as ev
from game.engine.folds.editing import Folds, replaced
from game.engine.folds.seating import without
from game.engine.state import Poker, State


def _estimates_called(s: State, e: ev.EstimatesCalled) -> None:
    s.poker = Poker(e.idea, e.track, (None,) * len(s.seats), absent=s.away)


def _estimate_given(s: State, e: ev.EstimateGiven) -> None:
    poker = s.poker
    if poker is None:
        raise LookupError("no estimates are called for")
    unsure = (e.seat,) if e.value is None else ()
    s.poker = replace(
        poker,
        given=replaced(poker.given, e.seat, e.value),
        unsure=(*without(poker.unsure, e.seat), *unsure),
    )


def _estimates_turned(s: State, e: ev.EstimatesTurned) -> None:
    s.poker = Poker(e.idea, e.track, e.values, e.unsure, e.absent)


def _estimates_closed(s: State, e: ev.EstimatesClosed) -> None:
    s.poker = None


FOLDS: Folds = {
    ev.EstimatesCalled: _estimates_called,
    ev.EstimateGiven: _estimate_given,
    ev.EstimatesTurned: _estimates_turned,
    ev.EstimatesClosed: _estimates_closed,
}
