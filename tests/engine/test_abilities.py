"""The abilities of the roles that are used by decision."""

from __future__ import annotations

import pytest

from game.engine import Seat
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea, risk, role

VOICES = [("citizen_voice", "citizen"), ("controller", "economy"), ("union_voice", "employee")]


def with_role(ability: str, *ideas: object, **more: object) -> Table:
    """One seat that plays one role."""
    return Table(case(*ideas, roles=[role(ability)], **more))


# ------------------------------------------------------------------ learning and claiming
@pytest.mark.parametrize(("ability", "track"), VOICES)
def test_learn_the_true_effect_on_a_track_of_every_idea_on_the_table(
    ability: str, track: str
) -> None:
    ideas = [
        idea("a", "process", effects={"process": 4, track: -2}),
        idea("b", "process", effects={"process": 4}),
        idea("c", "process"),
    ]
    table = with_role(ability, *ideas).place("a").place("b")
    actions = table.state.actions
    table.do(act.UseAbility(0, ability))
    assert table.one(ev.EffectsOpened).effects == (("a", track, -2), ("b", track, 0))
    assert table.state.actions == actions, "free"
    assert table.state.effect(table.idea("a"), track) == -2
    assert table.state.effect(table.idea("a"), "process") is None


@pytest.mark.parametrize(("ability", "track"), VOICES)
def test_and_place_the_benefit_for_one_of_them_free(ability: str, track: str) -> None:
    table = with_role(ability, idea("a", "process"), idea("b", "process")).place("a").place("b")
    assert table.refused(act.Claim(0, "a", 3)) == "no_free_claim"
    table.do(act.UseAbility(0, ability))
    actions = table.state.actions
    table.do(act.Claim(0, "a", 3))
    b = table.idea("a").benefit(track)
    assert b is not None
    assert (b.estimate, b.card, table.state.actions) == (3, None, actions)
    assert table.refused(act.Claim(0, "b", 3)) == "no_free_claim", "for one of them"


def test_the_free_benefit_is_for_an_idea_that_was_looked_at() -> None:
    table = with_role("controller", idea("a"), idea("b")).place("a")
    table.do(act.UseAbility(0, "controller")).place("b")
    assert table.refused(act.Claim(0, "b", 3)) == "not_looked_at"
    assert table.refused(act.Claim(0, "c", 3)) == "no_such_idea"
    assert table.refused(act.Claim(0, "a", 0)) == "bad_estimate"
    table.claim("e", "a")
    assert table.refused(act.Claim(0, "a", 3)) == "track_taken"


def test_the_free_benefit_is_placed_by_the_seat_in_turn() -> None:
    table = with_role("controller").place("a").do(act.UseAbility(0, "controller"))
    assert table.refused(act.Claim(1, "a", 3)) == "not_your_turn"


def test_the_free_benefit_goes_with_the_turn() -> None:
    table = with_role("controller").place("a").do(act.UseAbility(0, "controller")).next_round()
    assert table.refused(act.Claim(0, "a", 3)) == "no_free_claim"


def test_two_free_benefits_in_one_turn_wait_for_each_other() -> None:
    roles = [role("citizen_voice"), role("controller")]
    table = Table(case(idea("a", "process"), idea("b", "process"), roles=roles)).place("a")
    table.do(act.UseAbility(0, "citizen_voice"), act.UseAbility(0, "controller"))
    table.do(act.Claim(0, "a", 3), act.Claim(0, "a", 2))
    claims = {track: b.estimate for track, b in table.idea("a").claims()}
    assert claims == {"process": 4, "economy": 3, "citizen": 2}, "the last looked at comes first"
    assert table.refused(act.Claim(0, "a", 1)) == "no_free_claim"


def test_with_no_idea_on_the_table_there_is_nothing_to_learn() -> None:
    table = with_role("controller")
    assert table.refused(act.UseAbility(0, "controller")) == "nothing_to_learn"
    table.place("a").implementing().implement().next_round()
    assert table.idea().status == "realised"
    assert table.refused(act.UseAbility(0, "controller")) == "nothing_to_learn"


def test_what_is_learned_is_open_to_the_whole_table() -> None:
    from game.engine import observe

    table = with_role("controller", idea("a", "economy")).place("a")
    table.do(act.UseAbility(0, "controller"))
    seen = observe(table.state)
    assert seen.effect(seen.ideas[0], "economy") == 4


# ------------------------------------------------------------------ the others
def test_project_manager_once_a_phase_one_action_more() -> None:
    table = with_role("project_manager")
    table.do(act.UseAbility(0, "project_manager"))
    assert table.state.actions == 11
    assert table.refused(act.UseAbility(0, "project_manager")) == "ability_used"


def test_sponsor_once_a_phase_1_capacity() -> None:
    table = with_role("sponsor")
    capacity = table.state.capacity
    table.do(act.UseAbility(0, "sponsor"))
    assert (table.state.capacity, table.state.actions) == (capacity + 1, 10)
    assert table.whys(ev.CapacityChanged) == ["ability"]


def test_supplier_once_a_phase_an_ideas_cost_falls_by_1_not_below_1() -> None:
    table = with_role("supplier", idea("a", cost=3), idea("b", cost=1)).place("a").place("b")
    assert table.refused(act.UseAbility(0, "supplier", "b")) == "cheap_already"
    table.do(act.UseAbility(0, "supplier", "a"))
    assert table.idea("a").cost == 2
    assert table.refused(act.UseAbility(0, "supplier", "a")) == "ability_used"
    assert table.implementing().implement("a").one(ev.IdeaImplemented).cost == 2


def test_the_supplier_helps_before_the_idea_is_implemented() -> None:
    table = with_role("supplier").place("a").implementing().implement()
    assert table.refused(act.UseAbility(0, "supplier", "a")) == "idea_locked"
    assert table.refused(act.UseAbility(0, "supplier", None)) == "no_such_idea"


def test_analyst_once_a_phase_one_true_risk_of_an_idea_is_turned_up() -> None:
    setup = {"risks": [risk("r"), risk("s")]}
    table = with_role("analyst", idea("a", risks=("s",)), **setup).place("a")
    actions = table.state.actions
    table.do(act.UseAbility(0, "analyst", "a"))
    assert table.one(ev.RiskTurnedUp).risk == "s"
    assert table.state.actions == actions, "named, free"
    assert table.refused(act.UseAbility(0, "analyst", "a")) == "ability_used"


def test_an_analyst_who_finds_no_risk_has_used_the_ability_and_learned_that() -> None:
    table = with_role("analyst").place("a").do(act.UseAbility(0, "analyst", "a"))
    assert table.one(ev.NothingFound).idea == "a"
    assert table.refused(act.UseAbility(0, "analyst", "a")) == "ability_used"


def test_the_analyst_looks_at_an_implemented_idea_but_not_at_a_realised_one() -> None:
    setup = {"risks": [risk("r")], "rounds": (1, 1, 2)}
    table = with_role("analyst", idea("a", delay=1, risks=("r",)), **setup)
    table.place("a").implementing().implement()
    assert table.allows(act.UseAbility(0, "analyst", "a"))
    table.until(table.state.round + 1).check()
    assert table.idea().status == "realised"


# ------------------------------------------------------------------ once a phase, the seat's own
def test_an_ability_is_free_and_for_the_seat_that_plays_the_role_on_its_turn() -> None:
    seats = [Seat("Ane", ("sponsor",)), Seat("Bo", ("supplier",))]
    table = Table(case(roles=[role("sponsor"), role("supplier")]), seats=seats)
    assert table.refused(act.UseAbility(0, "supplier")) == "not_your_role"
    assert table.refused(act.UseAbility(1, "supplier")) == "not_your_turn"
    assert table.refused(act.UseAbility(0, "unheard of")) == "not_your_role"


@pytest.mark.parametrize("ability", ["front_line", "line_manager"])
def test_what_counts_by_itself_is_not_used_by_decision(ability: str) -> None:
    assert with_role(ability).refused(act.UseAbility(0, ability)) == "ability_standing"


@pytest.mark.parametrize("ability", ["sponsor", "project_manager", "controller"])
def test_an_ability_that_asks_for_no_idea_takes_none(ability: str) -> None:
    table = with_role(ability).place("a")
    assert table.refused(act.UseAbility(0, ability, "a")) == "no_such_idea"
    assert table.refused(act.UseAbility(0, ability, [])) == "no_such_idea"
