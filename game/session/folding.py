"""Folding events that were recorded: what a manipulated file has beside the rules is told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.engine import MAX_SEATS, Event, State, fold
from game.engine import events as ev

MAX_BALANCE: Final = 5

FOLD_ERRORS: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What folding raises for events that do not fit a state, as in a manipulated file."""

_SEATS: Final = ("seat", "owner", "starter", "source")
_BOUNDS: Final = (("die", range(7)), ("option", range(2)))
"""Fields of events with the numbers that they may hold."""


def fold_recorded(state: State, events: Sequence[Event]) -> State:
    """The state after recorded events. Raises one of :data:`FOLD_ERRORS` where they do not fit.

    A seat that is not there fits nowhere: whoever told of the event would look for its name.
    """
    after = fold(state, events)
    check_bounds(after, events)
    return after


def check_bounds(state: State, events: Sequence[Event]) -> None:
    """Raise :class:`LookupError` for events or a state outside the bounds of the rules."""
    seats = range(len(state.seats))
    if not 1 <= len(seats) <= MAX_SEATS or abs(state.balance) > MAX_BALANCE:
        raise LookupError("no such table")
    for event in events:
        for seat in _seats_of(event):
            if seat not in seats:
                raise LookupError(f"seat {seat}")
        for name, numbers in _BOUNDS:
            if getattr(event, name, 0) not in numbers:
                raise LookupError(f"{name} {getattr(event, name)}")


def _seats_of(event: Event) -> Iterator[int]:
    """The seats that an event is about."""
    for name in _SEATS:
        seat = getattr(event, name, None)
        if seat is not None:
            yield seat
    if isinstance(event, ev.Dealt):
        yield from (seat for seat, _ in (*event.ideas, *event.benefits, *event.risks))
    elif isinstance(event, ev.ActionsShared):
        yield from (seat for seat, _ in event.shares)
    elif isinstance(event, ev.EstimatesTurned):
        yield from event.absent
        yield from range(len(event.values))
