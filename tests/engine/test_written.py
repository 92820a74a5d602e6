"""Ideas in the group's own words, and what is true of them."""

from __future__ import annotations

import pytest

from game.engine import Setup, evolve, observe
from game.engine import actions as act
from game.engine import events as ev
from game.engine.chance import die
from game.engine.setup import TRACKS
from tests.engine.table import Table, case, role
from tests.rows import each_row


def written(*, estimate: int = 3, **more: object) -> Table:
    """A written idea "written-1" on the table."""
    table = Table(case(**more))
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


def test_write_idea_takes_1_action_and_has_its_first_benefit() -> None:
    table = Table()
    table.do(act.WriteIdea(0, "Tea for all", "employee", "communication", 2, "With biscuits"))
    own = table.idea("written-1")
    assert (own.name, own.text, own.card.kind) == ("Tea for all", "With biscuits", "communication")
    assert (table.benefit("employee", "written-1").estimate, table.state.actions) == (2, 9)
    assert own.letter == "A"


def test_written_cards_are_numbered_and_ideas_go_on_with_the_letters() -> None:
    table = Table(case())
    assert [table.write(), table.write()] == ["written-1", "written-2"]
    table.do(act.WriteRisk(0, "Nobody comes", "citizen", "written-2"))
    assert table.idea("written-2").risks[0].id == "written-3"
    table.place("a")
    assert table.write() == "written-4"
    assert [i.letter for i in table.state.ideas] == ["A", "B", "C", "D"]


@each_row(
    "field, value, code",
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
    assert Table().refused(act.WriteIdea(0, **(fields | {field: value}))) == code


def test_danish_letters_emoji_and_line_breaks_can_be_written() -> None:
    table = Table().do(act.WriteIdea(0, "Kø på Ærø 🙂", "citizen", "service", 1, "én\nto"))
    assert table.idea("written-1").name == "Kø på Ærø 🙂"


# ------------------------------------------------------------------ what is true of it
def drawn(kind: str = "service", track: str = "citizen", **more: object) -> list[ev.TruthDrawn]:
    """What is true of an idea of this kind, for two hundred seeds."""
    found = []
    for seed in range(200):
        table = Table(case(**more), seed=seed)
        table.do(act.WriteIdea(0, "Own", track, kind, 3))
        found.append(table.one(ev.TruthDrawn))
    return found


@pytest.mark.parametrize("estimate", [1, 3, 6])
def test_its_truth_is_drawn_when_it_is_placed_and_not_from_what_is_claimed(estimate: int) -> None:
    table = written(estimate=estimate)
    assert table.state.truth["written-1"] == written(estimate=2).state.truth["written-1"]
    assert table.state.own_risks == written(estimate=2).state.own_risks


@pytest.mark.parametrize(
    ("kind", "track", "gives"),
    [
        ("service", "citizen", {3, 4, 5}),
        ("service", "employee", {3, 4, 5}),
        ("service", "economy", {2, 3, 4}),
        ("process", "economy", {3, 4, 5}),
    ],
)
def test_it_gives_its_main_track_its_cost_less_1_to_its_cost_plus_1_and_1_more_where_it_suits(
    kind: str, track: str, gives: set[int]
) -> None:
    assert {e.effects[TRACKS.index(track)] for e in drawn(kind, track)} == gives


def test_what_it_gives_depends_on_what_it_costs() -> None:
    assert {e.effects[0] for e in drawn(written_cost=1)} == {2, 3, 4}


def test_it_may_give_something_on_the_track_that_its_kind_suits_besides() -> None:
    assert {e.effects[3] for e in drawn("service", "citizen")} >= {0, 1, 2}
    assert {e.effects[0] for e in drawn("product", "process")} >= {0, 1, 2}
    assert {e.effects[2] for e in drawn("process", "citizen")} <= {-2, -1, 0}, "the first counts"


def test_one_in_three_harms_somebody_on_one_of_the_other_tracks() -> None:
    truths = [e.effects for e in drawn("service", "citizen")]
    harmful = [t for t in truths if min(t) < 0]
    assert 0.2 < len(harmful) / len(truths) < 0.45
    assert {min(t) for t in harmful} == {-1, -2}
    assert all(sum(n < 0 for n in t) == 1 for t in harmful)
    assert {t.index(min(t)) for t in harmful} == {1, 2}


def test_it_has_a_true_risk_on_its_main_track_and_one_in_three_has_another_elsewhere() -> None:
    risks = [e.risks for e in drawn()]
    assert all(r[0].track == "citizen" for r in risks)
    more = [r[1].track for r in risks if len(r) == 2]
    assert 0.2 < len(more) / len(risks) < 0.45
    assert set(more) == {"process", "economy", "employee"}
    assert max(map(len, risks)) == 2
    assert {r.severity for rs in risks for r in rs} == {2, 3, 4}
    assert {r.likelihood for rs in risks for r in rs} == {2, 3, 4}


def test_its_truth_is_hidden_like_a_cards() -> None:
    table = written()
    seen = observe(table.state)
    assert (seen.truth["written-1"], seen.own_risks) == ((0, 0, 0, 0), {})
    assert seen.ideas[0].card.risks == ()
    assert table.idea("written-1").card.risks


def test_abilities_open_it() -> None:
    table = written(roles=[role("citizen_voice"), role("analyst")])
    table.do(act.UseAbility(0, "citizen_voice"))
    truth = table.state.truth["written-1"]
    assert table.one(ev.EffectsOpened).effects == (("written-1", "citizen", truth[0]),)
    table.do(act.UseAbility(0, "analyst", "written-1"))
    assert table.one(ev.RiskTurnedUp).risk in table.state.own_risks


def test_what_it_claims_has_no_limit_but_that_of_every_benefit() -> None:
    table = written(estimate=6)
    for letter in "pem":
        table.claim(letter, "written-1", 6)
    assert sum(b.estimate for _, b in table.idea("written-1").claims()) == 24


# ------------------------------------------------------------------ what comes of it
def test_it_is_harvested_like_a_card() -> None:
    table = Table(case(), seed=next(s for s in range(99) if die(s, 0) == 6 and die(s, 1) == 1))
    table.write()
    truth = table.state.truth["written-1"]
    table = carried_out(table, "citizen")
    assert table.benefit("citizen", "written-1").harvested == truth[0]
    told = {e.track: e.effect for e in table.told(ev.Harvested)}
    assert told == {t: n for t, n in zip(TRACKS, truth, strict=True) if n}


def test_it_stumbles_like_a_card() -> None:
    table = Table(case(), dice=(6, 6, 6, 6))
    table.write()
    table = carried_out(table, "citizen")
    assert table.one(ev.StumbleThrown).stumbled
    assert table.benefit("citizen", "written-1").harvested == table.state.truth["written-1"][0]
    strikes = [e for e in table.told(ev.TrackMoved) if e.why == "stumble"]
    assert strikes == [ev.TrackMoved("citizen", -1, "stumble", "written-1")]


def test_its_true_risk_that_nobody_named_strikes_at_2_more() -> None:
    table = written(rounds=(1, 1, 3)).bolder()
    (card, *_) = table.state.own_risks.values()
    thrown = carried_out(table).told(ev.RiskThrown)[0]
    assert (thrown.risk, thrown.named, thrown.limit) == (card.id, None, card.likelihood + 2)
    assert table.idea("written-1").risk(card.id) is not None, "it lies open afterwards"


@pytest.mark.parametrize(("severity", "likelihood"), [(1, 1), (4, 5)])
def test_a_risk_named_on_its_track_is_the_true_one_whatever_the_group_believes_of_it(
    severity: int, likelihood: int
) -> None:
    table = written()
    (card, *_) = table.state.own_risks.values()
    table.do(act.WriteRisk(0, "Nobody comes", "citizen", "written-1", severity, likelihood))
    thrown = carried_out(table).told(ev.RiskThrown)[0]
    assert (thrown.risk, thrown.named) == (card.id, "written-2")
    assert (thrown.limit, thrown.severity) == (card.likelihood, card.severity)


def test_a_risk_named_on_another_track_is_a_false_alarm() -> None:
    tables = (Table(case(rounds=(1, 1, 3)), seed=seed) for seed in range(99))
    table = next(t for t in tables if t.write() and len(t.state.own_risks) == 1)
    table.do(act.WriteRisk(0, "Nobody comes", "process", "written-1"))
    table = carried_out(table.bolder())
    assert table.one(ev.FalseAlarm).risk == "written-2"
    assert table.one(ev.RiskThrown).named is None


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


# ------------------------------------------------------------------ a game that version 1 began
def of_version_1(**more: object) -> Table:
    """A written idea of which nothing was true, as sessions of version 1 have it."""
    table = Table(case(**more), dice=(6, 6))
    events = (
        ev.IdeaWritten(0, "written-1", "A", "Own", "", "citizen", "service"),
        ev.BenefitClaimed(0, "written-1", "citizen", 3),
    )
    for event in events:
        table.state = evolve(table.state, event)
    assert table.state.truth.keys() == {"a"}
    return table


@pytest.mark.parametrize(
    "look",
    [
        lambda table: table.do(act.UseAbility(0, "citizen_voice")),
        lambda table: table.do(act.UseAbility(0, "analyst", "written-1")),
        lambda table: table.reality(),
        lambda table: table.trial("written-1").report(),
        lambda table: table.implementing().implement("written-1").next_round().check(),
    ],
    ids=["voice", "analyst", "question", "trial", "check"],
)
def test_what_was_never_drawn_is_drawn_before_anybody_looks(look: object) -> None:
    table = of_version_1(roles=[role("citizen_voice"), role("analyst")])
    look(table)
    drawn = [e for e in table.log if isinstance(e, ev.TruthDrawn)]
    assert [e.idea for e in drawn] == ["written-1"]
    assert table.state.truth["written-1"] == drawn[0].effects
