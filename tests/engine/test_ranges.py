"""The range of an estimate: how sure the group is of it."""

from __future__ import annotations

import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine import is_listed
from tests.engine.table import Table


def placed(estimate: int = 3) -> Table:
    return Table().place("a", estimate)


def set_to(low: object, high: object, track: str = "citizen") -> act.SetRange:
    return act.SetRange(0, "a", track, low, high)


def ends(table: Table) -> tuple[int | None, int | None]:
    """The range of the only benefit."""
    b = table.idea().benefit("citizen")
    assert b is not None
    return b.low, b.high


def test_a_range_is_free_and_has_the_estimate_in_it() -> None:
    table = placed()
    before = table.state.actions
    table.do(set_to(2, 5))
    assert (ends(table), table.state.actions) == ((2, 5), before)
    assert table.one(ev.RangeSet) == ev.RangeSet(0, "a", "citizen", 2, 5)


@pytest.mark.parametrize(("low", "high"), [(0, 3), (3, 6), (0, 6), (2, 4)])
def test_a_range_runs_from_0_to_6_and_may_end_at_the_estimate(low: int, high: int) -> None:
    assert ends(placed().do(set_to(low, high))) == (low, high)


@pytest.mark.parametrize(("low", "high"), [(-1, 4), (2, 7), (2.0, 4), (True, 4), ("2", 4)])
def test_no_other_range_is_taken(low: object, high: object) -> None:
    assert placed().refused(set_to(low, high)) == "bad_range"


@pytest.mark.parametrize(("low", "high"), [(4, 6), (1, 2), (3, 3), (5, 1)])
def test_a_range_without_the_estimate_or_without_room_is_refused(low: int, high: int) -> None:
    assert placed().refused(set_to(low, high)) == "range_beside"


def test_the_range_of_a_downside_lies_below_zero_with_the_harm_in_it() -> None:
    table = placed().downside("employee", 2)
    for low, high in ((-5, -1), (-3, 1)):
        assert table.refused(set_to(low, high, "employee")) == "bad_range"
    assert table.refused(set_to(-1, 0, "employee")) == "range_beside"
    table.do(set_to(-4, -1, "employee"))
    b = table.benefit("employee")
    assert (b.low, b.estimate, b.high) == (-4, -2, -1)
    assert table.do(act.Revise(0, "a", "employee", 4)).benefit("employee").low == -4


def test_a_range_may_be_set_anew_but_not_to_what_it_is() -> None:
    table = placed().do(set_to(2, 5))
    assert table.refused(set_to(2, 5)) == "same_range"
    assert ends(table.do(set_to(1, 4))) == (1, 4)


def test_a_range_is_of_a_benefit_that_is_there_until_its_idea_is_implemented() -> None:
    table = placed()
    assert table.refused(set_to(2, 5, "process")) == "no_such_benefit"
    table.implementing().do(set_to(2, 5)).implement("a")
    assert table.refused(set_to(1, 5)) == "idea_locked"
    assert ends(table) == (2, 5)


def test_ranges_are_not_listed_since_nothing_follows_from_them() -> None:
    table = placed()
    assert table.may(set_to(2, 5))
    assert not table.allows(set_to(2, 5))
    assert not is_listed(act.SetRange)


def test_a_range_is_set_by_the_seat_in_turn() -> None:
    table = Table(seats=2)
    for _ in range(2):
        if "a" in table.state.idea_hands[table.seat]:
            table.place("a", 3)
            break
        table.do(act.Pass(table.seat))
    other = 1 - table.seat
    assert table.refused(act.SetRange(other, "a", "citizen", 2, 4)) == "not_your_turn"


def test_an_estimate_within_the_range_keeps_it_and_one_outside_drops_it() -> None:
    table = placed().do(set_to(2, 5), act.Revise(0, "a", "citizen", 5))
    assert (ends(table), table.told(ev.RangeDropped)) == ((2, 5), [])
    table.do(act.Revise(0, "a", "citizen", 6))
    assert ends(table) == (None, None)
    assert table.one(ev.RangeDropped) == ev.RangeDropped("a", "citizen")


def test_a_range_changes_nothing_that_is_harvested() -> None:
    for more in ((), (set_to(0, 4),)):
        table = placed().do(*more).concretise().anchor().implementing().implement().check()
        assert table.points() == 4
