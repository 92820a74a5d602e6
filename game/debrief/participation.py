"""The contributions of each seat, and the rounds without any."""

from __future__ import annotations

from collections import Counter
from typing import Final

from game.debrief.evidence import Evidence, evidence
from game.debrief.history import GameHistory, Occurrence, Position
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

_KIND_OF: dict[type, str] = {
    kind: name for name, kinds in CONTRIBUTING_ACTIONS.items() for kind in kinds
}


@frozen
class SeatStory:
    """The contributions of a seat by kind. ``owned`` is the number of benefits it owned at the end.

    ``person`` is who sat there at last. ``passes`` counts the turns that it ended with actions
    left, ``skipped`` those ended for it; ``without_move`` are that person's turns in rounds in
    which it made no move, whether or not it gave a number in estimate poker.
    """

    person: Person
    counts: dict[str, int]
    owned: int
    passes: int
    skipped: int
    turns: int
    without_move: tuple[EmptyTurn, ...]

    @property
    def rounds_without_move(self) -> tuple[int, ...]:
        """The rounds in which it had a turn and made no move."""
        return tuple(dict.fromkeys(turn.began.round for turn in self.without_move))

    @property
    def evidence(self) -> Evidence:
        """Where it had the turn and did nothing: from where to where, all else looked through."""
        ends = [position for turn in self.without_move for position in (turn.began, turn.ended)]
        return evidence(ends, (ends[0], ends[-1]) if ends else None)

    @property
    def contributions(self) -> int:
        """The number of moves: contributions of all kinds but numbers in estimate poker."""
        return sum(n for kind, n in self.counts.items() if kind not in NO_MOVE)


def seat_stories(history: GameHistory) -> tuple[SeatStory, ...]:
    """Every seat's story, in the order of the seats."""
    counts = _count_contributions(history)
    passed = Counter(s.event.seat for s in history.of(ev.Passed) if not s.event.skipped)
    skipped = Counter(s.event.seat for s in history.of(ev.Passed) if s.event.skipped)
    turns = Counter(s.event.seat for s in history.of(ev.TurnBegan))
    owned = Counter(b.owner for idea in history.end.ideas for _, b in idea.claims())
    empty = turns_without_move(history, but=(Pass, GiveEstimate))
    return tuple(
        SeatStory(
            person=person,
            counts={name: counts[person.seat, name] for name in CONTRIBUTING_ACTIONS},
            owned=owned[person.seat],
            passes=passed[person.seat],
            skipped=skipped[person.seat],
            turns=turns[person.seat],
            without_move=tuple(turn for turn in empty if turn.by(person)),
        )
        for person in history.people
    )


def _count_contributions(history: GameHistory) -> Counter[tuple[int, str]]:
    counts: Counter[tuple[int, str]] = Counter()
    for step in history.steps[1:]:
        name = _KIND_OF.get(type(step.action))
        if name is not None:
            counts[getattr(step.action, "seat", -1), name] += 1
    return counts


@frozen
class EmptyTurn:
    """A turn with actions that a person ended without using one: from where to where."""

    person: Person
    began: Position
    ended: Position

    def by(self, person: Person) -> bool:
        """Whether it was this person's, whatever roles were played then."""
        return (self.person.seat, self.person.name) == (person.seat, person.name)


def turns_without_move(
    history: GameHistory, but: tuple[type[Action], ...] = (Pass,)
) -> list[EmptyTurn]:
    """The turns in rounds of which the log has nothing that the seat did ``but`` some actions.

    Whoever gave a number in estimate poker made no move by it, and was not silent either: who asks
    about moves leaves that out as well. What it did on the turn of others counts, and what was
    undone; a turn that was skipped for it tells nothing of it, nor does a round that was cut short.
    """
    found = []
    moved = _movers(history, but)
    began: Occurrence[ev.TurnBegan] | None = None
    for occurrence in history.of(ev.TurnBegan, ev.Passed):
        e = occurrence.event
        if isinstance(e, ev.TurnBegan):
            began = Occurrence(e, occurrence.step, occurrence.order)
        elif occurrence.round in history.cut_rounds:
            continue
        elif _had_the_turn(began, e) and (e.seat, occurrence.round) not in moved:
            assert began is not None  # it had the turn
            person = history.person(e.seat, occurrence.order)
            turn = EmptyTurn(person, began.position, occurrence.position)
            if turn.by(history.person(e.seat, began.order)):  # who came in the middle of it is new
                found.append(turn)
    return found


def _had_the_turn(began: Occurrence[ev.TurnBegan] | None, passed: ev.Passed) -> bool:
    """Whether a seat ended a turn of its own in which there was something to spend."""
    if began is None or passed.skipped:
        return False
    return began.event.seat == passed.seat and began.event.actions > 0


def _movers(history: GameHistory, but: tuple[type[Action], ...]) -> set[tuple[int, int]]:
    """The seats that did something other than some actions, and in which round; undone or not."""
    return {
        (seat, history.at(record.n).round)
        for record in history.records
        if isinstance(record, Decision) and not isinstance(record.action, but)
        if (seat := getattr(record.action, "seat", None)) is not None
    }
