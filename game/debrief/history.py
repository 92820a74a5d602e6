"""The history of a game: the decisions in force, with the events and states of each.

All stories and observers read it. States are folded from the recorded events; the rules are not run
again. Decisions that were undone are not among its steps, but their entries are among ``records``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, Protocol, TypeVar, overload

from game.debrief.references import BenefitRef, IdeaRef, Person, RiskRef
from game.engine import TRACKS, Action, Event, Phase, RiskCard, Setup, State, Track
from game.engine import events as ev
from game.engine.lookups import moved_by
from game.engine.state import Step
from game.frozen import frozen
from game.session import Decision, Log, Record
from game.session.folding import FOLD_ERRORS, fold_recorded

E_co = TypeVar("E_co", covariant=True)
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")

Mover = ev.RiskThrown | ev.StumbleThrown | ev.Harvested
_WHYS: Final[Mapping[type[Event], ev.Why]] = {
    ev.RiskThrown: "risk",
    ev.StumbleThrown: "stumble",
    ev.Harvested: "harvest",
}
"""Why a track moves with an event of the reality check."""


class HasIdea(Protocol):
    """An event about an idea."""

    @property
    def idea(self) -> str:
        """The idea's id."""


class HasTrack(HasIdea, Protocol):
    """An event about an idea and a track."""

    @property
    def track(self) -> Track:
        """The track."""


AboutIdea = TypeVar("AboutIdea", bound=HasIdea)
OnTrack = TypeVar("OnTrack", bound=HasTrack)


@frozen
class Position:
    """A position in a session.

    ``entry`` is the number of the entry (0: the start). ``decision_index`` is the number of
    decisions in force up to and including it. ``round`` is one that was played, also where time
    moved on. ``step`` is the step of the turn: what the game was waiting for.
    """

    entry: int
    decision_index: int
    round: int
    step: Step


@dataclass(frozen=True, slots=True, eq=False)
class HistoryStep:
    """A decision in force, with the states before and after it; the start has no action."""

    position: Position
    action: Action | None
    events: tuple[Event, ...]
    before: State
    after: State


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence(Generic[E_co]):
    """An event together with the step in which it happened."""

    event: E_co
    step: HistoryStep
    order: int

    @property
    def position(self) -> Position:
        """The position of its step."""
        return self.step.position

    @property
    def round(self) -> int:
        """The round in which it happened."""
        return self.step.position.round


@dataclass(slots=True)
class GameHistory:
    """A whole game with indexes of its events and names. ``steps[0]`` is the start."""

    setup: Setup
    records: tuple[Record, ...]
    steps: tuple[HistoryStep, ...]
    people: tuple[Person, ...]
    """Who sat at each seat at last."""
    _occurrences: dict[type, list[Occurrence[Any]]] = field(default_factory=dict)
    _ideas: dict[str, IdeaRef] = field(default_factory=dict)
    _benefits: dict[tuple[str, Track], list[tuple[int, BenefitRef]]] = field(default_factory=dict)
    _written: dict[tuple[str, str], RiskRef] = field(default_factory=dict)
    _drawn: dict[str, RiskCard] = field(default_factory=dict)
    _entries: list[int] = field(default_factory=list)
    _seated: dict[int, list[tuple[int, Person]]] = field(default_factory=dict)
    _moves: dict[int, tuple[ev.Why, int]] = field(default_factory=dict)

    @overload
    def of(self, a: type[A], /) -> list[Occurrence[A]]: ...
    @overload
    def of(self, a: type[A], b: type[B], /) -> list[Occurrence[A | B]]: ...
    @overload
    def of(self, a: type[A], b: type[B], c: type[C], /) -> list[Occurrence[A | B | C]]: ...
    @overload
    def of(
        self, a: type[A], b: type[B], c: type[C], d: type[D], /
    ) -> list[Occurrence[A | B | C | D]]: ...
    def of(self, *kinds: type) -> list[Occurrence[Any]]:
        """The events of these kinds in order of time."""
        found = [each for kind in kinds for each in self._occurrences.get(kind, ())]
        return found if len(kinds) == 1 else sorted(found, key=lambda each: each.order)

    def at(self, entry: int) -> Position:
        """The position of an entry that is not a decision, or of a decision that was undone."""
        step = self.steps[bisect_right(self._entries, entry) - 1]
        return Position(entry, step.position.decision_index, step.after.round_now, step.after.step)

    def stands(self, entry: int) -> bool:
        """Whether a decision is in force: it was not undone, or was redone."""
        place = bisect_right(self._entries, entry) - 1
        return self._entries[place] == entry

    @property
    def end(self) -> State:
        """The state after the last step."""
        return self.steps[-1].after

    # ------------------------------------------------------------------ what was played
    @property
    def cut_rounds(self) -> frozenset[int]:
        """The rounds that were ended before all had had their turn: nobody is to blame for them."""
        return frozenset(cut.round for cut in self.end.cuts if not cut.whole)

    @property
    def cut_phases(self) -> frozenset[Phase]:
        """The phases that did not get all of their rounds, with all turns in them."""
        opened = self.of(ev.RoundOpened)
        short = {s.event.round for s in opened} & {cut.round for cut in self.end.cuts}
        return frozenset(s.event.phase for s in opened if s.event.round in short)

    def moved(self, move: Occurrence[ev.TrackMoved]) -> int:
        """What a track truly moved by: what would have passed its end is no part of it."""
        return self._moves[move.order][1]

    def moved_with(self, cause: Occurrence[Mover]) -> int:
        """What an event truly moved its track by: the move stands right after it, if there is one.

        A harvest may be more than its track had room for.
        """
        why, by = self._moves.get(cause.order + 1, (None, 0))
        return by if why == _WHYS[type(cause.event)] else 0

    def cost(self, cause: Occurrence[Mover]) -> int:
        """What an event truly took off its track."""
        return -self.moved_with(cause)

    @property
    def checked_rounds(self) -> tuple[int, ...]:
        """The rounds that were played to the end of their reality check, in order."""
        last = sum(self.setup.rules.rounds)
        found = (self.end.told_round(s.event.round) for s in self.of(ev.CheckEnded))
        return tuple(n for n in found if n <= last)

    def opened_after(self, round: int) -> tuple[int, ...]:
        """The rounds that were opened after one, the follow-up not among them."""
        last = sum(self.setup.rules.rounds)
        opened = (s.event.round for s in self.of(ev.RoundOpened))
        return tuple(n for n in opened if round < n <= last)

    # ------------------------------------------------------------------ names
    def person(self, seat: int, before: int | None = None) -> Person:
        """The person at a seat; one without a name for a seat that a manipulated file made up.

        ``before`` is the order of an event: who sat there then, else who sat there at last.
        """
        seated = self._seated.get(seat, ())
        then = [person for order, person in seated if before is None or order < before]
        if then:
            return then[-1]
        known = 0 <= seat < len(self.people)
        return self.people[seat] if known else Person(seat, "", ())

    def idea(self, id: str) -> IdeaRef:
        """An idea by its id, whether or not it is still on the table."""
        return self._ideas.get(id) or IdeaRef(id)

    def benefit(self, idea: str, track: Track, before: int | None = None) -> BenefitRef:
        """The benefit or downside of an idea on a track, as it was called last.

        ``before`` is the order of an event: what it was called then, since a downside may have
        taken a benefit's place later. Without a card or a name if nothing was claimed.
        """
        called = self._benefits.get((idea, track), ())
        then = [ref for order, ref in called if before is None or order < before]
        return then[-1] if then else BenefitRef(self.idea(idea), track)

    def risk(self, idea: str, id: str | None, track: Track | None = None) -> RiskRef:
        """A risk of an idea; ``track`` is needed only for the unknown risk."""
        if id is not None and (idea, id) in self._written:
            return self._written[idea, id]
        card = self.risk_card(id or "")
        on = card.track if card is not None else track or "citizen"
        return RiskRef(self.idea(idea), on, id)

    def risk_card(self, id: str) -> RiskCard | None:
        """The true card of a risk: of the case, or drawn for an idea in the group's own words."""
        return self.setup.by_id.risks.get(id) or self._drawn.get(id)

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Whoever sat at the table: seat by seat, who sat there at last after the others."""
        found: dict[tuple[int, str], Person] = {}
        for n in sorted(self._seated):
            for _, person in self._seated[n]:
                found.pop(person.key, None)
                found[person.key] = person
        return tuple(found.values()) or self.people

    @property
    def earlier(self) -> tuple[Person, ...]:
        """Whoever sat at a seat before the one who sat there at last."""
        last = {person.key for person in self.people}
        return tuple(person for person in self.everybody if person.key not in last)

    @property
    def ideas(self) -> tuple[IdeaRef, ...]:
        """Every idea that was ever on the table, in the order of placing."""
        placed = self.of(ev.IdeaPlaced, ev.IdeaWritten)
        return tuple(self._ideas[each.event.idea] for each in placed)

    # ------------------------------------------------------------------ building
    def add_step(self, step: HistoryStep, order: int) -> int:
        """Index a step's events; ``order`` is the number of the first. Returns the next number."""
        self._entries.append(step.position.entry)
        for event in step.events:
            self._occurrences.setdefault(type(event), []).append(Occurrence(event, step, order))
            order += 1
        return order

    def index_names(self) -> None:
        """Index the names of everybody who sat there, and of all that was placed or written."""
        self._index_people()
        self._index_moves()
        for placed in self.of(ev.IdeaPlaced):
            e = placed.event
            self._ideas[e.idea] = IdeaRef(e.idea, e.letter)
        for wrote in self.of(ev.IdeaWritten):
            w = wrote.event
            self._ideas[w.idea] = IdeaRef(w.idea, w.letter, w.name)
        for called in self.of(ev.BenefitClaimed, ev.DownsideNamed):
            key = called.event.idea, called.event.track
            self._benefits.setdefault(key, []).append((called.order, self._called(called.event)))
        for drawn in self.of(ev.TruthDrawn):
            self._drawn |= {risk.id: risk for risk in drawn.event.risks}
        for named in self.of(ev.RiskWritten):
            r = named.event
            self._written[r.idea, r.risk] = RiskRef(self.idea(r.idea), r.track, r.risk, r.name)

    def _index_people(self) -> None:
        first = self.steps[0].after.seats
        self._seated = {n: [(-1, _person(n, seat))] for n, seat in enumerate(first)}
        for change in self.of(ev.SeatAdded, ev.SeatReplaced, ev.RoleMoved):
            for n, seat in enumerate(change.step.after.seats):
                known = self._seated.setdefault(n, [])
                if not known or known[-1][1] != _person(n, seat):
                    known.append((change.order, _person(n, seat)))

    def _index_moves(self) -> None:
        points = dict(zip(TRACKS, self.steps[0].before.points, strict=True))
        for s in self.of(ev.TrackMoved):
            by = moved_by(points[s.event.track], s.event.by)
            self._moves[s.order] = s.event.why, by
            points[s.event.track] += by

    def _called(self, event: ev.BenefitClaimed | ev.DownsideNamed) -> BenefitRef:
        idea = self.idea(event.idea)
        if isinstance(event, ev.BenefitClaimed):
            return BenefitRef(idea, event.track, event.card, event.name)
        return BenefitRef(idea, event.track, name=event.name or None, downside=True)


def history_of(log: Log, setup: Setup) -> GameHistory:
    """The history of a session, up to the first decision whose events cannot be folded."""
    steps = _steps(log, setup)
    seats = steps[-1].after.seats or log.header.seats
    people = tuple(_person(n, seat) for n, seat in enumerate(seats))
    history = GameHistory(setup, tuple(log.standing), tuple(steps), people)
    order = 0
    for step in steps:
        order = history.add_step(step, order)
    history.index_names()
    return history


def _person(n: int, seat: ev.Seat) -> Person:
    return Person(n, seat.name, seat.roles)


def _steps(log: Log, setup: Setup) -> list[HistoryStep]:
    """The start and each decision in force, up to the first that cannot be folded."""
    empty = State(setup)
    state = _try_fold(empty, log.begun) or empty
    first = Position(0, 0, state.round_now, "opening")
    steps = [HistoryStep(first, None, log.begun if state is not empty else (), empty, state)]
    for index, decision in enumerate(log.history, 1):
        after = _try_fold(state, decision.events)
        if after is None:
            break
        steps.append(_step(decision, index, state, after))
        state = after
    return steps


def _step(decision: Decision, index: int, before: State, after: State) -> HistoryStep:
    position = Position(decision.n, index, after.round_now, before.step)
    return HistoryStep(position, decision.action, decision.events, before, after)


def _try_fold(state: State, events: tuple[Event, ...]) -> State | None:
    """The state after events; ``None`` when they do not fit the state (a manipulated file)."""
    try:
        return fold_recorded(state, events)
    except FOLD_ERRORS:
        return None


def by_idea(occurrences: list[Occurrence[AboutIdea]]) -> dict[str, list[Occurrence[AboutIdea]]]:
    """Events by the idea they are about, each group in order of time."""
    groups: dict[str, list[Occurrence[AboutIdea]]] = {}
    for each in occurrences:
        groups.setdefault(each.event.idea, []).append(each)
    return groups


def by_benefit(
    occurrences: list[Occurrence[OnTrack]],
) -> dict[tuple[str, Track], list[Occurrence[OnTrack]]]:
    """Events by the idea and the track they are about, each group in order of time."""
    groups: dict[tuple[str, Track], list[Occurrence[OnTrack]]] = {}
    for each in occurrences:
        groups.setdefault((each.event.idea, each.event.track), []).append(each)
    return groups
