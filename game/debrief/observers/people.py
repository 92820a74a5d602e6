"""Finds moments about people: late owners, owners who left, turns without a move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.debrief.history import GameHistory, Position
from game.debrief.moments import Moment, OwnerGone, OwnerLate, TurnWithoutMove
from game.debrief.observers.finding import implementing, moment
from game.debrief.participation import EmptyTurn
from game.debrief.participation import turns_without_move as empty_turns
from game.engine import events as ev
from game.engine.actions import GiveEstimate, Pass

LATE = 2
"""The number of rounds that a benefit could have been anchored from which its owner is late.

Where the idea is being implemented by then, one is enough; an owner of the first round is not late.
"""


def owner_late(history: GameHistory) -> Iterator[Moment]:
    """The benefit that waited longest for its first owner, from when it could have one."""
    claims = {(s.event.idea, s.event.track): s for s in history.of(ev.BenefitClaimed)}
    locked = {s.event.idea: s for s in history.of(ev.IdeaImplemented)}
    first, opening = _first_to_anchor(history)
    late = []
    for occurrence in history.of(ev.BenefitAnchored):
        e = occurrence.event
        claim = claims.pop((e.idea, e.track), None)
        if claim is None:
            continue  # it has had an owner before
        since = max(first, claim.round)
        waited = _rounds_between(history, since, occurrence.round)
        lock = locked.get(e.idea, occurrence)
        after = lock.order < occurrence.order
        if waited >= LATE or (waited and after):
            late.append((waited + 2 * after, -occurrence.order, occurrence, claim, since, after))
    if late:
        score, _, occurrence, claim, since, after = max(late)
        e = occurrence.event
        benefit = history.benefit(e.idea, e.track, occurrence.order)
        owner = history.person(e.owner, occurrence.order)
        waited = _rounds_between(history, since, occurrence.round)
        about = OwnerLate(benefit, owner, waited, since, after)
        rests_on = [
            claim.position,
            opening,
            implementing(history, e.idea) if after else None,
        ]
        yield moment(occurrence, 2 + score, about, rests_on)


def _rounds_between(history: GameHistory, since: int, until: int) -> int:
    """How many rounds were begun from one to another; those that fell away do not count."""
    return len(history.opened_after(since)) - len(history.opened_after(until))


def _first_to_anchor(history: GameHistory) -> tuple[int, Position]:
    """The first round in which benefits are anchored, and where it began."""
    opened = (s for s in history.of(ev.RoundOpened) if s.event.phase != "ideas")
    return next(((s.event.round, s.position) for s in opened), (1, history.steps[0].position))


def owner_gone(history: GameHistory) -> Iterator[Moment]:
    """Benefits that lost their owner through an event."""
    anchored = history.of(ev.BenefitAnchored)
    for occurrence in history.of(ev.OwnerLeft):
        e = occurrence.event
        of_benefit = [s for s in anchored if (s.event.idea, s.event.track) == (e.idea, e.track)]
        again = [s for s in of_benefit if s.order > occurrence.order]
        benefit = history.benefit(e.idea, e.track, occurrence.order)
        about = OwnerGone(benefit, history.person(e.seat, occurrence.order), bool(again))
        end = history.steps[-1].position
        searched = None if again else (occurrence.position, end)
        yield moment(occurrence, 3 if again else 5, about, of_benefit, searched)


def turns_without_move(history: GameHistory) -> Iterator[Moment]:
    """People who had turns and did nothing in their rounds; one moment for each.

    A round in which most put nothing on the table tells something of the group, and nothing of
    anybody in it: also where some of them gave a number in estimate poker, and were not silent.
    """
    by_person: dict[tuple[int, str], list[EmptyTurn]] = {}
    idle = _rounds_of_few(history, empty_turns(history, but=(Pass, GiveEstimate)))
    for turn in empty_turns(history):
        if turn.began.round in idle:
            continue
        by_person.setdefault(turn.person.key, []).append(turn)
    for turns in by_person.values():
        rounds = tuple(turn.began.round for turn in turns)
        about = TurnWithoutMove(turns[-1].person, rounds)
        rests_on = [position for turn in turns for position in (turn.began, turn.ended)]
        searched = (turns[0].began, turns[-1].ended)
        yield moment(turns[0].ended, 2 + 2 * len(rounds), about, rests_on, searched)


def _rounds_of_few(history: GameHistory, empty: list[EmptyTurn]) -> set[int]:
    """The rounds in which more than half of those who had the turn put nothing on the table."""
    had = Counter(n for n, _ in {(s.round, s.event.seat) for s in history.of(ev.TurnBegan)})
    idle = Counter(n for n, _ in {(turn.began.round, turn.person.seat) for turn in empty})
    return {n for n, seats in idle.items() if 2 * seats > had[n]}
