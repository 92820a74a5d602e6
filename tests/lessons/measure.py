"""What is measured of a case: two simulations, and the numbers that the tables show of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.bots import NOISY, TRICKS
from game.content import Case
from game.engine import LEVELS, Level, Setup
from game.simulation import Interval, Simulation, Tally, lead_of_reference, share, simulate
from game.simulation.lessons import BOT_OF, HABITS

REFERENCE = "method"
LEVEL_BOTS = (REFERENCE, *NOISY, "random", "rush", "economist")
"""The groups that play every level."""

PRACTICES = tuple(BOT_OF[habit] for habit in HABITS)
"""The groups that leave a practice out."""

READERS = ("careful-reader",)
"""The group that reads the texts of the cards."""

AIM_BAND = 0.25, 0.75
TOGETHER_LEAST = 0.30
TOGETHER_SEATS = 8


@dataclass(frozen=True)
class Asked:
    """What to play: games for each group at each number of seats, from a seed."""

    seats: tuple[int, ...]
    games: int
    seed: int
    jobs: int | None


@dataclass(frozen=True)
class Measured:
    """A case with its simulations: ``played`` on its usual level, by the most groups.

    ``levels`` has a simulation for each level.
    """

    case: Case
    asked: Asked
    played: Simulation
    levels: Mapping[Level, Simulation]

    def tally(self, bot: str, seats: int) -> Tally:
        """The totals of a group at a number of seats."""
        return self.played.tally(bot, seats)

    def won(self, level: Level, bot: str, seats: int) -> Interval:
        """The share of games on a level in which a group reached all four goals."""
        tally = self.levels[level].tally(bot, seats)
        return share(tally.won, tally.games)

    def worth(self, practice: str, seats: int) -> Interval:
        """By how much the simulated groups win more than when they leave a practice out."""
        lead = lead_of_reference(self.played, practice, seats)
        assert lead is not None
        return lead

    def gain(self, trick: str, seats: int) -> Interval:
        """By how much a group with a trick wins more than the method."""
        worth = self.worth(trick, seats)
        return Interval(-worth.value, -worth.high, -worth.low)

    def together(self, seats: int) -> Interval:
        """The share of the method's games in which all goals were reached and all aims met."""
        tally = self.tally(REFERENCE, seats)
        return share(tally.verdicts["together"], tally.games)

    def aim(self, role: str, seats: int) -> Interval | None:
        """The share of the method's games in which a role's aim was met, if it was in play."""
        tally = self.tally(REFERENCE, seats)
        judged = tally.aims_judged[role]
        return share(tally.aims_met[role], judged) if judged else None

    def tested(self, seats: int) -> Interval:
        """The share of the method's reality checks that tested something."""
        tally = self.tally(REFERENCE, seats)
        return share(tally.checks_tested, tally.checks)


def measure(case: Case, asked: Asked) -> Measured:
    """Play a case on every level. Raises :class:`KeyboardInterrupt` when it is stopped."""
    usual = case.as_usual
    levels = {}
    for level in LEVELS:
        more = (*PRACTICES, *TRICKS, *READERS) if level == usual.setup.level else ()
        levels[level] = _simulated(case.at(level).setup, (*LEVEL_BOTS, *more), asked)
    return Measured(usual, asked, levels[usual.setup.level], levels)


def _simulated(setup: Setup, bots: Sequence[str], asked: Asked) -> Simulation:
    played = simulate(
        setup, bots=bots, seats=asked.seats, games=asked.games, seed=asked.seed, jobs=asked.jobs
    )
    if played.stopped:
        raise KeyboardInterrupt
    return played
