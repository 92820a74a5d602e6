"""Trials of a case that nobody plays: a rule tells what would come of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from game.engine import Setup
from game.simulation.trials import Verdicts

Key = TypeVar("Key")
Won = Callable[[Setup], float]
"""The share of games that people would win."""


@dataclass(frozen=True)
class Foretold:
    """Trials whose games nobody plays: a rule tells how many of each hundred are won.

    The games that are won lie evenly among the others.
    """

    won: Won
    games: int = 100

    def by(self, bot: str, seats: Sequence[int]) -> Foretold:
        return self

    def play(self, setups: Mapping[Key, Setup], first: int, last: int) -> dict[Key, Verdicts]:
        games = range(first, last)
        return {key: _verdicts(self.won(setup), games) for key, setup in setups.items()}


def _verdicts(share: float, games: range) -> Verdicts:
    n = round(100 * max(0.0, min(1.0, share)))
    return tuple("realised" if game * 37 % 100 < n else "on_the_way" for game in games)
