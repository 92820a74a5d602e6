"""Moments about people: owners who came late or left, and seats that were silent."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory
from game.debrief.moments import Moment, OwnerGone, OwnerLate, SeatSilent, moment
from game.debrief.participation import silent_turns
from game.engine import events as ev

LATE = 2
"""Rounds from claim to owner, from which the owner is late."""


def owner_late(history: GameHistory) -> Iterator[Moment]:
    """The benefit that waited longest for its owner."""
    claimed = {(s.event.idea, s.event.track): s.round for s in history.of(ev.BenefitClaimed)}
    locked = {s.event.idea: s.order for s in history.of(ev.IdeaImplemented)}
    late = []
    for seen in history.of(ev.BenefitAnchored):
        e = seen.event
        waited = seen.round - claimed.pop((e.idea, e.track), seen.round)
        after = locked.get(e.idea, seen.order) < seen.order
        if waited >= LATE or after:
            late.append((waited + 2 * after, -seen.order, seen, waited, after))
    if late:
        score, _, seen, waited, after = max(late)
        e = seen.event
        about = OwnerLate(history.benefit(e.idea, e.track), history.person(e.owner), waited, after)
        yield moment(seen, 2 + score, about)


def owner_gone(history: GameHistory) -> Iterator[Moment]:
    """Benefits that lost their owner to an event."""
    anchored = history.of(ev.BenefitAnchored)
    for seen in history.of(ev.OwnerLeft):
        e = seen.event
        again = any(
            (s.event.idea, s.event.track) == (e.idea, e.track) and s.order > seen.order
            for s in anchored
        )
        about = OwnerGone(history.benefit(e.idea, e.track), history.person(e.seat), again)
        yield moment(seen, 3 if again else 5, about)


def silent_seats(history: GameHistory) -> Iterator[Moment]:
    """Seats that had the turn in a round and gave nothing; one moment a seat."""
    for seat, turns in silent_turns(history).items():
        rounds = tuple(dict.fromkeys(s.round for s in turns))
        yield moment(turns[0], 2 + 2 * len(rounds), SeatSilent(history.person(seat), rounds))
