"""95 % confidence intervals for shares, their differences, and means."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from game.frozen import frozen

Z = 1.959964
"""95 % of a normal distribution lies within this many standard deviations of its mean."""


def critical(among: int) -> float:
    """The standard deviations that an interval spans to either side.

    Of so many intervals all hold at once, 19 times in 20 (Bonferroni); of a single one it is
    :data:`Z`.
    """
    return Z if among <= 1 else NormalDist().inv_cdf(1 - 0.025 / among)


@frozen
class Interval:
    """A measured value with its 95 % confidence interval, or one of several that hold at once."""

    value: float
    low: float
    high: float


def share(count: int, of: int, among: int = 1) -> Interval:
    """A share of 0 to 1 with its Wilson interval; of an empty sample it is 0 to 1.

    It is one of ``among`` intervals that hold at once.

    >>> share(0, 10)
    Interval(value=0.0, low=0.0, high=0.2775...)
    """
    if of == 0:
        return Interval(0.0, 0.0, 1.0)
    z = critical(among)
    p, z2 = count / of, z * z / of
    centre = (p + z2 / 2) / (1 + z2)
    margin = z * sqrt(p * (1 - p) / of + z2 / of / 4) / (1 + z2)
    low = 0.0 if count == 0 else max(0.0, centre - margin)
    high = 1.0 if count == of else min(1.0, centre + margin)
    return Interval(p, low, high)


def paired_difference(gained: int, lost: int, of: int, among: int = 1) -> Interval:
    """The difference of two shares in the same ``of`` games, with Bonett and Price's interval.

    ``gained`` games count only for the first, ``lost`` only for the second; what counts for both
    or for neither cancels out. Of no games at all the difference may be anything. It is one of
    ``among`` intervals that hold at once.
    """
    if of == 0:
        return Interval(0.0, -1.0, 1.0)
    up, down = (gained + 1) / (of + 2), (lost + 1) / (of + 2)
    margin = critical(among) * sqrt((up + down - (up - down) ** 2) / (of + 2))
    centre, value = up - down, (gained - lost) / of
    return Interval(value, max(-1.0, centre - margin), min(1.0, centre + margin))


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
