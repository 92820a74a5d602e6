"""Every observer finds its moment in a game that was played for it, and not in others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.debrief import moments as mo
from game.engine import Effect, Seat
from game.engine import actions as act
from game.engine import events as ev
from tests.debrief.recorded import Recorded, harmful
from tests.engine.table import case, event, idea


def two(**more: object) -> Recorded:
    """Two seats without roles."""
    return Recorded(seats=2, **more)


# ------------------------------------------------------------------ estimates
def test_the_largest_change_of_an_estimate_of_which_nobody_knew_the_truth() -> None:
    t = Recorded().place("a", 4)
    t.do(act.Revise(0, "a", "citizen", 3), act.Revise(0, "a", "citizen", 6))
    t.do(act.Revise(0, "a", "citizen", 5))
    m = t.moment(mo.EstimateChanged)
    assert (m.about.before, m.about.after, m.about.benefit.key) == (3, 6, ("a", "citizen"))
    assert (m.entry, m.decision_index, m.round, m.step) == (3, 3, 1, "turn")


def test_no_revision_no_change_and_a_point_is_none_either() -> None:
    t = Recorded().place("a", 4)
    assert t.moments(mo.EstimateChanged) == []
    assert t.do(act.Revise(0, "a", "citizen", 3)).moments(mo.EstimateChanged) == []


def poker(t: Recorded, *values: int) -> Recorded:
    t.do(act.CallEstimates("a", "citizen"))
    t.do(*(act.GiveEstimate(seat, n) for seat, n in enumerate(values)))
    return t.do(act.CloseEstimates())


def test_the_widest_spread_in_estimate_poker() -> None:
    t = poker(poker(Recorded(seats=3).place("a"), 2, 4, 3), 6, 1, 4)
    m = t.moment(mo.EstimatesSpread)
    assert m.about.values == (6, 1, 4)
    assert [p.seat for p in m.about.lowest] == [1]
    assert [p.seat for p in m.about.highest] == [0]


def test_everybody_who_gave_the_least_or_the_most_is_told() -> None:
    t = poker(Recorded(seats=4).place("a"), 2, 4, 2, 3)
    about = t.moment(mo.EstimatesSpread).about
    assert [[p.seat for p in people] for people in (about.lowest, about.highest)] == [[0, 2], [1]]
    said = t.words(mo.EstimatesSpread)
    assert "from 2 (Seat 1 and Seat 3) to 4 (Seat 2)." in said.text
    assert "you who said 2" in said.question
    assert "you who said 4" in said.question


def test_who_has_no_opinion_has_a_card_too_and_who_is_away_has_none() -> None:
    t = Recorded(seats=4).place("a").do(act.Leave(3), act.CallEstimates("a", "citizen"))
    t.do(act.GiveEstimate(0, 2), act.GiveEstimate(1, None), act.GiveEstimate(2, 6))
    about = t.do(act.CloseEstimates()).moment(mo.EstimatesSpread).about
    assert [(person.seat, n) for person, n in about.given] == [(0, 2), (1, None), (2, 6)]
    assert about.values == (2, 6)


def test_many_who_gave_the_same_are_counted() -> None:
    t = poker(Recorded(seats=4).place("a"), 2, 4, 2, 2)
    assert "from 2 (3 of you) to 4 (" in t.words(mo.EstimatesSpread).text


def test_estimates_that_agree_are_no_spread() -> None:
    assert poker(two().place("a"), 3, 3).moments(mo.EstimatesSpread) == []
    assert poker(two().place("a"), 3, 4).moments(mo.EstimatesSpread) == []


def flop(*, estimate: int, effect: int, dice: tuple[int, ...] = ()) -> Recorded:
    """One idea that is claimed on its track, and gives what it truly gives there."""
    card = idea("a", effects={"citizen": effect, "process": 1}, maturity=6)
    return Recorded(case(card), dice=dice, seats=2).place("a", estimate)


def test_a_bold_claim_that_gave_nothing() -> None:
    t = flop(estimate=3, effect=0).implementing().implement().check()
    about = t.moment(mo.HarvestedNothing).about
    assert (about.estimate, about.points, about.values) == (3, 0, ())


def test_a_small_claim_that_gave_nothing_needs_everybodys_belief() -> None:
    t = flop(estimate=2, effect=0).implementing().implement().check()
    assert t.moments(mo.HarvestedNothing) == []
    t = poker(flop(estimate=2, effect=0), 1, 2).implementing().implement().check()
    assert t.moment(mo.HarvestedNothing).about.values == (1, 2)


def test_part_of_a_harvest_is_lost_without_an_owner() -> None:
    t = flop(estimate=4, effect=5).implementing().implement().check()
    about = t.moment(mo.HarvestWithoutOwner).about
    assert (about.estimate, about.owned, about.points) == (4, 5, 3)


def test_what_comes_home_without_an_owner_is_no_loss() -> None:
    t = flop(estimate=4, effect=3).implementing().implement().check()
    assert t.moments(mo.HarvestWithoutOwner) == []


def test_what_a_post_did_not_give_is_not_for_want_of_an_owner() -> None:
    card = idea("a", effects={"economy": 3}, track="economy", maturity=6)
    t = Recorded(case(card, modules=("posts",))).place("a", 3).implementing().implement().check()
    assert t.benefit("economy").harvested == 1, "without a post half"
    assert t.moments(mo.HarvestWithoutOwner) == []


def test_what_an_owner_has_is_not_lessened() -> None:
    t = flop(estimate=4, effect=4).concretise().anchor().implementing().implement().check()
    assert t.moments(mo.HarvestWithoutOwner) == []


def test_a_claim_that_was_met_exactly_while_nobody_knew() -> None:
    card = idea("a", effects={"citizen": 4}, maturity=6, cost=1)
    t = Recorded(case(card), seats=1).place("a", 4).implement().check()
    assert t.moments(mo.WordKept) == [], "without an owner less came home"
    card = idea("a", effects={"citizen": 3}, maturity=6, cost=1)
    t = Recorded(case(card), seats=1).place("a", 3).implement().check()
    assert t.moment(mo.WordKept).about.claimed == 3


def test_what_a_stumble_took_is_not_the_owners_fault() -> None:
    card = idea("a", effects={"citizen": 5}, maturity=1)
    t = Recorded(case(card), dice=(6,), seats=2).place("a", 4)
    t.implementing().implement().check()
    about = t.moment(mo.HarvestWithoutOwner).about
    assert (about.owned, about.points) == (5, 3)
    assert t.points() == 2, "the stumble took one more"


# ------------------------------------------------------------------ people
def test_an_owner_who_comes_late() -> None:
    t = two().place("a").until(5).anchor(owner=1)
    about = t.moment(mo.OwnerLate).about
    assert (about.owner.seat, about.waited, about.locked) == (1, 2, False), "from round 3 on"


def test_an_owner_who_came_as_soon_as_there_could_be_one_is_not_late() -> None:
    small = case(idea("a", delay=2, cost=1, maturity=6), rounds=(1, 2, 2))
    quick = Recorded(small).place("a").implement().concretise().anchor()
    assert quick.moments(mo.OwnerLate) == []


def test_an_owner_after_the_idea_is_locked() -> None:
    slow = case(idea("a", delay=3, maturity=6))
    t = Recorded(slow).implementing().place("a").implement()
    assert t.moments(mo.OwnerLate) == []
    assert t.next_round().anchor().moment(mo.OwnerLate).about.waited == 1
    assert t.moment(mo.OwnerLate).about.locked


def test_an_owner_in_the_round_in_which_the_idea_is_locked_is_not_late() -> None:
    slow = case(idea("a", delay=2, maturity=6))
    t = Recorded(slow).implementing().place("a").implement().anchor()
    assert t.moments(mo.OwnerLate) == []


def test_an_owner_in_time_is_not_late() -> None:
    assert two().until(3).place("a").anchor().moments(mo.OwnerLate) == []


@pytest.mark.parametrize("again", [False, True])
def test_an_owner_leaves(again: bool) -> None:
    setup = case(idea("a"), events=[event(Effect(owner_leaves=True))])
    t = Recorded(replace(setup, rules=replace(setup.rules, rounds=(0, 3, 3)))).place("a").anchor()
    t.next_round()
    if again:
        t.anchor()
    (m,) = t.moments(mo.OwnerGone)
    assert (m.about.person.seat, m.about.again) == (0, again)


def test_a_turn_without_a_move() -> None:
    t = two().place("a").do(act.Pass(0), act.Pass(1)).next_round()
    about = t.moment(mo.TurnWithoutMove).about
    assert (about.person.seat, about.rounds) == (1, (1,))


# ------------------------------------------------------------------ what was not done
def test_a_phase_without_anything_that_makes_it_safe() -> None:
    t = two().place("a").until(5)
    ideas, concretise = (m.about for m in t.moments(mo.PhaseWithout))
    assert (ideas.phase, ideas.rounds, ideas.missing) == ("ideas", (1, 2), ("trial", "risk"))
    assert (concretise.phase, concretise.rounds) == ("concretise", (3, 4))
    assert concretise.missing == ("trial", "owner", "risk")


def test_rounds_of_rallying() -> None:
    t = Recorded().place("a").do(*[act.Rally(0)] * 4).next_round()
    about = t.moment(mo.RalliedInstead).about
    assert (about.rounds, about.rallies, about.actions) == ((1,), 4, 5)


def test_a_standstill() -> None:
    t = two().place("a").until(4)
    about = t.moment(mo.Stalled).about
    assert (about.rounds, [i.id for i in about.ideas]) == ((2, 3), ["a"])


# ------------------------------------------------------------------ the whole group
def test_the_largest_fall_of_trust_with_its_reasons() -> None:
    t = Recorded().place("a").give("trust", -1).give("trust", -2)
    about = t.moment(mo.TrustLost).about
    assert (about.before, about.left, about.by) == (4, 2, 2)
    assert about.reasons == (("correction", None),)


def test_a_fall_of_trust_is_told_as_its_check_tells_it_though_it_rose_in_between() -> None:
    kept = idea("k", effects={"process": 2}, track="process", maturity=6)
    harm = idea("a", effects={"citizen": -3, "economy": 5}, track="economy", maturity=6)
    t = Recorded(case(kept, harm, capacity=30)).place("k", 2).place("a")
    t.claim("p", estimate=6).until(5)
    before = t.implement("k").implement("a").state.trust
    t.check()
    changes = [e.by for e in t.last if isinstance(e, ev.TrustChanged)]
    about = t.moment(mo.TrustLost).about
    assert (about.before, about.left) == (before, t.state.trust) == (before, before + sum(changes))
    assert about.raised == sum(by for by in changes if by > 0) > 0


def test_a_fall_of_trust_has_more_behind_it_than_the_harm() -> None:
    t = harmful().claim("p", estimate=6).until(5).implement().check()
    assert t.whys() == ["word_broken", "unspoken_harm", "below_zero"]
    assert t.moment(mo.TrustLost).about.before == t.state.trust + 3, "a track below zero is more"
    assert t.moments(mo.TrackHarmed)


def test_trust_that_falls_for_rounds() -> None:
    t = Recorded(case(trust=8)).place("a")
    for _ in range(3):
        t.give("trust", -2).next_round()
    about = t.moment(mo.TrustSlid).about
    assert (about.rounds, about.before, about.left) == ((1, 2, 3), 8, t.debrief.curves.trust[-2])


def test_a_pause_and_a_stop() -> None:
    t = Recorded().set("trust", 0).set("trust", 0)
    assert [m.about.stopped for m in t.moments(mo.ProjectPaused)] == [False, True]
    assert t.state.over
    assert t.moments(mo.VerdictDecided) == []


def test_the_turn_that_decided_the_verdict() -> None:
    t = Recorded(case(idea("a", effects={"economy": 9}, track="economy", maturity=6)))
    t.set("citizen", 8).set("process", 8)
    t.place("a").concretise().anchor("economy").implementing().implement().check()
    decided = t.record.now
    t.end()
    m = t.moment(mo.VerdictDecided)
    assert (m.entry, m.about.before, m.about.verdict) == (decided, "on_the_way", "nearly")
    assert m.about.tracks == ("economy",)
    assert [(i.id, round_) for i, round_ in m.about.ideas] == [("a", 5)]


def test_a_verdict_that_an_early_end_left_open_was_decided_nowhere() -> None:
    t = Recorded(case(idea("a", effects={"economy": 9}, track="economy", maturity=6)))
    t.set("citizen", 8).set("process", 8)
    t.place("a").concretise().anchor("economy").implementing().implement().check()
    t.do(act.EndGame())
    assert t.debrief.measures.result.ending == "ended_early"
    assert t.moments(mo.VerdictDecided) == []


def test_an_unfinished_game_has_no_verdict_yet() -> None:
    t = Recorded().set("economy", 9)
    assert t.moments(mo.VerdictDecided) == []


def test_a_verdict_that_never_changed_was_decided_nowhere() -> None:
    assert Recorded().end().moments(mo.VerdictDecided) == []


# ------------------------------------------------------------------ the record
def test_a_turn_that_was_ended_by_a_slip_of_the_finger_is_no_moment() -> None:
    assert two().do(act.Pass(0)).undo().moments(mo.Undone) == []
    assert two().do(act.Pass(0)).undo("We had more to say").moments(mo.Undone)
    assert two().do(act.Pass(0), act.Rally(1)).undo().undo().moments(mo.Undone)


def test_what_was_undone_is_called_what_was_pressed() -> None:
    t = two().place("a").rest().do(act.Proceed()).undo("We had not understood it")
    assert "Undone: Hold the reality check. The reason:" in t.words(mo.Undone).text
    assert "a moment after “Hold the reality check”" in t.words(mo.Undone).question
    t = two().place("a").check().do(act.Proceed()).undo()
    assert "Undone: Open round 2." in t.words(mo.Undone).text
    t = (
        Recorded(case(idea("a"), rounds=(1, 1, 1)), seats=2)
        .until(3)
        .check()
        .do(act.Proceed())
        .undo()
    )
    assert "Undone: On to the follow-up." in t.words(mo.Undone).text


def test_what_was_undone_is_named_with_the_idea_that_it_was_about() -> None:
    """Also where the idea is not on the table any more; words that were taken back stay unsaid."""
    t = two().place("a").undo()
    assert t.words(mo.Undone).text == "Undone at “a”: Place idea."
    t = two().place("a").do(act.CallEstimates("a", "citizen")).undo()
    t.concretise().do(act.Shelve(0, "a"))
    assert "Undone at “a” (idea A): " in t.words(mo.Undone).text
    t = two().do(act.WriteIdea(0, "Fire Bo", "citizen", "service", 4, "")).undo()
    assert t.words(mo.Undone).text == "Undone: Write idea."


def test_who_sits_where_is_no_decision_to_talk_about() -> None:
    t = two().do(act.Leave(1)).undo("He is here").do(act.Replace(1, "Eli")).undo()
    assert t.moments(mo.Undone) == []


def test_undo_for_good_is_a_moment_and_one_put_back_is_none() -> None:
    t = two().place("a").undo("The wrong card").place("a").undo().redo()
    (m,) = t.moments(mo.Undone)
    assert (m.about.action, m.about.reason) == ("PlaceIdea", "The wrong card")
    assert (m.entry, m.decision_index) == (2, 0)


def test_bookmarks_notes_and_corrections() -> None:
    t = Recorded().place("a").bookmark("Look here").give("capacity", 1).rest()
    t.note(1, "Who spoke first?").note(1, "", mark=True).note(t.record.now, "Ask Ane")
    assert [m.about.note for m in t.moments(mo.Bookmarked)] == ["", "Look here"]
    assert [(m.about.text, m.entry) for m in t.moments(mo.Noted)] == [("Who spoke first?", 1)]
    about = t.moment(mo.FacilitatorCorrection).about
    assert (about.what, about.by, about.reason) == ("capacity", 1, "for the test")


def test_names_of_seats_are_kept_with_their_roles() -> None:
    t = Recorded(seats=(Seat("Ane", ()),)).place("a")
    assert t.debrief.people[0].name == "Ane"
