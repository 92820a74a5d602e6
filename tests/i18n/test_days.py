"""Days as people type them: in numbers, with the name of a month, and without the year."""

from __future__ import annotations

from datetime import date

import pytest

from game.i18n.days import parse_coming_day, parse_day, parse_past_day, read_day
from tests.rows import each_row

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    "text",
    ["1-3-2027", "01.03.27", "2027-03-01", "1. marts 2027", "1 mar. 2027", "1 March 2027"],
)
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert parse_day(text) == parse_coming_day(text, TODAY) == date(2027, 3, 1)
    assert parse_past_day(text, TODAY) == date(2027, 3, 1)


def test_months_have_their_names_in_both_languages() -> None:
    for month, names in enumerate((("maj", "May"), ("juni", "June"), ("okt", "October")), 1):
        days = {parse_day(f"24. {name} 2027") for name in names}
        assert len(days) == 1, month
    assert parse_day("October 2, 2027") == date(2027, 10, 2)


def test_a_day_without_its_year_is_the_next_one() -> None:
    assert parse_coming_day("1. marts", TODAY) == date(2027, 3, 1)
    assert parse_coming_day("24/12", TODAY) == date(2026, 12, 24)
    assert parse_coming_day("29 November", TODAY) == TODAY
    assert parse_coming_day("29. februar", TODAY) == date(2028, 2, 29)


def test_what_has_been_measured_was_on_the_last_such_day() -> None:
    assert parse_past_day("1. marts", TODAY) == date(2026, 3, 1)
    assert parse_past_day("24/12", TODAY) == date(2025, 12, 24)
    assert parse_past_day("29 November", TODAY) == TODAY
    assert parse_past_day("29. februar", TODAY) == date(2024, 2, 29)


@each_row(
    "text",
    [
        *("", "næste uge", "1", "ma 1", "1. mar", "32-1-2027", "1-13-2027", "1-3-027", "-1-3"),
        *("1--3-27", "²-3-2027", "marts marts 2027", "1. marts 2027 kl. 9"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has the message of what it tripped on
        parse_day(text)


@pytest.mark.parametrize("text", ["marts", "30. februar", "12 2027", "1/3/4/5", "31. 31."])
def test_what_is_no_coming_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_coming_day(text, TODAY)
    with pytest.raises(ValueError):  # noqa: PT011
        parse_past_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *("den 1. marts 2027", "March 1st, 2027", "1 – 3 – 2027", "1/3 2027", "1 marts, 2027"),
        *("1. marts 2027.", "1-mar-2027", "2027-marts-1", "1. marts 27", "mar. 1 2027"),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert parse_day(text) == parse_past_day(text, TODAY) == date(2027, 3, 1)


@pytest.mark.parametrize(("text", "certain"), [("30-11-2026", True), ("1-3-2027", False)])
def test_a_day_is_certain_where_it_can_be_no_other(text: str, certain: bool) -> None:
    read = read_day(text)
    assert read is not None
    assert read.certain is certain
