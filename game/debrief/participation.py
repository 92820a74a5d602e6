"""What each seat contributed, and in which rounds it was silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.debrief.history import GameHistory, Occurrence
from game.debrief.references import Person
from game.engine import CONTRIBUTIONS, SPECS, Action, Contribution
from game.engine import events as ev

CONTRIBUTING_ACTIONS: dict[Contribution, tuple[type[Action], ...]] = {
    name: tuple(kind for kind, spec in SPECS.items() if spec.contribution == name)
    for name in CONTRIBUTIONS
}
"""What counts as a contribution, by the decisions it is made with: as the actions declare it."""

_KIND_OF = {kind: name for name, kinds in CONTRIBUTING_ACTIONS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class SeatStory:
    """What a seat contributed, by kind. ``owned`` is how many benefits it owned at the end.

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
        """All its contributions together."""
        return sum(self.counts.values())


def seat_stories(history: GameHistory) -> tuple[SeatStory, ...]:
    """Every seat's story, in the order of the seats."""
    given = _count_contributions(history)
    passed = Counter(s.event.seat for s in history.of(ev.Passed) if not s.event.skipped)
    skipped = Counter(s.event.seat for s in history.of(ev.Passed) if s.event.skipped)
    turns = Counter(s.event.seat for s in history.of(ev.TurnBegan))
    owned = Counter(b.owner for idea in history.end.ideas for _, b in idea.claims())
    silent = silent_turns(history)
    return tuple(
        SeatStory(
            person=person,
            counts={name: given[person.seat, name] for name in CONTRIBUTING_ACTIONS},
            owned=owned[person.seat],
            passes=passed[person.seat],
            skipped=skipped[person.seat],
            turns=turns[person.seat],
            silent_rounds=tuple(dict.fromkeys(s.round for s in silent.get(person.seat, ()))),
        )
        for person in history.people
    )


def _count_contributions(history: GameHistory) -> Counter[tuple[int, str]]:
    given: Counter[tuple[int, str]] = Counter()
    for step in history.steps[1:]:
        name = _KIND_OF.get(type(step.action))  # type: ignore[arg-type]
        if name is not None:
            given[getattr(step.action, "seat", -1), name] += 1
    return given


def silent_turns(history: GameHistory) -> dict[int, list[Occurrence[ev.Passed]]]:
    """By seat: where it ended a turn (or had it ended for it) without any contribution in it."""
    silent: dict[int, list[Occurrence[ev.Passed]]] = {}
    began: Occurrence[ev.TurnBegan] | None = None
    contributed = _contributors(history)
    for seen in history.of(ev.TurnBegan, ev.Passed):
        if isinstance(seen.event, ev.TurnBegan):
            began = Occurrence(seen.event, seen.step, seen.order)
        elif began is not None and began.event.actions and began.event.seat == seen.event.seat:
            between = range(began.place.decision_index + 1, seen.place.decision_index)
            if not any(contributed.get(index) == seen.event.seat for index in between):
                passed = Occurrence(seen.event, seen.step, seen.order)
                silent.setdefault(seen.event.seat, []).append(passed)
    return silent


def _contributors(history: GameHistory) -> dict[int, int]:
    """By the index of a decision: the seat that made a contribution with it."""
    return {
        step.place.decision_index: getattr(step.action, "seat", -1)
        for step in history.steps[1:]
        if type(step.action) in _KIND_OF
    }
