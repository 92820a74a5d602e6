"""Placing ideas and benefits, estimates and revising them, and rallying."""

from __future__ import annotations

import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine.examples import tiny
from tests.engine.table import Table, case, idea, risk
from tests.rows import each_row


def ideas(count: int, **more: object) -> Table:
    """A case of several ideas: a, b, c …"""
    return Table(case(*(idea(chr(97 + n), delay=0) for n in range(count)), **more))


# ------------------------------------------------------------------ ideas
def test_place_idea_from_the_hand_onto_its_main_track_with_an_estimate() -> None:
    table = Table(case(idea("a", "process"))).place("a", 5)
    b = table.idea().benefit("process")
    assert b is not None
    assert (b.estimate, b.owner, b.harvested, b.card) == (5, None, None, None)
    assert [t for t, _ in table.idea().claims()] == ["process"], "that is its first benefit"
    assert table.state.idea_hands == ((),)


def test_place_idea_takes_1_action() -> None:
    table = Table().place("a")
    assert (table.state.actions, table.state.capacity) == (9, 6)
    assert table.idea().status == "proposed"


def test_an_idea_is_placed_from_the_own_hand_only() -> None:
    table = Table(tiny(), seats=4)
    theirs = table.state.idea_hands[1][0]
    assert table.refused(act.PlaceIdea(0, theirs, 3)) == "not_in_hand"
    assert table.refused(act.PlaceIdea(1, theirs, 3)) == "not_your_turn"


def test_at_most_8_ideas_that_are_not_yet_realised_lie_on_the_table() -> None:
    table = ideas(9, deal_first=9, actions=30)
    for card in "abcdefgh":
        table.place(card)
    assert table.refused(act.PlaceIdea(0, "i", 3)) == "table_full"
    assert table.refused(act.WriteIdea(0, "Own", "citizen", "service", 3)) == "table_full"


def test_a_realised_idea_makes_room_for_another() -> None:
    table = ideas(2, open_ideas=1).place("a").implementing().implement("a")
    assert table.refused(act.PlaceIdea(0, "b", 3)) == "table_full", "implemented is not realised"
    assert table.next_round().place("b").idea("b")


# ------------------------------------------------------------------ estimates
@pytest.mark.parametrize("estimate", [1, 6])
def test_a_claim_is_an_estimate_of_1_to_6(estimate: int) -> None:
    assert Table().place("a", estimate).state.claimed("citizen") == estimate


@each_row("estimate", [0, 7, -1, True, "3", None, 3.0, 10**30, [3]])
def test_no_other_estimate_is_taken(estimate: object) -> None:
    table = Table()
    assert table.refused(act.PlaceIdea(0, "a", estimate)) == "bad_estimate"
    table.place("a")
    assert table.refused(act.PlaceBenefit(0, "p", "a", estimate)) == "bad_estimate"
    assert table.refused(act.Revise(0, "a", "citizen", estimate)) == "bad_estimate"


def test_each_track_shows_claimed_the_sum_of_estimates_on_it() -> None:
    table = ideas(2).place("a", 4).place("b", 2).claim("p", "a", 3)
    assert [table.state.claimed(t) for t in ("citizen", "process")] == [6, 3]


# ------------------------------------------------------------------ benefits
def test_place_benefit_onto_its_track_linked_to_an_idea_with_an_estimate() -> None:
    table = Table().place("a").claim("p", "a", 2)
    b = table.idea().benefit("process")
    assert b is not None
    assert (b.card, b.estimate, b.seat) == ("p", 2, 0)
    assert table.state.actions == 8
    assert "p" not in table.state.benefit_hands[0]


def test_a_benefit_card_fits_any_idea() -> None:
    table = ideas(2).place("a").place("b")
    assert table.allows(act.PlaceBenefit(0, "p", "a", 1))
    assert table.allows(act.PlaceBenefit(0, "p", "b", 1))


def test_an_idea_has_at_most_one_benefit_on_each_track() -> None:
    table = Table().place("a")
    assert table.refused(act.PlaceBenefit(0, "c", "a", 2)) == "track_taken"
    assert table.refused(act.WriteBenefit(0, "More", "citizen", "a", 2)) == "track_taken"


def test_a_benefit_is_linked_to_an_idea_on_the_table() -> None:
    table = ideas(2).place("a")
    assert table.refused(act.PlaceBenefit(0, "p", "b", 2)) == "no_such_idea"
    assert table.refused(act.PlaceBenefit(0, "nothing", "a", 2)) == "not_in_hand"


def test_write_benefit_onto_a_track_linked_to_an_idea() -> None:
    table = Table().place("a").do(act.WriteBenefit(0, "Fewer calls", "economy", "a", 2))
    b = table.idea().benefit("economy")
    assert b is not None
    assert (b.name, b.card, b.estimate) == ("Fewer calls", None, 2)
    assert table.state.actions == 8


def test_a_written_benefit_is_the_seats_in_turn_and_has_a_name() -> None:
    table = Table().place("a")
    assert table.refused(act.WriteBenefit(1, "x", "process", "a", 2)) == "not_your_turn"
    assert table.refused(act.WriteBenefit(0, "", "process", "a", 2)) == "empty_text"
    assert table.refused(act.WriteBenefit(0, "x", "joy", "a", 2)) == "no_such_track"
    assert table.refused(act.WriteBenefit(0, "x", "process", "b", 2)) == "no_such_idea"


# ------------------------------------------------------------------ revise
def test_revise_is_free_a_new_estimate_any_time_before_the_idea_is_implemented() -> None:
    table = Table().place("a", 4).do(act.Revise(0, "a", "citizen", 2))
    assert table.state.claimed("citizen") == 2
    assert table.state.actions == 9
    assert table.one(ev.EstimateRevised).before == 4
    table.implementing().do(act.Revise(0, "a", "citizen", 3)).implement("a")
    assert table.refused(act.Revise(0, "a", "citizen", 2)) == "idea_locked"


def test_revise_asks_for_another_estimate_of_a_benefit_that_is_there() -> None:
    table = Table().place("a", 4)
    assert table.refused(act.Revise(0, "a", "citizen", 4)) == "same_estimate"
    assert table.refused(act.Revise(0, "a", "process", 4)) == "no_such_benefit"
    assert table.refused(act.Revise(0, "b", "citizen", 4)) == "no_such_idea"


def test_an_anchored_benefit_can_still_be_revised() -> None:
    table = Table().place("a", 4).concretise().anchor().do(act.Revise(0, "a", "citizen", 3))
    b = table.idea().benefit("citizen")
    assert b is not None
    assert (b.estimate, b.owner) == (3, 0)


@pytest.mark.parametrize(("effect", "may"), [(1, False), (0, True), (-1, True)])
def test_revise_withdraws_what_is_known_to_give_nothing_with_a_0(effect: int, may: bool) -> None:
    tried = case(idea("a", effects={"citizen": effect, "process": 2}), idea("b"))
    table = Table(tried).place("a", 4).claim("p", "a", 2)
    nothing = act.Revise(0, "a", "citizen", 0)
    assert table.refused(nothing) == "bad_estimate", "nobody knows it yet"
    table.tried(about="citizen")
    assert table.allows(nothing) == may
    if may:
        table.do(nothing)
        assert table.one(ev.ClaimWithdrawn) == ev.ClaimWithdrawn(0, "a", "citizen", 4)
        assert table.idea().benefit("citizen") is None
        assert 4 in [g.estimate for g in table.state.guesses]
        assert table.refused(act.Revise(0, "a", "citizen", 2)) == "no_such_benefit"
        table.downside("citizen", 1)


# ------------------------------------------------------------------ rally
def test_rally_takes_1_action_and_gives_1_capacity_in_every_phase() -> None:
    table = Table()
    for _ in range(3):
        before = table.state.capacity
        table.do(act.Rally(0))
        assert (table.state.capacity, table.state.actions) == (before + 1, 9)
        table.until(table.state.round + 2)


# ------------------------------------------------------------------ what it takes
@pytest.mark.parametrize(
    "action",
    [
        act.PlaceIdea(0, "b", 3),
        act.WriteIdea(0, "Own", "citizen", "service", 3),
        act.PlaceBenefit(0, "p", "a", 3),
        act.WriteBenefit(0, "Own", "process", "a", 3),
        act.PlaceRisk(0, "r", "a"),
        act.WriteRisk(0, "Own", "process", "a"),
    ],
    ids=lambda action: type(action).__name__,
)
def test_placing_and_writing_take_1_action_and_no_capacity(action: act.Action) -> None:
    table = Table(case(idea("a"), idea("b"), risks=[risk("r")])).place("a")
    actions, capacity = table.state.actions, table.state.capacity
    table.do(action)
    assert (table.state.actions, table.state.capacity) == (actions - 1, capacity)
