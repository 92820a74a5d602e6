"""Trials: the same games again with a case changed, to see how many more or fewer are won.

Every change is tried with the seeds of the same games (common random numbers), so that what differs
is the change and not the luck; that makes the interval of a difference much narrower.

Of many changes the best owe some of it to luck. So they are chosen in a few games, and judged in
fresh ones, which nobody has chosen by: with them the case as it is, too, and all figures that are
told. What is told as sure is corrected (Bonferroni) for what is judged there: the finalists and
the best of them together, :data:`JUDGED` at most. That suffices, however many were tried before:
whichever were chosen, the fresh games know nothing of it. All intervals of a trial hold at once,
19 times in 20, so that it does not matter either which of the judged ones is told first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import field, replace
from typing import TypeVar

from game.bots import PEOPLE, player_named
from game.engine import Setup, result
from game.frozen import frozen
from game.simulation.games import game_seed
from game.simulation.intervals import Interval, paired_difference, share
from game.simulation.levers import Lever
from game.simulation.progress import Meter
from game.simulation.workers import Cancels, completed

Key = TypeVar("Key")

TRIAL_GAMES = 60
"""The fresh games in which a change is judged, for each number of seats."""

FINALISTS = 6
"""So many changes are judged in fresh games."""

JUDGED = FINALISTS + 1
"""All that is judged: the finalists, and at last the best of them together."""

LITTLE = 0.15
"""What surely moves fewer games than this share is not what makes a case hard or easy."""

GAMES_PER_TASK = 10
"""The games that are sent to a process at once, for each number of seats: a second of work."""

WON = frozenset(("realised", "together"))
TOGETHER = frozenset(("together",))

Verdicts = tuple[str, ...]
"""The verdicts of the same games, in their order: each number, with each number of seats."""


@frozen
class Trial:
    """Changes that were tried: how many of the same ``games`` were won before and with them.

    ``change`` is the difference of the two shares, compared game by game; ``together`` are the
    games in which all aims were met, too. What was not ``judged`` in fresh games was tried in a few
    only, and has no claim to be sure of anything.
    """

    levers: tuple[Lever, ...]
    games: int
    before: Interval
    after: Interval
    change: Interval
    together_before: Interval
    together_after: Interval
    together_change: Interval
    judged: bool = True

    @property
    def of_aims(self) -> bool:
        """Whether nothing but aims was changed, which moves the top verdict and not the goals."""
        return all(lever.kind == "aim" for lever in self.levers)

    @property
    def moved(self) -> Interval:
        """By how much the share of games moved on which such changes bear."""
        return self.together_change if self.of_aims else self.change

    @property
    def sure(self) -> bool:
        """Whether it made a difference that is not chance."""
        return self.judged and (self.moved.low > 0 or self.moved.high < 0)

    @property
    def is_open(self) -> bool:
        """Whether so few games cannot tell what it brings."""
        return not self.sure and not self.idle

    @property
    def idle(self) -> bool:
        """Whether it surely makes no difference to speak of."""
        return self.judged and self.moved.low > -LITTLE and self.moved.high < LITTLE


@frozen
class Trials:
    """How changes are tried: by the ``bot`` that stands for people, at some numbers of seats.

    Each game of a change, with all numbers of seats, is a step on the ``meter``.
    """

    seats: tuple[int, ...]
    seed: int
    games: int
    executor: Executor
    cancels: Cancels | None = None
    bot: str = PEOPLE
    meter: Meter = field(default_factory=Meter)

    def by(self, bot: str, seats: Sequence[int]) -> Trials:
        """The same trials by another bot, at those numbers of seats."""
        return replace(self, bot=bot, seats=tuple(seats))

    def play(self, setups: Mapping[Key, Setup], first: int, last: int) -> dict[Key, Verdicts]:
        """The verdicts of every setup in the games numbered from ``first`` up to ``last``."""
        tasks = [
            ((key, begin), self._task(setup, begin, last))
            for key, setup in setups.items()
            for begin in range(first, last, GAMES_PER_TASK)
        ]
        found: dict[tuple[Key, int], Verdicts] = {}
        for place, verdicts in completed(self.executor, play_verdicts, tasks, self.cancels):
            found[place] = verdicts
            self.meter.step(len(verdicts) // len(self.seats))
        begun = range(first, last, GAMES_PER_TASK)
        return {key: sum((found[key, begin] for begin in begun), ()) for key in setups}

    def _task(self, setup: Setup, begin: int, last: int) -> Task:
        return self.bot, setup, self.seats, self.seed, begin, min(begin + GAMES_PER_TASK, last)


Task = tuple[str, Setup, tuple[int, ...], int, int, int]
"""What a process is given: the bot, the case, the seats, the seed, the first game and the end."""


def play_verdicts(
    bot: str, setup: Setup, seats: Sequence[int], seed: int, first: int, last: int
) -> Verdicts:
    """The verdicts of some games of a case in the hands of a bot."""
    play = player_named(bot)
    return tuple(
        result(play(setup, count, game_seed(seed, count, game, "trial"), None).state).verdict
        for game in range(first, last)
        for count in seats
    )


def compare(
    levers: Sequence[Lever], before: Verdicts, after: Verdicts, *, judged: bool = True
) -> Trial:
    """What a change made of the same games."""
    return Trial(
        levers=tuple(levers),
        games=len(after),
        before=_share_of(WON, before),
        after=_share_of(WON, after),
        change=_difference(before, after, WON),
        together_before=_share_of(TOGETHER, before),
        together_after=_share_of(TOGETHER, after),
        together_change=_difference(before, after, TOGETHER),
        judged=judged,
    )


def _difference(before: Verdicts, after: Verdicts, wanted: frozenset[str]) -> Interval:
    """How many more of the same games ended as wanted, compared game by game."""
    pairs = [(b in wanted, a in wanted) for b, a in zip(before, after, strict=True)]
    gained, lost = pairs.count((False, True)), pairs.count((True, False))
    return paired_difference(gained, lost, len(pairs), JUDGED)


def won_share(verdicts: Verdicts) -> Interval:
    """The share of games in which all four goals were reached."""
    return _share_of(WON, verdicts)


def _share_of(wanted: frozenset[str], verdicts: Verdicts) -> Interval:
    return share(sum(verdict in wanted for verdict in verdicts), len(verdicts), JUDGED)
