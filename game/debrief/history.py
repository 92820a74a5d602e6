"""The history of a game: the decisions that were not undone, with the states and events between.

All stories and observers read it. Everything is folded from what was recorded; nothing is decided
again. Decisions that were undone are not among its steps, but their entries are among ``records``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, overload

from game.debrief.references import BenefitRef, IdeaRef, Person, RiskRef
from game.engine import Action, Event, Setup, State, Track
from game.engine import events as ev
from game.engine.state import Step
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
class Position:
    """Where in a session something happened.

    ``entry`` is the number of the entry (0: the beginning), ``decision_index`` how many decisions
    (without those undone) had been taken by then, this one included; ``step`` is the step of the
    turn, what the game was waiting for.
    """

    entry: int
    decision_index: int
    round: int
    step: Step


@dataclass(frozen=True, slots=True, eq=False)
class HistoryStep:
    """A decision that was not undone, and the states around it; the beginning has no action."""

    place: Position
    action: Action | None
    events: tuple[Event, ...]
    before: State
    after: State


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence(Generic[E_co]):
    """An event where it happened."""

    event: E_co
    step: HistoryStep
    order: int

    @property
    def place(self) -> Position:
        """Where it happened."""
        return self.step.place

    @property
    def round(self) -> int:
        """The round it happened in."""
        return self.step.place.round


@dataclass(slots=True)
class GameHistory:
    """A whole game with indexes of its events and names. ``steps[0]`` is the beginning."""

    setup: Setup
    records: tuple[Record, ...]
    steps: tuple[HistoryStep, ...]
    people: tuple[Person, ...]
    _seen: dict[type, list[Occurrence[Any]]] = field(default_factory=dict)
    _ideas: dict[str, IdeaRef] = field(default_factory=dict)
    _benefits: dict[tuple[str, Track], BenefitRef] = field(default_factory=dict)
    _written: dict[tuple[str, str], RiskRef] = field(default_factory=dict)
    _entries: list[int] = field(default_factory=list)

    @overload
    def of(self, a: type[A], /) -> list[Occurrence[A]]: ...
    @overload
    def of(self, a: type[A], b: type[B], /) -> list[Occurrence[A | B]]: ...
    @overload
    def of(self, a: type[A], b: type[B], c: type[C], /) -> list[Occurrence[A | B | C]]: ...
    def of(self, *kinds: type) -> list[Occurrence[Any]]:
        """The events of these kinds in order of time."""
        found = [seen for kind in kinds for seen in self._seen.get(kind, ())]
        return found if len(kinds) == 1 else sorted(found, key=lambda seen: seen.order)

    def at(self, entry: int) -> Position:
        """The position of an entry that is no decision, or of one that was undone."""
        step = self.steps[bisect_right(self._entries, entry) - 1]
        return Position(entry, step.place.decision_index, step.after.round, step.after.step)

    @property
    def end(self) -> State:
        """The state that all of it led to."""
        return self.steps[-1].after

    # ------------------------------------------------------------------ names
    def person(self, seat: int) -> Person:
        """Who sits at a seat; a person without a name where a file was tampered with."""
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

    # ------------------------------------------------------------------ building it
    def add_step(self, step: HistoryStep, order: int) -> int:
        """Index a step's events; ``order`` is the number of the first. Returns the next number."""
        self._entries.append(step.place.entry)
        for event in step.events:
            self._seen.setdefault(type(event), []).append(Occurrence(event, step, order))
            order += 1
        return order

    def index_names(self) -> None:
        """Index the names of everything that was placed or written."""
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


def history_of(log: Log, setup: Setup) -> GameHistory:
    """A session's decisions and states, as far as what was recorded fits together."""
    steps = _steps(log, setup)
    seats = steps[0].after.seats or log.header.seats
    people = tuple(Person(n, seat.name, seat.roles) for n, seat in enumerate(seats))
    history = GameHistory(setup, tuple(log.records), tuple(steps), people)
    order = 0
    for step in steps:
        order = history.add_step(step, order)
    history.index_names()
    return history


def _steps(log: Log, setup: Setup) -> list[HistoryStep]:
    """The beginning and each decision that stands; up to the first that cannot be folded."""
    nothing = State(setup)
    state = _try_fold(nothing, log.begun) or nothing
    first = Position(0, 0, state.round, "opening")
    steps = [HistoryStep(first, None, log.begun if state is not nothing else (), nothing, state)]
    for index, decision in enumerate(log.history, 1):
        after = _try_fold(state, decision.events)
        if after is None:
            break
        steps.append(_step(decision, index, state, after))
        state = after
    return steps


def _step(decision: Decision, index: int, before: State, after: State) -> HistoryStep:
    place = Position(decision.n, index, after.round, before.step)
    return HistoryStep(place, decision.action, decision.events, before, after)


def _try_fold(state: State, events: tuple[Event, ...]) -> State | None:
    """The state that events lead to; ``None`` when they were tampered with and do not fit."""
    try:
        return fold(state, events)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None


def by_idea(seen: list[Occurrence[AboutIdea]]) -> dict[str, list[Occurrence[AboutIdea]]]:
    """Events by the idea they are about, each group in order of time."""
    groups: dict[str, list[Occurrence[AboutIdea]]] = {}
    for one in seen:
        groups.setdefault(one.event.idea, []).append(one)
    return groups


def by_benefit(
    seen: list[Occurrence[OnTrack]],
) -> dict[tuple[str, Track], list[Occurrence[OnTrack]]]:
    """Events by the idea and the track they are about, each group in order of time."""
    groups: dict[tuple[str, Track], list[Occurrence[OnTrack]]] = {}
    for one in seen:
        groups.setdefault((one.event.idea, one.event.track), []).append(one)
    return groups
