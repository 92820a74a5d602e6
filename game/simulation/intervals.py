"""95 % confidence intervals for shares, their differences, and means."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""95 % of a normal distribution lies within this many standard deviations of its mean."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A measured value with its 95 % confidence interval."""

    value: float
    low: float
    high: float


def share(count: int, of: int) -> Interval:
    """A share of 0 to 1 with its Wilson interval; of an empty sample it is 0 to 1.

    >>> share(0, 10)
    Interval(value=0.0, low=0.0, high=0.2775...)
    """
    if of == 0:
        return Interval(0.0, 0.0, 1.0)
    p, z2 = count / of, Z * Z / of
    centre = (p + z2 / 2) / (1 + z2)
    margin = Z * sqrt(p * (1 - p) / of + z2 / of / 4) / (1 + z2)
    low = 0.0 if count == 0 else max(0.0, centre - margin)
    high = 1.0 if count == of else min(1.0, centre + margin)
    return Interval(p, low, high)


def difference(a: Interval, b: Interval) -> Interval:
    """The difference of share ``a`` from ``b``, with Newcombe's interval of two Wilson intervals.

    It assumes independent samples; where both played the same deals it is slightly too wide.
    """
    d = a.value - b.value
    down = sqrt((a.value - a.low) ** 2 + (b.high - b.value) ** 2)
    up = sqrt((a.high - a.value) ** 2 + (b.value - b.low) ** 2)
    return Interval(d, d - down, d + up)


def mean(count: int, total: int, squares: int, scale: int = 1) -> Interval | None:
    """The mean of ``count`` whole numbers from their sum and the sum of their squares.

    ``scale`` is what the numbers were multiplied by to be whole. ``None`` without numbers.
    """
    if count == 0:
        return None
    value = total / count / scale
    if count == 1:
        return Interval(value, float("-inf"), float("inf"))
    variance = (squares * count - total * total) / (count * (count - 1)) / scale**2
    margin = Z * sqrt(variance / count)
    return Interval(value, value - margin, value + margin)
