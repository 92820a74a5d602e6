"""Every observer of ideas and risks finds its moment in a game that was played for it."""

from __future__ import annotations

import pytest

from game.debrief import moments as mo
from game.engine import actions as act
from tests.debrief.recorded import Recorded, harmful
from tests.engine.table import case, idea, risk

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
    assert (about.risk.id, about.risk.track, about.cost) == ("r", "citizen", 2)
    assert (about.unheard, about.in_hand) == (True, True), "one seat has all cards in its hand"


def test_a_named_risk_that_strikes_was_not_unseen() -> None:
    t = risky(dice=(1,)).name("r").implementing().implement().check()
    assert t.moments(mo.UnnamedRiskStruck) == []
    about = t.moment(mo.NamedRiskStruck).about
    assert (about.risk.id, about.cost, about.since) == ("r", 2, 1)


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
    setup = case(idea("a", effects={"citizen": 2}, maturity=1), capacity=30)
    t = Recorded(setup, dice=(6,)).place("a", 6).bolder().until(3)
    t.do(act.Trial(0, "a", "citizen", "One week")).next_round()
    t.do(act.Revise(0, "a", "citizen", 3), act.Revise(0, "a", "citizen", 2))
    about = t.moment(mo.TrialChangedMinds).about
    assert (about.trial, about.proven, about.shelved) == ("One week", False, False)
    assert [(before, after) for _, before, after in about.revised] == [(6, 2)]
    assert t.moments(mo.EstimateChanged) == [], "told once"


def test_an_estimate_that_came_back_to_what_it_was_is_no_change_of_minds() -> None:
    setup = case(idea("a", effects={"citizen": 2}, maturity=1), capacity=30)
    t = Recorded(setup, dice=(6,)).place("a", 6).bolder().until(3).tried(about="citizen")
    t.do(act.Revise(0, "a", "citizen", 3), act.Revise(0, "a", "citizen", 6))
    assert t.moments(mo.TrialChangedMinds) == []


@pytest.mark.parametrize("revised", range(1, 7))
def test_an_estimate_that_goes_against_what_a_trial_showed_is_none_that_listened(
    revised: int,
) -> None:
    """It showed 2, and 4 had been claimed."""
    card = idea("a", effects={"citizen": 2}, maturity=1)
    t = Recorded(case(card, capacity=30), dice=(6,)).place("a", 4).bolder().until(3)
    if revised != 4:
        t.tried(about="citizen").do(act.Revise(0, "a", "citizen", revised))
    assert bool(t.moments(mo.TrialChangedMinds)) == (revised in (1, 2, 3))


def test_a_trial_changes_minds_when_the_idea_is_shelved() -> None:
    card = idea("a", effects={"citizen": 3}, maturity=1)
    t = Recorded(case(card, capacity=30), dice=(6,)).place("a", 6).bolder().until(3)
    t.tried(about="citizen").do(act.Shelve(0, "a"))
    assert t.moment(mo.TrialChangedMinds).about.shelved


def test_a_change_long_after_a_trial_is_another_matter() -> None:
    setup = case(idea("a", effects={"citizen": 2}, maturity=1), capacity=30)
    t = Recorded(setup, dice=(6,)).place("a", 6).bolder().tried(about="citizen").until(5)
    assert t.do(act.Revise(0, "a", "citizen", 2)).moments(mo.TrialChangedMinds) == []


def test_good_for_one_track_and_hard_on_another() -> None:
    t = harmful().until(5).implement().check()
    about = t.moment(mo.TrackHarmed).about
    assert (about.gained, about.gain, about.harmed, about.loss) == ("economy", 3, "citizen", 5)
    assert (about.mention, about.since, about.could_be_named) == (None, None, True)


def test_a_risk_that_came_to_light_was_named_by_nobody() -> None:
    """Once by a trial, which looked for it, and once by somebody who said it."""
    card = idea("a", effects={"citizen": -3, "economy": 5}, track="economy", risks=("r",))
    setup = case(card, risks=[risk("r", "citizen")], capacity=30)
    found = Recorded(setup, dice=(6,)).place("a").bolder().tried()
    named = Recorded(setup).place("a").bolder().name("r")
    for played, how, told in (
        (found, "found", "A risk on that track came to light in round 2."),
        (named, "risk", "A risk on that track was named in round 1."),
    ):
        played.until(5).implement().check()
        assert played.moment(mo.TrackHarmed).about.mention == how
        assert told in played.words(mo.TrackHarmed).text


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
