"""Implementing, delay, scaling, shelving and following up."""

from __future__ import annotations

import pytest

from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea, role


# ------------------------------------------------------------------ implement
def test_implement_takes_1_action_and_the_cost_and_locks_estimates_and_claims() -> None:
    table = Table(case(idea("a", cost=3))).place("a").implementing()
    actions, capacity = table.state.actions, table.state.capacity
    table.implement()
    assert (table.state.actions, table.state.capacity) == (actions - 1, capacity - 3)
    assert table.idea().locked
    assert table.refused(act.PlaceBenefit(0, "p", "a", 2)) == "idea_locked"
    assert table.refused(act.WriteBenefit(0, "more", "process", "a", 2)) == "idea_locked"
    assert table.refused(act.Revise(0, "a", "citizen", 2)) == "idea_locked"
    assert table.refused(act.Implement(0, "a")) == "idea_locked"
    assert table.refused(act.Shelve(0, "a")) == "idea_locked"


def test_implement_from_phase_3() -> None:
    table = Table().place("a")
    assert table.refused(act.Implement(0, "a")) == "not_proven"
    assert table.concretise().refused(act.Implement(0, "a")) == "not_proven"
    assert table.implementing().allows(act.Implement(0, "a"))


def test_an_idea_of_cost_1_is_carried_out_from_phase_1() -> None:
    table = Table(case(idea("a", cost=1, maturity=6), idea("b"))).place("a").place("b")
    assert table.refused(act.Implement(0, "b")) == "not_proven"
    table.implement("a")
    assert not table.idea().scaled, "it is not proven"
    assert table.check().idea().status == "realised"


def test_an_idea_that_the_supplier_made_cost_1_is_carried_out_from_phase_1() -> None:
    table = Table(case(roles=[role("supplier")])).place("a")
    table.do(act.UseAbility(0, "supplier", "a")).implement("a")
    assert table.one(ev.IdeaImplemented).cost == 1


def test_a_case_may_say_what_is_small() -> None:
    table = Table(case(idea("a", cost=2), small_cost=2)).place("a")
    assert table.allows(act.Implement(0, "a"))
    assert not Table(case(idea("a", cost=1), small_cost=0)).place("a").allows(act.Implement(0, "a"))


def test_implement_needs_its_cost() -> None:
    table = Table(case(idea("a", cost=3))).place("a").implementing().set("capacity", 2)
    assert table.refused(act.Implement(0, "a")) == "no_capacity"
    assert table.set("capacity", 3).allows(act.Implement(0, "a"))


@pytest.mark.parametrize("round", [1, 3])
def test_scaling_a_proven_idea_is_implemented_before_the_last_phase(round: int) -> None:
    table = Table(case(idea("a", maturity=6))).until(round).place("a").tried().implement()
    assert table.state.phase == ("ideas" if round == 1 else "concretise")
    assert table.one(ev.IdeaImplemented).scaled
    assert table.idea().scaled
    table.check()
    assert table.idea().status == "realised"


def test_implementing_a_proven_idea_in_phase_3_is_not_scaling() -> None:
    table = Table(case(idea("a", maturity=6))).place("a").tried().implementing()
    assert not table.implement().idea().scaled


@pytest.mark.parametrize("cost", [1, 3])
def test_a_proven_idea_costs_what_it_costs(cost: int) -> None:
    table = Table(case(idea("a", maturity=6, cost=cost))).place("a").tried()
    table.set("capacity", cost - 1)
    assert table.refused(act.Implement(0, "a")) == "no_capacity"
    assert not table.allows(act.Implement(0, "a"))
    table.set("capacity", cost).implement()
    assert table.one(ev.IdeaImplemented).cost == cost
    assert table.state.capacity == 0


@pytest.mark.parametrize("delay", [0, 1, 2])
def test_due_at_the_reality_check_delay_rounds_on(delay: int) -> None:
    table = Table(case(idea("a", delay=delay))).place("a").implementing().implement()
    due = table.state.round + delay
    assert table.idea().due == due
    while table.idea().status != "realised":
        table.next_round()
    assert table.state.round == due + 1 or table.state.over


# ------------------------------------------------------------------ shelve
def test_shelve_1_action_2_capacity_the_idea_and_what_is_linked_to_it_leave_the_table() -> None:
    table = Table().place("a").claim("p").concretise().anchor()
    actions, capacity = table.state.actions, table.state.capacity
    table.do(act.Shelve(0, "a"))
    assert table.state.ideas == ()
    assert table.state.claimed("process") == 0
    assert (table.state.actions, table.state.capacity) == (actions - 1, capacity + 2)
    assert "p" not in table.state.benefit_hands[0]
    assert table.refused(act.Trial(0, "a")) == "no_such_idea"


def test_shelve_from_phase_2() -> None:
    table = Table().place("a")
    assert table.refused(act.Shelve(0, "a")) == "too_early"
    assert table.concretise().allows(act.Shelve(0, "a"))


def test_the_letter_of_a_shelved_idea_is_not_used_again() -> None:
    table = Table(case(idea("a"), idea("b"))).place("a").concretise().do(act.Shelve(0, "a"))
    assert table.place("b").idea("b").letter == "B"


# ------------------------------------------------------------------ follow up
def realised(**more: object) -> Table:
    """An idea realised with an anchored benefit on citizen and a claimed one on process."""
    effects = {"citizen": 4, "process": 4, "economy": -1}
    setup = case(idea("a", maturity=6, effects=effects), **more)
    table = Table(setup).place("a").claim("p").claim("e").claim("m").concretise()
    table.anchor("citizen").anchor("economy").anchor("employee").implementing().implement()
    return table.next_round().set("capacity", 5)


def test_follow_up_1_action_and_1_capacity_gives_1_more_on_its_track() -> None:
    table = realised()
    actions, points = table.state.actions, table.points()
    table.do(act.FollowUp(0, "a", "citizen"))
    assert (table.state.actions, table.state.capacity) == (actions - 1, 4)
    assert table.points() == points + 1
    assert table.one(ev.TrackMoved).why == "follow_up"


def test_follow_up_once_a_benefit() -> None:
    table = realised().do(act.FollowUp(0, "a", "citizen"))
    assert table.refused(act.FollowUp(0, "a", "citizen")) == "already_followed"


def test_follow_up_a_realised_anchored_benefit_that_gave_something() -> None:
    table = realised()
    assert table.refused(act.FollowUp(0, "a", "process")) == "not_anchored"
    assert table.refused(act.FollowUp(0, "a", "economy")) == "gave_nothing", "a disbenefit"
    assert table.refused(act.FollowUp(0, "a", "employee")) == "gave_nothing"
    assert table.refused(act.FollowUp(0, "b", "citizen")) == "no_such_idea"
    table.set("capacity", 0)
    assert table.refused(act.FollowUp(0, "a", "citizen")) == "no_capacity"


def test_a_benefit_that_gave_1_can_be_followed_up() -> None:
    table = Table(case(idea("a", maturity=6, effects={"citizen": 1}))).place("a", 1).concretise()
    table.anchor().implementing().implement().next_round().do(act.FollowUp(0, "a", "citizen"))
    assert table.points() == 2


def test_follow_up_waits_until_the_benefit_is_realised() -> None:
    table = Table().place("a")
    assert table.refused(act.FollowUp(0, "a", "citizen")) == "too_early"
    table.concretise().anchor()
    assert table.refused(act.FollowUp(0, "a", "citizen")) == "not_realised"
    assert table.refused(act.FollowUp(0, "a", "process")) == "no_such_benefit"
