"""How far apart two cases are: in rules, in shapes of ideas, in what the method does and wins.

Each distance is from 0 (the same) to 1 (nothing in common).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from statistics import fmean
from typing import TypeVar

from game.engine import TRACKS, Rules, Setup
from game.simulation import Tally
from tests.lessons.measure import REFERENCE, Measured

T = TypeVar("T")

CLEARLY_APART = 0.25
"""Cases at least this far apart on average are games of their own."""

CURVE_SCALE, MIX_SCALE = 0.15, 0.2
"""The distances of curves and of action mixes that count as nothing in common."""


@dataclass(frozen=True)
class Distance:
    """How far apart two cases are, by each measure."""

    a: str
    b: str
    rules: float
    shapes: float
    actions: float
    curve: float

    @property
    def mean(self) -> float:
        """The mean of all measures."""
        return fmean((self.rules, self.shapes, self.actions, self.curve))

    @property
    def apart(self) -> bool:
        """Whether they are clearly different games."""
        return self.mean >= CLEARLY_APART


def distances(measured: Sequence[Measured]) -> list[Distance]:
    """The distances of all pairs of cases, the nearest pair first."""
    found = [distance(a, b) for a, b in combinations(measured, 2)]
    return sorted(found, key=lambda d: d.mean)


def distance(a: Measured, b: Measured) -> Distance:
    """How far apart two cases are, over all numbers of seats that were played."""
    here, there = a.played.tally(REFERENCE), b.played.tally(REFERENCE)
    setups = a.case.setup, b.case.setup
    return Distance(
        a.case.id,
        b.case.id,
        rules=disjoint(*(_rules(setup) for setup in setups)),
        shapes=disjoint(*(_shapes(setup) for setup in setups)),
        actions=min(1.0, _mix_distance(here.actions, there.actions) / MIX_SCALE),
        curve=min(
            1.0, _curve_distance(_curve(here, setups[0]), _curve(there, setups[1])) / CURVE_SCALE
        ),
    )


def disjoint(a: Counter[T], b: Counter[T]) -> float:
    """The share of all items that only one of two collections has; 0 for two empty ones."""
    together = (a | b).total()
    return 1 - (a & b).total() / together if together else 0.0


def _rules(setup: Setup) -> Counter[tuple[str, object]]:
    """Goals, modules, and every number of the rules that is not the default."""
    usual = Rules()
    named = [(f.name, getattr(setup.rules, f.name)) for f in fields(Rules)]
    changed = [(name, value) for name, value in named if value != getattr(usual, name)]
    modules = [(module, True) for module in setup.rules.modules]
    goals = list(zip(TRACKS, setup.goals, strict=True))
    return Counter([*(pair for pair in changed if pair[0] != "modules"), *modules, *goals])


def _shapes(setup: Setup) -> Counter[tuple[int, int, int]]:
    return Counter((card.cost, card.maturity, card.delay) for card in setup.ideas)


def _mix_distance(a: Mapping[str, int], b: Mapping[str, int]) -> float:
    """Half of the sum of the differences between the shares of actions."""
    shares = [{name: n / sum(counts.values()) for name, n in counts.items()} for counts in (a, b)]
    names = {**a, **b}
    return sum(abs(shares[0].get(name, 0) - shares[1].get(name, 0)) for name in names) / 2


# ------------------------------------------------------------------ curves
Curve = list[list[float]]
"""For each track the shares of its goal reached at the end of each round."""

STEPS = 20


def _curve(tally: Tally, setup: Setup) -> Curve:
    rounds = sorted({round_ for _, round_ in tally.course})
    means = []
    for track, goal in zip(TRACKS, setup.goals, strict=True):
        points = [tally.course[track, round_].mean() for round_ in rounds]
        means.append([0.0, *(p.value / goal for p in points if p is not None)])
    return means


def _curve_distance(a: Curve, b: Curve) -> float:
    """The mean difference over the whole game, which may have fewer rounds in one of the cases."""
    return fmean(
        abs(_at(one, step / STEPS) - _at(other, step / STEPS))
        for one, other in zip(a, b, strict=True)
        for step in range(STEPS + 1)
    )


def _at(values: list[float], share: float) -> float:
    """The value after a share of the game, linear between the rounds."""
    place = share * (len(values) - 1)
    n = min(int(place), len(values) - 2)
    return values[n] + (values[n + 1] - values[n]) * (place - n)
