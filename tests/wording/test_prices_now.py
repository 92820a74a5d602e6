"""What an action takes now, and what saves its capacity, as the dialogs say it."""

from __future__ import annotations

from typing import Any

from game.engine import actions as act
from game.i18n import words
from game.wording.actions import cost_now
from tests.engine.table import Table, case, idea, risk, role

EN = words("en")


def told(table: Table, action: Any) -> str:
    """The sentence about an action on the idea on the table."""
    assert table.allows(action)
    return cost_now(EN, table.state, action)


def leaning(by: int) -> Table:
    """A table in concretisation whose balance leans: below 0 towards autonomy."""
    setup = case(idea("a", risks=("r",)), risks=[risk("r")], modules=("tension",))
    table = Table(setup).place("a").name("r").concretise()
    table.state = table.state.copy()
    table.state.balance = by
    return table


def test_without_anything_that_saves_it_the_price_and_the_means_are_told() -> None:
    table = Table().place("a")
    capacity = table.state.capacity
    expected = f"It takes 1 action and 1 capacity. You have {capacity} capacity."
    assert told(table, act.Trial(0, "a")) == expected


def test_the_first_trial_of_a_front_line_costs_no_capacity() -> None:
    table = Table(case(roles=[role("front_line")])).place("a")
    assert told(table, act.Trial(0, "a")).endswith("first trial of the round costs no capacity.")


def test_where_trials_are_part_of_the_meetings_they_cost_none() -> None:
    table = Table(case(modules=("meetings",))).place("a")
    assert told(table, act.Trial(0, "a")).endswith("here trials are part of the work.")


def test_a_leaning_that_saves_capacity_is_named_by_its_side() -> None:
    trial, mitigate = act.Trial(0, "a"), act.Mitigate(0, "a", "r")
    assert "since you lean towards autonomy" in told(leaning(-2), trial)
    assert "and 1 capacity" in told(leaning(-2), mitigate)
    assert "since you lean towards steering" in told(leaning(2), mitigate)
    assert "and 1 capacity" in told(leaning(2), trial)
