"""The contributions of each seat, and the rounds without any."""

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
"""The actions that count as a contribution, by the kind that each action declares."""

_KIND_OF: dict[type, str] = {
    kind: name for name, kinds in CONTRIBUTING_ACTIONS.items() for kind in kinds
}


@dataclass(frozen=True, slots=True)
class SeatStory:
    """The contributions of a seat by kind. ``owned`` is the number of benefits it owned at the end.

    ``passes`` counts the turns that it ended with actions left, ``skipped`` those ended for it;
    ``silent_rounds`` are the rounds in which it had a turn without a contribution.
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
        """The number of contributions of all kinds."""
        return sum(self.counts.values())


def seat_stories(history: GameHistory) -> tuple[SeatStory, ...]:
    """Every seat's story, in the order of the seats."""
    counts = _count_contributions(history)
    passed = Counter(s.event.seat for s in history.of(ev.Passed) if not s.event.skipped)
    skipped = Counter(s.event.seat for s in history.of(ev.Passed) if s.event.skipped)
    turns = Counter(s.event.seat for s in history.of(ev.TurnBegan))
    owned = Counter(b.owner for idea in history.end.ideas for _, b in idea.claims())
    silent = silent_turns(history)
    return tuple(
        SeatStory(
            person=person,
            counts={name: counts[person.seat, name] for name in CONTRIBUTING_ACTIONS},
            owned=owned[person.seat],
            passes=passed[person.seat],
            skipped=skipped[person.seat],
            turns=turns[person.seat],
            silent_rounds=tuple(dict.fromkeys(s.round for s in silent.get(person.seat, ()))),
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


def silent_turns(history: GameHistory) -> dict[int, list[Occurrence[ev.Passed]]]:
    """By seat: the ends of its turns, passed or skipped, that had no contribution."""
    silent: dict[int, list[Occurrence[ev.Passed]]] = {}
    began: Occurrence[ev.TurnBegan] | None = None
    contributed = _contributors(history)
    for occurrence in history.of(ev.TurnBegan, ev.Passed):
        if isinstance(occurrence.event, ev.TurnBegan):
            began = Occurrence(occurrence.event, occurrence.step, occurrence.order)
        elif (
            began is not None and began.event.actions and began.event.seat == occurrence.event.seat
        ):
            between = range(began.position.decision_index + 1, occurrence.position.decision_index)
            if not any(contributed.get(index) == occurrence.event.seat for index in between):
                passed = Occurrence(occurrence.event, occurrence.step, occurrence.order)
                silent.setdefault(occurrence.event.seat, []).append(passed)
    return silent


def _contributors(history: GameHistory) -> dict[int, int]:
    """The seat that made a contribution, by the index of the decision."""
    return {
        step.position.decision_index: getattr(step.action, "seat", -1)
        for step in history.steps[1:]
        if type(step.action) in _KIND_OF
    }
