"""Downsides: a harm that is spoken of beforehand, made up for, and what one costs that is not."""

from __future__ import annotations

import pytest

from game.engine import Measure, Post
from game.engine import actions as act
from game.engine import events as ev
from game.engine.lookups import owned_by
from tests.engine.table import Table, case, idea, risk
from tests.rows import each_row

HARM = {"citizen": 4, "employee": -3}


def harmful(**more: object) -> Table:
    """An idea on the table that harms the staff by 3."""
    return Table(case(idea("a", maturity=6, effects=HARM), **more)).place("a")


def realised(table: Table) -> Table:
    """The idea carried out, its benefit anchored."""
    return table.implementing().anchor().implement().check()


# ------------------------------------------------------------------ naming one
def test_name_a_downside_1_action_from_phase_1_on_a_track_with_who_bears_it() -> None:
    table = harmful()
    actions, capacity = table.state.actions, table.state.capacity
    table.do(act.NameDownside(0, "a", "employee", 3, "More screens", "The night shift"))
    b = table.benefit("employee")
    assert (b.estimate, b.downside, b.name, b.bearer) == (
        *(-3, True, "More screens", "The night shift"),
    )
    assert (b.owner, b.amends, b.card) == (None, None, None)
    assert (table.state.actions, table.state.capacity) == (actions - 1, capacity)
    assert table.state.claimed("employee") == -3, "it is subtracted from what is claimed"


def test_a_downside_needs_no_words() -> None:
    b = harmful().downside("employee", 1).benefit("employee")
    assert (b.name, b.bearer) == (None, "")


@pytest.mark.parametrize("size", [1, 4])
def test_a_downside_is_1_to_4_points(size: int) -> None:
    assert harmful().downside("economy", size).benefit("economy").estimate == -size


@pytest.mark.parametrize("size", [0, 5, -2, True, "2", None, 1.0])
def test_no_other_size_is_taken(size: object) -> None:
    a = act.NameDownside(0, "a", "economy", size)
    assert harmful().refused(a) == "bad_estimate"


def test_a_downside_is_named_once_for_each_track_of_an_idea() -> None:
    table = harmful().downside("employee")
    assert table.refused(act.NameDownside(0, "a", "employee", 2)) == "track_taken"
    assert table.refused(act.NameDownside(0, "a", "employee", 3)) == "track_taken"
    assert not table.allows(act.NameDownside(0, "a", "employee", 3))
    assert table.refused(act.PlaceBenefit(0, "m", "a", 2)) == "track_taken"
    assert table.refused(act.NameDownside(0, "a", "joy", 2)) == "no_such_track"
    assert table.refused(act.NameDownside(0, "b", "economy", 2)) == "no_such_idea"


def test_a_downside_takes_the_place_of_a_benefit_with_its_owner_its_measure_and_its_post() -> None:
    setup = case(idea("a", "economy"), posts=(Post("wages", 5),), modules=("posts",))
    table = Table(setup).place("a").concretise()
    table.do(
        act.Anchor(0, "a", "economy", 0, Measure("Hours", "h", 40, 30, 6)),
        act.NamePost(0, "a", "wages"),
        act.SetRange(0, "a", "economy", 2, 5),
    )
    actions = table.state.actions
    downside = act.NameDownside(0, "a", "economy", 2, "Licences", "The IT budget")
    assert table.allows(act.NameDownside(0, "a", "economy", 2))
    b = table.do(downside).benefit("economy")
    assert (b.estimate, b.name, b.bearer) == (-2, "Licences", "The IT budget")
    assert (b.owner, b.measure, b.post, b.low, b.high) == (None,) * 5
    assert (owned_by(table.state, 0), table.state.claimed("economy")) == (0, -2)
    assert table.state.actions == actions - 1
    assert table.refused(act.NamePost(0, "a", "wages")) == "no_such_benefit"
    assert table.refused(act.Anchor(0, "a", "economy", 0)) == "downside"


def test_the_card_of_a_benefit_that_gave_way_is_out_of_the_game() -> None:
    table = harmful().claim("m").downside("employee", 3)
    assert table.benefit("employee").card is None
    assert "m" not in table.state.benefit_hands[0]
    assert table.refused(act.PlaceBenefit(0, "m", "a", 2)) == "not_in_hand"


def test_a_harm_named_where_a_benefit_was_claimed_before_is_spoken_of() -> None:
    table = realised(harmful().claim("m").downside("employee", 3))
    assert table.points("employee") == -3
    assert "unspoken_harm" not in table.whys()


def test_the_word_is_that_of_the_downside_and_not_of_the_benefit_that_gave_way() -> None:
    table = realised(harmful().claim("m", estimate=6).downside("employee", 3))
    told = table.one(ev.IdeaRealised)
    assert (told.claimed, told.given) == (1, 1)
    assert "word_kept" in table.whys()


def test_a_downside_is_named_until_the_idea_is_carried_out() -> None:
    table = harmful().implementing()
    assert table.allows(act.NameDownside(0, "a", "employee", 2))
    table.implement()
    assert table.refused(act.NameDownside(0, "a", "employee", 2)) == "idea_locked"


def test_its_words_are_texts_that_can_be_shown() -> None:
    table = harmful()
    assert table.refused(act.NameDownside(0, "a", "employee", 2, "x" * 81)) == "long_text"
    assert table.refused(act.NameDownside(0, "a", "employee", 2, "", "\0")) == "bad_text"


def test_revise_gives_a_downside_another_size() -> None:
    table = harmful().downside("employee", 2)
    assert table.refused(act.Revise(0, "a", "employee", 2)) == "same_estimate"
    assert table.refused(act.Revise(0, "a", "employee", 5)) == "bad_estimate"
    table.do(act.Revise(0, "a", "employee", 3))
    assert table.benefit("employee").estimate == -3
    assert table.one(ev.EstimateRevised).estimate == -3


@pytest.mark.parametrize(("effect", "may"), [(-1, False), (0, True), (2, True)])
def test_one_that_is_known_to_harm_nobody_is_withdrawn_with_a_0(effect: int, may: bool) -> None:
    table = Table(case(idea("a", effects={"citizen": 4, "employee": effect}))).place("a")
    table.downside("employee", 2).tried(about="employee")
    assert table.allows(act.Revise(0, "a", "employee", 0)) == may
    if may:
        table.do(act.Revise(0, "a", "employee", 0))
        assert table.one(ev.ClaimWithdrawn).before == -2
        assert table.state.claimed("employee") == 0


def test_a_downside_has_no_owner() -> None:
    table = harmful().downside("employee").concretise()
    assert table.refused(act.Anchor(0, "a", "employee", 0)) == "downside"
    assert not table.allows(act.Anchor(0, "a", "employee", 0))
    assert table.refused(act.HandOver(0, "a", "employee", 0)) == "not_owner"


# ------------------------------------------------------------------ making amends
def test_make_amends_1_action_and_1_capacity_once() -> None:
    table = harmful().downside("employee")
    actions, capacity = table.state.actions, table.state.capacity
    table.do(act.MakeAmends(0, "a", "employee", "A place of their own"))
    assert (table.state.actions, table.state.capacity) == (actions - 1, capacity - 1)
    assert table.benefit("employee").amends == "A place of their own"
    assert table.refused(act.MakeAmends(0, "a", "employee")) == "amends_made"


def test_amends_without_a_note_are_made_all_the_same() -> None:
    table = harmful().downside("employee").do(act.MakeAmends(0, "a", "employee"))
    assert table.refused(act.MakeAmends(0, "a", "employee")) == "amends_made"


def test_amends_are_made_for_a_downside() -> None:
    table = harmful()
    assert table.refused(act.MakeAmends(0, "a", "citizen")) == "no_downside"
    assert table.refused(act.MakeAmends(0, "a", "employee")) == "no_such_benefit"
    table.downside("employee").set("capacity", 0)
    assert table.refused(act.MakeAmends(0, "a", "employee")) == "no_capacity"
    assert table.refused(act.MakeAmends(0, "a", "employee", "\0")) == "no_capacity"
    assert table.set("capacity", 1).refused(act.MakeAmends(0, "a", "employee", "\0")) == "bad_text"


def test_amends_are_made_until_the_idea_is_realised() -> None:
    table = Table(case(idea("a", delay=1, effects=HARM))).place("a").downside("employee")
    table.implementing().implement()
    assert table.allows(act.MakeAmends(0, "a", "employee"))
    table.next_round().next_round()
    assert table.idea().status == "realised"
    assert table.refused(act.MakeAmends(0, "a", "employee")) == "idea_realised"


# ------------------------------------------------------------------ what comes of it
@each_row(
    "effect, made_up, points",
    [
        (-4, False, -4),
        (-4, True, -2),
        (-3, False, -3),
        (-3, True, -1),
        (-2, True, 0),
        (-1, True, 0),
        (0, True, 0),
        (2, True, 0),
        (2, False, 0),
    ],
)
def test_amends_make_a_harm_2_points_less_and_what_was_called_a_downside_gives_nothing(
    effect: int, made_up: bool, points: int
) -> None:
    assert with_downside(effect, made_up=made_up).points("employee") == points


def with_downside(effect: int, *, made_up: bool = False, **more: object) -> Table:
    """A downside named on a track that the idea moves so much, and the idea carried out."""
    card = idea("a", maturity=6, effects={"citizen": 4, "employee": effect})
    table = Table(case(card, **more)).place("a").downside("employee", 1)
    if made_up:
        table.do(act.MakeAmends(0, "a", "employee"))
    return realised(table)


@pytest.mark.parametrize(("amends", "points"), [(0, -3), (1, -2), (9, 0)])
def test_a_case_may_say_what_amends_save(amends: int, points: int) -> None:
    assert with_downside(-3, made_up=True, amends=amends).points("employee") == points


@pytest.mark.parametrize("claims", ["", "m"])
@pytest.mark.parametrize(("effect", "points"), [(-3, -5), (-1, -3), (0, 0)])
def test_a_harm_of_which_nobody_had_spoken_takes_2_more_whatever_was_claimed_there(
    effect: int, points: int, claims: str
) -> None:
    table = Table(case(idea("a", maturity=6, effects={"citizen": 4, "employee": effect})))
    table.place("a")
    for letter in claims:
        table.claim(letter)
    realised(table)
    assert table.points("employee") == points
    told = [(e.effect, e.points) for e in table.told(ev.Harvested) if e.track == "employee"]
    assert told == ([(effect, points)] if effect or claims else [])
    assert not claims or table.benefit("employee").harvested == points


def test_an_owner_does_not_soften_a_harm_of_which_nobody_had_spoken() -> None:
    table = harmful().claim("m").concretise().anchor("employee")
    assert realised(table).points("employee") == -5


@pytest.mark.parametrize("unspoken", [0, 4])
def test_a_case_may_say_what_silence_costs(unspoken: int) -> None:
    assert realised(harmful(unspoken=unspoken)).points("employee") == -3 - unspoken


def test_each_harm_of_which_nobody_had_spoken_takes_2_more() -> None:
    effects = {"citizen": 4, "employee": -2, "economy": -1, "process": -3}
    table = Table(case(idea("a", maturity=6, effects=effects))).place("a").downside("process")
    realised(table)
    assert [table.points(t) for t in ("employee", "economy", "process")] == [-4, -3, -3]


def test_a_harm_of_which_nobody_had_spoken_costs_1_trust() -> None:
    table = realised(harmful())
    harm = next(e for e in table.told(ev.TrustChanged) if e.why == "unspoken_harm")
    assert (harm.by, harm.idea) == (-1, "a")


def test_a_harm_that_was_named_costs_no_trust_however_large() -> None:
    assert "unspoken_harm" not in realised(harmful().downside("employee", 1)).whys()


def test_two_harms_of_an_idea_cost_1_trust() -> None:
    effects = {"citizen": 4, "employee": -2, "economy": -2}
    table = Table(case(idea("a", maturity=6, effects=effects))).place("a")
    assert realised(table).whys().count("unspoken_harm") == 1


def test_a_harm_where_a_benefit_was_claimed_was_not_spoken_of() -> None:
    assert "unspoken_harm" in realised(harmful().claim("m")).whys()


def test_a_risk_that_strikes_is_no_harm_of_the_idea() -> None:
    setup = case(idea("a", maturity=6, risks=("r",)), risks=[risk("r", "employee")])
    table = realised(Table(setup, dice=(1,)).place("a"))
    assert table.points("employee") < 0
    assert "unspoken_harm" not in table.whys()
