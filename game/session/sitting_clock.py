"""The clock of one sitting: it cannot be set, and stands still while the computer sleeps."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

if sys.platform == "win32":
    import ctypes

    def awake() -> float:
        """Seconds in which the computer was awake; the monotonic clock counts its sleep as well."""
        ticks = ctypes.c_ulonglong()
        if not ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks)):
            return time.monotonic()
        return ticks.value / 10_000_000

else:
    awake = time.monotonic
    """Seconds in which the computer was awake."""


class SittingClock:
    """The time by the system's clock when the sitting began, and from there by a stopwatch.

    Whoever corrects the clock during a game changes nothing in how long it took, and a closed lid
    is a break.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, stopwatch: Callable[[], float] = awake
    ) -> None:
        self._stopwatch = stopwatch
        self._shift = wall() - stopwatch()

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self._shift + self._stopwatch()


def not_before(clock: Callable[[], float], now: float, moment: float) -> Callable[[], float]:
    """A clock that goes on from a moment, if it is behind that ``now``.

    Otherwise all entries of a sitting would be made at the same time, that of the last one before.
    """
    lag = max(0.0, moment - now)
    return (lambda: clock() + lag) if lag else clock
