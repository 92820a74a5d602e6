"""Where nothing is due, reality asks about a claim, and the seat that made it answers."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine import legal
from tests.engine.table import Table, case, idea, risk, role

EFFECTS = {"citizen": 4, "process": 2}


def asked(estimate: int = 4, **more: object) -> Table:
    """An idea is placed and nothing is due: reality asks about it."""
    return Table(case(idea("a", effects=EFFECTS), **more)).place("a", estimate).reality()


# ------------------------------------------------------------------ which claim
def test_where_nothing_is_due_the_effect_of_the_largest_hidden_claim_is_opened() -> None:
    table = asked()
    assert table.one(ev.CheckBegan).ideas == ()
    assert table.one(ev.ClaimTested) == ev.ClaimTested(0, "a", "citizen", 4, 4)
    assert table.state.effect(table.idea(), "citizen") == 4
    assert table.state.effect(table.idea(), "process") is None
    assert table.state.tested == ("a", "citizen")


def test_where_something_is_due_no_claim_is_asked_about() -> None:
    table = Table(case(idea("a"), idea("b"))).place("a").place("b").implementing().implement("a")
    assert not table.check().told(ev.ClaimTested)


def test_the_idea_asked_about_is_the_one_of_which_most_is_claimed_together() -> None:
    table = Table(case(idea("a"), idea("b"))).place("a", 6).place("b", 4)
    table.claim("p", "b", 2).claim("e", "b", 1).downside("employee", 4, "b")
    told = table.reality().one(ev.ClaimTested)
    assert (told.idea, told.track) == ("b", "citizen"), "downsides do not count"


def test_of_ideas_claimed_alike_it_is_the_one_placed_first() -> None:
    table = Table(case(idea("a"), idea("b"))).place("b").place("a").reality()
    assert table.one(ev.ClaimTested).idea == "b"


def test_of_its_claims_it_is_the_largest_that_is_not_open_first_by_track() -> None:
    table = Table(case(roles=[role("controller")])).place("a", 2)
    table.claim("e", "a", 6).claim("m", "a", 3).claim("p", "a", 3)
    table.do(act.UseAbility(0, "controller"))
    assert table.reality().one(ev.ClaimTested).track == "process"


def test_an_idea_under_way_is_asked_about_too() -> None:
    table = Table(case(idea("a", cost=1, delay=2))).place("a").implement().reality()
    assert table.one(ev.ClaimTested).idea == "a"


def test_one_with_only_a_true_risk_hidden_has_it_turned_up_and_nobody_is_asked() -> None:
    setup = case(idea("a", effects=EFFECTS, risks=("r",)), risks=[risk("r")])
    table = Table(setup).place("a").next_round().reality()
    assert table.one(ev.RiskTested).idea == "a"
    assert table.one(ev.RiskTurnedUp).risk == "r"
    assert table.state.step == "opening"
    assert table.told(ev.CheckEnded)


def test_one_with_nothing_hidden_leaves_the_question_to_the_next() -> None:
    table = Table(case(idea("a"), idea("b"))).place("a", 6).place("b", 1).next_round().reality()
    assert table.one(ev.ClaimTested).idea == "b"


def test_where_nothing_is_hidden_the_check_says_so() -> None:
    table = Table().place("a").next_round().reality()
    assert table.told(ev.NothingTested)
    assert table.state.step == "opening"
    assert Table().reality().told(ev.NothingTested), "nor on an empty table"


def test_the_claim_of_a_written_idea_is_asked_about_like_a_cards() -> None:
    table = Table(case())
    id = table.write(estimate=6)
    truth = table.state.truth[id]
    assert table.reality().one(ev.ClaimTested).effect == truth[0]


def test_what_a_trial_asks_about_is_left_to_its_report() -> None:
    table = Table(case(idea("a"))).place("a", 6).claim("p", "a", 1).trial("a", "citizen")
    assert table.reality().one(ev.ClaimTested).track == "process"
    setup = case(idea("a", risks=("r",)), idea("b"), risks=[risk("r")])
    table = Table(setup).place("a", 6).place("b", 1).next_round().trial("a", "risk").reality()
    assert table.one(ev.ClaimTested).idea == "b"
    table = Table(setup).place("a").trial("a", "citizen").reality()
    assert table.one(ev.RiskTested).idea == "a"


# ------------------------------------------------------------------ trust
@pytest.mark.parametrize(
    ("estimate", "trust", "whys"),
    [
        (4, 1, ["claim_held"]),
        (5, 1, ["claim_held"]),
        (3, 1, ["claim_held"]),
        (2, 0, []),
        (6, 0, []),
        (1, -1, ["claim_missed"]),
    ],
)
def test_within_1_point_trust_plus_1_and_3_or_more_beside_minus_1(
    estimate: int, trust: int, whys: list[str]
) -> None:
    table = Table(case(idea("a", effects=EFFECTS))).place("a", estimate)
    before = table.state.trust
    table.reality()
    assert (table.state.trust - before, table.whys()) == (trust, whys)


# ------------------------------------------------------------------ the answer
def test_the_seat_that_claimed_answers_and_then_the_check_ends() -> None:
    table = Table(seats=3)
    seat = next(n for n, hand in enumerate(table.state.idea_hands) if hand)
    while table.seat != seat:
        table.do(act.Pass(table.seat))
    table.place("a").reality()
    assert (table.state.step, table.seat) == ("answer", seat)
    assert legal(table.state) == [act.Answer(seat, n) for n in range(1, 7)]
    assert table.refused(act.Answer((seat + 1) % 3, 4)) == "not_your_turn"
    assert table.refused(act.Answer(seat, 0)) == "bad_estimate"
    assert table.refused(act.Proceed()) == "answer_first"
    assert table.refused(act.Rally(seat)) == "answer_first"
    assert not table.told(ev.CheckEnded)
    table.do(act.Answer(seat, 4))
    assert table.told(ev.CheckEnded)
    assert (table.state.step, table.state.tested) == ("opening", None)
    assert table.refused(act.Answer(seat, 4)) == "nothing_to_answer"


def test_the_seat_stands_by_its_claim() -> None:
    table = asked().do(act.Answer(0, 4))
    assert table.one(ev.ClaimAnswered).stands
    assert not table.told(ev.EstimateRevised)


def test_or_it_revises_it() -> None:
    table = asked(6).do(act.Answer(0, 4))
    assert not table.one(ev.ClaimAnswered).stands
    assert table.one(ev.EstimateRevised) == ev.EstimateRevised(0, "a", "citizen", 6, 4)
    assert table.benefit().estimate == 4


@pytest.mark.parametrize("effect", [0, -2])
def test_where_the_truth_is_nothing_or_less_0_withdraws_the_claim(effect: int) -> None:
    table = Table(case(idea("a", effects={"citizen": effect}))).place("a", 2).reality()
    assert legal(table.state) == [act.Answer(0, n) for n in range(7)]
    table.do(act.Answer(0, 0))
    assert not table.one(ev.ClaimAnswered).stands
    assert table.one(ev.ClaimWithdrawn) == ev.ClaimWithdrawn(0, "a", "citizen", 2)
    assert not table.told(ev.EstimateRevised)
    assert (table.idea().benefit("citizen"), table.state.claimed("citizen")) == (None, 0)
    assert table.state.step == "opening"
    (guess,) = table.state.guesses
    assert (guess.estimate, guess.effect) == (2, effect), "what was believed still counts"


def test_only_the_number_0_withdraws() -> None:
    table = Table(case(idea("a", effects={"citizen": 0}))).place("a", 2).reality()
    no_numbers: list[Any] = [False, 0.0, -1, None]
    for value in no_numbers:
        assert table.refused(act.Answer(0, value)) == "bad_estimate"


def test_the_claim_of_a_benefit_is_answered_by_the_seat_that_placed_the_benefit() -> None:
    table = Table(seats=2)
    id = table.write(estimate=1)
    table.do(act.Pass(0), act.WriteBenefit(1, "Own", "economy", id, 6)).reality()
    assert (table.one(ev.ClaimTested).seat, table.seat) == (1, 1)


def test_trust_that_a_missed_claim_took_is_weighed_when_the_answer_is_given() -> None:
    table = Table(case(idea("a", effects=EFFECTS))).place("a", 1).set("trust", 1).reality()
    assert (table.state.trust, table.state.step) == (0, "answer")
    assert not table.told(ev.Paused)
    assert table.stand().one(ev.Paused).round == 2


def test_a_project_that_is_stopped_while_an_answer_is_waited_for_waits_no_more() -> None:
    table = asked().set("trust", 0).set("trust", 0)
    assert (table.state.verdict, table.state.tested) == ("stopped", None)
    assert table.refused(act.Answer(0, 4)) == "nothing_to_answer"
