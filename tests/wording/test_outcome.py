"""How a game ended, in words: what was reached first, and nothing that its log does not show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine import Result
from game.engine.foresight import RangesHit, RoundForesight
from game.engine.results import Counted
from game.i18n import words
from game.wording import outcome, terms
from game.wording.shares import curve_text, ranges_text, share_text, spread_text
from tests.engine.table import scored

EN, DA = words("en"), words("da")


def test_what_is_reached_nearly_and_under_way_is_named_in_this_order() -> None:
    assert outcome.reached_text(EN, scored(5, 6, 8, 1)) == (
        "You reached the goal on Economy. Nearly there: Process with 6 of 8. "
        "On the way: Citizen with 5 of 8."
    )


def test_where_all_is_reached_or_nothing_the_verdict_says_it() -> None:
    assert outcome.reached_text(EN, scored(8, 9, 8, 10)) == ""
    assert outcome.reached_text(EN, scored(0, 1, -2, 3)) == ""


def test_the_whole_story_begins_with_what_was_reached() -> None:
    told = outcome.told(DA, scored(8, 7, 7, 7))
    assert told.startswith("I nåede målet på Borger. Næsten i mål: Proces med 7 af 8, ")
    assert told.endswith(terms.verdict_text(DA, "nearly"))


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((-1, 4, 8, 2), "Citizen ends below where it began."),
        ((-1, 4, 8, -2), "Citizen and Staff end below where they began."),
    ],
)
def test_a_price_names_the_tracks_that_end_below(points: tuple[int, ...], said: str) -> None:
    paid = scored(*points)
    assert paid.verdict == "price_paid"
    assert outcome.verdict_of(EN, paid) == f"The saving was found, and it has a price. {said}"


def test_a_price_names_where_a_harm_was_left_alone() -> None:
    paid = replace(scored(4, 4, 8, 2), verdict="price_paid", price=("employee",))
    said = outcome.verdict_of(EN, paid)
    assert "On Staff a harm of 3 points or more came, and nothing made up for it." in said
    assert "below" not in said


def test_a_price_of_the_first_version_says_no_more_than_it_meant() -> None:
    first = scored(8, 8, 8, 7, edition=1)
    assert first.verdict == "price_paid"
    said = "The saving was found, but at least one other track did not reach its goal."
    assert outcome.verdict_of(EN, first) == said


def measured(*curve: RoundForesight, realism: float | None = 0.7) -> Result:
    return replace(scored(0, 0, 0, 0), foresight=curve, realism=realism)


def test_the_curve_tells_the_first_and_the_last_round() -> None:
    result = measured(
        RoundForesight(1, 20, 50, 43), RoundForesight(3, 1, 4, 1), RoundForesight(5, 4, 12, 3)
    )
    assert curve_text(EN, result, 5) == (
        "Points off on average: first 2.2 (Round 1, 20 guesses), finally 0.8 (Round 5, 4 guesses)."
    )
    assert curve_text(DA, result, 5) == (
        "Point ved siden af i snit: først 2,2 (Runde 1, 20 gæt), til sidst 0,8 (Runde 5, 4 gæt)."
    )
    assert curve_text(EN, measured(RoundForesight(2, 1, 4, 3)), 5) == (
        "Points off on average: 3 (Round 2, 1 guess)."
    )
    assert curve_text(EN, measured(), 5) == ""


def test_what_is_answered_after_the_last_round_is_answered_in_the_follow_up() -> None:
    result = measured(RoundForesight(1, 2, 5, 0), RoundForesight(4, 1, 3, 1))
    assert curve_text(DA, result, 3) == (
        "Point ved siden af i snit: først 0 (Runde 1, 2 gæt), til sidst 1 (Opfølgning, 1 gæt)."
    )


def test_how_evenly_benefits_are_owned_is_told_in_words_that_add_up() -> None:
    few = replace(measured(), owning=Counted(1, 3), at_table=6)
    assert spread_text(EN, few) == "3 benefits have an owner: 1 person owns them."
    many = replace(measured(), owning=Counted(4, 6), at_table=6)
    assert spread_text(DA, many) == "4 af de 6 ved bordet ejer en gevinst."
    one = replace(measured(), owning=Counted(1, 4), at_table=4)
    assert spread_text(EN, one) == "1 of the 4 at the table owns a benefit."
    single = replace(measured(), owning=Counted(1, 1), at_table=4)
    assert spread_text(EN, single) == "One benefit has an owner."


def test_one_benefit_is_told_as_one() -> None:
    for n, said in ((1, "har en ejer og en måling."), (0, "mangler en ejer eller en måling.")):
        result = replace(measured(), owned=Counted(n, 1), ownership=float(n))
        told = share_text(DA, "ownership", result)
        assert told == f"Den ene gevinst ved de realiserede idéer {said}"


def test_ranges_are_told_where_some_were_given() -> None:
    given = replace(measured(), ranges=RangesHit(2, 3))
    assert ranges_text(EN, given) == "The truth lay within 2 of 3 ranges."
    assert ranges_text(EN, measured()) == ""


def test_realism_is_explained_as_it_was_measured() -> None:
    guessed = measured(RoundForesight(1, 2, 7, 2), RoundForesight(2, 4, 13, 6))
    assert share_text(EN, "realism", guessed) == (
        "Guessed while the truth was hidden: 20 points, 8 beside it."
    )
    first = share_text(EN, "realism", measured())
    assert first == "How near the estimates came to what was harvested."
    nothing = measured(realism=None)
    assert share_text(EN, "realism", nothing) == "How near you guessed while the truth was hidden."
