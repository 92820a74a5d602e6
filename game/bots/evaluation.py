"""How the methodical group values its options: the projected tracks, actions and capacity.

An :class:`Evaluation` is created for each decision. It plans which ideas on the table are worth
implementing; from the plan it derives the values of a point on each track, of an action and of a
unit of capacity. Then every possible action is offered with a score, and the best one is chosen.
A score is in points: what an action adds to the four tracks, weighted by how much each lacks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import add, attrgetter, sub
from typing import Any

from game.bots.expectations import Points
from game.bots.habits import Habits
from game.bots.idea_forecast import IdeaForecast
from game.bots.owners import Owners
from game.engine import SPECS, TRACKS, Action, State, is_relieved
from game.engine.limits import TRUST_HIGH
from game.engine.lookups import actions_of, income, present

PointValues = tuple[float, ...]
"""The value of a point on a track, by the points missing to its goal; from the end, by those
beyond it."""

FAR = 128
"""More points than a track can be away from its goal."""

HIGHEST_VALUE, VALUE_AT_GOAL, VALUE_PER_POINT, LOWEST_VALUE = 1.3, 0.7, 0.2, 0.05
"""A point is worth less the nearer the goal is; beyond it, it is a margin against risks."""

BY_NEED: PointValues = tuple(
    max(LOWEST_VALUE, min(HIGHEST_VALUE, VALUE_AT_GOAL + VALUE_PER_POINT * gap))
    for gap in (*range(FAR), *range(-FAR, 0))
)
UNIFORM: PointValues = (0.8,) * (2 * FAR)
ZERO: PointValues = (0.0,) * (2 * FAR)

CAPACITY = 0.3
"""The value of a unit of capacity when the plan neither lacks any nor leaves any over."""

SCARCE = 0.06
"""The increase of that value for each unit that the plan lacks."""

TRUST, TRUST_IS_LOW, LOW_TRUST = 0.12, 0.5, 2
"""The value of a point of trust for each round that is left, more where hardly any is left."""

ASIDE, LAST_CHANCE = 0.25, 1.5
"""The weights of an idea outside the plan, and of one due at the next reality check."""

UNBOUNDED = 99
"""More benefits than anybody can own."""

WORTH_CARRYING = 0.5
"""The points that an idea must add to be part of the plan."""

OVERDRAWN = 2
"""Capacity that a plan may need beyond the expected; the group can always rally some."""

OFF_BALANCE = 0.3
"""The cost of each step too far off balance, beyond those that the round will even out."""

NO_BALANCE = (0.0, 0.0, 0.0)
"""The value of shifting the balance where a case plays without it."""

TOO_FAR = 3
"""The steps off balance that cost nothing yet."""

EVENED_OUT_PER_ACTION = 0.4
"""The steps of balance that each remaining action of the round is expected to even out."""


_BY_RANK = attrgetter("rank")


class Evaluation:
    """The values of a state for the seat in turn, and the best action offered so far.

    ``weighted`` has each forecast with the weight of work on its idea: less outside the plan, more
    when it is due now. ``missing`` is what each track lacks to its goal once the plan is carried
    out, ``balance_value`` the value of shifting the balance by 0, 1 and -1.
    """

    __slots__ = (
        "actions_left",
        "actions_spare",
        "balance_value",
        "best_action",
        "best_score",
        "capacity_price",
        "capacity_short",
        "forecasts",
        "habits",
        "missing",
        "owners",
        "planned",
        "point_values",
        "projected",
        "rng",
        "rounds_left",
        "s",
        "seat",
        "trust_value",
        "weighted",
        "weights",
    )

    def __init__(
        self, s: State, habits: Habits, forecasts: list[IdeaForecast], rng: random.Random
    ) -> None:
        self.s, self.habits, self.seat, self.rng = s, habits, s.turn, rng
        self.point_values = _point_values(habits)
        self.forecasts = forecasts
        self.best_score = float("-inf")
        self.best_action: tuple[Callable[..., Action], tuple[Any, ...]] | None = None
        self._count_actions()
        self._plan()
        self._set_prices()
        self.weighted = [(x, self._interest(x)) for x in forecasts]
        self.balance_value = self._balance_values()
        self.trust_value = self._trust_value()
        self.owners = Owners(s, UNBOUNDED if habits.juggles else s.setup.rules.owner_load)

    # -------------------------------------------------------------- offers
    def offer(self, score: float, kind: Callable[..., Action], *args: object) -> None:
        """Offer an action of the seat in turn with its score."""
        if score > self.best_score:
            self.best_score, self.best_action = score, (kind, args)

    def chosen(self) -> Action:
        """The action with the highest score."""
        assert self.best_action is not None
        kind, args = self.best_action
        return kind(self.seat, *args)

    def tracks(self) -> Sequence[int]:
        """The indexes of the tracks to write cards for; in random order without the track habit."""
        return range(4) if self.habits.tracks else sorted(range(4), key=lambda _: self.rng.random())

    # -------------------------------------------------------------- valuing
    def gain(self, points: Points, missing: Points) -> float:
        """The value of points where so many are missing, each track valued at its midpoint."""
        total = 0.0
        for x, gap, worth in zip(points, missing, self.point_values, strict=True):
            if x:  # most ideas leave most tracks as they are
                total += x * worth[int(gap - x / 2)]
        return total

    def missing_at(self, points: Points) -> Points:
        """What each track lacks to its goal when it stands there."""
        return list(map(sub, self.s.setup.goals, points))

    def has_perk(self, ability: str) -> bool:
        """Whether the seat has a role whose standing ability has not been used in this round."""
        role = self.s.has_ability(self.seat, ability)
        return role is not None and role.id not in self.s.used_round

    def is_relieved(self, kind: type[Action]) -> bool:
        """Whether a module of the case saves the capacity that an action of this kind takes."""
        return any(is_relieved(self.s, relief) for relief in SPECS[kind].price.reliefs)

    def _interest(self, x: IdeaForecast) -> float:
        idea = x.idea
        if idea.id not in self.planned:
            return ASIDE
        due = idea.status == "implemented" and (idea.due <= self.s.round or not self.rounds_left)
        return LAST_CHANCE if due else 1.0

    def _count_actions(self) -> None:
        """Count the rounds after this one, and the group's remaining actions of this round."""
        s, rules = self.s, self.s.setup.rules
        self.rounds_left = sum(rules.rounds) - s.round
        seats = len(present(s))
        per_round = actions_of(rules, seats)
        self.actions_left = s.actions + len(s.waiting) * per_round // seats
        self.actions_spare = self.actions_left + self.rounds_left * per_round

    def _plan(self) -> None:
        """Select ideas, the best first, as long as there are actions and capacity."""
        self.projected: Points = list(self.s.points)
        self.missing = self.missing_at(self.projected)
        self.planned: set[str] = set()
        self.capacity_short: float = -self._expected_capacity()
        for x in sorted(self.forecasts, key=_BY_RANK, reverse=True):
            if x.locked or self._is_worth_it(x):
                self.planned.add(x.idea.id)
                self.actions_spare -= x.work
                self.capacity_short += x.cost
                self.projected = list(map(add, self.projected, x.potential))
                self.missing = self.missing_at(self.projected)

    def _is_worth_it(self, x: IdeaForecast) -> bool:
        if self.capacity_short + x.cost > OVERDRAWN or self.actions_spare < x.work:
            return False
        return self.gain(x.potential, self.missing) - CAPACITY * x.cost >= WORTH_CARRYING

    def _expected_capacity(self) -> int:
        """The present capacity and the expected income, if trust rises by one each round."""
        return self.s.capacity + _expected_income(self.s.trust, self.rounds_left)

    def _set_prices(self) -> None:
        self.capacity_price = max(0.1, min(1.0, CAPACITY + SCARCE * self.capacity_short))
        self.weights = [
            worth[int(gap)] for worth, gap in zip(self.point_values, self.missing, strict=True)
        ]

    def _balance_values(self) -> tuple[float, ...]:
        """The values of shifting the balance by 0, 1 and -1 now, where a case plays with it."""
        if not self.rounds_left or "tension" not in self.s.setup.rules.modules:
            return NO_BALANCE
        return _balance_values(self.s.balance, self.actions_left)

    def _trust_value(self) -> float:
        """The value of a point of trust: what it will give in capacity, and that it is there."""
        low = TRUST_IS_LOW if self.s.trust <= LOW_TRUST else 0.0
        return TRUST * self.rounds_left + low


class AvoidingEvaluation(Evaluation):
    """An evaluation that takes one action only if no other is offered."""

    __slots__ = ("avoid",)

    def __init__(
        self,
        avoid: Action,
        s: State,
        habits: Habits,
        forecasts: list[IdeaForecast],
        rng: random.Random,
    ) -> None:
        super().__init__(s, habits, forecasts, rng)
        self.avoid = avoid

    def offer(self, score: float, kind: Callable[..., Action], *args: object) -> None:
        """Offer an action of the seat in turn with its score, unless it is to be avoided."""
        if kind(self.seat, *args) != self.avoid:
            super().offer(score, kind, *args)

    def chosen(self) -> Action:
        """The action with the highest score, or the avoided one."""
        return self.avoid if self.best_action is None else super().chosen()


@lru_cache(1024)
def _balance_values(balance: int, actions_left: int) -> tuple[float, ...]:
    within_reach = TOO_FAR + (actions_left - 1) * EVENED_OUT_PER_ACTION
    return tuple([-OFF_BALANCE * max(0.0, abs(balance + by) - within_reach) for by in (0, 1, -1)])


@lru_cache(256)
def _expected_income(trust: int, rounds: int) -> int:
    """The capacity that some rounds give, if trust rises by one each of them."""
    return sum(income(min(TRUST_HIGH, trust + n)) for n in range(1, rounds + 1))


def _point_values(habits: Habits) -> tuple[PointValues, ...]:
    if habits.only is not None:
        return tuple(BY_NEED if track == habits.only else ZERO for track in TRACKS)
    return (BY_NEED if habits.tracks else UNIFORM,) * 4
