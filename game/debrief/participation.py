"""What each seat gave to the table, and where it was silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.debrief.history import Seen, Tape
from game.debrief.references import Person
from game.engine import CONTRIBUTIONS, SPECS, Action, Contribution
from game.engine import events as ev

GIVEN: dict[Contribution, tuple[type[Action], ...]] = {
    name: tuple(kind for kind, spec in SPECS.items() if spec.contribution == name)
    for name in CONTRIBUTIONS
}
"""What counts as a contribution, by the decisions it is made with: as the actions declare it."""

_COUNTED = {kind: name for name, kinds in GIVEN.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class SeatStory:
    """What a seat gave, by kinds of contribution. ``owned`` are the benefits it owned at the end.

    ``passes`` counts turns it ended with actions left, ``skipped`` those ended for it;
    ``silent_rounds`` are the rounds in which it had the turn and gave nothing.
    """

    person: Person
    counts: dict[str, int]
    owned: int
    passes: int
    skipped: int
    turns: int
    silent_rounds: tuple[int, ...]

    @property
    def contributions(self) -> int:
        """Everything it gave to the table together."""
        return sum(self.counts.values())


def seat_stories(tape: Tape) -> tuple[SeatStory, ...]:
    """Every seat's story, in the order of the seats."""
    given = _given(tape)
    passed = Counter(s.event.seat for s in tape.of(ev.Passed) if not s.event.skipped)
    skipped = Counter(s.event.seat for s in tape.of(ev.Passed) if s.event.skipped)
    turns = Counter(s.event.seat for s in tape.of(ev.TurnBegan))
    owned = Counter(b.owner for idea in tape.end.ideas for _, b in idea.claims())
    silent = silent_turns(tape)
    return tuple(
        SeatStory(
            person=person,
            counts={name: given[person.seat, name] for name in GIVEN},
            owned=owned[person.seat],
            passes=passed[person.seat],
            skipped=skipped[person.seat],
            turns=turns[person.seat],
            silent_rounds=tuple(dict.fromkeys(s.round for s in silent.get(person.seat, ()))),
        )
        for person in tape.people
    )


def _given(tape: Tape) -> Counter[tuple[int, str]]:
    given: Counter[tuple[int, str]] = Counter()
    for step in tape.steps[1:]:
        name = _COUNTED.get(type(step.action))  # type: ignore[arg-type]
        if name is not None:
            given[getattr(step.action, "seat", -1), name] += 1
    return given


def silent_turns(tape: Tape) -> dict[int, list[Seen[ev.Passed]]]:
    """By seat: where it ended a turn (or had it ended) without having given anything in it."""
    silent: dict[int, list[Seen[ev.Passed]]] = {}
    began: Seen[ev.TurnBegan] | None = None
    gave = _givers(tape)
    for seen in tape.of(ev.TurnBegan, ev.Passed):
        if isinstance(seen.event, ev.TurnBegan):
            began = Seen(seen.event, seen.step, seen.order)
        elif began is not None and began.event.actions and began.event.seat == seen.event.seat:
            between = range(began.place.decision_index + 1, seen.place.decision_index)
            if not any(gave.get(index) == seen.event.seat for index in between):
                passed = Seen(seen.event, seen.step, seen.order)
                silent.setdefault(seen.event.seat, []).append(passed)
    return silent


def _givers(tape: Tape) -> dict[int, int]:
    """By the index of a decision: which seat gave something with it."""
    return {
        step.place.decision_index: getattr(step.action, "seat", -1)
        for step in tape.steps[1:]
        if type(step.action) in _COUNTED
    }
