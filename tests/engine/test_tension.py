"""The module tension: steering and autonomy each ease something, and too much costs trust."""

from __future__ import annotations

import pytest

from game.engine import Effect
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, event, idea, risk
from tests.rows import each_row


def tense(balance: int = 0, **more: object) -> Table:
    """A case with the module, and the balance it begins at."""
    parts: dict = {"risks": [risk("r", likelihood=5), risk("s")], "modules": ("tension",)}
    return Table(case(idea("a"), idea("b"), balance=balance, **(parts | more)))


# ------------------------------------------------------------------ the steps
@each_row(
    "action, step",
    [
        (act.PlaceIdea(0, "b", 3), -1),
        (act.WriteIdea(0, "Own", "citizen", "service", 3), -1),
        (act.Trial(0, "a"), -1),
        (act.PlaceRisk(0, "r", "a"), 1),
        (act.WriteRisk(0, "Own", "process", "a"), 1),
        (act.Anchor(0, "a", "citizen", 0), 1),
        (act.PlaceBenefit(0, "p", "a", 3), 0),
        (act.NameDownside(0, "a", "process", 3), 0),
        (act.Shelve(0, "a"), 0),
        (act.Rally(0), 0),
    ],
)
def test_placing_an_idea_and_trying_are_autonomy_naming_a_risk_and_anchoring_are_steering(
    action: act.Action, step: int
) -> None:
    table = tense().place("a").concretise()
    before = table.state.balance
    table.do(action)
    assert table.state.balance == before + step
    assert len(table.told(ev.BalanceShifted)) == abs(step)
    plain = Table(case(idea("a"), idea("b"), risks=[risk("r")])).place("a").concretise().do(action)
    assert (plain.state.balance, plain.told(ev.BalanceShifted)) == (0, []), "without the module"


def test_a_case_says_where_the_balance_begins() -> None:
    assert tense(3).state.balance == 3
    assert tense(3, modules=()).state.balance == 0


def test_what_would_push_the_balance_past_5_is_lost() -> None:
    table = tense(5).place("a").name("r").name("s")
    assert table.state.balance == 5
    assert not table.told(ev.BalanceShifted)
    table = tense(-5).place("a")
    assert table.state.balance == -5
    assert not table.told(ev.BalanceShifted)


def test_an_event_can_shift_the_balance() -> None:
    shift = [event(Effect(balance=3))]
    assert tense(events=shift).next_round().state.balance == 3
    table = tense(events=shift, modules=()).next_round()
    assert (table.state.balance, table.told(ev.BalanceShifted)) == (0, [])


# ------------------------------------------------------------------ the check
@pytest.mark.parametrize(
    ("balance", "trust", "after"),
    [(0, 0, 0), (1, 0, 0), (-3, 0, -2), (4, -1, 3), (-4, -1, -3), (5, -1, 4), (-5, -1, -4)],
)
def test_at_4_or_beyond_a_check_costs_1_trust_and_then_the_balance_moves_a_step_towards_0(
    balance: int, trust: int, after: int
) -> None:
    table = tense(balance)
    before = table.state.trust
    table.check()
    assert (table.state.trust - before, table.state.balance) == (trust, after)
    assert table.whys() == (["unbalanced"] if trust else [])
    assert table.whys(ev.BalanceShifted) == (["towards_zero"] if balance else [])


def test_the_follow_up_does_not_judge_the_balance() -> None:
    table = tense(5, rounds=(1, 1, 1)).until(3).check().do(act.Proceed())
    assert table.state.over
    assert not table.told(ev.BalanceShifted)
    assert table.whys() == []


# ------------------------------------------------------------------ what it eases
@pytest.mark.parametrize(
    ("balance", "leaning", "capacity"), [(5, 4, 0), (3, 2, 0), (2, 1, 1), (0, 0, 1), (-4, -3, 1)]
)
def test_leaning_2_or_more_to_steering_working_against_a_risk_costs_no_capacity(
    balance: int, leaning: int, capacity: int
) -> None:
    table = tense(balance, rounds=(1, 1, 1)).place("a").name("r").concretise()
    assert table.state.balance == leaning
    before = table.state.capacity
    table.mitigate("r")
    assert before - table.state.capacity == capacity
    table.set("capacity", 0)
    assert table.allows(act.Mitigate(0, "a", "r")) == (capacity == 0)


@pytest.mark.parametrize(("balance", "capacity"), [(-4, 0), (-1, 0), (0, 1), (4, 1)])
def test_leaning_2_or_more_to_autonomy_trials_cost_no_capacity(balance: int, capacity: int) -> None:
    table = tense(balance).place("a")
    assert table.state.balance == balance - 1
    table.set("capacity", 0)
    assert table.allows(act.Trial(0, "a")) == (capacity == 0)
    table.set("capacity", 3).trial()
    assert table.state.capacity == 3 - capacity
