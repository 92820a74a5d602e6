"""How the methodical group values what it could do: where the tracks are heading, and its means.

An :class:`Evaluation` is made for each decision. It plans which ideas on the table are worth
carrying through; from the plan follows what a point on each track, an action and a unit of capacity
are worth. Then every possible action is offered with a score, and the best one is kept. Scores are
points: what an action adds to the four tracks, weighted by what each of them lacks.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from operator import add, attrgetter
from typing import Any

from game.bots.expectations import Points
from game.bots.habits import Habits
from game.bots.idea_forecast import IdeaForecast
from game.engine import TRACKS, Action, State

Worth = tuple[float, ...]
"""What a point is worth on a track, by the points it is short of its goal (from ``-FAR``)."""

FAR = 128
"""More points than a plan can take a track away from its goal."""

MOST, AT_GOAL, STEEP, LEAST = 1.3, 0.7, 0.2, 0.05
"""A point is worth less the nearer the goal is; past it, it is a margin for what may strike."""

CARE: Worth = tuple(max(LEAST, min(MOST, AT_GOAL + STEEP * gap)) for gap in range(-FAR, FAR))
ALL_ALIKE: Worth = (0.8,) * (2 * FAR)
NOTHING: Worth = (0.0,) * (2 * FAR)

CAPACITY = 0.3
"""What a unit of capacity is worth when the plan neither lacks it nor has it to spare."""

SCARCE = 0.06
"""How much more, for each unit that the plan lacks."""

WORTH_CARRYING = 0.5
"""The points an idea has to add to be part of the plan."""

OVERDRAWN = 2
"""Capacity that a plan may need beyond what is in sight; there is always some to be rallied."""

OFF_BALANCE = 0.3
"""What each step off balance costs, beyond those that the rest of the round will even out."""

EVENED_OUT = 0.4
"""The steps of balance that each action left in the round will even out on the way."""


class Evaluation:
    """The state as the seat in turn values it, and the best action offered so far."""

    __slots__ = (
        "best",
        "capacity_price",
        "choice",
        "forecasts",
        "habits",
        "lean",
        "left",
        "planned",
        "projected",
        "rng",
        "rounds",
        "s",
        "seat",
        "short",
        "spare",
        "weights",
        "worth",
    )

    def __init__(
        self, s: State, habits: Habits, found: list[IdeaForecast], rng: random.Random
    ) -> None:
        self.s, self.habits, self.seat, self.rng = s, habits, s.turn, rng
        self.worth = _worth(habits)
        self.forecasts = found
        self.best = float("-inf")
        self.choice: tuple[Callable[..., Action], tuple[Any, ...]] | None = None
        self._count_actions()
        self._plan()
        self._price()
        self.lean = self._lean(0), self._lean(1), self._lean(-1)

    # -------------------------------------------------------------- offers
    def offer(self, score: float, kind: Callable[..., Action], *args: object) -> None:
        """Offer an action of the seat in turn with its score."""
        if score > self.best:
            self.best, self.choice = score, (kind, args)

    def chosen(self) -> Action:
        """The action with the highest score."""
        assert self.choice is not None
        kind, args = self.choice
        return kind(self.seat, *args)

    def tracks(self) -> Sequence[int]:
        """The indexes of the tracks to write for; in random order without the habit of tracks."""
        return range(4) if self.habits.tracks else sorted(range(4), key=lambda _: self.rng.random())

    # -------------------------------------------------------------- valuing
    def gain(self, points: Points, projected: Points) -> float:
        """What points are worth on top of others; each track is valued at the half of its step."""
        total = 0.0
        for x, at, goal, worth in zip(
            points, projected, self.s.setup.goals, self.worth, strict=True
        ):
            total += x * worth[int(goal - at - x / 2) + FAR]
        return total

    def _count_actions(self) -> None:
        """The rounds after this one, and the actions the whole group has left in this round."""
        s, rules = self.s, self.s.setup.rules
        self.rounds = sum(rules.rounds) - s.round
        many = len(s.seats) >= rules.many_seats
        a_round = rules.actions_many_seats if many else rules.actions
        self.left = s.actions + len(s.waiting) * a_round // len(s.seats)
        self.spare = self.left + self.rounds * a_round

    def _plan(self) -> None:
        """Select ideas, the best first, as long as actions and capacity last."""
        self.projected: Points = list(self.s.points)
        self.planned: set[str] = set()
        self.short: float = -self._means()
        for x in sorted(self.forecasts, key=attrgetter("rank"), reverse=True):
            if x.idea.status == "implemented" or self._is_worth_it(x):
                self.planned.add(x.idea.id)
                self.spare -= x.work
                self.short += x.cost
                self.projected = list(map(add, self.projected, x.potential))

    def _is_worth_it(self, x: IdeaForecast) -> bool:
        if self.short + x.cost > OVERDRAWN or self.spare < x.work:
            return False
        return self.gain(x.potential, self.projected) - CAPACITY * x.cost >= WORTH_CARRYING

    def _means(self) -> int:
        """The capacity at hand and the income to come, if trust rises by one each round."""
        trust = self.s.trust
        return self.s.capacity + sum(min(10, trust + n) // 2 + 1 for n in range(1, self.rounds + 1))

    def _price(self) -> None:
        self.capacity_price = max(0.1, min(1.0, CAPACITY + SCARCE * self.short))
        self.weights = [
            worth[int(goal - at) + FAR]
            for worth, goal, at in zip(self.worth, self.s.setup.goals, self.projected, strict=True)
        ]

    def _lean(self, by: int) -> float:
        """What it is worth to shift the balance by this much now."""
        if not self.rounds:
            return 0.0
        within_reach = (self.left - 1) * EVENED_OUT
        return -OFF_BALANCE * max(0.0, abs(self.s.balance + by) - within_reach)


def _worth(habits: Habits) -> tuple[Worth, ...]:
    if habits.only is not None:
        return tuple(CARE if track == habits.only else NOTHING for track in TRACKS)
    return (CARE if habits.tracks else ALL_ALIKE,) * 4
