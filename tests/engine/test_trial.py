"""Trials: set up in a turn, reported when the next round opens, and adjusted when they fail."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine import Aim, Effect, EventCard, Role, Seat
from game.engine import actions as act
from game.engine import events as ev
from game.engine.state import TrialPlan
from tests.engine.table import Table, case, event, idea, risk, role

EFFECTS = {"citizen": 4, "process": 2, "employee": -1}
ALL = ("citizen", "process", "economy", "employee")


def trying(
    die: int, *, about: Any = "risk", maturity: int = 3, risks: int = 0, **more: object
) -> Table:
    """A trial of an idea has run, and its report has been heard; reality asked about another."""
    names = [f"r{n}" for n in range(risks)]
    setup = case(
        idea("a", maturity=maturity, effects=EFFECTS, risks=tuple(names)),
        idea("z"),
        risks=[risk(name, "process") for name in names],
        **more,
    )
    return Table(setup, dice=(die,)).place("z", 6).place("a").trial("a", about).report()


def opened(table: Table) -> list[tuple[str, str, int]]:
    """What the last action told of true effects."""
    return [effect for e in table.told(ev.EffectsOpened) for effect in e.effects]


# ------------------------------------------------------------------ setting up
def test_a_trial_is_set_up_in_a_turn_for_1_action_and_1_capacity_from_phase_1() -> None:
    table = Table().place("a")
    actions, capacity = table.state.actions, table.state.capacity
    table.do(act.Trial(0, "a", "citizen", "Two weeks at one counter", "Calls a day"))
    assert (table.state.phase, table.state.actions, table.state.capacity) == (
        *("ideas", actions - 1, capacity - 1),
    )
    plan = ("citizen", "Two weeks at one counter", "Calls a day")
    assert table.one(ev.TrialSetUp) == ev.TrialSetUp(0, "a", *plan)
    assert table.idea().trial == TrialPlan(0, *plan)
    assert (table.state.dice, table.idea().was_proven) == (0, False), "nothing is known yet"


@pytest.mark.parametrize("about", [*ALL, "risk"])
def test_it_asks_what_the_idea_gives_on_a_track_or_what_may_go_wrong(about: Any) -> None:
    assert Table().place("a").allows(act.Trial(0, "a", about))


def test_it_asks_what_is_not_known_yet() -> None:
    table = Table(case(roles=[role("controller")])).place("a").do(act.UseAbility(0, "controller"))
    assert table.refused(act.Trial(0, "a", "economy")) == "known_already"
    assert table.allows(act.Trial(0, "a", "citizen"))


def test_what_it_asks_is_one_of_these() -> None:
    table = Table().place("a")
    for about in ("joy", "", 1, None, []):
        assert table.refused(act.Trial(0, "a", about)) == "no_such_question"


def test_its_name_and_its_measure_are_texts_that_can_be_shown() -> None:
    table = Table().place("a")
    assert table.refused(act.Trial(0, "a", "risk", "x" * 81)) == "long_text"
    assert table.refused(act.Trial(0, "a", "risk", "x", "\0")) == "bad_text"


def test_a_trial_is_of_an_idea_on_the_table_that_is_neither_proven_nor_on_trial() -> None:
    table = Table(case(idea("a", maturity=6), idea("b"))).place("a")
    assert table.refused(act.Trial(0, "b")) == "no_such_idea"
    table.trial("a")
    assert table.refused(act.Trial(0, "a")) == "on_trial"
    assert table.next_round().refused(act.Trial(0, "a")) == "already_proven"
    table.place("b").implementing().implement("b")
    assert table.refused(act.Trial(0, "b")) == "idea_locked"


def test_a_trial_needs_capacity() -> None:
    assert Table().place("a").set("capacity", 0).refused(act.Trial(0, "a")) == "no_capacity"


def test_no_trial_is_set_up_in_the_last_round() -> None:
    table = Table(case(rounds=(1, 1, 1))).place("a").until(3)
    assert table.refused(act.Trial(0, "a")) == "no_report_any_more"
    assert not table.allows(act.Trial(0, "a"))


def test_while_on_trial_an_idea_is_neither_carried_out_nor_shelved() -> None:
    table = Table(case(idea("a", cost=1))).place("a").concretise().trial()
    assert table.refused(act.Implement(0, "a")) == "on_trial"
    assert table.refused(act.Shelve(0, "a")) == "on_trial"
    table.next_round()
    assert table.allows(act.Shelve(0, "a"))


def test_while_on_trial_an_idea_is_worked_on_all_the_same() -> None:
    table = Table(case(risks=[risk("r")])).place("a").concretise().trial()
    table.claim("p").name("r").anchor().downside("economy").do(act.Revise(0, "a", "citizen", 2))
    assert table.idea().trial is not None


# ------------------------------------------------------------------ the report
def test_it_is_reported_once_when_the_next_round_opens() -> None:
    table = trying(1)
    assert table.one(ev.TrialReported).idea == "a"
    assert table.idea().trial is None
    table.end()
    assert len([e for e in table.log if isinstance(e, ev.TrialReported)]) == 1


def test_the_report_comes_before_the_event_and_the_income() -> None:
    table = trying(1, events=[event(Effect(capacity=1))])
    steps = (ev.TrialReported, ev.EventTurned, ev.CapacityChanged)
    told = [type(e) for e in table.last if isinstance(e, steps)]
    assert told == [ev.TrialReported, ev.EventTurned, ev.CapacityChanged, ev.CapacityChanged]
    assert table.whys(ev.CapacityChanged) == ["event", "income"]


@pytest.mark.parametrize("die", [1, 2, 3])
def test_a_die_at_or_below_maturity_is_proven_and_all_true_effects_are_open(die: int) -> None:
    table = trying(die, about="process")
    report = table.one(ev.TrialReported)
    assert (report.die, report.maturity, report.proven) == (die, 3, True)
    a = table.idea()
    assert (a.status, a.was_proven, a.maturity) == ("proven", True, 3)
    assert [table.state.effect(a, t) for t in ALL] == [4, 2, 0, -1]
    assert opened(table) == [("a", t, n) for t, n in zip(ALL, [4, 2, 0, -1], strict=True)]
    assert table.state.step == "turn", "there is nothing to adjust"


@pytest.mark.parametrize("die", [4, 5, 6])
def test_above_it_is_not_proven_and_what_was_asked_is_opened_all_the_same(die: int) -> None:
    table = trying(die, about="process", risks=1)
    a = table.idea()
    assert (a.status, a.was_proven, a.maturity) == ("proposed", False, 3)
    assert opened(table) == [("a", "process", 2)]
    assert not table.told(ev.RiskTurnedUp)


@pytest.mark.parametrize("die", [1, 6])
def test_asked_about_risks_one_true_risk_that_nobody_named_is_turned_up(die: int) -> None:
    table = trying(die, risks=1)
    assert table.one(ev.RiskTurnedUp).risk == "r0"
    named = table.idea().risk("r0")
    assert named is not None
    assert named.seat is None, "turned up, not named by a seat"
    assert bool(opened(table)) == (die == 1)


def test_asked_about_risks_it_may_find_nothing() -> None:
    assert trying(6).one(ev.NothingFound).idea == "a"


def test_which_risk_comes_to_light_is_a_draw_of_its_own_that_shifts_no_die() -> None:
    assert (trying(6, risks=3).state.dice, trying(6, risks=3).state.picks) == (1, 1)
    assert trying(6, risks=1).state.picks == 0, "of one there is nothing to draw"


def test_a_proven_idea_tells_only_what_was_not_open_yet() -> None:
    table = Table(case(idea("a", maturity=6), roles=[role("controller")])).place("a")
    table.do(act.UseAbility(0, "controller")).trial().check()
    assert table.one(ev.ClaimTested).track == "citizen"
    assert [track for _, track, _ in opened(table.report())] == ["process", "employee"]


def test_a_trial_never_moves_a_track() -> None:
    for die in (1, 6):
        table = trying(die, risks=1)
        assert table.state.points == (0, 0, 0, 0)
        assert not table.told(ev.TrackMoved)


def test_trials_are_reported_in_the_order_of_the_ideas_on_the_table() -> None:
    table = Table(case(idea("a", maturity=6), idea("b", maturity=6))).place("b").place("a")
    table.trial("a").trial("b").report()
    assert [e.idea for e in table.told(ev.TrialReported)] == ["b", "a"]


def test_the_truth_of_a_written_idea_is_told_like_a_cards() -> None:
    table = Table(case(), dice=(6,))
    id = table.write()
    truth = table.state.truth[id]
    table.trial(id, "economy").report()
    assert opened(table) == [(id, "economy", truth[2])]
    table.do(act.Adjust(0, id, "risk"))
    assert table.one(ev.RiskTurnedUp).risk == f"{id}-risk-1"


def test_maturity_lowered_by_an_event_counts_in_the_report() -> None:
    lowers = EventCard("event", (Effect(maturity="service"),))
    table = Table(case(idea("a", maturity=3), events=[lowers]), dice=(3,))
    table.place("a").next_round().trial().report()
    assert (table.one(ev.TrialReported).maturity, table.idea().was_proven) == (2, False)


# ------------------------------------------------------------------ adjusting
def test_not_proven_who_set_it_up_chooses_what_to_adjust() -> None:
    table = Table(case(idea("a", maturity=1)), seats=3, dice=(6,))
    seat = next(n for n, hand in enumerate(table.state.idea_hands) if hand)
    while table.seat != seat:
        table.do(act.Pass(table.seat))
    table.place("a").trial("a", "process").report()
    assert (table.state.step, table.seat, table.state.adjusting) == ("adjust", seat, ("a",))
    assert table.one(ev.AdjustmentAsked) == ev.AdjustmentAsked(seat, "a")
    assert table.refused(act.Adjust((seat + 1) % 3, "a", "maturity")) == "not_your_turn"
    assert table.refused(act.Adjust(seat, "b", "maturity")) == "nothing_to_adjust"
    assert table.refused(act.Adjust(seat, "a", "price")) == "nothing_to_adjust"
    assert table.refused(act.Rally(seat)) == "adjust_first"
    assert table.refused(act.Proceed()) == "adjust_first"
    table.do(act.Adjust(seat, "a", "maturity"))
    assert table.one(ev.IdeaAdjusted) == ev.IdeaAdjusted(seat, "a", "maturity")
    assert (table.state.step, table.seat, table.state.adjusting) == ("turn", 1, ())
    assert table.idea().trial is None
    assert table.refused(act.Adjust(seat, "a", "maturity")) == "nothing_to_adjust"


def test_adjust_maturity_plus_2() -> None:
    table = trying(6).do(act.Adjust(0, "a", "maturity"))
    assert table.idea().maturity == 5
    assert table.one(ev.Learned).maturity == 5


def test_maturity_is_6_at_most() -> None:
    table = trying(6, maturity=5).do(act.Adjust(0, "a", "maturity"))
    assert table.idea().maturity == 6


def test_adjust_effect_one_more_hidden_effect_opens_where_most_is_claimed() -> None:
    setup = case(idea("a", effects=EFFECTS), idea("z"))
    table = Table(setup, dice=(6,)).place("z", 6).place("a", 2).claim("m", "a", 1)
    table.downside("process", 3).trial("a", "citizen").report()
    table.do(act.Adjust(0, "a", "effect"))
    assert opened(table) == [("a", "process", 2)], "a downside is a claim, too"


def test_adjust_effect_without_a_claim_it_is_the_first_track() -> None:
    table = trying(6, about="citizen").do(act.Adjust(0, "a", "effect"))
    assert opened(table) == [("a", "process", 2)]


def test_adjust_effect_where_none_is_hidden_is_refused() -> None:
    voices = [role(v) for v in ("citizen_voice", "controller", "union_voice")]
    table = Table(case(idea("a", maturity=1), roles=voices), dice=(6,)).place("a")
    table.do(*(act.UseAbility(0, v.id) for v in voices)).trial("a", "process").report()
    assert table.refused(act.Adjust(0, "a", "effect")) == "nothing_to_learn"
    assert not table.allows(act.Adjust(0, "a", "effect"))


def test_adjust_risk_a_true_risk_is_turned_up_if_there_is_one() -> None:
    table = trying(6, about="process", risks=1).do(act.Adjust(0, "a", "risk"))
    assert table.one(ev.RiskTurnedUp).risk == "r0"
    table = trying(6, about="process").do(act.Adjust(0, "a", "risk"))
    assert table.one(ev.NothingFound).idea == "a"


def test_several_are_adjusted_one_after_the_other_and_then_the_round_goes_on() -> None:
    setup = case(idea("a", maturity=1), idea("b", maturity=1), events=[event(Effect(trust=1))])
    table = Table(setup, dice=(6, 6)).place("a").place("b").trial("b").trial("a").report()
    assert table.refused(act.Adjust(0, "b", "risk")) == "nothing_to_adjust"
    table.do(act.Adjust(0, "a", "risk"))
    assert (table.state.step, table.one(ev.AdjustmentAsked).idea) == ("adjust", "b")
    assert not table.told(ev.EventTurned)
    table.do(act.Adjust(0, "b", "risk"))
    assert table.state.step == "turn"
    assert table.told(ev.EventTurned)
    assert table.told(ev.TurnBegan)


def test_an_idea_is_tried_again_until_it_is_proven() -> None:
    table = Table(case(idea("a", maturity=1)), dice=(6, 3)).place("a").tried("a", "process")
    assert not table.idea().was_proven
    table.tried("a", "economy")
    assert table.idea().was_proven, "its maturity had risen"


# ------------------------------------------------------------------ across the course of a game
def test_a_phase_ended_early_is_reported_when_the_next_one_opens() -> None:
    table = Table(case(idea("a", maturity=6))).place("a").trial().do(act.EndPhase()).report()
    assert (table.state.round, table.state.phase) == (3, "concretise")
    assert table.one(ev.TrialReported).proven


@pytest.mark.parametrize("die", [1, 6])
def test_the_last_phase_ended_early_is_reported_in_the_follow_up_and_nothing_adjusted(
    die: int,
) -> None:
    table = Table(case(idea("a", maturity=3)), dice=(die,)).place("a").implementing().trial()
    table.do(act.EndPhase()).check().do(act.Proceed())
    assert table.state.over
    assert table.one(ev.TrialReported).proven == table.idea().was_proven == (die == 1)
    assert not table.told(ev.AdjustmentAsked)
    assert (table.idea().trial, table.state.adjusting) == (None, ())


def test_a_trial_runs_on_when_the_project_is_paused() -> None:
    table = Table(case(idea("a", maturity=6))).place("a").trial().set("trust", 0).report()
    assert table.one(ev.TrialReported).proven


def test_a_project_that_is_stopped_reports_no_more() -> None:
    table = Table().place("a").trial().set("trust", 0).set("trust", 0)
    assert table.state.verdict == "stopped"
    assert table.idea().trial is not None, "what was set up is remembered"
    assert not [e for e in table.log if isinstance(e, ev.TrialReported)]


def test_a_project_that_is_stopped_while_it_is_asked_what_to_adjust_adjusts_nothing() -> None:
    table = trying(6).set("trust", 0).set("trust", 0)
    assert table.refused(act.Adjust(0, "a", "maturity")) == "nothing_to_adjust"
    assert (table.state.adjusting, table.idea().trial) == ((), None)


def test_an_owner_who_leaves_at_the_opening_leaves_after_the_adjusting() -> None:
    fillers = [EventCard(f"filler {n}", (Effect(),)) for n in range(2)]
    setup = case(
        idea("a", maturity=1), events=[*fillers, EventCard("leaves", (Effect(owner_leaves=True),))]
    )
    for seed in range(99):
        table = Table(setup, seed=seed)
        if table.state.event_deck[2] == "leaves":
            break
    table.place("a").concretise().anchor().trial().report()
    assert (table.state.step, table.benefit().owner) == ("adjust", 0)
    table.do(act.Adjust(0, "a", "maturity"))
    assert table.one(ev.OwnerLeft).seat == 0
    assert table.benefit().owner is None


# ------------------------------------------------------------------ front line
def test_front_line_the_first_trial_of_the_seat_each_round_costs_no_capacity() -> None:
    ideas = [idea(x, maturity=1) for x in "abc"]
    table = Table(case(*ideas, roles=[role("front_line")]))
    for x in "abc":
        table.place(x)
    table.set("capacity", 1)
    actions = table.state.actions
    table.trial("a")
    assert (table.state.capacity, table.state.actions) == (1, actions - 1), "an action all the same"
    table.trial("b")
    assert table.state.capacity == 0
    assert table.refused(act.Trial(0, "c")) == "no_capacity"
    table.next_round().set("capacity", 0)
    assert table.allows(act.Trial(0, "c")), "again in the next round"


def test_front_line_is_one_free_trial_a_round_however_many_roles_give_it() -> None:
    roles = [Role(id, "front_line", Aim("proven_at_least", 1)) for id in ("r", "s")]
    seats = [Seat("Ane", ("s", "r"))]
    table = Table(case(idea("a"), idea("b"), roles=roles), seats=seats).place("a").place("b")
    assert table.trial("a").one(ev.PerkUsed).role == "r"
    table.set("capacity", 0)
    assert not table.allows(act.Trial(0, "b"))
    assert table.refused(act.Trial(0, "b")) == "no_capacity"
