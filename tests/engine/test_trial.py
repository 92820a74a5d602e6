"""Trials: a small, named experiment with an idea."""

from __future__ import annotations

import pytest

from game.engine import Aim, Effect, EventCard, Role, Seat
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea, risk, role

EFFECTS = {"citizen": 4, "process": 2, "employee": -1}


def trying(die: int, *, maturity: int = 3, risks: int = 0, **more: object) -> Table:
    """An idea on the table in concretisation, and the die that its trial will throw."""
    names = [f"r{n}" for n in range(risks)]
    setup = case(
        idea("a", maturity=maturity, effects=EFFECTS, risks=tuple(names)),
        risks=[risk(name, "process") for name in names],
        **more,
    )
    return Table(setup, dice=(die,)).place("a").concretise()


@pytest.mark.parametrize("die", [1, 2, 3])
def test_a_die_at_or_below_maturity_is_proven_and_all_true_effects_are_open(die: int) -> None:
    table = trying(die, risks=1).trial()
    thrown = table.one(ev.TrialThrown)
    assert (thrown.die, thrown.maturity, thrown.proven) == (die, 3, True)
    a = table.idea()
    assert (a.status, a.was_proven, a.maturity) == ("proven", True, 3)
    tracks = ("citizen", "process", "economy", "employee")
    assert [table.state.effect(a, t) for t in tracks] == [4, 2, 0, -1]
    told = [(track, points) for _, track, points in table.one(ev.EffectsOpened).effects]
    assert told == list(zip(tracks, [4, 2, 0, -1], strict=True))
    assert not table.told(ev.RiskTurnedUp)


@pytest.mark.parametrize("die", [4, 5, 6])
def test_above_the_group_has_learned_maturity_plus_2_and_one_true_risk_is_turned_up(
    die: int,
) -> None:
    table = trying(die, risks=1).trial()
    a = table.idea()
    assert (a.status, a.was_proven, a.maturity) == ("proposed", False, 5)
    assert table.one(ev.RiskTurnedUp).risk == "r0"
    named = a.risk("r0")
    assert named is not None
    assert named.seat is None, "turned up, not named by a seat"
    assert not table.told(ev.EffectsOpened)


def test_a_proven_idea_tells_only_what_was_not_open_yet() -> None:
    table = trying(1, roles=[role("controller")]).do(act.UseAbility(0, "controller")).trial()
    told = [track for _, track, _ in table.one(ev.EffectsOpened).effects]
    assert told == ["citizen", "process", "employee"]


def test_a_proven_idea_that_was_open_already_tells_no_effects() -> None:
    voices = ["citizen_voice", "controller", "union_voice"]
    events = [EventCard(x, (Effect(reveal="process"),)) for x in ("one", "two")]
    setup = case(idea("a", maturity=6), events=events, roles=[role(v) for v in voices])
    table = Table(setup).place("a").concretise()
    table.do(*(act.UseAbility(0, voice) for voice in voices)).trial()
    assert table.idea().was_proven
    assert not table.told(ev.EffectsOpened)


def test_maturity_is_6_at_most() -> None:
    assert trying(6, maturity=5).trial().idea().maturity == 6


def test_if_no_risk_is_left_one_effect_is_opened() -> None:
    table = trying(6).trial()
    ((id, track, points),) = table.one(ev.EffectsOpened).effects
    assert id == "a"
    assert EFFECTS[track] == points
    assert bin(table.idea().opened).count("1") == 1


def test_learning_again_turns_up_the_next_risk_and_then_an_effect() -> None:
    setup = case(
        idea("a", maturity=1, effects=EFFECTS, risks=("r", "s")),
        risks=[risk("r"), risk("s")],
        learned=0,
    )
    table = Table(setup, dice=(6, 6, 6)).place("a").concretise()
    turned = {table.trial().one(ev.RiskTurnedUp).risk for _ in range(2)}
    assert turned == {"r", "s"}
    assert table.trial().told(ev.EffectsOpened)


def test_which_risk_comes_to_light_is_a_draw_of_its_own_that_shifts_no_die() -> None:
    table = trying(6, risks=3)
    dice = table.state.dice
    table.trial()
    assert (table.state.dice, table.state.picks) == (dice + 1, 1)
    assert trying(6, risks=1).trial().state.picks == 0, "of one there is nothing to draw"


def test_a_trial_never_moves_a_track() -> None:
    for die in (1, 6):
        table = trying(die, risks=1).trial()
        assert table.state.points == (0, 0, 0, 0)
        assert not table.told(ev.TrackMoved)


def test_trial_takes_1_action_and_1_capacity_and_balance_minus_1() -> None:
    table = trying(1)
    before = (table.state.actions, table.state.capacity, table.state.balance)
    table.do(act.Trial(0, "a", "Two weeks at one counter"))
    after = (table.state.actions, table.state.capacity, table.state.balance)
    assert after == (before[0] - 1, before[1] - 1, before[2] - 1)
    assert table.one(ev.TrialThrown).name == "Two weeks at one counter"


def test_trial_from_phase_2_with_capacity_on_an_unproven_idea() -> None:
    table = Table(case(idea("a", maturity=5)), dice=(1,)).place("a")
    assert table.refused(act.Trial(0, "a")) == "too_early"
    table.concretise().set("capacity", 0)
    assert table.refused(act.Trial(0, "a")) == "no_capacity"
    table.set("capacity", 2).trial()
    assert table.refused(act.Trial(0, "a")) == "already_proven"
    assert table.refused(act.Trial(0, "b")) == "no_such_idea"


def test_an_implemented_idea_is_tried_no_more() -> None:
    table = Table().place("a").implementing().implement()
    assert table.refused(act.Trial(0, "a")) == "idea_locked"


def test_a_trial_of_a_written_idea_proves_it_or_makes_it_more_mature() -> None:
    table = Table(case(), dice=(6, 1))
    id = table.write()
    table.concretise().trial(id)
    assert table.idea(id).maturity == 3 + 2
    assert not table.told(ev.EffectsOpened), "nobody knows its truth"
    table.trial(id)
    assert table.idea(id).was_proven


def test_front_line_is_one_free_trial_a_round_however_many_roles_give_it() -> None:
    roles = [Role(id, "front_line", Aim("proven_at_least", 1)) for id in ("r", "s")]
    seats = [Seat("Ane", ("s", "r"))]
    table = Table(case(idea("a"), idea("b"), roles=roles), seats=seats).place("a").place("b")
    assert table.concretise().trial("a").one(ev.PerkUsed).role == "r"
    table.set("capacity", 0)
    assert not table.allows(act.Trial(0, "b"))
    assert table.refused(act.Trial(0, "b")) == "no_capacity"


def test_front_line_the_first_trial_of_the_seat_each_round_costs_no_capacity() -> None:
    setup = case(idea("a", maturity=1), roles=[role("front_line")], learned=0)
    table = Table(setup, dice=(6, 6, 6)).place("a").concretise().set("capacity", 1)
    actions = table.state.actions
    table.trial()
    assert (table.state.capacity, table.state.actions) == (1, actions - 1), "an action all the same"
    table.trial()
    assert table.state.capacity == 0
    assert table.refused(act.Trial(0, "a")) == "no_capacity"
    table.next_round().set("capacity", 0)
    assert table.allows(act.Trial(0, "a")), "again in the next round"


def test_maturity_lowered_by_an_event_counts_in_the_trial() -> None:
    lowers = EventCard("event", (Effect(maturity="service"),))
    table = Table(case(idea("a", maturity=3), events=[lowers], rounds=(1, 1, 1)), dice=(3,))
    table.place("a").next_round().trial()
    assert not table.one(ev.TrialThrown).proven
