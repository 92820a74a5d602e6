"""Anchoring a benefit, and handing it over."""

from __future__ import annotations

from game.engine import Measure, Seat
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea, role
from tests.rows import each_row


def claimed(seats: int = 1, **more: object) -> Table:
    """Concretisation, with an idea that claims a benefit on citizen."""
    table = Table(case(idea("a", delay=1), **more), seats=seats)
    return table.place("a").concretise()


def test_anchor_a_benefit_gets_its_owner_and_its_measure_for_1_action() -> None:
    table = claimed()
    actions = table.state.actions
    measure = Measure("Waiting time", "minutes", 45, 20.5, 6)
    table.do(act.Anchor(0, "a", "citizen", 0, measure))
    b = table.benefit()
    assert (b.owner, b.measure) == (0, measure)
    assert table.state.actions == actions - 1


def test_a_benefit_from_a_card_has_its_measure_and_is_anchored_without_an_action() -> None:
    table = claimed().claim("p").do(act.WriteBenefit(0, "Own", "economy", "a", 2))
    actions = table.state.actions
    assert table.anchor("process").state.actions == actions
    assert not table.told(ev.Spent)
    assert table.anchor("economy").state.actions == actions - 1


def test_the_owner_is_this_seat_or_one_that_agrees() -> None:
    table = claimed(seats=3)
    other = (table.seat + 1) % 3
    table.anchor(owner=other)
    assert table.one(ev.BenefitAnchored).owner == other
    table = claimed()
    assert table.refused(act.Anchor(0, "a", "citizen", 1)) == "no_such_seat"


def test_the_measure_is_the_cards_or_written() -> None:
    b = claimed().anchor().idea().benefit("citizen")
    assert b is not None
    assert b.measure is None, "the card's own"


@each_row(
    "measure, code",
    [
        ("minutes", "bad_measure"),
        (Measure(""), "empty_text"),
        (Measure(3), "bad_text"),
        (Measure("x" * 81), "long_text"),
        (Measure("x", unit="\0"), "bad_text"),
        (Measure("x", baseline=float("nan")), "bad_measure"),
        (Measure("x", target=float("inf")), "bad_measure"),
        (Measure("x", target=10**400), "bad_measure"),
        (Measure("x", target=True), "bad_measure"),
        (Measure("x", baseline="45"), "bad_measure"),
        (Measure("x", months=-1), "bad_measure"),
        (Measure("x", months=2.5), "bad_measure"),
    ],
)
def test_a_measure_that_cannot_be_one_is_refused(measure: Measure, code: str) -> None:
    assert claimed().refused(act.Anchor(0, "a", "citizen", 0, measure)) == code


def test_anchor_from_phase_2_a_claimed_benefit_that_nobody_owns() -> None:
    table = Table().place("a")
    assert table.refused(act.Anchor(0, "a", "citizen", 0)) == "too_early"
    table.concretise()
    assert table.refused(act.Anchor(0, "a", "process", 0)) == "no_such_benefit"
    assert table.anchor().refused(act.Anchor(0, "a", "citizen", 0)) == "already_anchored"


def test_anchoring_is_still_possible_until_the_idea_is_realised() -> None:
    table = claimed().claim("p").implementing().implement().anchor()
    table.until(table.state.round + 2)
    assert table.idea().status == "realised"
    assert table.refused(act.Anchor(0, "a", "process", 0)) == "idea_realised"


def test_line_manager_the_first_anchor_of_the_seat_each_round_takes_no_action() -> None:
    table = Table(case(roles=[role("line_manager")])).place("a").claim("m")
    for track in ("process", "economy"):
        table.do(act.WriteBenefit(0, "Own", track, "a", 2))
    table.concretise()
    actions = table.state.actions
    assert not table.anchor("employee").told(ev.PerkUsed), "a card takes none anyway"
    assert table.anchor("citizen").state.actions == actions
    assert table.one(ev.PerkUsed).role == "line_manager"
    assert table.anchor("process").state.actions == actions - 1
    table.next_round()
    assert table.anchor("economy").state.actions == actions


def test_a_perk_is_the_seats_own() -> None:
    seats = [Seat("Ane", ("line_manager",)), Seat("Bo", ())]
    table = Table(case(roles=[role("line_manager")]), seats=seats)
    while table.state.idea_hands[table.seat] != ("a",):
        table.do(act.Pass(table.seat))
    table.place("a")
    table.concretise()
    while table.seat != 1:
        table.do(act.Pass(table.seat))
    actions = table.state.actions
    assert table.anchor().state.actions == actions - 1


# ------------------------------------------------------------------ hand over
def test_hand_over_is_free_an_owner_gives_a_benefit_to_a_seat_that_agrees() -> None:
    table = claimed(seats=3)
    table.anchor(owner=0)
    actions = table.state.actions
    table.do(act.HandOver(0, "a", "citizen", 2))
    b = table.idea().benefit("citizen")
    assert b is not None
    assert (b.owner, table.state.actions) == (2, actions)


def test_hand_over_is_the_owners_decision_in_anybodys_turn() -> None:
    table = claimed(seats=3)
    owner = (table.seat + 1) % 3
    table.anchor(owner=owner)
    assert table.refused(act.HandOver(table.seat, "a", "citizen", table.seat)) == "not_owner"
    assert table.refused(act.HandOver(owner, "a", "citizen", owner)) == "same_owner"
    assert table.refused(act.HandOver(owner, "a", "citizen", 3)) == "no_such_seat"
    assert table.allows(act.HandOver(owner, "a", "citizen", table.seat))


def test_hand_over_from_phase_2_a_benefit_that_has_an_owner() -> None:
    table = Table(seats=2)
    while table.state.idea_hands[table.seat] != ("a",):
        table.do(act.Pass(table.seat))
    table.place("a")
    assert table.refused(act.HandOver(0, "a", "citizen", 1)) == "too_early"
    table.concretise()
    assert table.refused(act.HandOver(0, "a", "citizen", 1)) == "not_owner"
    assert table.refused(act.HandOver(0, "a", "process", 1)) == "no_such_benefit"
    assert table.refused(act.HandOver(0, "b", "process", 1)) == "no_such_idea"


def test_a_realised_benefit_can_be_handed_over() -> None:
    table = claimed(seats=2)
    table.anchor(owner=0)
    table.implementing().implement()
    table.until(table.state.round + 2)
    assert table.idea().status == "realised"
    table.do(act.HandOver(0, "a", "citizen", 1))
