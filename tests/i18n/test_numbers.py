"""Numbers as people type them, and what is none."""

from __future__ import annotations

import pytest

from game.i18n.numbers import parse_number, parse_whole

LONG = "9" * 5000


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), (" 12 ", 12), ("0012", 12), ("20", 20), ("0" * 5000, 0)],
)
def test_a_whole_number_is_read_as_it_is_typed(text: str, number: int) -> None:
    assert parse_whole(text, 20) == number


@pytest.mark.parametrize(
    "text", ["", " ", "21", "-1", "+1", "1.0", "1,5", "1_0", "²", "१२", "ten", LONG]
)
def test_what_is_no_whole_number_within_its_limit_is_none(text: str) -> None:
    assert parse_whole(text, 20) is None


@pytest.mark.parametrize("text", [LONG, f"-{LONG}", f"{LONG},5"])
def test_a_number_too_large_to_count_with_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="999"):
        parse_number(text, "da")
