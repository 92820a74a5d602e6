"""Folding events into states: each fold assigns what one event says, and decides nothing."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.folds import cards, frame, means, poker, ranges, reality_check, trials
from game.engine.folds.editing import Folds
from game.engine.state import State

FOLDS: Folds = {
    **frame.FOLDS,
    **means.FOLDS,
    **cards.FOLDS,
    **ranges.FOLDS,
    **trials.FOLDS,
    **reality_check.FOLDS,
    **poker.FOLDS,
}


def evolve(state: State, event: ev.Event) -> State:
    """The next state; the one given is left as it was."""
    new = state.copy()
    evolve_into(new, event)
    return new


def evolve_into(draft: State, event: ev.Event) -> None:
    """Fold an event into a state that is not shared yet."""
    FOLDS[type(event)](draft, event)
