"""How far a simulation or a study has come: of a stage in steps, and as a share of all the work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from game.frozen import frozen
from game.simulation.workers import Cancels, heed

Stage = Literal["games", "levels", "remedies"]
"""What is being played: the games themselves, those on other levels, those with remedies tried."""
Span = tuple[float, float]
"""From which share of all the work to which a stage goes."""
WHOLE: Final[Span] = (0.0, 1.0)


@frozen
class Progress:
    """How far a stage has come: ``done`` of ``total``, in games of each group or in steps."""

    stage: Stage
    done: int
    total: int
    span: Span = WHOLE

    @property
    def share(self) -> float:
        """How much of all the work is done, from 0 to 1; it never goes back."""
        begin, end = self.span
        return begin + (end - begin) * self.done / max(1, self.total)


ProgressCallback = Callable[[Progress], None]
"""Called when something more has been played, in the thread that waits for it."""


class Meter:
    """Counts the steps of a stage, of which it is known beforehand how many there are at most.

    Whoever takes them asks with each whether to go on: :meth:`step` raises
    :class:`~game.simulation.workers.StoppedError` where ``cancels`` says so.
    """

    def __init__(
        self,
        stage: Stage = "remedies",
        told: ProgressCallback | None = None,
        span: Span = WHOLE,
        cancels: Cancels | None = None,
    ) -> None:
        self._stage, self._told, self._span, self._cancels = stage, told, span, cancels
        self._done, self._most = 0, 0

    def expect(self, steps: int) -> None:
        """At most so many steps are to come; said once, before the first."""
        self._most = steps

    def step(self, steps: int = 1) -> None:
        """So many more steps were taken."""
        heed(self._cancels)
        self._tell(min(self._done + steps, self._most))

    def finish(self) -> None:
        """No more steps are needed."""
        self._tell(self._most)

    def _tell(self, done: int) -> None:
        self._done = done
        if self._told is not None:
            self._told(Progress(self._stage, done, self._most, self._span))
