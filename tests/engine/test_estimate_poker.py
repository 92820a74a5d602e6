"""Estimate poker: every seat's own number, hidden until all are in."""

from __future__ import annotations

import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine import legal, observe
from tests.engine.table import Table, case, idea


def called(seats: int = 3) -> Table:
    table = Table(case(idea("a")), seats=seats).place("a")
    return table.do(act.CallEstimates("a", "citizen"))


def test_before_a_benefit_is_placed_the_facilitator_can_call_for_estimates() -> None:
    table = Table(seats=2)
    table.do(act.CallEstimates("a", "citizen"))  # still in a hand
    assert table.one(ev.EstimatesCalled).idea == "a"


def test_before_a_benefit_is_revised_too_but_not_when_it_is_locked() -> None:
    assert called().state.poker is not None
    table = Table().place("a").implementing().implement()
    assert table.refused(act.CallEstimates("a", "citizen")) == "idea_locked"
    assert table.refused(act.CallEstimates("b", "citizen")) == "no_such_idea"
    assert table.refused(act.CallEstimates("a", "joy")) == "no_such_track"


def test_each_seat_gives_its_own_in_any_order() -> None:
    table = called()
    for seat in (2, 0, 1):
        table.do(act.GiveEstimate(seat, seat + 1))
    assert table.one(ev.EstimatesTurned).values == (1, 2, 3)


def test_hidden_until_all_are_in_then_all_are_turned_at_once() -> None:
    table = called().do(act.GiveEstimate(0, 5), act.GiveEstimate(1, 2))
    seen, other = observe(table.state).poker, table.state.poker
    assert seen is not None
    assert other is not None
    assert not seen.open
    assert seen.given == (0, 0, None), "who is in is seen, and no number"
    assert not [e for e in table.log if isinstance(e, ev.EstimatesTurned)]
    table.do(act.GiveEstimate(2, 4))
    turned = observe(table.state).poker
    assert turned is not None
    assert turned.given == (5, 2, 4)


def test_a_seat_may_change_its_number_until_all_are_turned() -> None:
    table = called().do(act.GiveEstimate(0, 5), act.GiveEstimate(1, 2))
    table.do(act.GiveEstimate(0, 3), act.GiveEstimate(1, None), act.GiveEstimate(1, 4))
    table.do(act.GiveEstimate(2, 1))
    assert table.one(ev.EstimatesTurned).values == (3, 4, 1)
    assert table.refused(act.GiveEstimate(0, 6)) == "no_estimates_called"


def test_the_same_number_again_is_taken_since_a_refusal_would_tell_it() -> None:
    table = called().do(act.GiveEstimate(0, 5), act.GiveEstimate(0, 5))
    assert legal(observe(table.state, 1)) == legal(table.state)


def test_a_seat_may_have_no_opinion() -> None:
    table = called().do(act.GiveEstimate(0, None), act.GiveEstimate(1, 2), act.GiveEstimate(2, 4))
    turned = table.one(ev.EstimatesTurned)
    assert (turned.numbers, turned.unsure, turned.absent) == ((2, 4), (0,), ())
    assert table.state.poker is not None
    assert table.state.poker.open


def test_where_nobody_has_an_opinion_nothing_is_said() -> None:
    table = called().do(*(act.GiveEstimate(seat, None) for seat in range(3)))
    assert table.one(ev.EstimatesTurned).numbers == ()
    assert table.may(act.Rally(table.seat)), "and the game goes on"


def test_that_somebody_has_no_opinion_is_hidden_too() -> None:
    table = called().do(act.GiveEstimate(0, None))
    seen, own = observe(table.state, 1).poker, observe(table.state, 0).poker
    assert seen is not None
    assert own is not None
    assert (seen.given, seen.unsure) == ((0, None, None), ())
    assert (own.given, own.unsure) == ((None, None, None), (0,))
    assert seen.missing == own.missing == (1, 2)


@pytest.mark.parametrize("value", [-1, 7, True, "4", 2.5])
def test_an_estimate_is_0_to_6(value: object) -> None:
    assert called().refused(act.GiveEstimate(0, value)) == "bad_estimate"
    called().do(act.GiveEstimate(0, 0), act.GiveEstimate(1, 6))


def test_nothing_else_is_decided_while_estimates_are_missing() -> None:
    table = called()
    for action in (
        act.Rally(table.seat),
        act.HandOver(0, "a", "citizen", 1),
        act.CallEstimates("a", "citizen"),
        act.SkipTurn(),
        act.EndPhase(),
    ):
        assert table.refused(action) == "estimates_first"
    answers = [*range(7), None]
    assert legal(table.state) == [act.GiveEstimate(s, n) for s in range(3) for n in answers]


def test_the_acting_seat_decides_no_average() -> None:
    table = called(seats=2).do(act.GiveEstimate(0, 1), act.GiveEstimate(1, 1))
    table.do(act.Revise(table.seat, "a", "citizen", 6))
    assert table.state.claimed("citizen") == 6


def test_the_facilitator_can_put_the_cards_away() -> None:
    table = called().do(act.CloseEstimates())
    assert table.state.poker is None
    assert table.refused(act.CloseEstimates()) == "no_estimates_called"
    assert table.refused(act.GiveEstimate(0, 3)) == "no_estimates_called"


def test_only_seats_at_the_table_give_estimates() -> None:
    assert called().refused(act.GiveEstimate(3, 3)) == "no_such_seat"


def test_turned_cards_are_put_away_with_the_idea_and_at_the_end_of_the_turns() -> None:
    table = Table().place("a").concretise().do(act.CallEstimates("a", "citizen"))
    table.do(act.GiveEstimate(0, 3), act.Shelve(0, "a"))
    assert table.state.poker is None
    table = called(seats=1).do(act.GiveEstimate(0, 3)).rest()
    assert table.state.poker is None


def test_the_log_keeps_every_seats_number() -> None:
    table = called().do(*(act.GiveEstimate(seat, 6 - seat) for seat in range(3)))
    given = [(e.seat, e.value) for e in table.log if isinstance(e, ev.EstimateGiven)]
    assert given == [(0, 6), (1, 5), (2, 4)]
