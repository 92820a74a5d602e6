"""Trials: the same games again with a case changed, to see how many more or fewer are won.

Every change is tried with the seeds of the same games (common random numbers), so that what differs
is the change and not the luck; that makes the interval of a difference much narrower.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TypeVar

from game.bots import PEOPLE, player_named
from game.engine import Setup, result
from game.simulation.games import Progress, ProgressCallback, game_seed
from game.simulation.intervals import Interval, paired_difference, share
from game.simulation.levers import Lever
from game.simulation.workers import Cancels, completed

Key = TypeVar("Key")

TRIAL_GAMES = 60
"""The games in which a change is tried, for each number of seats."""

WON = frozenset(("realised", "together"))

Verdicts = tuple[str, ...]
"""The verdicts of the same games, in their order."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Changes that were tried: how many of the same games were won before and with them.

    ``change`` is the difference of the two shares, compared game by game. ``together`` are the
    games in which all aims were met, too.
    """

    levers: tuple[Lever, ...]
    before: Interval
    after: Interval
    change: Interval
    together_before: Interval
    together_after: Interval


@dataclass(frozen=True, slots=True)
class Trials:
    """How changes are tried: by people (:data:`PEOPLE`), at some numbers of seats."""

    seats: tuple[int, ...]
    seed: int
    games: int
    executor: Executor
    progress: ProgressCallback | None = None
    cancels: Cancels | None = None

    def play(self, setups: Mapping[Key, Setup]) -> dict[Key, Verdicts]:
        """The verdicts of every setup in the same games, all numbers of seats one after another."""
        tasks = [
            ((key, seats), (setup, seats, self.seed, self.games))
            for key, setup in setups.items()
            for seats in self.seats
        ]
        found: dict[tuple[Key, int], Verdicts] = {}
        for place, verdicts in completed(self.executor, play_verdicts, tasks, self.cancels):
            found[place] = verdicts
            if self.progress is not None:
                self.progress(Progress("remedies", len(found), len(tasks)))
        return {key: sum((found[key, k] for k in self.seats), ()) for key in setups}


def play_verdicts(setup: Setup, seats: int, seed: int, games: int) -> Verdicts:
    """The verdicts of the first games of a case in the hands of people."""
    play = player_named(PEOPLE)
    return tuple(
        result(play(setup, seats, game_seed(seed, seats, game), None).state).verdict
        for game in range(games)
    )


def compare(levers: Sequence[Lever], before: Verdicts, after: Verdicts) -> Trial:
    """What a change made of the same games."""
    n = len(before)
    gained = sum(b not in WON and a in WON for b, a in zip(before, after, strict=True))
    lost = sum(b in WON and a not in WON for b, a in zip(before, after, strict=True))
    return Trial(
        levers=tuple(levers),
        before=won_share(before),
        after=won_share(after),
        change=paired_difference(gained, lost, n),
        together_before=share(before.count("together"), n),
        together_after=share(after.count("together"), n),
    )


def won_share(verdicts: Verdicts) -> Interval:
    """The share of games in which all four goals were reached."""
    return share(sum(verdict in WON for verdict in verdicts), len(verdicts))
