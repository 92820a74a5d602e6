"""Realism is foresight: what was believed while the truth was hidden, beside what was true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine import State, result
from game.engine import actions as act
from game.engine.foresight import Guess, RangesHit, RoundForesight
from tests.engine.table import Table, case, idea, role

PROVABLE = idea("a", maturity=6)
"""It gives 4 on citizen, and every trial proves it."""


def guesses(state: State) -> list[tuple[int, int, int]]:
    """The round, the guess and the truth of everything that was answered."""
    return [(g.round, g.estimate, g.effect) for g in state.guesses]


# ------------------------------------------------------------------ what a guess is
def test_a_guess_is_the_estimate_that_stood_while_the_truth_was_hidden() -> None:
    table = Table(case(PROVABLE)).place("a", 2).do(act.Revise(0, "a", "citizen", 3))
    assert table.benefit().guess == 3
    table.tried()
    table.do(act.Revise(0, "a", "citizen", 4))
    assert (table.benefit().estimate, table.benefit().guess) == (4, 3)


def test_a_claim_on_what_is_known_already_is_no_guess() -> None:
    table = Table(case(PROVABLE, idea("b"), roles=[role("citizen_voice")]))
    table.do(act.PlaceIdea(0, "b", 1)).place("a", 2)
    table.do(act.UseAbility(0, "citizen_voice"))
    assert (len(guesses(table.state)), table.benefit().guess) == (2, 2)
    other = Table(
        case(
            idea("a", "process", effects={"process": 2, "citizen": 4}),
            roles=[role("citizen_voice")],
        )
    )
    other.place("a").do(act.UseAbility(0, "citizen_voice"), act.Claim(0, "a", 4))
    assert other.benefit("citizen").guess is None
    assert guesses(other.check().state) == [(1, 4, 2)], "only what was guessed is answered"


def test_a_downside_is_guessed_like_a_benefit() -> None:
    table = Table(case(idea("a", maturity=6, effects={"citizen": 4, "employee": -3})))
    table.place("a").downside("employee", 1).tried()
    assert guesses(table.state) == [(1, 4, 4), (2, -1, -3)]


def test_a_downside_in_the_place_of_a_benefit_is_what_is_guessed() -> None:
    harm = idea("a", maturity=6, effects={"citizen": 4, "employee": -3})
    table = Table(case(harm)).place("a").claim("m").downside("employee", 2)
    assert table.benefit("employee").guess == -2
    assert guesses(table.tried().state) == [(1, 4, 4), (2, -2, -3)]


def test_what_was_answered_stays_when_a_downside_takes_the_place_of_the_benefit() -> None:
    table = Table(case(idea("a", maturity=6, effects={"citizen": -2}))).place("a", 3).tried()
    table.downside("citizen", 2)
    assert table.benefit().guess is None
    table.implementing().implement().check()
    assert guesses(table.state) == [(1, 3, -2)]


# ------------------------------------------------------------------ when it is answered
def test_a_guess_is_answered_by_a_trial() -> None:
    table = Table(case(PROVABLE, idea("bold"))).place("a", 2).place("bold", 6).tried()
    assert Guess(2, "a", "citizen", 2, 4, given=1) in table.state.guesses


def test_a_guess_is_answered_when_reality_asks_about_the_claim() -> None:
    table = Table().place("a", 6).reality()
    assert guesses(table.state) == [(1, 6, 4)]
    table.do(act.Answer(0, 4))
    assert (table.benefit().estimate, table.benefit().guess) == (4, 6)


def test_a_guess_is_answered_when_its_idea_is_realised_whatever_was_harvested() -> None:
    table = Table(case(idea("a", cost=1), idea("b"))).place("a", 3).implement().check()
    assert table.benefit().harvested == 3, "nobody owned it"
    assert guesses(table.state) == [(1, 3, 4)]


def test_a_guess_is_answered_once() -> None:
    table = Table(case(PROVABLE)).place("a", 2).tried()
    table.implementing().implement().check()
    assert guesses(table.state) == [(1, 2, 4)], "and not again by the trial, nor by the harvest"


def test_what_is_shelved_was_guessed_all_the_same() -> None:
    table = Table(case(PROVABLE, rounds=(1, 2, 2))).place("a", 2).concretise()
    table.do(act.Shelve(0, "a"))
    assert guesses(table.state) == [(1, 2, 4)]


def test_a_game_of_the_first_version_keeps_no_guesses() -> None:
    table = Table()
    table.state = replace(table.state, edition=1)
    table.place("a", 2).do(act.Revise(0, "a", "citizen", 5)).reality()
    assert (table.benefit().guess, table.state.guesses) == (None, ())


# ------------------------------------------------------------------ what it comes to
@pytest.mark.parametrize(("guess", "realism"), [(4, 1.0), (5, 0.8), (2, 0.0), (1, 0.0)])
def test_realism_1_minus_missed_by_guessed_not_below_0(guess: int, realism: float) -> None:
    found = result(Table().place("a", guess).check().state).realism
    assert found == pytest.approx(realism)


def test_an_estimate_that_copies_the_truth_does_not_count() -> None:
    table = Table(case(PROVABLE)).place("a", 5).tried()
    table.do(act.Revise(0, "a", "citizen", 4))
    table.implementing().implement().check()
    assert result(table.state).realism == pytest.approx(0.8)


def test_realism_is_nothing_while_no_guess_is_answered() -> None:
    assert result(Table().place("a").state).realism is None


def test_the_curve_has_every_round_whose_guesses_were_answered() -> None:
    """By the round in which they were made, however late reality answers."""
    table = Table(case(PROVABLE, idea("b", "process"), idea("c", "economy"), rounds=(2, 2, 2)))
    table.place("a", 2).next_round().place("b", 3).place("c", 2)
    table.tried("b").check()
    assert result(table.state).foresight == (
        RoundForesight(1, guesses=1, points=2, missed=2),
        RoundForesight(2, guesses=2, points=5, missed=3),
    )
    assert [answered.miss for answered in result(table.state).foresight] == [2, 1.5]


def test_a_guess_that_was_changed_while_the_truth_was_hidden_is_of_that_round() -> None:
    table = Table(case(PROVABLE, idea("b", "process"), rounds=(2, 2, 2)))
    table.place("a", 2).place("b", 3).next_round()
    ((_, asked, _),) = ((g.round, g.idea, g.track) for g in table.state.guesses)
    (other,) = (idea for idea in table.state.ideas if idea.id != asked)
    table.do(act.Revise(0, other.id, other.card.track, 1)).check()
    assert [(g.given, g.idea) for g in table.state.guesses] == [(1, asked), (2, other.id)]


def test_ranges_tell_how_often_the_truth_lay_within() -> None:
    table = Table(case(PROVABLE, idea("b", "process"), idea("c", "economy")))
    table.place("a", 3).place("b", 3).place("c", 3)
    for id, track, low, high in (("a", "citizen", 2, 4), ("b", "process", 1, 3)):
        table.do(act.SetRange(0, id, track, low, high))
    for _ in range(3):
        table.next_round()
    assert result(table.state).ranges == RangesHit(inside=1, given=2)


def test_a_range_set_when_the_truth_is_known_is_not_counted() -> None:
    table = Table(case(PROVABLE)).place("a", 3).tried().do(act.SetRange(0, "a", "citizen", 2, 4))
    assert result(table.state).ranges == RangesHit(0, 0)
