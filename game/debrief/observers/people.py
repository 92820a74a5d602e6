"""Moments about people: owners who came late or left, and seats that were silent."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.history import Tape
from game.debrief.moments import Moment, OwnerGone, OwnerLate, SeatSilent, moment
from game.debrief.participation import silent_turns
from game.engine import events as ev

LATE = 2
"""Rounds from claim to owner, from which the owner is late."""


def owner_late(tape: Tape) -> Iterator[Moment]:
    """The benefit that waited longest for its owner."""
    claimed = {(s.event.idea, s.event.track): s.round for s in tape.of(ev.BenefitClaimed)}
    locked = {s.event.idea: s.order for s in tape.of(ev.IdeaImplemented)}
    late = []
    for seen in tape.of(ev.BenefitAnchored):
        e = seen.event
        waited = seen.round - claimed.pop((e.idea, e.track), seen.round)
        after = locked.get(e.idea, seen.order) < seen.order
        if waited >= LATE or after:
            late.append((waited + 2 * after, -seen.order, seen, waited, after))
    if late:
        score, _, seen, waited, after = max(late)
        e = seen.event
        about = OwnerLate(tape.benefit(e.idea, e.track), tape.person(e.owner), waited, after)
        yield moment(seen, 2 + score, about)


def owner_gone(tape: Tape) -> Iterator[Moment]:
    """Benefits that lost their owner to an event."""
    anchored = tape.of(ev.BenefitAnchored)
    for seen in tape.of(ev.OwnerLeft):
        e = seen.event
        again = any(
            (s.event.idea, s.event.track) == (e.idea, e.track) and s.order > seen.order
            for s in anchored
        )
        about = OwnerGone(tape.benefit(e.idea, e.track), tape.person(e.seat), again)
        yield moment(seen, 3 if again else 5, about)


def silent_seats(tape: Tape) -> Iterator[Moment]:
    """Seats that had the turn in a round and gave nothing; one moment a seat."""
    for seat, turns in silent_turns(tape).items():
        rounds = tuple(dict.fromkeys(s.round for s in turns))
        yield moment(turns[0], 2 + 2 * len(rounds), SeatSilent(tape.person(seat), rounds))
