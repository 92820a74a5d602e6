"""Amounts are read as people write them, and what can be read in two ways says so."""

import pytest

from game.content.lenient.amounts import read_amount
from tests.rows import each_row


@each_row(
    "text, values, unit",
    [
        ("3", (3,), ""),
        ("+3", (3,), ""),
        ("03", (3,), ""),
        ("−2", (-2,), ""),
        ("–\u00a02", (-2,), ""),
        ("2.5", (2.5,), ""),
        ("6,2", (6.2,), ""),
        ("3 000", (3000,), ""),
        ("3\u202f000\u00a0000", (3_000_000,), ""),
        ("3.000.000", (3_000_000,), ""),
        ("3,000,000", (3_000_000,), ""),
        ("1.234,5", (1234.5,), ""),
        ("1,234.5", (1234.5,), ""),
        ("12 %", (12,), "%"),
        ("50pct.", (50,), "%"),
        ("2 kr.", (2,), "kr"),
        ("kr. 3.000", (3000,), "kr"),
        ("1.250 kr.", (1250,), "kr"),
        ("1,2 mio. kr.", (1_200_000,), "kr"),
        ("DKK 1.2 m", (1_200_000,), "kr"),
        ("500 tkr", (500_000,), "kr"),
        ("1 mia", (1e9,), ""),
        ("34 minutter", (34,), "minutes"),
        ("25 min.", (25,), "minutes"),
        ("12 mdr", (12,), "months"),
        ("et halvt år", (0.5,), "years"),
        ("halvandet år", (1.5,), "years"),
        ("1 kvartal", (3,), "months"),
        ("1 t 10 min", (70,), "minutes"),
        ("1t 10m", (70,), "minutes"),
        ("1 time og 10 minutter", (70,), "minutes"),
        ("an hour and 10 minutes", (70,), "minutes"),
        ("2 h, 5 min.", (125,), "minutes"),
        ("1 år og 6 måneder", (18,), "months"),
        ("1½ år", (1.5,), "years"),
        ("¾ time", (0.75,), "hours"),
        ("1 til 10 minutter", (1, 10), "minutes"),
        ("12 biler", (12,), "biler"),
        ("2-4", (2, 4), ""),
        ("2 til 4", (2, 4), ""),
        ("2 to 4", (2, 4), ""),
        ("2..4", (2, 4), ""),
        ("−4 – −1", (-4, -1), ""),
        ("-2-0", (-2, 0), ""),
        ("mellem 2 og 4 point", (2, 4), "points"),
        ("1-2 mio. kr.", (1e6, 2e6), "kr"),
    ],
)
def test_an_amount(text: str, values: tuple[float, ...], unit: str) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert (amount.values, amount.unit, amount.sure) == (values, unit, True)


@pytest.mark.parametrize("text", ["1.250", "1,250", "3 t", "5 m", "DKK 400,000"])
def test_what_can_be_read_in_two_ways_is_not_sure(text: str) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert not amount.sure


@each_row(
    "text",
    [
        *("", "Hej", "En fin idé", "et par", "1/2", "2026-11-28", "12:30", "1..2..3", "x" * 999),
        *("1e3", "2E6", "1.5e+3", "0x10", "2x3", "1e3 kr."),
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text) is None


@each_row(
    "text, field, values",
    [
        ("1,2 mio. kr.", "kr.", (1_200_000,)),
        ("1,2 mio. kr.", "mio. kr.", (1.2,)),
        ("1,2 mio. kr.", "DKK thousand", (1200.0,)),
        ("1 hjælper", "hjælpere", (1.0,)),
        ("1.200.000 kr.", "mio. kr. om året", (1.2,)),
        ("2,5 mio.", "mio. kr.", (2.5,)),
        ("2 til 3 mio.", "mio. kr.", (2, 3)),
        ("2,5 mio.", "kr.", (2_500_000,)),
        ("2,5 mio.", "DKK thousand", (2500,)),
        ("2,5 mio.", "borgere", (2_500_000,)),
        ("1,2 mio. kr.", "%", None),
        ("et halvt år", "måneder", (6,)),
        ("90 min", "timer", (1.5,)),
        ("34 minutter", "mdr", None),
        ("12 dage", "uger", None),
        ("12 Biler", "biler", (12,)),
        ("12 biler", "cykler", None),
        ("12", "hvad som helst", (12,)),
        ("12 %", "", None),
    ],
)
def test_a_unit_fits_a_field_or_does_not(
    text: str, field: str, values: tuple[float, ...] | None
) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert amount.counted_in(field) == values


def test_roughly_and_at_least_are_told_apart() -> None:
    about, bound = read_amount("ca. 25"), read_amount("mindst 3")
    assert about is not None
    assert bound is not None
    assert (about.about, about.bound, about.values) == (True, False, (25,))
    assert (bound.about, bound.bound, bound.values) == (False, True, (3,))


def test_a_period_is_kept() -> None:
    amount = read_amount("2 mio. kr. om året")
    assert amount is not None
    assert (amount.unit, amount.per) == ("kr", "year")
