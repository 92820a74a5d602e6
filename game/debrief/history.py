"""A session as observers see it: the decisions that stand, with the states and events between.

Everything is folded from what was recorded; nothing is decided again. Decisions that were undone
are not on the tape, but their entries are among ``records``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, overload

from game.debrief.references import BenefitRef, IdeaRef, Person, RiskRef
from game.engine import Action, Event, Setup, State, Track
from game.engine import events as ev
from game.engine.state import Step as Waiting
from game.session import Decision, Log, Record, fold

E_co = TypeVar("E_co", covariant=True)
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


class HasIdea(Protocol):
    """An event about an idea."""

    @property
    def idea(self) -> str:
        """The idea's id."""


class HasTrack(HasIdea, Protocol):
    """An event about what an idea does on a track."""

    @property
    def track(self) -> Track:
        """The track."""


AboutIdea = TypeVar("AboutIdea", bound=HasIdea)
OnTrack = TypeVar("OnTrack", bound=HasTrack)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a session something happened.

    ``entry`` is the number of the entry (0: the beginning), ``decision_index`` how many of the
    decisions that stand had been taken by then, this one counted; ``step`` is what was waited for.
    """

    entry: int
    decision_index: int
    round: int
    step: Waiting


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A decision that stands, with the states around it; the beginning has no action."""

    place: Place
    action: Action | None
    events: tuple[Event, ...]
    before: State
    after: State


@dataclass(frozen=True, slots=True, eq=False)
class Seen(Generic[E_co]):
    """An event where it happened."""

    event: E_co
    step: Step
    order: int

    @property
    def place(self) -> Place:
        """Where it happened."""
        return self.step.place

    @property
    def round(self) -> int:
        """The round it happened in."""
        return self.step.place.round


@dataclass(slots=True)
class Tape:
    """A whole session, ready to be looked at. ``steps[0]`` is the beginning."""

    setup: Setup
    records: tuple[Record, ...]
    steps: tuple[Step, ...]
    people: tuple[Person, ...]
    _seen: dict[type, list[Seen[Any]]] = field(default_factory=dict)
    _ideas: dict[str, IdeaRef] = field(default_factory=dict)
    _benefits: dict[tuple[str, Track], BenefitRef] = field(default_factory=dict)
    _written: dict[tuple[str, str], RiskRef] = field(default_factory=dict)
    _entries: list[int] = field(default_factory=list)

    @overload
    def of(self, a: type[A], /) -> list[Seen[A]]: ...
    @overload
    def of(self, a: type[A], b: type[B], /) -> list[Seen[A | B]]: ...
    @overload
    def of(self, a: type[A], b: type[B], c: type[C], /) -> list[Seen[A | B | C]]: ...
    def of(self, *kinds: type) -> list[Seen[Any]]:
        """The events of these kinds in order of time."""
        found = [seen for kind in kinds for seen in self._seen.get(kind, ())]
        return found if len(kinds) == 1 else sorted(found, key=lambda seen: seen.order)

    def at(self, entry: int) -> Place:
        """Where an entry stands that is no decision, or one that no longer stands."""
        step = self.steps[bisect_right(self._entries, entry) - 1]
        return Place(entry, step.place.decision_index, step.after.round, step.after.step)

    @property
    def end(self) -> State:
        """The state that all of it led to."""
        return self.steps[-1].after

    # ------------------------------------------------------------------ names
    def person(self, seat: int) -> Person:
        """Who sits at a seat; nobody we know of where a file was tampered with."""
        known = 0 <= seat < len(self.people)
        return self.people[seat] if known else Person(seat, "", ())

    def idea(self, id: str) -> IdeaRef:
        """An idea by its id, wherever it lies by now."""
        return self._ideas.get(id) or IdeaRef(id)

    def benefit(self, idea: str, track: Track) -> BenefitRef:
        """The benefit claimed for an idea on a track, or what could be claimed there."""
        return self._benefits.get((idea, track)) or BenefitRef(self.idea(idea), track)

    def risk(self, idea: str, id: str | None, track: Track | None = None) -> RiskRef:
        """A risk of an idea; ``track`` is needed for the unknown alone."""
        if id is not None and (idea, id) in self._written:
            return self._written[idea, id]
        card = self.setup.by_id.risks.get(id or "")
        on = card.track if card is not None else track or "citizen"
        return RiskRef(self.idea(idea), on, id)

    @property
    def ideas(self) -> tuple[IdeaRef, ...]:
        """Every idea that ever lay on the table, the first placed first."""
        placed = self.of(ev.IdeaPlaced, ev.IdeaWritten)
        return tuple(self._ideas[seen.event.idea] for seen in placed)

    # ------------------------------------------------------------------ filling it
    def take_up(self, step: Step, order: int) -> int:
        """Enter a step's events; ``order`` is the number of the first. Gives the next number."""
        self._entries.append(step.place.entry)
        for event in step.events:
            self._seen.setdefault(type(event), []).append(Seen(event, step, order))
            order += 1
        return order

    def name_all(self) -> None:
        """Learn what everything is called that was placed or written."""
        for placed in self.of(ev.IdeaPlaced):
            e = placed.event
            self._ideas[e.idea] = IdeaRef(e.idea, e.letter)
        for wrote in self.of(ev.IdeaWritten):
            w = wrote.event
            self._ideas[w.idea] = IdeaRef(w.idea, w.letter, w.name)
        for claim in self.of(ev.BenefitClaimed):
            c = claim.event
            self._benefits[c.idea, c.track] = BenefitRef(self.idea(c.idea), c.track, c.card, c.name)
        for named in self.of(ev.RiskWritten):
            r = named.event
            self._written[r.idea, r.risk] = RiskRef(self.idea(r.idea), r.track, r.risk, r.name)


def tape_of(log: Log, setup: Setup) -> Tape:
    """A session's decisions and states, as far as what was recorded fits together."""
    steps = _steps(log, setup)
    seats = steps[0].after.seats or log.header.seats
    people = tuple(Person(n, seat.name, seat.roles) for n, seat in enumerate(seats))
    tape = Tape(setup, tuple(log.records), tuple(steps), people)
    order = 0
    for step in steps:
        order = tape.take_up(step, order)
    tape.name_all()
    return tape


def _steps(log: Log, setup: Setup) -> list[Step]:
    """The beginning and each decision that stands; up to the first that cannot be folded."""
    nothing = State(setup)
    state = _folded(nothing, log.begun) or nothing
    first = Place(0, 0, state.round, "opening")
    steps = [Step(first, None, log.begun if state is not nothing else (), nothing, state)]
    for index, decision in enumerate(log.history, 1):
        after = _folded(state, decision.events)
        if after is None:
            break
        steps.append(_step(decision, index, state, after))
        state = after
    return steps


def _step(decision: Decision, index: int, before: State, after: State) -> Step:
    place = Place(decision.n, index, after.round, before.step)
    return Step(place, decision.action, decision.events, before, after)


def _folded(state: State, events: tuple[Event, ...]) -> State | None:
    """The state events lead to; ``None`` for what was tampered with and does not fit."""
    try:
        return fold(state, events)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None


def by_idea(seen: list[Seen[AboutIdea]]) -> dict[str, list[Seen[AboutIdea]]]:
    """Events by the idea they are about, each group in order of time."""
    groups: dict[str, list[Seen[AboutIdea]]] = {}
    for one in seen:
        groups.setdefault(one.event.idea, []).append(one)
    return groups


def by_benefit(seen: list[Seen[OnTrack]]) -> dict[tuple[str, Track], list[Seen[OnTrack]]]:
    """Events by the idea and the track they are about, each group in order of time."""
    groups: dict[tuple[str, Track], list[Seen[OnTrack]]] = {}
    for one in seen:
        groups.setdefault((one.event.idea, one.event.track), []).append(one)
    return groups
