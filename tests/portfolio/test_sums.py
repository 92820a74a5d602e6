"""What is summed up: each table from facts that are few enough to be counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from game.i18n import Lang, words
from game.portfolio.page import notices
from game.portfolio.sums import SUMS
from tests.portfolio.facts import (
    BENEFIT,
    GUESS,
    OWN,
    PLAYED,
    PRACTICE,
    RISK,
    TRACK,
    counted,
    game_of,
)
from tests.portfolio.files import TODAY, rows, summed


def test_every_sum_can_be_made_of_nothing() -> None:
    portfolio = summed(counted())
    assert {table.sum.id for table in portfolio.tables} == {one.id for one in SUMS}
    assert not [table for table in portfolio.tables if table.rows]
    assert portfolio.figures.sessions == 0


# ------------------------------------------------------------------ what own projects promise
MONEY = replace(
    BENEFIT,
    id="G-02",
    track="economy",
    type="budget",
    unit_da="mio. kr.",
    unit_en="dkk million",
    unit_kind="kroner",
    owner="controller",
    owned=True,
    baseline_source="measured",
    baseline_known=True,
    kroner=1_500_000.0,
)


def test_benefits_are_counted_by_type_unit_and_owner() -> None:
    store = counted(game_of(OWN, benefits=(BENEFIT, MONEY, replace(MONEY, id="G-03"))))
    portfolio = summed(store)
    assert rows(portfolio, "by_type") == {
        "Releases budget": {"benefits": 2, "no_owner": 0, "no_baseline": 0, "kroner": 3_000_000},
        "Better quality": {"benefits": 1, "no_owner": 1, "no_baseline": 1, "kroner": None},
    }
    assert set(rows(portfolio, "by_unit")) == {"dkk million", "days"}
    assert set(rows(summed(store, "da"), "by_unit", "da")) == {"mio. kr.", "dage"}
    assert list(rows(portfolio, "by_owner")) == ["Controller", "No owner"]


def test_an_owner_who_was_not_at_the_table_is_an_owner() -> None:
    away = replace(MONEY, owner=None)
    portfolio = summed(counted(game_of(OWN, benefits=(away,))))
    assert list(rows(portfolio, "by_owner")) == ["Somebody who was not in the room"]
    assert portfolio.figures.owned == 1


def test_what_a_case_claims_what_is_shelved_and_downsides_are_not_promised() -> None:
    downside = replace(BENEFIT, id="N-01", sign="disbenefit", track="employee")
    portfolio = summed(
        counted(
            game_of(PLAYED, benefits=(MONEY,)),
            game_of(OWN, benefits=(replace(MONEY, status="shelved"), downside)),
            game_of(OWN, benefits=(replace(downside, amends=True),)),
        )
    )
    assert portfolio.figures.benefits == 0
    assert rows(portfolio, "downsides") == {"Staff": {"downsides": 2, "left_so": 1}}


def test_reviews_are_overdue_soon_later_done_or_have_no_day() -> None:
    def at(id: str, review: date | None, measured_on: date | None = None) -> Any:
        value = None if measured_on is None else 1.0
        return replace(
            MONEY, id=id, review=review, dated=True, value=value, measured_on=measured_on
        )

    store = counted(
        game_of(
            OWN,
            benefits=(
                at("G-01", date(2027, 2, 1)),
                at("G-02", TODAY),
                at("G-03", date(2027, 2, 1), date(2027, 1, 1)),
                at("G-04", date(2027, 6, 1)),
                at("G-05", date(2027, 6, 2)),
                at("G-06", date(2027, 2, 1), date(2027, 2, 1)),
                at("G-07", None),
            ),
        )
    )
    portfolio = summed(store)
    found = {name: row["benefits"] for name, row in rows(portfolio, "due").items()}
    assert found == {
        "Overdue": 2,
        "Within three months": 2,
        "Later": 1,
        "Measured on the day of the review, or after": 1,
        "No date": 1,
    }
    assert portfolio.figures.overdue == 2
    assert rows(portfolio, "due_by_owner") == {"Controller": {"overdue": 2, "soon": 2}}


def test_what_is_missing_is_counted_track_by_track_in_the_order_of_the_table() -> None:
    guessed = replace(MONEY, baseline_source="estimate", baseline_known=False)
    portfolio = summed(
        counted(
            game_of(
                OWN,
                benefits=(
                    replace(MONEY, dated=True, tried=True),
                    guessed,
                    BENEFIT,
                    replace(BENEFIT, track="citizen"),
                ),
            )
        )
    )
    found = rows(portfolio, "missing")
    assert list(found) == ["Citizen", "Process", "Economy"]
    assert found["Economy"] == {
        "benefits": 2,
        "no_owner": 0,
        "no_baseline": 1,
        "no_date": 1,
        "not_tried": 1,
    }


# ------------------------------------------------------------------ planned and real
def measured(share: float | None, id: str = "G-01") -> Any:
    return replace(MONEY, id=id, value=1.0, measured_on=TODAY, share=share)


def test_planned_and_real_stand_beside_each_other() -> None:
    store = counted(
        game_of(OWN, benefits=(measured(0.5), measured(1.0, "G-02"), measured(-0.2, "G-03"))),
        game_of(OWN, benefits=(MONEY,), tracks=(TRACK, replace(TRACK, track="process", share=1.2))),
    )
    portfolio = summed(store)
    assert rows(portfolio, "real_by_track")["Economy"] == {
        "benefits": 4,
        "measured": 3,
        "way": 0.5,
        "reached": 1,
        "worse": 1,
        "question": 0,
        "planned": 4_500_000,
        "real": pytest.approx(1_500_000 * 1.3),
    }
    assert rows(portfolio, "indicators")["Process"]["reached"] == 1


@pytest.mark.parametrize("share", [9999.99, -2.5, None])
def test_a_value_that_cannot_be_is_questioned_and_in_no_sum(share: float | None) -> None:
    """Without a share there is nothing to compare it with: no baseline, or no target."""
    portfolio = summed(counted(game_of(OWN, benefits=(measured(share), measured(0.5, "G-02")))))
    row = rows(portfolio, "real_by_type")["Releases budget"]
    assert (row["measured"], row["question"], row["way"], row["reached"]) == (2, 1, 0.5, 0)
    assert (row["planned"], row["real"]) == (1_500_000, 750_000)


# ------------------------------------------------------------------ how estimates lie
def test_files_that_were_cut_off_are_counted_and_told() -> None:
    portfolio = summed(counted(game_of(replace(OWN, cut_off=True)), game_of(PLAYED)))
    assert portfolio.figures.cut_off == 1
    assert any("1 file was cut off." in said for said in notices(words("en"), portfolio))


def test_values_that_were_refused_are_counted_and_told() -> None:
    portfolio = summed(counted(game_of(replace(OWN, refused=2)), game_of(PLAYED)))
    assert portfolio.figures.refused == 2
    told = " ".join(notices(words("en"), portfolio))
    assert "2 values told since cannot be" in told
    assert not list(notices(words("en"), summed(counted(game_of(OWN)))))


def test_bias_is_what_was_believed_beside_what_is_true() -> None:
    low = replace(GUESS, track="citizen", estimate=1, effect=3, roles=("sponsor", "controller"))
    ranged = replace(GUESS, estimate=3, effect=2, inside=True)
    store = counted(game_of(guesses=(GUESS, low)), game_of(guesses=(ranged,)))
    portfolio = summed(store)
    by_track = rows(portfolio, "bias_by_track")
    assert by_track["Economy"] == {
        "guesses": 2,
        "sessions": 2,
        "bias": 1.5,
        "miss": 1.5,
        "near": 0.5,
        "inside": 1.0,
    }
    assert by_track["Citizen"]["bias"] == -2
    by_role = rows(portfolio, "bias_by_role")
    assert by_role["Controller"]["guesses"] == 3
    assert by_role["Sponsor or head"]["guesses"] == 1
    assert list(rows(portfolio, "bias_by_case")) == ["Passports"]
    assert list(rows(summed(store, "da"), "bias_by_case", "da")) == ["Pas"]


def test_where_the_truth_was_drawn_nobody_was_wrong() -> None:
    drawn = replace(GUESS, drawn=True)
    portfolio = summed(counted(game_of(guesses=(drawn,)), game_of(OWN, guesses=(drawn,))))
    assert rows(portfolio, "bias_by_track") == {}


# ------------------------------------------------------------------ risks
CARD = replace(RISK, card="passports/queue", name_da="Køen vokser", name_en="The queue grows")


def test_a_risk_of_a_case_recurs_where_it_came_up_in_two_games() -> None:
    once = replace(CARD, card="passports/key", name_en="The key is lost")
    store = counted(
        game_of(risks=(CARD, once)),
        game_of(risks=(replace(CARD, named=False, play="struck"),)),
    )
    portfolio = summed(store)
    assert rows(portfolio, "risks_of_cases") == {
        "The queue grows": {
            "place": "Passports",
            "sessions": 2,
            "named": 0.5,
            "mitigated": 0.0,
            "struck": 0.5,
        }
    }


def test_risks_of_own_projects_are_counted_without_their_words() -> None:
    high = replace(RISK, name_da="dorthe siger op", likelihood=4, severity=3, mitigated=True)
    gone = replace(RISK, status="shelved")
    portfolio = summed(counted(game_of(OWN, risks=(high, RISK, gone))))
    assert rows(portfolio, "risks_by_track") == {
        "Citizen": {"risks": 2, "no_owner": 2, "left_so": 1, "high": 1}
    }


# ------------------------------------------------------------------ practices and cases
def test_practices_that_are_left_out_and_what_went_with_them() -> None:
    done = [game_of(replace(PLAYED, goals_reached=True), practices=(PRACTICE,)) for _ in range(5)]
    left = [game_of(practices=(replace(PRACTICE, done=False),)) for _ in range(5)]
    own = game_of(OWN, practices=(replace(PRACTICE, done=False),))
    found = rows(summed(counted(*done, *left, own)), "practices")["Tried an idea small"]
    assert found["games"] == 11
    assert found["left_out"] == 6
    assert found["share"] == pytest.approx(6 / 11)
    assert (found["with_it"], found["without"]) == (1.0, 0.0)


def test_few_games_are_not_compared() -> None:
    done = [game_of(practices=(PRACTICE,)) for _ in range(4)]
    left = [game_of(practices=(replace(PRACTICE, done=False),)) for _ in range(9)]
    found = rows(summed(counted(*done, *left)), "practices")["Tried an idea small"]
    assert (found["with_it"], found["without"]) == (None, None)


STOPPED = replace(PLAYED, finished=False, minutes=5, verdict="stopped")
ENDED_EARLY = replace(PLAYED, finished=False, minutes=5, ended_early=True)
UNDER_WAY = replace(PLAYED, finished=False, minutes=5, verdict=None)


def test_games_that_were_cut_short_are_told_and_not_said_to_be_played_to_the_end() -> None:
    store = counted(*(game_of(game) for game in (PLAYED, STOPPED, STOPPED, ENDED_EARLY, UNDER_WAY)))
    portfolio = summed(store)
    o = portfolio.figures
    assert (o.finished, o.stopped, o.ended_early, o.under_way) == (1, 2, 1, 1)
    told = " ".join(notices(words("en"), portfolio))
    assert "1 game was ended early by its facilitator; minutes, goals and practices" in told
    assert "2 games were stopped, since trust ran out, and count as ones that missed" in told
    assert "1 game is still under way; minutes, goals and practices are counted" in told
    assert list(notices(words("en"), summed(counted(game_of())))) == []


def test_a_case_teaches_where_estimates_come_nearer() -> None:
    late = replace(GUESS, late=True, estimate=3)
    store = counted(
        game_of(
            replace(PLAYED, goals_reached=True),
            guesses=(GUESS, late),
            practices=(PRACTICE, replace(PRACTICE, practice="owner", done=False)),
        ),
        game_of(STOPPED),
        game_of(ENDED_EARLY),
        game_of(UNDER_WAY),
        game_of(OWN, guesses=(GUESS,)),
    )
    assert rows(summed(store), "cases") == {
        "Passports": {
            "games": 4,
            "finished": 1,
            "minutes": 60.0,
            "reached": 0.5,
            "early": 2.0,
            "late": 1.0,
            "done": 0.5,
        }
    }


# ------------------------------------------------------------------ order and length
@pytest.mark.parametrize(
    ("lang", "order"),
    [("da", "Bil Zebra Ælde Øre Åben"), ("en", "Åben Ælde Bil Øre Zebra")],
)
def test_rows_that_are_alike_are_in_the_order_of_the_alphabet(lang: Lang, order: str) -> None:
    titles = ("Øre", "Ælde", "Åben", "Zebra", "Bil")
    games = [game_of(replace(PLAYED, project=x, title_da=x, title_en=x)) for x in titles]
    first = replace(PLAYED, project="x", title_da="Åh", title_en="Åh")
    store = counted(*games, game_of(first), game_of(first))
    assert " ".join(rows(summed(store, lang), "cases", lang)) == f"Åh {order}"


def test_rows_of_codes_are_in_the_order_of_what_they_are_called() -> None:
    benefits = [replace(BENEFIT, type=type_) for type_ in ("budget", "quality", "others", None)]
    found = list(rows(summed(counted(game_of(OWN, benefits=tuple(benefits)))), "by_type"))
    assert len(found) == 4
    assert found == sorted(found, key=str.casefold)
