"""Folding events into states: each fold assigns what one event says, and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine import events as ev
from game.engine.folds import (
    cards,
    frame,
    means,
    poker,
    ranges,
    reality_check,
    seating,
    trials,
)
from game.engine.folds.editing import Folds
from game.engine.state import State, settled

FOLDS: Folds = {
    **frame.FOLDS,
    **means.FOLDS,
    **cards.FOLDS,
    **ranges.FOLDS,
    **trials.FOLDS,
    **reality_check.FOLDS,
    **poker.FOLDS,
    **seating.FOLDS,
}


def evolve(state: State, event: ev.Event) -> State:
    """The next state; the one given is left as it was."""
    return fold(state, (event,))


def fold(state: State, events: Iterable[ev.Event]) -> State:
    """The state after some events; the one given is left as it was."""
    draft = state.copy()
    for event in events:
        FOLDS[type(event)](draft, event)
    return settled(draft)
