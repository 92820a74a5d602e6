"""The contributions of everybody who sat at a seat, and the rounds without any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from game.debrief.evidence import Evidence, evidence
from game.debrief.history import GameHistory, HistoryStep, Occurrence, Position
from game.debrief.references import Person
from game.engine import CONTRIBUTIONS, SPECS, Action, Contribution
from game.engine import events as ev
from game.engine.actions import GiveEstimate, Pass
from game.frozen import frozen
from game.session import Decision

CONTRIBUTING_ACTIONS: dict[Contribution, tuple[type[Action], ...]] = {
    name: tuple(kind for kind, spec in SPECS.items() if spec.contribution == name)
    for name in CONTRIBUTIONS
}
"""The actions that count as a contribution, by the kind that each action declares."""

NO_MOVE: Final[tuple[Contribution, ...]] = ("estimates",)
"""What is no move of a turn: a number that everybody gives when the facilitator asks for it."""

Column = Contribution | Literal["other", "owned"]

OTHER_MOVES: Final[tuple[Contribution, ...]] = ("shelved", "rallies", "patience")
"""What is counted together: it changes what lies on the table, or what there is to do it with."""

_KIND_OF: dict[type, Contribution] = {
    kind: name for name, kinds in CONTRIBUTING_ACTIONS.items() for kind in kinds
}


def contribution_of(step: HistoryStep) -> Contribution | None:
    """The kind of contribution that a decision is: whoever gives way to reality revises as well."""
    if any(isinstance(e, ev.ClaimAnswered) and not e.stands for e in step.events):
        return "revisions"
    return _KIND_OF.get(type(step.action))


def by_column(counts: Mapping[Contribution, int]) -> dict[Column, int]:
    """The moves as they are shown: those of each kind, and the others together."""
    columns: dict[Column, int] = {
        kind: n for kind, n in counts.items() if kind not in (*OTHER_MOVES, *NO_MOVE)
    }
    return columns | {"other": sum(counts[kind] for kind in OTHER_MOVES)}


@frozen
class SeatStory:
    """The contributions of a person at a seat by kind: what was done while that person sat there.

    ``owned`` is the number of benefits owned at the end: by who sits there then, as whoever takes a
    seat over takes over what it owns. ``passes`` counts the turns that were ended with actions
    left, ``skipped`` those ended for the person; ``without_move`` are the turns in rounds in which
    the person made no move, whether or not it gave a number in estimate poker.
    """

    person: Person
    counts: dict[Contribution, int]
    owned: int
    passes: int
    skipped: int
    turns: int
    without_move: tuple[EmptyTurn, ...]

    @property
    def rounds_without_move(self) -> tuple[int, ...]:
        """The rounds in which the person had a turn and made no move."""
        return tuple(dict.fromkeys(turn.began.round for turn in self.without_move))

    @property
    def evidence(self) -> Evidence:
        """Where there was a turn and nothing done: from where to where, all else looked through."""
        ends = [position for turn in self.without_move for position in (turn.began, turn.ended)]
        return evidence(ends, (ends[0], ends[-1]) if ends else None)

    @property
    def contributions(self) -> int:
        """The number of moves: contributions of all kinds but numbers in estimate poker."""
        return sum(n for kind, n in self.counts.items() if kind not in NO_MOVE)


def seat_stories(history: GameHistory) -> tuple[SeatStory, ...]:
    """The story of everybody who sat at the table, seat by seat: who sat there last comes last.

    Who had left before having a turn or doing anything has none.
    """
    counts = _count_contributions(history)
    passes = history.of(ev.Passed)
    passed = _by_person(history, [s for s in passes if not s.event.skipped])
    skipped = _by_person(history, [s for s in passes if s.event.skipped])
    turns = _by_person(history, history.of(ev.TurnBegan))
    owners = (b.owner for idea in history.end.ideas for _, b in idea.claims())
    owned = Counter(history.person(seat).key for seat in owners if seat is not None)
    empty = turns_without_move(history, but=(Pass, GiveEstimate))
    stories = (
        SeatStory(
            person=person,
            counts={name: counts[person.key, name] for name in CONTRIBUTING_ACTIONS},
            owned=owned[person.key],
            passes=passed[person.key],
            skipped=skipped[person.key],
            turns=turns[person.key],
            without_move=tuple(turn for turn in empty if turn.person.key == person.key),
        )
        for person in history.everybody
    )
    gone = {person.key for person in history.earlier}
    return tuple(
        s for s in stories if s.person.key not in gone or s.turns or any(s.counts.values())
    )


def whoever_sat_there(stories: Iterable[SeatStory]) -> tuple[SeatStory, ...]:
    """What was given from each seat, whoever sat there: for where nobody is named."""
    by_seat: dict[int, list[SeatStory]] = {}
    for story in stories:
        by_seat.setdefault(story.person.seat, []).append(story)
    return tuple(_together(found) for found in by_seat.values())


def _together(stories: list[SeatStory]) -> SeatStory:
    """The stories of one seat as one, told of who sat there at last."""
    return SeatStory(
        person=stories[-1].person,
        counts={name: sum(s.counts[name] for s in stories) for name in CONTRIBUTING_ACTIONS},
        owned=sum(s.owned for s in stories),
        passes=sum(s.passes for s in stories),
        skipped=sum(s.skipped for s in stories),
        turns=sum(s.turns for s in stories),
        without_move=tuple(turn for s in stories for turn in s.without_move),
    )


def _by_person(
    history: GameHistory, events: list[Occurrence[ev.TurnBegan]] | list[Occurrence[ev.Passed]]
) -> Counter[tuple[int, str]]:
    """How many of the events were of each person."""
    return Counter(history.person(s.event.seat, s.order).key for s in events)


def _count_contributions(history: GameHistory) -> Counter[tuple[tuple[int, str], Contribution]]:
    """How often each person did each kind of contribution."""
    counts: Counter[tuple[tuple[int, str], Contribution]] = Counter()
    for step in history.steps[1:]:
        name, seat = contribution_of(step), getattr(step.action, "seat", -1)
        if name is not None and 0 <= seat < len(step.before.seats):
            counts[(seat, step.before.seats[seat].name), name] += 1
    return counts


@frozen
class EmptyTurn:
    """A turn with actions that a person ended without using one: from where to where."""

    person: Person
    began: Position
    ended: Position


def turns_without_move(
    history: GameHistory, but: tuple[type[Action], ...] = (Pass,)
) -> list[EmptyTurn]:
    """The turns in rounds of which the log has nothing that the seat did ``but`` some actions.

    Whoever gave a number in estimate poker made no move by it, and was not silent either: who asks
    about moves leaves that out as well. What it did on the turn of others counts, and what was
    undone; a turn that was skipped for it tells nothing of it, nor does a round that was cut short,
    or that in the middle of which somebody came.
    """
    found = []
    excused = _movers(history, but) | _newcomers(history)
    began: Occurrence[ev.TurnBegan] | None = None
    for occurrence in history.of(ev.TurnBegan, ev.Passed):
        e = occurrence.event
        if isinstance(e, ev.TurnBegan):
            began = Occurrence(e, occurrence.step, occurrence.order)
        elif occurrence.round in history.cut_rounds:
            continue
        elif _had_the_turn(began, e) and (e.seat, occurrence.round) not in excused:
            assert began is not None  # it had the turn
            person = history.person(e.seat, occurrence.order)
            had_it = history.person(e.seat, began.order)
            if person.key == had_it.key:  # who came in the middle of it is new
                found.append(EmptyTurn(person, began.position, occurrence.position))
    return found


def _had_the_turn(began: Occurrence[ev.TurnBegan] | None, passed: ev.Passed) -> bool:
    """Whether a seat ended a turn of its own in which there was something to spend."""
    if began is None or passed.skipped:
        return False
    return began.event.seat == passed.seat and began.event.actions > 0


def _newcomers(history: GameHistory) -> set[tuple[int, int]]:
    """The seats at which somebody came late, or came back, and in which round."""
    came = history.of(ev.SeatAdded, ev.SeatReturned)
    return {(seen.event.seat, seen.round) for seen in came}


def _movers(history: GameHistory, but: tuple[type[Action], ...]) -> set[tuple[int, int]]:
    """The seats that did something other than some actions, and in which round; undone or not."""
    return {
        (seat, history.at(record.n).round)
        for record in history.records
        if isinstance(record, Decision) and not isinstance(record.action, but)
        if (seat := getattr(record.action, "seat", None)) is not None
    }
