"""Kroner, freed time and dates, read as a benefits professional reads them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from game.report.values import months_after
from game.wording.units import kroner_a_year
from tests.rows import each_row


@each_row(
    "unit, factor",
    [
        ("mio. kr.", 1e6),
        ("mio kr", 1e6),
        ("DKK m", 1e6),
        ("t.kr.", 1e3),
        ("t.kr. pr. år", 1e3),
        ("DKK thousand", 1e3),
        ("DKK k a year", 1e3),
        ("1.000 kr.", 1e3),
        ("mia. kr.", 1e9),
        ("kr. pr. år", 1),
        ("kroner om året", 1),
    ],
)
def test_units_of_money_a_year(unit: str, factor: float) -> None:
    assert kroner_a_year(2.5, unit, "Saving") == round(2.5 * factor)


@each_row(
    "unit",
    ["", "%", "min", "kr. pr. sag", "timer", "DKK per case", "tusind km/år", "m", "t", "pr. år"],
)
def test_what_is_no_money_a_year_is_none(unit: str) -> None:
    assert kroner_a_year(2.5, unit, "Saving") is None


def test_plain_kroner_are_a_year_s_only_when_the_indicator_says_so() -> None:
    assert kroner_a_year(30, "kr.", "Udgift pr. sag") is None
    assert kroner_a_year(30, "kr.", "Årlig besparelse") == 30


@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)), st.integers(0, 600))
def test_months_later_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    later = months_after(day, months)
    assert later is not None
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and later.day >= 28)


def test_a_date_past_the_calendar_is_none() -> None:
    assert months_after(date(2026, 1, 1), 10**6) is None
