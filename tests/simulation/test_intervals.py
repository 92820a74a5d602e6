"""Intervals against values that others have published."""

from __future__ import annotations

from math import inf
from statistics import mean as plain_mean
from statistics import variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.simulation.intervals import Interval, critical, mean, paired_difference, share


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(count: int, of: int, low: float, high: float) -> None:
    x = share(count, of)
    assert (round(x.low, 4), round(x.high, 4)) == (low, high)
    assert x.value == count / of


def test_a_paired_difference_worked_out_by_hand() -> None:
    """D. G. Bonett and R. M. Price (2012), 37, 479-488: two pairs more, one for each side."""
    x = paired_difference(gained=3, lost=15, of=98)
    assert x.value == -12 / 98
    assert x.high + x.low == pytest.approx(2 * (0.04 - 0.16))
    assert x.high - x.low == pytest.approx(2 * 1.959964 * ((0.2 - 0.12**2) / 100) ** 0.5)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 300))
def test_a_paired_difference_turns_over_and_stays_in_range(up: int, down: int, same: int) -> None:
    of = up + down + same
    x, other_way = paired_difference(up, down, of), paired_difference(down, up, of)
    assert (x.value, x.low, x.high) == (-other_way.value, -other_way.high, -other_way.low)
    assert -1 <= x.low < x.high <= 1


def test_of_many_intervals_each_is_wider() -> None:
    """O. J. Dunn (1961), Journal of the American Statistical Association 56, 52-64, table 1."""
    assert [round(critical(n), 2) for n in (1, 2, 5, 7, 20)] == [1.96, 2.24, 2.58, 2.69, 3.02]
    assert share(30, 60, among=7).low < share(30, 60).low
    assert paired_difference(9, 1, 60).low > 0 > paired_difference(9, 1, 60, among=7).low


def test_no_games_tell_nothing() -> None:
    assert share(0, 0) == Interval(0.0, 0.0, 1.0)
    assert mean(0, 0, 0) is None
    assert paired_difference(0, 0, 0) == Interval(0.0, -1.0, 1.0)
    assert mean(1, 5, 25) == Interval(5.0, -inf, inf)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_share_lies_in_its_interval(sample: tuple[int, int]) -> None:
    x = share(*sample)
    assert 0 <= x.low <= x.value <= x.high <= 1


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=40))
def test_a_mean_from_its_sums_alone(numbers: list[int]) -> None:
    x = mean(len(numbers), sum(numbers), sum(n * n for n in numbers), scale=10)
    assert x is not None
    assert x.value == pytest.approx(plain_mean(numbers) / 10)
    reach = 1.959964 * (variance(numbers) / len(numbers)) ** 0.5 / 10
    assert x.high - x.value == pytest.approx(reach, abs=1e-9)
