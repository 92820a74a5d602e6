"""Folding estimate poker."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.folds.editing import Folds, replaced
from game.engine.state import Poker, State


def _estimates_called(s: State, e: ev.EstimatesCalled) -> None:
    s.poker = Poker(e.idea, e.track, (None,) * len(s.seats))


def _estimate_given(s: State, e: ev.EstimateGiven) -> None:
    poker = s.poker
    if poker is None:
        raise LookupError("no estimates are called for")
    given = replaced(poker.given, e.seat, e.value)
    s.poker = Poker(poker.idea, poker.track, given)


def _estimates_turned(s: State, e: ev.EstimatesTurned) -> None:
    s.poker = Poker(e.idea, e.track, e.values)


def _estimates_closed(s: State, e: ev.EstimatesClosed) -> None:
    s.poker = None


FOLDS: Folds = {
    ev.EstimatesCalled: _estimates_called,
    ev.EstimateGiven: _estimate_given,
    ev.EstimatesTurned: _estimates_turned,
    ev.EstimatesClosed: _estimates_closed,
}
