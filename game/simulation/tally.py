"""Counts games: an observer of events, and totals that can be added in any order.

A :class:`GameObserver` observes one game and adds it to a :class:`Tally` when it is over. A tally
has only whole numbers, so that addition is associative and totals do not depend on how the games
were distributed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from game.engine import TRACKS, Action, Event, State, Track, result
from game.engine import events as ev
from game.simulation.course import CourseObserver
from game.simulation.intervals import Interval, mean

Key = TypeVar("Key")

THOUSANDTHS = 1000
"""Shares of a single game are counted in whole thousandths."""


@dataclass(slots=True)
class Sum:
    """The count of some whole numbers, their sum and the sum of their squares."""

    count: int = 0
    total: int = 0
    squares: int = 0

    def add(self, n: int) -> None:
        """Add one number."""
        self.count += 1
        self.total += n
        self.squares += n * n

    def __add__(self, other: Sum) -> Sum:
        return Sum(self.count + other.count, self.total + other.total, self.squares + other.squares)

    def mean(self, scale: int = 1) -> Interval | None:
        """The mean with its interval; ``scale`` is what the numbers were multiplied by."""
        return mean(self.count, self.total, self.squares, scale)


@dataclass(slots=True)
class Payoff:
    """The points and costs of an idea in the games in which it was realised.

    ``points`` are those on all tracks together: harvest, risks that struck, follow-up. ``costs`` is
    the capacity paid, ``paid`` the number of games in which it gave more than that.
    """

    points: Sum = field(default_factory=Sum)
    costs: int = 0
    paid: int = 0

    def add(self, points: int, cost: int) -> None:
        """Add one game in which it was realised."""
        self.points.add(points)
        self.costs += cost
        self.paid += points > cost

    def __add__(self, other: Payoff) -> Payoff:
        return Payoff(self.points + other.points, self.costs + other.costs, self.paid + other.paid)


@dataclass(slots=True)
class Tally:
    """Totals over games. ``Tally()`` is empty; tallies are added with ``+``.

    ``rates`` (the progress of a track towards its goal, 0 to 1) and ``realism`` are in thousandths.
    ``placed``, ``implemented``, ``claimed`` and ``met`` count games, by the id of an idea, an idea,
    a benefit card, a risk card: a risk is met when it is named, turned up or strikes.

    ``aims_judged`` and ``aims_met`` count games by role. ``checks`` are the reality checks at the
    end of a round, ``checks_tested`` those of them that tested something. ``misses`` has, by the
    round in which an estimate was made of an effect that was still hidden, how far it was off;
    ``course`` has a track's points at the end of each round. Of the games that the reference bot
    played with the same seed, ``gained`` were won here and not by it, ``lost`` by it and not here.
    """

    games: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)
    rates: dict[str, Sum] = field(default_factory=dict)
    realism: Sum = field(default_factory=Sum)
    decisions: Sum = field(default_factory=Sum)
    actions: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    implemented: Counter[str] = field(default_factory=Counter)
    ideas: dict[str, Payoff] = field(default_factory=dict)
    aims_judged: Counter[str] = field(default_factory=Counter)
    aims_met: Counter[str] = field(default_factory=Counter)
    checks: int = 0
    checks_tested: int = 0
    misses: dict[int, Sum] = field(default_factory=dict)
    course: dict[tuple[Track, int], Sum] = field(default_factory=dict)
    gained: int = 0
    lost: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            games=self.games + other.games,
            verdicts=self.verdicts + other.verdicts,
            reached=self.reached + other.reached,
            rates=_merged(self.rates, other.rates),
            realism=self.realism + other.realism,
            decisions=self.decisions + other.decisions,
            actions=self.actions + other.actions,
            placed=self.placed + other.placed,
            claimed=self.claimed + other.claimed,
            met=self.met + other.met,
            implemented=self.implemented + other.implemented,
            ideas=_merged(self.ideas, other.ideas),
            aims_judged=self.aims_judged + other.aims_judged,
            aims_met=self.aims_met + other.aims_met,
            checks=self.checks + other.checks,
            checks_tested=self.checks_tested + other.checks_tested,
            misses=_merged(self.misses, other.misses),
            course=_merged(self.course, other.course),
            gained=self.gained + other.gained,
            lost=self.lost + other.lost,
        )

    @property
    def won(self) -> int:
        """The number of games in which all four goals were reached."""
        return self.verdicts["realised"] + self.verdicts["together"]


def _merged(a: dict[Key, Any], b: dict[Key, Any]) -> dict[Key, Any]:
    """The union of two mappings; values of common keys are added."""
    return {
        key: a[key] + b[key] if key in a and key in b else (a.get(key) or b[key])
        for key in {**a, **b}
    }


class GameObserver:
    """Observes one game from start to end; called with each action and its events."""

    __slots__ = ("actions", "claimed", "costs", "course", "met", "placed", "points", "realised")

    def __init__(self) -> None:
        self.actions: Counter[str] = Counter()
        self.course = CourseObserver()
        self.placed: set[str] = set()
        self.claimed: set[str] = set()
        self.met: set[str] = set()
        self.costs: dict[str, int] = {}
        self.points: Counter[str] = Counter()
        self.realised: list[str] = []

    def __call__(self, action: Action | None, events: tuple[Event, ...]) -> None:
        """Count an action (``None`` at the start of the game) and its events."""
        if action is not None:
            self.actions[type(action).__name__] += 1
        for event in events:
            handler = _OBSERVED.get(type(event))
            if handler is not None:
                handler(self, event)
            self.course(event)

    def add_to(self, tally: Tally, state: State, decisions: int) -> None:
        """Add the game, once it is over."""
        tally.games += 1
        tally.decisions.add(decisions)
        _add_result(tally, state)
        tally.actions.update(self.actions)
        for count, cards in (
            (tally.placed, self.placed),
            (tally.claimed, self.claimed),
            (tally.met, self.met),
            (tally.implemented, set(self.costs)),
        ):
            count.update(cards)
        for idea in self.realised:
            tally.ideas.setdefault(idea, Payoff()).add(self.points[idea], self.costs[idea])
        _add_course(tally, self.course)


def _add_result(tally: Tally, state: State) -> None:
    outcome = result(state)
    tally.verdicts[outcome.verdict] += 1
    for track in outcome.tracks:
        if track.status == "reached":
            tally.reached[track.track] += 1
        rate = max(0, min(track.points, track.goal)) * THOUSANDTHS
        tally.rates.setdefault(track.track, Sum()).add(round(rate / track.goal))
    if outcome.realism is not None:
        tally.realism.add(round(outcome.realism * THOUSANDTHS))
    for aim in outcome.aims:
        tally.aims_judged[aim.role] += 1
        tally.aims_met[aim.role] += aim.met


def _add_course(tally: Tally, course: CourseObserver) -> None:
    tally.checks += len(course.checks)
    tally.checks_tested += sum(course.checks)
    for round_, miss in course.misses():
        tally.misses.setdefault(round_, Sum()).add(miss)
    for round_, points in course.points_by_round.items():
        for track, at in zip(TRACKS, points, strict=True):
            tally.course.setdefault((track, round_), Sum()).add(at)


# ------------------------------------------------------------------ event handlers
def _placed(observer: GameObserver, event: ev.IdeaPlaced) -> None:
    observer.placed.add(event.idea)


def _claimed(observer: GameObserver, event: ev.BenefitClaimed) -> None:
    if event.card is not None:
        observer.claimed.add(event.card)


def _risk_met(observer: GameObserver, event: ev.RiskNamed | ev.RiskTurnedUp) -> None:
    observer.met.add(event.risk)


def _risk_thrown(observer: GameObserver, event: ev.RiskThrown) -> None:
    if event.struck and event.risk is not None:
        observer.met.add(event.risk)


def _implemented(observer: GameObserver, event: ev.IdeaImplemented) -> None:
    observer.costs[event.idea] = event.cost


def _track_moved(observer: GameObserver, event: ev.TrackMoved) -> None:
    if event.idea is not None:
        observer.points[event.idea] += event.by


def _realised(observer: GameObserver, event: ev.IdeaRealised) -> None:
    observer.realised.append(event.idea)


_OBSERVED: dict[type[Event], Callable[[GameObserver, Any], None]] = {
    ev.IdeaPlaced: _placed,
    ev.BenefitClaimed: _claimed,
    ev.RiskNamed: _risk_met,
    ev.RiskTurnedUp: _risk_met,
    ev.RiskThrown: _risk_thrown,
    ev.IdeaImplemented: _implemented,
    ev.TrackMoved: _track_moved,
    ev.IdeaRealised: _realised,
}
