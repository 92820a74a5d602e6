"""Rounds, phases, the opening of a round, and its event."""

from __future__ import annotations

import pytest

from game.engine import Effect, EventCard, IdeaCard
from game.engine import actions as act
from game.engine import events as ev
from game.engine.examples import tiny
from tests.engine.table import Table, case, event, idea, risk, role, with_rules


def with_event(*options: Effect, **more: object) -> Table:
    """Round 1 of a case that has one event, to be turned over at the opening of round 2."""
    return Table(case(**{"events": [event(*options)], **more}))


# ------------------------------------------------------------------ rounds and phases
def test_idea_development_2_rounds_concretisation_2_implementation_3_then_follow_up() -> None:
    table, phases = Table(tiny()), []
    while not table.state.over:
        phases.append(table.state.phase)
        if table.state.step == "choice":
            table.do(act.Choose(table.seat, 0))
        table.next_round()
    assert phases == ["ideas"] * 2 + ["concretise"] * 2 + ["implement"] * 3
    assert table.state.phase == "follow_up"


def test_a_scenario_may_change_the_rounds() -> None:
    table = Table(case(rounds=(1, 1, 1)))
    assert table.until(2).state.phase == "concretise"
    assert table.until(3).state.phase == "implement"
    assert table.next_round().state.over


def test_each_round_is_opening_turns_reality_check() -> None:
    table = Table()
    assert table.state.step == "turn"
    assert table.refused(act.Proceed()) == "turns_first"
    table.do(act.Pass(0))
    assert table.state.step == "check"
    assert table.refused(act.Rally(0)) == "check_first"
    table.do(act.Proceed())
    assert table.state.step == "opening"
    assert table.refused(act.Rally(0)) == "round_first"
    table.do(act.Proceed())
    assert table.state.step == "turn"
    assert table.state.round == 2


# ------------------------------------------------------------------ income
@pytest.mark.parametrize(("trust", "income"), [(5, 3), (6, 4), (1, 1), (9, 5), (10, 6)])
def test_income_each_round_half_the_trust_rounded_down_plus_1(trust: int, income: int) -> None:
    table = Table()
    table.set("trust", trust).give("capacity", 7)
    before = table.state.capacity
    table.next_round()
    assert table.state.trust == trust
    assert table.state.capacity == before + income, "kept between rounds, and income added"


def test_capacity_starts_at_3_and_the_first_round_has_income_too() -> None:
    assert Table().state.capacity == 3 + 5 // 2 + 1


def test_trust_starts_at_5_and_tracks_at_0() -> None:
    state = Table().state
    assert (state.trust, state.points) == (5, (0, 0, 0, 0))


# ------------------------------------------------------------------ dealing
def big_case() -> Table:
    return Table(tiny(), seats=4)


def test_cards_are_dealt_8_ideas_8_benefits_8_risks_at_the_start() -> None:
    state = big_case().state
    for hands in (state.idea_hands, state.benefit_hands, state.risk_hands):
        assert sum(map(len, hands)) == 8


def test_cards_are_dealt_round_the_table_not_per_seat() -> None:
    state = Table(tiny(), seats=5).state
    for hands in (state.idea_hands, state.benefit_hands, state.risk_hands):
        sizes = sorted(map(len, hands))
        assert sizes == [1, 1, 2, 2, 2]
    total = [
        sum(len(h[seat]) for h in (state.idea_hands, state.benefit_hands)) for seat in range(5)
    ]
    assert max(total) - min(total) <= 1, "the next deck goes on where the last one ended"


def test_4_of_each_at_the_opening_of_rounds_2_and_3_and_none_later() -> None:
    table = Table(with_rules(tiny(), deal_first=2), seats=2)
    sizes = []
    while table.state.round < 5:
        if table.state.step == "choice":
            table.do(act.Choose(table.seat, 0))
        sizes.append(tuple(len(x) for x in (table.state.idea_deck, table.state.benefit_deck)))
        table.next_round()
    assert sizes == [(10, 14), (6, 10), (2, 6), (2, 6)]


def test_an_empty_deck_is_no_error() -> None:
    table = Table(case(events=[]))
    assert table.state.idea_hands == (("a",),)
    assert table.end().state.over


def test_hands_are_open_so_observing_shows_them() -> None:
    from game.engine import observe

    state = big_case().state
    assert observe(state).idea_hands == state.idea_hands


# ------------------------------------------------------------------ events
def test_from_round_2_an_event_is_turned_over() -> None:
    table = with_event(Effect(capacity=5))
    assert not [e for e in table.log if isinstance(e, ev.EventTurned)]
    table.next_round()
    assert table.one(ev.EventTurned).card == "event"
    assert table.state.event == "event"
    assert table.next_round().state.event is None, "the deck is empty now"


def test_the_event_comes_before_income_and_cards() -> None:
    table = with_event(Effect(trust=3))
    before = table.state.capacity
    table.next_round()
    assert table.state.capacity == before + (5 + 3) // 2 + 1


def test_where_an_event_has_two_options_the_starting_seat_chooses() -> None:
    card = EventCard("event", (Effect(capacity=2), Effect(trust=-1)))
    table = Table(case(events=[card]), seats=3).next_round()
    assert table.state.step == "choice"
    assert table.state.starter == 1
    assert table.refused(act.Choose(0, 0)) == "not_your_turn"
    assert table.refused(act.Choose(1, 2)) == "no_such_option"
    assert table.refused(act.Rally(1)) == "choice_first"
    assert table.refused(act.Proceed()) == "choice_first"
    trust = table.state.trust
    table.do(act.Choose(1, 1))
    assert table.state.trust == trust - 1
    assert (table.state.step, table.state.turn) == ("turn", 1)
    assert table.refused(act.Choose(1, 0)) == "nothing_to_choose"


def test_an_event_can_change_capacity_not_below_0() -> None:
    table = with_event(Effect(capacity=-9)).next_round()
    assert table.state.capacity == table.state.trust // 2 + 1


def test_an_event_can_change_trust() -> None:
    table = with_event(Effect(trust=-2)).next_round()
    assert table.state.trust == 5 - 2
    assert table.whys() == ["event"]


def test_an_event_can_raise_by_1_the_likelihood_of_the_true_risks_on_a_track() -> None:
    risks = [risk("r", likelihood=3), risk("s", "economy", likelihood=3), risk("t", likelihood=5)]
    table = Table(case(risks=risks, events=[event(Effect(likelihood="citizen"))]))
    cards = table.state.setup.by_id.risks
    assert [table.state.likelihood(cards[x]) for x in "rst"] == [3, 3, 5]
    table.next_round()
    assert [table.state.likelihood(cards[x]) for x in "rst"] == [4, 3, 5], "5 is the highest"


def test_an_event_can_lower_by_1_the_maturity_of_unproven_ideas_of_a_kind() -> None:
    ideas = [
        idea("a", kind="service", maturity=3),
        idea("b", kind="product", maturity=3),
        idea("c", kind="service", maturity=1),
    ]
    table = Table(case(*ideas, events=[event(Effect(maturity="service"))]))
    for card in "abc":
        table.place(card)
    table.next_round()
    assert [table.idea(card).maturity for card in "abc"] == [2, 3, 1], "1 is the lowest"


def test_an_unproven_idea_under_way_is_less_mature_too_until_it_is_realised() -> None:
    events = [EventCard(f"event-{n}", (Effect(maturity="service"),)) for n in range(4)]
    table = Table(case(idea("a", maturity=5, delay=1), events=events, rounds=(1, 1, 3)))
    table.place("a").implementing().implement()
    assert table.idea().maturity == 3
    table.next_round()
    assert table.idea().maturity == 2, "it still has to stand its stumble"
    table.next_round()
    assert (table.idea().status, table.idea().maturity) == ("realised", 2)


def test_a_proven_idea_keeps_its_maturity_at_an_event() -> None:
    events = [event(Effect(maturity="service")), EventCard("later", (Effect(maturity="service"),))]
    table = Table(case(idea("a", maturity=6), events=events, rounds=(1, 2, 1)))
    table.place("a").tried()
    maturity = table.idea().maturity
    assert table.idea().was_proven
    assert table.told(ev.MaturityLowered), "the report comes first"
    table.next_round()
    assert table.told(ev.MaturityLowered)
    assert table.idea().maturity == maturity == 6


def owner_case() -> Table:
    """Three benefits, two of them owned by seat 1, before an event that makes an owner leave."""
    filler = EventCard("filler", (Effect(),))
    leaves = EventCard("leaves", (Effect(owner_leaves=True),))
    setup = case(events=[filler, leaves], rounds=(1, 3, 1), actions=20)
    for seed in range(50):
        table = Table(setup, seats=2, seed=seed)
        if table.state.event_deck == ("filler", "leaves") and table.state.idea_hands[0]:
            break
    table.place("a", 4)
    for card in "cpem":
        if card in table.state.benefit_hands[0] and card != "c":
            table.claim(card, "a", 2 if card == "p" else 3)
    table.do(act.Pass(0))
    for card in "cpem":
        if card in table.state.benefit_hands[1] and card != "c":
            table.claim(card, "a", 2 if card == "p" else 3)
    return table.next_round()


def test_an_event_can_take_a_benefit_from_the_seat_that_owns_most() -> None:
    table = owner_case()
    table.anchor("citizen", owner=0).anchor("process", owner=1).anchor("economy", owner=1)
    table.next_round()
    left = table.one(ev.OwnerLeft)
    assert (left.seat, left.idea, left.track) == (1, "a", "economy")
    b = table.idea().benefit("economy")
    assert b is not None
    assert b.owner is None, "the benefit is only claimed again"
    assert table.allows(act.Anchor(table.seat, "a", "economy", 0))


def test_an_owner_who_leaves_is_the_first_from_the_starting_seat_when_equal() -> None:
    table = owner_case()
    table.anchor("citizen", owner=0).anchor("process", owner=1)
    table.next_round()
    assert table.one(ev.OwnerLeft).seat == table.state.starter


def test_nobody_leaves_where_nobody_owns() -> None:
    table = owner_case().next_round()
    assert table.told(ev.EventTurned)
    assert not table.told(ev.OwnerLeft)


def test_an_event_can_open_the_true_effects_on_a_track_for_the_ideas_on_the_table() -> None:
    ideas = [idea("a", effects={"citizen": 4, "process": -1}), idea("b", effects={"citizen": 2})]
    table = Table(case(*ideas, events=[event(Effect(reveal="process"))])).place("b", 6).place("a")
    table.next_round()
    assert table.one(ev.EffectsOpened).effects == (("b", "process", 0), ("a", "process", -1))
    assert table.state.effect(table.idea(), "process") == -1
    assert table.state.effect(table.idea(), "citizen") is None


def test_an_effect_opened_is_told_once() -> None:
    events = [EventCard(x, (Effect(reveal="process"),)) for x in ("one", "two")]
    table = Table(case(events=events)).place("a").next_round()
    assert table.told(ev.EffectsOpened)
    assert not table.next_round().told(ev.EffectsOpened)


def test_an_event_that_stops_the_project_ends_the_opening_at_once() -> None:
    table = with_event(Effect(trust=-9))
    table.set("trust", 1).give("trust", -1)  # the first pause
    table.next_round()
    assert table.state.over
    assert table.state.verdict == "stopped"
    assert not table.told(ev.TurnBegan)


def test_a_crisis_of_trust_at_an_opening_pauses_the_round_that_opens() -> None:
    table = with_event(Effect(trust=-9)).next_round()
    assert table.one(ev.Paused).round == 2
    assert table.state.trust == 2


def test_abilities_used_in_a_phase_come_back_in_the_next() -> None:
    table = Table(case(roles=[role("sponsor")]))
    table.do(act.UseAbility(0, "sponsor")).next_round()
    assert table.refused(act.UseAbility(0, "sponsor")) == "ability_used"
    table.next_round().do(act.UseAbility(0, "sponsor"))


def test_the_first_seat_of_the_game_is_seat_0() -> None:
    assert Table(tiny(), seats=4, seed=9).state.starter == 0


def test_ideas_lie_in_the_order_they_were_placed_under_letters() -> None:
    ideas = [IdeaCard(id, "citizen", "service") for id in ("x", "y")]
    table = Table(case(*ideas)).place("y").place("x")
    assert [(i.id, i.letter) for i in table.state.ideas] == [("y", "A"), ("x", "B")]
