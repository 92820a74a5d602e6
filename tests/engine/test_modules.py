"""The modules that are one rule each: demand, combination, invest, patience, and the others."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine import Effect
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, event, idea


def with_module(*modules: str, **more: Any) -> Table:
    """A table whose case plays with these modules."""
    ideas = more.pop("ideas", [idea("a", maturity=6), idea("b", maturity=6)])
    return Table(case(*ideas, modules=modules, **more))


# ------------------------------------------------------------------ demand
def test_demand_pulls_a_track_down_by_1_when_a_round_opens_from_the_second_on_in_turn() -> None:
    table = with_module("demand", demand_tracks=("citizen", "employee", "process"))
    pulled = []
    while not table.state.over:
        pulled += [e.track for e in table.told(ev.TrackMoved) if e.why == "demand"]
        table.next_round()
    assert pulled == ["citizen", "employee", "process", "citizen", "employee", "process"]
    assert not [e for e in table.told(ev.TrackMoved) if e.why == "demand"], "nor in the follow-up"


def test_demand_comes_after_what_trials_have_shown_and_before_the_event() -> None:
    table = with_module("demand", ideas=[idea("a", maturity=1)], events=[event(Effect(trust=1))])
    for seed in range(99):
        table = Table(table.state.setup, seed=seed).place("a").trial("a", "process").report()
        if table.state.step == "adjust":
            break
    assert not table.told(ev.TrackMoved)
    table.do(act.Adjust(0, "a", "maturity"))
    told = [type(e) for e in table.last if isinstance(e, ev.TrackMoved | ev.EventTurned)]
    assert told == [ev.TrackMoved, ev.EventTurned]


# ------------------------------------------------------------------ combination
def combined(*ideas: tuple[str, str, int], module: bool = True) -> Table:
    """Ideas (track, kind, delay) carried out in one round, realised round by round."""
    cards = [
        idea(chr(97 + n), track, kind=kind, delay=delay, maturity=6)
        for n, (track, kind, delay) in enumerate(ideas)
    ]
    table = with_module(*["combination"] * module, ideas=cards)
    for card in cards:
        table.place(card.id)
    table.implementing()
    for card in cards:
        table.implement(card.id)
    return table.end()


def gained(table: Table) -> list[tuple[str, str | None]]:
    return [(e.track, e.idea) for e in table.log if getattr(e, "why", "") == "combination"]


@pytest.mark.parametrize("delay", [0, 1])
def test_an_idea_realised_beside_one_of_another_kind_gives_1_more_on_its_main_track(
    delay: int,
) -> None:
    table = combined(("process", "process", 0), ("economy", "service", delay))
    assert gained(table) == [("economy", "b")]
    moved = next(e for e in table.log if getattr(e, "why", "") == "combination")
    assert moved.by == 1


def test_the_first_idea_and_another_of_its_kind_combine_with_nothing() -> None:
    assert gained(combined(("process", "process", 0))) == []
    assert gained(combined(("process", "process", 0), ("economy", "process", 0))) == []


def test_each_kind_combines_once() -> None:
    kinds = ("process", "service", "service", "product", "process")
    table = combined(*(("economy", kind, n) for n, kind in enumerate(kinds)))
    assert gained(table) == [("economy", "b"), ("economy", "d")]


def test_without_the_module_kinds_do_not_combine() -> None:
    ideas = (("process", "process", 0), ("economy", "service", 0))
    assert gained(combined(*ideas, module=False)) == []


# ------------------------------------------------------------------ invest
def test_carrying_an_idea_out_takes_1_point_off_the_economy_at_once() -> None:
    table = with_module("invest").place("a").implementing().implement()
    assert table.one(ev.TrackMoved) == ev.TrackMoved("economy", -1, "invest", "a")
    assert table.points("economy") == -1
    table = with_module().place("a").implementing().implement()
    assert (table.points("economy"), table.told(ev.TrackMoved)) == (0, [])


# ------------------------------------------------------------------ patience
def test_spending_trust_is_free_trust_minus_2_capacity_plus_2() -> None:
    table = with_module("patience")
    actions, capacity, trust = table.state.actions, table.state.capacity, table.state.trust
    table.do(act.SpendTrust(0))
    assert (table.state.actions, table.state.capacity) == (actions, capacity + 2)
    assert table.state.trust == trust - 2
    assert table.one(ev.TrustSpent).seat == 0
    assert table.whys() == table.whys(ev.CapacityChanged) == ["patience"]


def test_trust_is_spent_once_a_round_by_the_group() -> None:
    table = Table(case(modules=("patience",)), seats=2).do(act.SpendTrust(0))
    assert table.refused(act.SpendTrust(0)) == "patience_used"
    assert not table.allows(act.SpendTrust(0))
    table.do(act.Pass(0))
    assert table.refused(act.SpendTrust(1)) == "patience_used"
    table.next_round()
    assert table.allows(act.SpendTrust(table.seat))


@pytest.mark.parametrize(("trust", "code"), [(3, None), (2, "trust_too_low")])
def test_trust_must_be_3_or_more_to_be_spent(trust: int, code: str | None) -> None:
    table = with_module("patience").set("trust", trust)
    assert table.allows(act.SpendTrust(0)) == (code is None)
    if code:
        assert table.refused(act.SpendTrust(0)) == "trust_too_low"
    else:
        assert table.do(act.SpendTrust(0)).state.trust == 1


def test_without_the_module_no_trust_is_spent() -> None:
    table = with_module()
    assert table.refused(act.SpendTrust(0)) == "no_such_module"
    assert not table.allows(act.SpendTrust(0))


# ------------------------------------------------------------------ everybody
def test_the_first_realised_idea_of_each_seat_raises_trust() -> None:
    ideas = [idea("a", maturity=6), idea("b", maturity=6, delay=1)]
    table = with_module("everybody", ideas=ideas).place("a").place("b").implementing()
    table.implement("a").implement("b").check()
    assert ev.TrustChanged(1, "everybody", "a") in table.last
    table.do(act.Proceed()).check()
    assert table.one(ev.IdeaRealised).idea == "b"
    assert "everybody" not in table.whys(), "the seat's second"
    table = with_module(ideas=ideas).place("a").implementing().implement().check()
    assert "everybody" not in table.whys(), "without the module"


def test_it_is_whose_idea_it_was_not_who_carries_it_out() -> None:
    setup = case(modules=("everybody",), written_delay=0, written_maturity=6, actions=20)
    table = Table(setup, seats=2)
    first = table.write()
    table.do(act.Pass(0))
    second = table.write()
    table.implementing()
    table.implement(first).implement(second).check()
    told = [e.idea for e in table.told(ev.TrustChanged) if e.why == "everybody"]
    assert told == [first, second]


# ------------------------------------------------------------------ dropouts
def eased(effects: dict[str, int], *, module: bool = True, claim: str = "", **more: Any) -> Table:
    """An idea that eases the process, realised; ``claim`` is an anchored citizen benefit."""
    card = idea("a", "process", maturity=6, effects=effects)
    table = with_module(*["dropouts"] * module, ideas=[card]).place("a")
    if claim:
        table.claim(claim)
    if more.get("spoken"):
        table.downside("citizen", 1)
    table.implementing().anchor("process")
    if claim:
        table.anchor("citizen")
    return table.implement().check()


@pytest.mark.parametrize(
    ("effects", "claim", "spoken", "citizen"),
    [
        ({"process": 4}, "", False, -1),
        ({"process": 4, "citizen": 2}, "", False, -1),
        ({"process": 4, "citizen": 2}, "c", False, 2),
        ({"process": 4}, "", True, 0),
        ({"process": 4, "citizen": -1}, "", True, -1),
        ({"process": 0}, "", False, 0),
    ],
)
def test_what_eases_the_process_and_gives_citizens_nothing_costs_citizen_1_unless_spoken_of(
    effects: dict[str, int], claim: str, spoken: bool, citizen: int
) -> None:
    assert eased(effects, claim=claim, spoken=spoken).points("citizen") == citizen


def test_without_the_module_nobody_drops_out() -> None:
    assert eased({"process": 4}, module=False).points("citizen") == 0


# ------------------------------------------------------------------ meetings
def test_with_meetings_trials_cost_no_capacity() -> None:
    table = with_module("meetings").place("a").set("capacity", 0)
    actions = table.state.actions
    assert table.allows(act.Trial(0, "a"))
    table.trial()
    assert (table.state.capacity, table.state.actions) == (0, actions - 1)
    assert not with_module().place("a").set("capacity", 0).allows(act.Trial(0, "a"))
