"""The events of a decision one by one, each with the state it leads to."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import Event, State, evolve
from game.frozen import frozen


@frozen
class FoldedEvent:
    """One event and the state right after it."""

    event: Event
    state: State


def fold_events(state: State, events: Sequence[Event]) -> tuple[FoldedEvent, ...]:
    """The events with the states they lead to, from the state before them."""
    folded = []
    for event in events:
        state = evolve(state, event)
        folded.append(FoldedEvent(event, state))
    return tuple(folded)
