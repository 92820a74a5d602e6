"""Ideas in the group's own words, and the reality die."""

from __future__ import annotations

import pytest

from game.engine import Setup
from game.engine import actions as act
from game.engine import events as ev
from game.engine.chance import reality
from tests.engine.table import Table, case

TRACKS = ("citizen", "process", "economy", "employee")


def written(*dice: int, estimate: int = 3, **more: object) -> Table:
    """A written idea "written-1" on the table."""
    table = Table(case(**more), dice=dice)
    assert table.write(estimate=estimate) == "written-1"
    return table


def carried_out(table: Table, *anchored: str) -> Table:
    """The written idea implemented, with its one round of delay over."""
    table.implementing()
    for track in anchored:
        table.anchor(track, "written-1")
    table.implement("written-1").until(table.state.round + 1)
    return table.check()


# ------------------------------------------------------------------ writing
def test_a_written_idea_has_cost_3_maturity_3_delay_1() -> None:
    card = written().idea("written-1")
    assert (card.cost, card.maturity, card.card.delay) == (3, 3, 1)
    table = written().implementing().implement("written-1")
    assert table.idea("written-1").due == table.state.round + 1


def test_write_idea_1_action_balance_minus_1_with_its_first_benefit() -> None:
    table = Table()
    table.do(act.WriteIdea(0, "Tea for all", "employee", "communication", 2, "With biscuits"))
    own = table.idea("written-1")
    assert (own.name, own.text, own.card.kind) == ("Tea for all", "With biscuits", "communication")
    b = own.benefit("employee")
    assert b is not None
    assert (b.estimate, table.state.actions, table.state.balance) == (2, 9, -1)
    assert own.letter == "A"


def test_written_cards_are_numbered_and_ideas_go_on_with_the_letters() -> None:
    table = Table(case())
    assert [table.write(), table.write()] == ["written-1", "written-2"]
    table.do(act.WriteRisk(0, "Nobody comes", "citizen", "written-2"))
    assert table.idea("written-2").risks[0].id == "written-3"
    table.place("a")
    assert table.write() == "written-4"
    assert [i.letter for i in table.state.ideas] == ["A", "B", "C", "D"]


def test_its_estimates_are_at_most_5_together() -> None:
    assert Table().refused(act.WriteIdea(0, "x", "citizen", "service", 6)) == "written_claims"
    table = written(estimate=3)
    assert table.refused(act.PlaceBenefit(0, "p", "written-1", 3)) == "written_claims"
    table.claim("p", "written-1", 2)
    assert table.refused(act.WriteBenefit(0, "x", "economy", "written-1", 1)) == "written_claims"
    assert table.refused(act.Revise(0, "written-1", "citizen", 4)) == "written_claims"
    table.do(act.Revise(0, "written-1", "citizen", 1))
    assert table.allows(act.PlaceBenefit(0, "e", "written-1", 2))
    assert not table.allows(act.PlaceBenefit(0, "e", "written-1", 3))


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "", "empty_text"),
        ("name", "  \n", "empty_text"),
        ("name", "x" * 81, "long_text"),
        ("name", "bell \x07", "bad_text"),
        ("name", "half \ud800", "bad_text"),
        ("name", "\x85", "bad_text"),
        ("name", 5, "bad_text"),
        ("text", "x" * 401, "long_text"),
        ("text", None, "bad_text"),
        ("track", "citizens", "no_such_track"),
        ("track", [], "no_such_track"),
        ("kind", "wish", "no_such_kind"),
        ("kind", {}, "no_such_kind"),
    ],
)
def test_what_is_written_is_a_text_that_can_be_shown(field: str, value: object, code: str) -> None:
    fields = {"name": "Tea", "track": "citizen", "kind": "service", "estimate": 3, "text": ""}
    assert Table().refused(act.WriteIdea(0, **(fields | {field: value}))) == code  # type: ignore[arg-type]


def test_danish_letters_emoji_and_line_breaks_can_be_written() -> None:
    table = Table().do(act.WriteIdea(0, "Kø på Ærø 🙂", "citizen", "service", 1, "én\nto"))
    assert table.idea("written-1").name == "Kø på Ærø 🙂"


# ------------------------------------------------------------------ the reality die
@pytest.mark.parametrize(("die", "gives"), [(1, 0), (2, 1), (3, 1), (4, 3), (5, 3), (6, 4)])
def test_the_reality_die_1_nothing_2_3_half_4_5_the_estimate_6_one_more(
    die: int, gives: int
) -> None:
    assert reality(die, 3) == gives
    table = carried_out(written(6, 1, die), "citizen")  # the unknown misses, no stumble
    thrown = table.one(ev.RealityThrown)
    assert (thrown.dice, thrown.effect) == ((die,), gives)
    assert table.points() == gives


@pytest.mark.parametrize("track", TRACKS)
def test_the_reality_die_moves_the_track_of_the_benefit(track: str) -> None:
    table = Table(case(), dice=(6, 1, 4))
    table.write(track=track, estimate=3)
    table = carried_out(table, track)
    assert {t: table.points(t) for t in TRACKS} == {t: 3 if t == track else 0 for t in TRACKS}


def test_each_of_its_benefits_throws_the_reality_die() -> None:
    table = written().claim("p", "written-1", 2)
    assert [e.track for e in carried_out(table).told(ev.RealityThrown)] == ["citizen", "process"]


def test_proven_the_better_of_two() -> None:
    table = written(1, 6, 2, 6).concretise().trial("written-1")
    assert table.idea("written-1").was_proven
    table = carried_out(table, "citizen")
    thrown = table.one(ev.RealityThrown)
    assert (thrown.dice, thrown.effect) == ((2, 6), 4)
    assert not table.told(ev.StumbleThrown)


def test_a_written_idea_that_stumbles_gives_half() -> None:
    table = carried_out(written(6, 6, 5), "citizen")
    assert table.one(ev.StumbleThrown).stumbled
    assert table.points() == 1, "half of 3, rounded down"


@pytest.mark.parametrize(("die", "struck"), [(5, True), (6, False)])
def test_if_no_risk_is_named_the_unknown_strikes_severity_3_likelihood_5_main_track(
    die: int, struck: bool
) -> None:
    table = carried_out(written(die, 1, 1), "citizen")
    thrown = table.one(ev.RiskThrown)
    assert (thrown.risk, thrown.named, thrown.track) == (None, None, "citizen")
    assert (thrown.severity, thrown.limit, thrown.struck) == (3, 5, struck)
    assert table.points() == (-3 if struck else 0)


@pytest.mark.parametrize(("die", "struck"), [(2, True), (3, False)])
def test_a_risk_named_on_it_is_true(die: int, struck: bool) -> None:
    table = written(die, 1, 1)
    table.do(act.WriteRisk(0, "Nobody comes", "process", "written-1", 2, 2))
    table = carried_out(table)
    thrown = table.one(ev.RiskThrown)
    assert (thrown.track, thrown.limit, thrown.struck) == ("process", 2, struck)
    assert table.points("process") == (-2 if struck else 0)
    assert not table.told(ev.FalseAlarm)


def test_every_risk_named_on_a_written_idea_is_thrown() -> None:
    table = written()
    for name in ("one", "two"):
        table.do(act.WriteRisk(0, name, "process", "written-1"))
    assert len(carried_out(table).told(ev.RiskThrown)) == 2


def test_a_written_risk_on_a_written_idea_can_be_mitigated() -> None:
    table = written()
    table.do(act.WriteRisk(0, "one", "process", "written-1", 2, 3)).concretise()
    table.mitigate(table.idea("written-1").risks[0].id, "written-1")
    assert carried_out(table).one(ev.RiskThrown).limit == 0


# ------------------------------------------------------------------ a group's own project
def test_a_case_without_cards_is_played_with_written_cards_alone() -> None:
    empty = Setup("own", (), (), (), (), (), goals=(7, 7, 7, 7))
    table = Table(empty, seats=3)
    for track in TRACKS:
        table.write(f"Own {track}", track)
        table.do(act.WriteRisk(table.seat, "Nobody comes", track, table.state.ideas[-1].id))
    table.implementing()
    for own in table.state.ideas:
        table.implement(own.id)
    assert table.end().state.over
    assert {own.status for own in table.state.ideas} == {"realised"}
