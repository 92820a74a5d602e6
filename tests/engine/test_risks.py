"""Naming risks, written risks, and mitigation."""

from __future__ import annotations

import pytest

from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea, risk, seed_for


def one_risk(*, about: str = "a", true: bool = True, dice: tuple[int, ...] = (), **more: object):
    """An idea placed, with a risk "r" that may be true for it."""
    card = idea("a", maturity=6, risks=("r",) if true else ())
    setup = case(card, idea("b"), risks=[risk("r", about=about, **more)])
    return Table(setup, dice=dice).place("a")


# ------------------------------------------------------------------ naming
def test_place_risk_onto_its_track_linked_to_an_idea_1_action() -> None:
    table = one_risk(severity=2, likelihood=4)
    actions = table.state.actions
    table.name("r")
    r = table.idea().risk("r")
    assert r is not None
    assert (r.track, r.severity, r.likelihood, r.mitigations) == ("citizen", 2, 4, 0)
    assert table.state.actions == actions - 1
    assert table.state.risk_hands == ((),)


def test_a_risk_card_has_printed_on_it_the_ideas_it_may_concern() -> None:
    table = one_risk(about="b")
    assert table.refused(act.PlaceRisk(0, "r", "a")) == "not_about"
    table.place("b").name("r", "b")
    assert table.refused(act.PlaceRisk(0, "x", "a")) == "not_in_hand"


def test_a_risk_that_is_turned_up_is_named_already() -> None:
    setup = case(idea("a", maturity=1, risks=("r",)), risks=[risk("r")])
    table = Table(setup, dice=(6,)).place("a").tried()
    assert table.one(ev.RiskTurnedUp).risk == "r"
    assert table.refused(act.PlaceRisk(0, "r", "a")) == "already_named"


def test_a_false_risk_can_be_named_and_looks_like_any_other() -> None:
    r = one_risk(true=False).name("r").idea().risk("r")
    assert r is not None
    assert r.outcome is None


def test_risks_can_be_named_on_an_implemented_idea_but_not_on_a_realised_one() -> None:
    setup = case(idea("a", delay=1, risks=("r",)), risks=[risk("r"), risk("s")], rounds=(1, 1, 3))
    table = Table(setup).place("a").bolder().implementing().implement("a").name("r")
    table.until(table.state.round + 2)
    assert table.idea().status == "realised"
    assert table.refused(act.PlaceRisk(0, "s", "a")) == "idea_realised"


# ------------------------------------------------------------------ written risks
def test_write_risk_severity_1_to_4_likelihood_1_to_5() -> None:
    table = one_risk()
    actions = table.state.actions
    table.do(act.WriteRisk(0, "Nobody comes", "process", "a", 4, 5))
    r = table.idea().risks[0]
    assert (r.name, r.track, r.severity, r.likelihood) == ("Nobody comes", "process", 4, 5)
    assert table.state.actions == actions - 1


def test_a_written_risk_is_the_seats_in_turn_and_has_a_name() -> None:
    table = one_risk()
    assert table.refused(act.WriteRisk(1, "x", "process", "a")) == "not_your_turn"
    assert table.refused(act.WriteRisk(0, "", "process", "a")) == "empty_text"
    assert table.refused(act.WriteRisk(0, "x", "joy", "a")) == "no_such_track"
    assert table.refused(act.WriteRisk(0, "x", "process", "b")) == "no_such_idea"


@pytest.mark.parametrize("severity", [0, 5, True, "2", None])
def test_no_other_severity(severity: object) -> None:
    a = act.WriteRisk(0, "x", "process", "a", severity, 3)
    assert one_risk().refused(a) == "bad_severity"


@pytest.mark.parametrize("likelihood", [0, 6, 2.0, float("nan")])
def test_no_other_likelihood(likelihood: object) -> None:
    a = act.WriteRisk(0, "x", "process", "a", 2, likelihood)
    assert one_risk().refused(a) == "bad_likelihood"


def test_a_written_risk_names_the_ideas_true_unnamed_risk_on_the_same_track() -> None:
    table = one_risk(dice=(4,), likelihood=3, severity=2)
    table.do(act.WriteRisk(0, "Nobody comes", "citizen", "a", 4, 1))
    table.implementing().implement().check()
    thrown = table.told(ev.RiskThrown)[0]
    assert (thrown.risk, thrown.named) == ("r", table.idea().risks[0].id)
    assert thrown.limit == 3, "named, at the true risk's likelihood"
    assert not thrown.struck
    assert not table.told(ev.FalseAlarm)


def test_a_written_risk_that_names_no_true_risk_is_a_false_alarm() -> None:
    table = one_risk(likelihood=3).bolder()
    table.do(act.WriteRisk(0, "Nobody comes", "economy", "a"))
    table.implementing().implement().check()
    assert table.one(ev.FalseAlarm).risk == table.idea().risks[0].id
    assert table.told(ev.RiskThrown)[0].limit == 3 + 2, "the true one was not named"


def test_two_written_risks_on_a_track_name_one_true_risk_and_give_one_false_alarm() -> None:
    table = one_risk()
    for name in ("first", "second"):
        table.do(act.WriteRisk(0, name, "citizen", "a"))
    table.implementing().implement().check()
    assert table.one(ev.RiskThrown).named == table.idea().risks[0].id
    assert table.one(ev.FalseAlarm).risk == table.idea().risks[1].id


def test_a_card_placed_later_takes_over_from_the_written_words() -> None:
    table = one_risk().do(act.WriteRisk(0, "Nobody comes", "citizen", "a")).name("r")
    table.implementing().implement().check()
    assert table.one(ev.RiskThrown).named == "r"
    assert table.told(ev.FalseAlarm)


def test_a_trial_does_not_turn_up_what_written_words_have_named() -> None:
    setup = case(idea("a", maturity=1, risks=("r",)), risks=[risk("r")])
    table = Table(setup, dice=(6,)).place("a")
    table.do(act.WriteRisk(0, "Nobody comes", "citizen", "a")).trial().report()
    assert table.told(ev.NothingFound)
    assert not table.told(ev.RiskTurnedUp)


@pytest.mark.parametrize(("severity", "likelihood"), [(1, 1), (4, 5)])
def test_what_the_group_believes_of_a_risk_decides_nothing(severity: int, likelihood: int) -> None:
    table = one_risk(likelihood=3, severity=2)
    table.do(act.WriteRisk(0, "Nobody comes", "citizen", "a", severity, likelihood))
    thrown = table.implementing().implement().check().one(ev.RiskThrown)
    assert (thrown.limit, thrown.severity) == (3, 2)


# ------------------------------------------------------------------ mitigate
def test_mitigate_1_action_and_1_capacity_a_named_risks_likelihood_falls_by_3() -> None:
    table = one_risk(likelihood=5).name("r").concretise()
    actions, capacity = table.state.actions, table.state.capacity
    table.do(act.Mitigate(0, "a", "r", "Call them"))
    r = table.idea().risk("r")
    assert r is not None
    assert (table.state.limit(r), r.mitigations) == (2, 1)
    assert (table.state.actions, table.state.capacity) == (actions - 1, capacity - 1)
    assert table.one(ev.RiskMitigated).note == "Call them"
    table.mitigate("r")
    assert table.refused(act.Mitigate(0, "a", "r")) == "already_safe"


def test_mitigate_from_phase_2_with_capacity_on_a_named_risk() -> None:
    table = one_risk(likelihood=5).name("r")
    assert table.refused(act.Mitigate(0, "a", "r")) == "too_early"
    table.concretise()
    assert table.refused(act.Mitigate(0, "a", "s")) == "no_such_risk"
    assert table.set("capacity", 0).refused(act.Mitigate(0, "a", "r")) == "no_capacity"


@pytest.mark.parametrize("likelihood", [1, 5])
def test_a_written_risk_is_mitigated_at_most_twice_whatever_the_group_believes_of_it(
    likelihood: int,
) -> None:
    table = one_risk().do(act.WriteRisk(0, "Nobody comes", "citizen", "a", 2, likelihood))
    own = table.idea().risks[0].id
    table.concretise().mitigate(own).mitigate(own)
    assert table.refused(act.Mitigate(0, "a", own)) == "mitigated_enough"
    assert not table.allows(act.Mitigate(0, "a", own))


def test_a_written_risk_that_was_mitigated_takes_3_off_the_true_likelihood() -> None:
    table = one_risk(likelihood=5).do(act.WriteRisk(0, "Nobody comes", "citizen", "a", 1, 1))
    table.concretise().mitigate(table.idea().risks[0].id)
    assert table.implementing().implement().check().one(ev.RiskThrown).limit == 2


def test_mitigation_is_still_possible_on_an_implemented_idea() -> None:
    table = one_risk(likelihood=5).name("r").implementing().implement().mitigate("r")
    assert table.check().one(ev.RiskThrown).limit == 2


def test_a_risk_mitigated_to_nothing_needs_no_die() -> None:
    table = one_risk(likelihood=3).name("r").concretise().mitigate("r")
    table.implementing().implement().check()
    thrown = table.one(ev.RiskThrown)
    assert (thrown.die, thrown.limit, thrown.struck) == (0, 0, False)
    assert table.state.dice == 1, "only the stumble was thrown"


def test_seeds_for_wanted_dice_are_found() -> None:
    assert Table(dice=(6, 1)).state.seed == seed_for(6, 1)
