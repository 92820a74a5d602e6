"""What the facilitator may do to the game."""

from __future__ import annotations

import pytest

from game.engine import Applied, apply, result
from game.engine import actions as act
from game.engine import events as ev
from game.engine.results import EarlyEnd
from tests.engine.table import Table, case, idea
from tests.rows import each_row


# ------------------------------------------------------------------ turns and phases
def test_skip_a_turn() -> None:
    table = Table(seats=3).do(act.SkipTurn())
    assert table.one(ev.Passed).skipped
    assert table.seat == 1
    table.do(act.SkipTurn(), act.SkipTurn())
    assert table.refused(act.SkipTurn()) == "check_first"


def test_end_the_phase_early_straight_to_the_check_and_then_the_next_phase() -> None:
    table = Table(seats=3).do(act.EndPhase())
    assert table.state.step == "check"
    assert (table.one(ev.PhaseEnded).phase, table.state.round) == ("ideas", 2)
    table.check().do(act.Proceed())
    assert (table.state.round, table.state.phase, table.state.starter) == (3, "concretise", 1)
    assert table.refused(act.Proceed()) == "turns_first"


def test_ending_the_last_phase_leads_to_the_follow_up() -> None:
    table = Table().implementing().do(act.EndPhase()).check().do(act.Proceed())
    assert table.state.over


def test_an_idea_due_in_a_round_that_was_skipped_is_realised_at_this_check() -> None:
    table = Table(case(idea("a", delay=1))).place("a").implementing().implement()
    table.do(act.EndPhase()).check()
    assert table.idea().status == "realised"


def test_cards_are_dealt_at_the_second_and_third_opening_whatever_was_skipped() -> None:
    ideas = [idea(chr(97 + n)) for n in range(16)]
    table = Table(case(*ideas)).do(act.EndPhase()).check().do(act.Proceed())
    assert len(table.one(ev.Dealt).ideas) == 4


def test_a_pause_that_is_to_come_is_still_that_of_the_next_round() -> None:
    table = Table(case(idea("a", maturity=6))).place("a").concretise().tried()
    table.set("trust", 0).do(act.EndPhase()).check().do(act.Proceed())
    assert table.state.phase == "implement"
    assert table.refused(act.Implement(0, "a")) == "paused"
    table.next_round()
    assert table.allows(act.Implement(0, "a"))


def test_a_pause_of_this_round_ends_with_the_phase() -> None:
    table = Table(case(idea("a", maturity=6), rounds=(1, 2, 2))).place("a").trial().set("trust", 0)
    table.next_round().set("capacity", 9)
    assert table.refused(act.Implement(0, "a")) == "paused"
    table.do(act.EndPhase()).check().do(act.Proceed())
    assert table.allows(act.Implement(0, "a"))


# ------------------------------------------------------------------ the end of the game
def test_ending_the_game_realises_what_is_under_way_and_gives_the_result() -> None:
    table = Table(case(idea("a", delay=2))).place("a").implementing().implement()
    played = table.state.round
    table.do(act.EndGame())
    assert table.state.over
    assert table.idea().status == "realised"
    assert table.one(ev.EndedEarly).round == 7
    assert result(table.state).early == EarlyEnd(played, 7, whole=False)


def test_the_game_is_ended_at_any_time_before_its_last_turn() -> None:
    table, asked = Table(seats=3), set()
    while table.state.round < 7 or table.state.step == "turn":
        s = table.state
        ended = apply(s, act.EndGame())
        assert isinstance(ended, Applied)
        assert ended.state.over
        told = result(ended.state).early
        assert told == EarlyEnd(s.round, 7, whole=s.step != "turn")
        asked.add(s.step)
        table.do(act.SkipTurn() if s.step == "turn" else act.Proceed())
    assert asked == {"turn", "check", "opening"}
    assert table.refused(act.EndGame()) == "ends_anyway"
    assert table.end().refused(act.EndGame()) == "game_over"
    assert result(table.state).early is None


def test_what_a_trial_or_reality_has_asked_falls_away_with_the_rounds() -> None:
    asked = Table(case(idea("a", maturity=1))).place("a").trial().report()
    assert asked.state.step == "adjust"
    asked.do(act.EndGame())
    assert not asked.state.adjusting
    assert asked.idea().trial is None
    assert len([e for e in asked.log if isinstance(e, ev.TrialReported)]) == 1
    claimed = Table(case(idea("a"))).place("a", 4).rest().do(act.Proceed())
    assert claimed.state.step == "answer"
    claimed.do(act.EndGame())
    assert claimed.state.tested is None
    assert claimed.state.over


def test_rounds_that_fall_away_are_told_as_the_one_in_which_they_did() -> None:
    table = Table(seats=3).do(act.EndPhase())
    assert (table.state.round, table.state.round_now) == (2, 1)
    table.check().do(act.Proceed())
    assert table.state.round == table.state.round_now == 3
    assert [table.state.told_round(n) for n in (1, 2, 3)] == [1, 1, 3]
    table.end()
    assert result(table.state).early is None


def test_the_last_phase_ended_early_ends_the_game_early() -> None:
    table = Table().implementing()
    played = table.state.round
    table.do(act.EndPhase()).check().do(act.Proceed())
    assert result(table.state).early == EarlyEnd(played, 7, whole=False)


# ------------------------------------------------------------------ corrections
@pytest.mark.parametrize("track", ["citizen", "process", "economy", "employee"])
def test_a_correction_of_a_track_with_a_reason(track: str) -> None:
    table = Table().do(act.Correct(track, -3, "counted twice"))
    assert table.points(track) == -3
    assert table.one(ev.CorrectionMade).reason == "counted twice"
    assert table.one(ev.TrackMoved).why == "correction"


def test_a_correction_of_capacity_or_trust() -> None:
    table = Table().do(act.Correct("capacity", 4, "x"), act.Correct("trust", -2, "x"))
    assert (table.state.capacity, table.state.trust) == (10, 3)


def test_a_correction_can_be_made_at_any_time_before_the_end() -> None:
    table = Table().rest().give("citizen", 1).do(act.Proceed()).give("citizen", 1)
    assert table.points() == 2
    assert table.end().refused(act.Correct("citizen", 1, "x")) == "game_over"


@each_row(
    "what, by, reason, code",
    [
        ("balance", 1, "x", "nothing_to_correct"),
        ([], 1, "x", "nothing_to_correct"),
        ("citizen", 0, "x", "bad_correction"),
        ("citizen", 1.5, "x", "bad_correction"),
        ("citizen", True, "x", "bad_correction"),
        ("citizen", 21, "x", "out_of_bounds"),
        ("citizen", -11, "x", "out_of_bounds"),
        ("capacity", -7, "x", "out_of_bounds"),
        ("capacity", 10**30, "x", "out_of_bounds"),
        ("trust", 6, "x", "out_of_bounds"),
        ("citizen", 1, " ", "empty_text"),
        ("citizen", 1, None, "bad_text"),
    ],
)
def test_what_cannot_be_corrected(what: object, by: object, reason: object, code: str) -> None:
    assert Table().refused(act.Correct(what, by, reason)) == code


def test_trust_corrected_to_0_pauses_the_next_round() -> None:
    table = Table().set("trust", 0)
    assert table.one(ev.Paused).round == 2
    assert table.state.trust == 2


def test_trust_corrected_to_0_again_stops_the_project() -> None:
    table = Table().set("trust", 0).set("trust", 0)
    assert table.state.verdict == "stopped"


def test_something_that_is_no_action_is_refused() -> None:
    for thing in (None, "rally", 7, act.Rally, act.Measure("x")):
        assert Table().refused(thing) == "unknown_action"
