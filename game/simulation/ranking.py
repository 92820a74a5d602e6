"""Orders changes that were tried by what they bring."""

from __future__ import annotations

from collections.abc import Iterable

from game.frozen import frozen
from game.simulation.lessons import Band
from game.simulation.moves import Direction
from game.simulation.trials import Trial


@frozen
class Rank:
    """Compares trials by how near they bring the games won to the middle of a band.

    Where the case is as it should be (no direction), it is how much a change moves them either way.
    """

    band: Band
    direction: Direction | None

    def gain(self, trial: Trial | None) -> float:
        """How much nearer a change brings the games won, as a share of the games."""
        if trial is None:
            return 0.0
        if self.direction is None:
            return abs(trial.moved.value)
        middle = sum(self.band) / 2
        return abs(trial.before.value - middle) - abs(trial.after.value - middle)

    def merit(self, trial: Trial | None) -> tuple[bool, float]:
        """What trials are compared by: what helps in fresh games, then what brings more."""
        gain = self.gain(trial)
        return trial is not None and trial.judged and gain > 0, gain

    def best(self, tried: Iterable[Trial | None]) -> Trial | None:
        """The change that brings most, or moves the most where none of them helps."""
        return max((trial for trial in tried if trial), key=self.merit, default=None)

    def sorted(self, tried: Iterable[Trial | None]) -> list[Trial]:
        """The changes that could be tried, the best first."""
        return sorted((trial for trial in tried if trial), key=self.merit, reverse=True)
