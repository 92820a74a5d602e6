"""Finds moments about people: late owners, owners who left, and silent seats."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import GameHistory
from game.debrief.moments import Moment, OwnerGone, OwnerLate, SeatSilent, moment
from game.debrief.participation import silent_turns
from game.engine import events as ev

LATE = 2
"""The number of rounds that a benefit could have been anchored from which its owner is late."""


def owner_late(history: GameHistory) -> Iterator[Moment]:
    """The benefit that waited longest for its owner, from when it could have one."""
    claimed = {(s.event.idea, s.event.track): s.round for s in history.of(ev.BenefitClaimed)}
    locked = {s.event.idea: s for s in history.of(ev.IdeaImplemented)}
    first = _first_to_anchor(history)
    late = []
    for occurrence in history.of(ev.BenefitAnchored):
        e = occurrence.event
        waited = occurrence.round - max(first, claimed.pop((e.idea, e.track), occurrence.round))
        lock = locked.get(e.idea, occurrence)
        after = lock.order < occurrence.order and (waited > 0 or lock.round >= first)
        if waited >= LATE or after:
            late.append((waited + 2 * after, -occurrence.order, occurrence, waited, after))
    if late:
        score, _, occurrence, waited, after = max(late)
        e = occurrence.event
        about = OwnerLate(history.benefit(e.idea, e.track), history.person(e.owner), waited, after)
        yield moment(occurrence, 2 + score, about)


def _first_to_anchor(history: GameHistory) -> int:
    """The first round in which benefits are anchored."""
    opened = (s.event for s in history.of(ev.RoundOpened))
    return next((e.round for e in opened if e.phase != "ideas"), 1)


def owner_gone(history: GameHistory) -> Iterator[Moment]:
    """Benefits that lost their owner through an event."""
    anchored = history.of(ev.BenefitAnchored)
    for occurrence in history.of(ev.OwnerLeft):
        e = occurrence.event
        again = any(
            (s.event.idea, s.event.track) == (e.idea, e.track) and s.order > occurrence.order
            for s in anchored
        )
        about = OwnerGone(history.benefit(e.idea, e.track), history.person(e.seat), again)
        yield moment(occurrence, 3 if again else 5, about)


def silent_seats(history: GameHistory) -> Iterator[Moment]:
    """Seats that had turns without a contribution; one moment for each seat."""
    for seat, turns in silent_turns(history).items():
        rounds = tuple(dict.fromkeys(s.round for s in turns))
        yield moment(turns[0], 2 + 2 * len(rounds), SeatSilent(history.person(seat), rounds))
