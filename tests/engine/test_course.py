"""The whole reality check: trust, the pause and the stop; and the follow-up."""

from __future__ import annotations

import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine.lookups import turns_to_come
from tests.engine.random_games import states
from tests.engine.table import Table, case, idea, risk


# ------------------------------------------------------------------ trust
@pytest.mark.parametrize("track", ["citizen", "employee"])
def test_citizen_or_employee_below_zero_trust_minus_1(track: str) -> None:
    table = Table().set(track, -1).check()
    assert [e.by for e in table.told(ev.TrustChanged) if e.why == "below_zero"] == [-1]


def test_both_below_zero_cost_1_trust_and_the_other_tracks_none() -> None:
    table = Table().set("citizen", -1).set("employee", -1).check()
    assert table.whys().count("below_zero") == 1
    table = Table().set("process", -1).set("economy", -1).check()
    assert "below_zero" not in table.whys()


def test_trust_runs_from_0_to_10() -> None:
    table = Table(case(idea("a"))).place("a", 4).set("trust", 10).check()
    assert table.state.trust == 10
    assert table.whys() == [], "the claim held, but there is no more trust than 10"


# ------------------------------------------------------------------ pause and stop
def distrusted() -> Table:
    """Trust 1, and at the reality check it will be gone: the citizens are harmed."""
    table = Table(case(rounds=(1, 1, 3))).place("a").implementing()
    return table.set("trust", 1).set("citizen", -2)


def test_the_first_time_trust_is_0_the_project_is_paused_trust_becomes_2() -> None:
    table = distrusted().check()
    assert table.one(ev.Paused).round == table.state.round + 1
    assert table.state.trust == 2
    assert table.whys()[-1] == "pause"


def test_nothing_is_implemented_in_the_next_round() -> None:
    table = distrusted().next_round().set("capacity", 20)
    assert table.refused(act.Implement(0, "a")) == "paused"
    assert not table.allows(act.Implement(0, "a"))
    table.next_round().set("capacity", 20)
    assert table.allows(act.Implement(0, "a"))


def test_the_second_time_it_is_stopped() -> None:
    table = distrusted().next_round().set("trust", 1).check()
    assert table.told(ev.Stopped)
    assert table.state.over
    assert table.state.verdict == "stopped"


def test_after_a_stop_follow_up_realises_nothing() -> None:
    table = distrusted().set("capacity", 20).implement("a")
    table.set("trust", 2).give("trust", -2).give("trust", -2)
    assert table.state.verdict == "stopped"
    assert table.idea("a").status == "implemented"
    assert table.refused(act.Proceed()) == "game_over"
    assert table.refused(act.Rally(0)) == "game_over"


def test_trust_that_was_gone_only_within_a_check_is_weighed_at_its_end() -> None:
    ideas = [idea("a", maturity=6, effects={"citizen": 6}), idea("b", maturity=6)]
    table = Table(case(*ideas)).place("a", 1).place("b", 4).implementing()
    table.anchor("citizen", "a").anchor("citizen", "b").implement("a").implement("b")
    table.set("trust", 1).check()
    assert table.whys() == ["word_broken", "word_kept"]
    assert not table.told(ev.Paused)


# ------------------------------------------------------------------ follow-up
def test_follow_up_realises_what_is_still_due() -> None:
    table = Table(case(idea("a", delay=2, maturity=6), rounds=(1, 1, 1))).place("a").implementing()
    table.do(act.Anchor(0, "a", "citizen", 0)).implement().check()
    assert table.idea().status == "implemented"
    table.do(act.Proceed())
    assert table.state.over
    assert table.idea().status == "realised"
    assert table.points() == 4
    assert (table.state.phase, table.state.round) == ("follow_up", 4)
    assert [e.round for e in table.told(ev.CheckBegan)] == [4]


def test_follow_up_takes_all_that_is_still_due_however_many() -> None:
    table = Table(case(*(idea(x, delay=3) for x in "abcd"))).set("capacity", 20)
    for id in "abcd":
        table.place(id)
    table.implementing()
    for id in "dcba":
        table.implement(id)
    assert table.end().one(ev.CheckBegan).ideas == tuple("dcba")


def test_follow_up_has_risks_stumbles_and_word_but_no_turns_and_asks_about_no_claim() -> None:
    ideas = [idea("a", delay=3), idea("b", delay=3, risks=("r",)), idea("z")]
    table = Table(case(*ideas, risks=[risk("r")], rounds=(1, 1, 1)))
    table.place("a").place("b").place("z", 6).implementing().implement("a").implement("b").end()
    assert table.told(ev.RiskThrown)
    assert len(table.told(ev.StumbleThrown)) == 2
    assert len(table.told(ev.IdeaRealised)) == 2
    for kind in (ev.TurnBegan, ev.ClaimTested, ev.RiskTested, ev.NothingTested):
        assert not table.told(kind)


def test_follow_up_judges_no_track_below_zero() -> None:
    table = Table(case(rounds=(1, 1, 1))).until(3).check().set("citizen", -1).do(act.Proceed())
    assert table.state.over
    assert table.whys() == []


# ------------------------------------------------------------------ turns to come
@pytest.mark.parametrize("seed", range(6))
def test_turns_are_to_come_until_the_last_was_had_or_the_project_is_stopped(seed: int) -> None:
    played = states(seed)
    for n, state in enumerate(played):
        if state.step == "turn":
            assert turns_to_come(state) == (state.phase != "follow_up")
        if any(later.step == "turn" and later.phase != "follow_up" for later in played[n:]):
            assert turns_to_come(state)
    assert played[-1].over
    assert not turns_to_come(played[-1])
