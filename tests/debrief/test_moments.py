"""Every observer finds its moment in a game that was played for it, and not in others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.debrief import moments as mo
from game.engine import Effect, Seat
from game.engine import actions as act
from tests.debrief.recorded import Recorded
from tests.engine.table import case, event, idea, risk


def two(**more: object) -> Recorded:
    """Two seats without roles."""
    return Recorded(seats=2, **more)  # type: ignore[arg-type]


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
    assert (m.about.lowest.seat, m.about.highest.seat) == (1, 0)


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


# ------------------------------------------------------------------ risks
RISKS = [
    risk("r", "citizen", "ab", severity=2, likelihood=5),
    risk("s", "process", "ab", severity=3, likelihood=5),
    risk("u", "process", "ab", severity=1, likelihood=5),
]


def risky(*, true: tuple[str, ...] = ("r",), dice: tuple[int, ...] = ()) -> Recorded:
    card = idea("a", maturity=6, risks=true)
    return Recorded(case(card, idea("b"), risks=RISKS, capacity=30), dice=dice).place("a")


def test_a_true_risk_that_nobody_named_strikes() -> None:
    t = risky(dice=(1,)).bolder().until(5).implement().check()
    about = t.moment(mo.UnnamedRiskStruck).about
    assert (about.risk.id, about.risk.track, about.severity) == ("r", "citizen", 2)
    assert (about.unheard, about.in_hand) == (True, True), "one seat has all cards in its hand"


def test_a_named_risk_that_strikes_was_not_unseen() -> None:
    t = risky(dice=(1,)).name("r").implementing().implement().check()
    assert t.moments(mo.UnnamedRiskStruck) == []
    about = t.moment(mo.NamedRiskStruck).about
    assert (about.risk.id, about.severity, about.since) == ("r", 2, 1)


def test_a_hidden_risk_strikes_a_written_idea() -> None:
    t = Recorded(dice=(1,))
    own = t.write("Our own", "economy")
    t.bolder().implementing().implement(own).next_round().check()
    about = t.moment(mo.UnnamedRiskStruck).about
    assert (about.risk.track, about.risk.idea.name) == ("economy", "Our own")


def test_a_false_alarm_tells_who_raised_it_and_what_was_spent() -> None:
    t = risky(true=()).name("s").concretise().mitigate("s").implementing().implement().check()
    about = t.moment(mo.FalseAlarmRaised).about
    assert (about.risk.id, about.person.seat, about.mitigations) == ("s", 0, 1)


def test_a_risk_that_was_dealt_with() -> None:
    t = risky(dice=(4,)).name("r").concretise().mitigate("r").implementing().implement().check()
    about = t.moment(mo.RiskPrevented).about
    assert (about.risk.id, about.severity, about.mitigations, about.die) == ("r", 2, 1, 4)


def test_a_risk_that_could_not_strike_any_more() -> None:
    t = risky().name("r").concretise().mitigate("r").mitigate("r")
    about = t.implementing().implement().check().moment(mo.RiskPrevented).about
    assert (about.mitigations, about.die) == (2, 0)


def test_luck_alone_prevents_nothing() -> None:
    t = risky(dice=(6,)).name("r").implementing().implement().check()
    assert t.moments(mo.RiskPrevented) == []


# ------------------------------------------------------------------ ideas
def stumbling(dice: tuple[int, ...]) -> Recorded:
    setup = case(idea("a", effects={"citizen": 6}, maturity=1), capacity=30)
    return Recorded(setup, dice=dice).place("a", 6)


def test_an_idea_carried_out_untried_stumbles() -> None:
    t = stumbling((6,)).concretise().anchor().implementing().implement().check()
    assert t.moment(mo.UntriedStumbled).about.lost == 1


def test_an_idea_that_was_tried_may_stumble_without_blame() -> None:
    t = stumbling((6, 6)).concretise().trial().implementing().implement().check()
    assert t.state.ideas[0].stumbled
    assert t.moments(mo.UntriedStumbled) == []


def test_a_trial_changes_minds_when_what_it_showed_is_estimated_anew() -> None:
    t = stumbling((6,)).bolder().until(3).do(act.Trial(0, "a", "citizen", "One week")).next_round()
    t.do(act.Revise(0, "a", "citizen", 3), act.Revise(0, "a", "citizen", 2))
    about = t.moment(mo.TrialChangedMinds).about
    assert (about.trial, about.proven, about.shelved) == ("One week", False, False)
    assert [(before, after) for _, before, after in about.revised] == [(6, 2)]
    assert t.moments(mo.EstimateChanged) == [], "told once"


def test_an_estimate_that_came_back_to_what_it_was_is_no_change_of_minds() -> None:
    t = stumbling((6,)).bolder().until(3).tried(about="citizen")
    t.do(act.Revise(0, "a", "citizen", 3), act.Revise(0, "a", "citizen", 6))
    assert t.moments(mo.TrialChangedMinds) == []


def test_a_trial_changes_minds_when_the_idea_is_shelved() -> None:
    t = stumbling((6,)).bolder().until(3).tried(about="citizen").do(act.Shelve(0, "a"))
    assert t.moment(mo.TrialChangedMinds).about.shelved


def test_a_change_long_after_a_trial_is_another_matter() -> None:
    t = stumbling((6,)).bolder().tried(about="citizen").until(5)
    assert t.do(act.Revise(0, "a", "citizen", 2)).moments(mo.TrialChangedMinds) == []


def harmful(**more: object) -> Recorded:
    """An idea that costs citizens something and gives on economy."""
    card = idea("a", effects={"citizen": -3, "economy": 5}, track="economy", maturity=6, **more)
    return Recorded(case(card, capacity=30)).place("a")


def test_good_for_one_track_and_hard_on_another() -> None:
    t = harmful().until(5).implement().check()
    about = t.moment(mo.TrackHarmed).about
    assert (about.gained, about.gain, about.harmed, about.loss) == ("economy", 3, "citizen", 5)
    assert (about.mention, about.since, about.could_be_named) == (None, None, True)


def test_a_harm_that_had_been_spoken_of() -> None:
    t = harmful().downside("citizen", 3).implementing().implement().check()
    assert t.moments(mo.TrackHarmed) == [], "told once"
    about = t.moment(mo.HarmForeseen).about
    assert (about.person.seat, about.loss, about.left) == (0, 3, 3)


def test_a_harm_that_lay_open_and_was_done_all_the_same() -> None:
    t = harmful().tried(about="citizen").until(5).implement().check()
    about = t.moment(mo.HarmKnown).about
    assert (about.track, about.loss, about.since, about.named) == ("citizen", 3, 2, False)
    assert t.moments(mo.TrackHarmed) == [], "told once"


def test_a_number_that_stands_far_above_the_truth_that_lies_open() -> None:
    card = idea("a", effects={"citizen": 1}, maturity=6)
    t = Recorded(case(card)).place("a", 5).tried(about="citizen").implementing().implement()
    about = t.moment(mo.ClaimAgainstKnown).about
    assert (about.estimate, about.effect, about.since) == (5, 1, 2)


def test_a_harm_that_was_made_up_for_is_felt_less() -> None:
    card = idea("a", effects={"citizen": -3, "economy": 5}, track="economy", maturity=6)
    t = Recorded(case(card)).place("a").downside("citizen", 2).give("capacity", 3).implementing()
    t.do(act.MakeAmends(t.seat, "a", "citizen", "A bus")).implement().check()
    about = t.moment(mo.HarmForeseen).about
    assert (about.loss, about.left) == (3, 1)


def test_nobody_had_spoken_of_a_harm_that_only_the_check_showed() -> None:
    card = idea("a", effects={"citizen": -3, "economy": 5}, track="economy", maturity=6)
    t = Recorded(case(card)).place("a").implementing().implement().check()
    assert t.moments(mo.HarmForeseen) == []


def test_the_tested_claim_that_was_farthest_from_the_truth_and_its_answer() -> None:
    cards = idea("a", effects={"citizen": 5}), idea("b", effects={"citizen": 1})
    t = Recorded(case(*cards)).place("a", 6).rest().do(act.Proceed())
    assert t.moments(mo.ClaimFaced) == [], "a point beside the truth"
    t.do(act.Answer(0, 5)).until(2).place("b", 6).rest().do(act.Proceed())
    assert t.moment(mo.ClaimFaced).about.answer is None
    t.do(act.Answer(0, 6))
    about = t.moment(mo.ClaimFaced).about
    assert about.benefit.key == ("b", "citizen")
    assert (about.estimate, about.effect, about.answer) == (6, 1, 6)


def test_a_claim_is_called_what_it_was_called_when_it_was_tested() -> None:
    t = Recorded(case(idea("a", effects={"citizen": 2, "employee": -2}))).place("a", 2)
    t.do(act.WriteBenefit(0, "Time to spare", "employee", "a", 4)).rest().do(act.Proceed())
    t.do(act.Answer(0, 1)).until(2)
    t.do(act.NameDownside(0, "a", "employee", 2, "A week without cases"))
    about = t.moment(mo.ClaimFaced).about
    assert (about.benefit.name, about.benefit.downside, about.estimate) == (
        "Time to spare",
        False,
        4,
    )
    (story,) = [b for b in t.debrief.benefits if b.benefit.key == ("a", "employee")]
    assert (story.benefit.name, story.benefit.downside) == ("A week without cases", True)


def test_without_a_tested_claim_there_is_no_such_moment() -> None:
    assert Recorded().place("a").moments(mo.ClaimFaced) == []


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
    slow = case(idea("a", delay=2, maturity=6))
    t = Recorded(slow).implementing().place("a").implement().anchor()
    about = t.moment(mo.OwnerLate).about
    assert (about.waited, about.locked) == (0, True)


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


def test_an_unfinished_game_has_no_verdict_yet() -> None:
    t = Recorded().set("economy", 9)
    assert t.moments(mo.VerdictDecided) == []


def test_a_verdict_that_never_changed_was_decided_nowhere() -> None:
    assert Recorded().end().moments(mo.VerdictDecided) == []


# ------------------------------------------------------------------ the record
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
