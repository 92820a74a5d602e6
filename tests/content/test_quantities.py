"""A number is read in one way wherever its unit is known: in forms, files and commands."""

from __future__ import annotations

import pytest

from game.content.lenient.quantities import QuantityError, read_quantity
from game.i18n import Lang


@pytest.mark.parametrize(
    ("text", "lang", "unit", "number"),
    [
        ("", "da", "", None),
        ("1.049,5 dage", "da", "dage", 1049.5),
        ("1,049.5 days", "en", "days", 1049.5),
        ("12,125 dage", "da", "dage", 12.125),
        ("400.000 kr.", "da", "mio. kr.", 0.4),
        ("0,35 mio.", "da", "mio. kr.", 0.35),
        ("0,0 mio. kr.", "da", "mio. kr.", 0),
        ("61 %", "da", "% af sagerne", 61),
        ("90 minutter", "da", "timer", 1.5),
        ("½", "da", "", 0.5),
        ("41 sager", "da", "sager", 41),
        ("to", "da", "mio. kr.", 2),
        ("to mio.", "da", "mio. kr.", 2),
        ("12,-", "da", "kr.", 12),
        ("1 hjælper", "da", "hjælpere", 1),
        ("DKK 2.4m", "en", "DKK m", 2.4),
        ("2.4 DKK m", "en", "DKK m", 2.4),
        ("DKK 400,000", "en", "DKK", 400_000),
        ("DKK 400", "en", "DKK k", 0.4),
        ("DKK 400k a year", "en", "DKK k a year", 400),
        ("kr. 4.000", "da", "kr.", 4000),
    ],
)
def test_a_number_may_stand_with_its_unit(
    text: str, lang: Lang, unit: str, number: float | None
) -> None:
    assert read_quantity(text, lang, unit) == number


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("3 uger", "dage", "other_unit"),
        ("2-4 dage", "dage", "several"),
        ("mindst 3 dage", "dage", "none"),
        ("62 dage", "", "none"),
        ("1,2 mio.", "dage", "none"),
        ("mange", "dage", "none"),
        ("1e3", "dage", "none"),
        ("12-", "dage", "none"),
        ("ca. 12", "dage", "none"),
        ("ca. 12 dage", "dage", "none"),
    ],
)
def test_what_is_no_number_in_that_unit_says_why(text: str, unit: str, why: str) -> None:
    with pytest.raises(QuantityError) as caught:
        read_quantity(text, "da", unit)
    assert caught.value.why == why
