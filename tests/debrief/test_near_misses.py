"""Games in which a sentence is nearly true: it is not said, or another one is, which is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from game.debrief import moments as mo
from game.engine import Effect, Track
from game.engine import actions as act
from game.wording.debrief_texts.mentions import gain_mentioned, harm_mentioned
from tests.debrief.recorded import Recorded
from tests.engine.table import case, event, idea, risk
from tests.rows import each_row
from tests.wording.cases import EN

NOBODY = "No arrow, no trial, no risk and no number on the table had shown it."


# ------------------------------------------------------------------ harm: every way of speaking
def harmful(
    *, arrow: int = 0, risks: tuple[str, ...] = (), maturity: int = 6, dice: tuple[int, ...] = ()
) -> Recorded:
    """An idea that costs citizens something and gives on economy; reality asks about another."""
    card = idea(
        "a",
        effects={"citizen": -3, "economy": 3},
        track="economy",
        maturity=maturity,
        promise={"citizen": arrow} if arrow else {},
        risks=risks,
    )
    cards = [risk("r"), risk("p", "process")]
    table = Recorded(case(card, risks=cards, capacity=30), dice=dice)
    return table.place("a", 3).bolder()


def harm(t: Recorded) -> mo.TrackHarmed:
    """What is told of the harm when it has come."""
    about = t.until(5).implement().check().moment(mo.TrackHarmed).about
    assert isinstance(about, mo.TrackHarmed)
    return about


def test_a_harm_that_nothing_had_shown() -> None:
    t = harmful()
    about = harm(t)
    assert (about.mention, about.since) == (None, None)
    assert harm_mentioned(EN, about.mention, about.since) == NOBODY
    first, last = t.moment(mo.TrackHarmed).evidence.searched or (None, None)
    assert first is not None
    assert last is not None
    assert (first.entry, last.entry) == (0, t.record.now), "the whole log until then"


def spoken_of(t: Recorded, how: str) -> Recorded:
    """Something at the table speaks of the harm, or nearly does."""
    ways: dict[str, Any] = {
        "opened": lambda: t.tried(about="citizen"),
        "a trial that asked about something else": lambda: t.tried(about="economy"),
        "a trial that did not work": lambda: t.tried(about="economy"),
        "a trial that was taken back": lambda: t.trial(about="citizen").undo(),
        "a report that was taken back": lambda: back(t, lambda: t.tried(about="citizen")),
        "a downside taken back": lambda: t.downside("citizen").undo(),
        "a downside on another track": lambda: t.downside("process"),
        "a risk there": lambda: t.name("r"),
        "a risk there, taken back": lambda: t.name("r").undo(),
        "a risk on another track": lambda: t.name("p"),
        "a risk in own words": lambda: t.do(act.WriteRisk(0, "It rains", "citizen", "a", 1, 1)),
        "a bookmark without a word": lambda: t.bookmark(),
        "a bookmark with a word": lambda: t.bookmark("What about those who cannot read?"),
        "an undo with a reason": lambda: t.claim("p").undo("That harms the citizens"),
        "poker about nothing": lambda: poll(t, 0),
        "poker above zero": lambda: poll(t, 4),
    }
    ways[how]()
    return t


def back(t: Recorded, do: Callable[[], object]) -> None:
    """Do something and take all of it back."""
    before = len(t.record.history)
    do()
    while len(t.record.history) > before:
        t.undo()


def test_an_arrow_shows_it_from_when_its_card_came_to_stay() -> None:
    card = idea(
        "a", effects={"citizen": -3, "economy": 3}, track="economy", promise={"citizen": -1}
    )
    t = Recorded(case(card, idea("b"), capacity=30)).place("a", 3).undo().place("b")
    about = harm(t.next_round().place("a", 3).bolder())
    assert (about.mention, about.since) == ("arrow", 2)


def poll(t: Recorded, value: int) -> None:
    t.do(act.CallEstimates("a", "citizen"), act.GiveEstimate(0, value), act.CloseEstimates())


@each_row(
    "how, told",
    [
        ("opened", "opened"),
        ("a trial that asked about something else", "opened"),
        ("a trial that did not work", None),
        ("a trial that was taken back", None),
        ("a report that was taken back", "seen"),
        ("a downside taken back", "downside"),
        ("a downside on another track", None),
        ("a risk there", "risk"),
        ("a risk there, taken back", "risk"),
        ("a risk on another track", None),
        ("a risk in own words", "risk"),
        ("a bookmark without a word", None),
        ("a bookmark with a word", "text"),
        ("an undo with a reason", "text"),
        ("poker about nothing", None),
        ("poker above zero", None),
    ],
)
def test_nobody_needs_a_proof_that_looks_at_every_way_of_speaking(
    how: str, told: str | None
) -> None:
    fails = how == "a trial that did not work"
    t = spoken_of(harmful(maturity=3, dice=(6, 1)) if fails else harmful(), how)
    t.until(5).implement().check()
    about = next(m.about for m in t.found(mo.TrackHarmed) if m.about.harmed == "citizen")
    assert about.mention == told
    assert (harm_mentioned(EN, about.mention, about.since) == NOBODY) == (told is None)


def test_an_arrow_on_the_card_has_shown_it() -> None:
    about = harm(harmful(arrow=-1))
    assert (about.mention, about.since) == ("arrow", 1)
    assert harm(harmful(arrow=1)).mention is None, "an arrow the other way says nothing of a harm"


def test_what_was_said_of_another_idea_says_nothing() -> None:
    t = harmful()
    bold = next(i.id for i in t.state.ideas if i.written)
    t.do(act.WriteRisk(0, "It rains", "citizen", bold, 1, 1))
    assert harm(t).mention is None


def test_what_was_said_afterwards_says_nothing() -> None:
    t = harmful().until(5).implement().check()
    t.bookmark("That should have been said").next_round()
    assert t.moment(mo.TrackHarmed).about.mention is None


# ------------------------------------------------------------------ gains that nobody claimed
def gain(how: str) -> str:
    """What is told of a gain that was not claimed, after something was or was not said of it."""
    promise = {"process": 1} if how == "arrow" else {}
    card = idea("a", effects={"citizen": 3, "process": 2}, maturity=6, promise=promise)
    t = Recorded(case(card, capacity=30)).place("a", 3).bolder()
    if how == "number":
        t.do(act.CallEstimates("a", "process"), act.GiveEstimate(0, 2), act.CloseEstimates())
    if how == "taken back":
        t.claim("p").undo()
    t.until(5).implement().check()
    (found,) = (u for u in t.debrief.unclaimed if u.benefit.idea.id == "a")
    mention = found.mention
    way, round_ = (mention.way, mention.position.round) if mention else (None, None)
    return gain_mentioned(EN, way, round_)


def test_a_gain_that_was_not_claimed_may_have_been_promised() -> None:
    nothing = "No arrow, no trial and no number on the table had shown it."
    assert gain("nothing") == nothing
    assert gain("arrow") == "An arrow on the card had shown it since round 1."
    assert gain("number") == "A number above zero was given in round 1."
    assert gain("taken back") == "A number above zero was given in round 1."


# ------------------------------------------------------------------ risks
def struck(t: Recorded) -> mo.UnnamedRiskStruck:
    about = t.until(5).implement().check().moment(mo.UnnamedRiskStruck).about
    assert isinstance(about, mo.UnnamedRiskStruck)
    return about


def risky(**more: Any) -> Recorded:
    cards = [risk("r", about="ab", severity=2, likelihood=5), risk("p", "process")]
    ideas = idea("a", maturity=6, risks=("r",)), idea("b")
    setup = case(*ideas, risks=cards, capacity=30)
    return Recorded(setup, dice=(1,), **more).place("a").bolder()


def test_a_risk_that_nobody_had_named() -> None:
    assert struck(risky()).unheard
    assert struck(risky().name("p")).unheard, "another risk is another matter"


@pytest.mark.parametrize("how", ["taken back", "a word", "a downside there"])
def test_a_risk_of_which_something_was_said_is_told_otherwise(how: str) -> None:
    t = risky()
    if how == "taken back":
        t.name("r").undo()
    elif how == "a word":
        t.bookmark("Remember who has no time")
    else:
        t.downside("citizen").undo()
    assert not struck(t).unheard


def test_a_risk_lay_in_a_hand_or_in_none() -> None:
    assert struck(risky()).in_hand
    assert not struck(risky().place("b").name("r", "b")).in_hand, "it lay at another idea"


def test_a_risk_that_was_worked_on_was_not_left_alone() -> None:
    cards = [risk("r", severity=2, likelihood=5)]
    setup = case(idea("a", maturity=6, risks=("r",)), risks=cards, capacity=30)
    t = Recorded(setup, dice=(1,)).place("a").name("r").until(3).mitigate("r").undo()
    assert t.until(5).implement().check().moments(mo.NamedRiskStruck) == []


def test_luck_alone_prevents_nothing_whatever_was_done() -> None:
    """At a six it had not struck anyway: likelihood 5, three less for the work."""
    cards = [risk("r", severity=2, likelihood=5)]
    setup = case(idea("a", maturity=6, risks=("r",)), risks=cards, capacity=30)
    t = Recorded(setup, dice=(6,)).place("a").name("r").until(3).mitigate("r")
    assert t.until(5).implement().check().moments(mo.RiskPrevented) == []


# ------------------------------------------------------------------ trials and stumbles
def stumbling(*dice: int) -> Recorded:
    card = idea("a", effects={"citizen": 6}, maturity=1)
    return Recorded(case(card, capacity=30), dice=dice).place("a", 6).bolder()


def test_an_idea_whose_trial_was_taken_back_was_not_without_a_thought_of_it() -> None:
    t = stumbling(6).trial(about="citizen").undo().until(5).implement().check()
    assert t.state.ideas[0].stumbled
    assert t.moments(mo.UntriedStumbled) == []


def test_a_stumble_at_the_end_of_a_track_costs_nothing() -> None:
    t = stumbling(6).until(5).set("citizen", -10).implement().check()
    assert t.moment(mo.UntriedStumbled).about.lost == 0


def test_a_change_on_a_track_that_the_trial_did_not_show_is_another_matter() -> None:
    t = stumbling(6).until(2).tried(about="economy").do(act.Revise(0, "a", "citizen", 3))
    assert t.moments(mo.TrialChangedMinds) == []


def test_a_trial_that_showed_what_was_claimed_did_not_shelve_the_idea() -> None:
    card = idea("a", effects={"citizen": 3}, maturity=1)
    for claimed, shelved_by_it in ((2, 0), (3, 0), (4, 1)):
        t = Recorded(case(card, capacity=30), dice=(6,)).place("a", claimed).bolder().until(3)
        t.tried(about="citizen").do(act.Shelve(0, "a"))
        assert len(t.moments(mo.TrialChangedMinds)) == shelved_by_it, claimed


def test_where_nothing_was_claimed_only_a_harm_shelves_an_idea() -> None:
    for effect, shelved_by_it in ((0, 0), (2, 0), (-1, 1)):
        card = idea("a", effects={"citizen": 3, "process": effect}, maturity=1)
        t = Recorded(case(card, capacity=30), dice=(6,)).place("a", 3).bolder().until(3)
        t.tried(about="process").do(act.Shelve(0, "a"))
        assert len(t.moments(mo.TrialChangedMinds)) == shelved_by_it, effect


def test_what_reality_asked_about_is_not_the_doing_of_a_trial() -> None:
    """The check after the report asks about the claim, and the answer is a new estimate."""
    card = idea("a", effects={"citizen": 6}, maturity=1)
    t = Recorded(case(card, capacity=30), dice=(6,)).place("a", 6).tried(about="economy")
    t.do(act.WriteBenefit(0, "More", "process", "a", 6)).rest().do(act.Proceed())
    assert t.state.step == "answer"
    t.do(act.Answer(0, 1))
    assert t.moments(mo.TrialChangedMinds) == []


# ------------------------------------------------------------------ owners and estimates
def test_a_new_owner_is_not_a_late_one() -> None:
    setup = case(idea("a", delay=2, maturity=6), events=[event(Effect(owner_leaves=True))])
    t = Recorded(replace(setup, rules=replace(setup.rules, rounds=(0, 3, 3)))).place("a").anchor()
    t.until(3).anchor()
    assert t.moments(mo.OwnerLate) == []


def test_a_claim_met_exactly_once_its_truth_lay_open_is_no_kept_promise() -> None:
    card = idea("a", effects={"citizen": 3}, maturity=6)
    t = Recorded(case(card, capacity=30)).place("a", 3).bolder().tried(about="citizen")
    assert t.until(5).implement().check().moments(mo.WordKept) == []


@pytest.mark.parametrize(
    ("effects", "claimed", "owned", "kept"),
    [
        ({"citizen": 3}, 3, True, True),
        ({"citizen": 3, "process": 2}, 3, True, True),  # more came than was promised
        ({"citizen": 4}, 3, False, False),  # nobody owned it, so that no more than 3 came of 4
        ({"citizen": 3, "economy": -1}, 3, True, False),  # a harm came of which nobody spoke
    ],
)
def test_a_promise_is_kept_by_what_is_true_and_not_by_what_was_lost(
    effects: dict[Track, int], claimed: int, owned: bool, kept: bool
) -> None:
    t = Recorded(case(idea("a", effects=effects, maturity=6), capacity=30)).place("a", claimed)
    t.bolder().concretise()
    if owned:
        t.anchor()
    found = t.until(5).implement().check().moments(mo.WordKept)
    assert bool(found) == kept


def test_a_number_that_follows_the_open_truth_is_no_change_of_mind() -> None:
    card = idea("a", effects={"citizen": 1}, maturity=6)
    t = Recorded(case(card)).place("a", 6).rest().do(act.Proceed(), act.Answer(0, 1))
    assert t.moments(mo.EstimateChanged) == []


def test_believed_by_everybody_but_it_did_harm() -> None:
    """A benefit that took points is no harvest of nothing, whoever believed in it."""
    card = idea("a", effects={"citizen": -2}, maturity=6)
    t = Recorded(case(card, capacity=30), seats=2).place("a", 3).bolder()
    t.do(act.CallEstimates("a", "citizen"), act.GiveEstimate(0, 2), act.GiveEstimate(1, 2))
    t.do(act.CloseEstimates()).until(5).implement().check()
    told = t.words(mo.HarvestedNothing)
    assert told.title == "A benefit turned into a harm"
    assert "everybody gave it at least 2" in told.text


# ------------------------------------------------------------------ turns
def turns(seats: int = 2) -> Recorded:
    return Recorded(seats=seats).place("a").do(act.Pass(0))


def test_a_skipped_turn_is_nobodys_doing() -> None:
    t = turns().do(act.SkipTurn()).next_round()
    assert t.moments(mo.TurnWithoutMove) == []


def test_what_was_done_on_the_turn_of_another_counts() -> None:
    t = Recorded(seats=2).place("a")
    t.do(act.CallEstimates("a", "citizen"), act.GiveEstimate(0, 2), act.GiveEstimate(1, 3))
    t.do(act.CloseEstimates(), act.Pass(0), act.Pass(1)).next_round()
    assert t.moments(mo.TurnWithoutMove) == []


def test_what_was_done_and_taken_back_counts() -> None:
    t = turns()
    t.do(act.WriteBenefit(1, "More", "process", "a", 2)).undo().do(act.Pass(1)).next_round()
    assert t.moments(mo.TurnWithoutMove) == []


# ------------------------------------------------------------------ what was not done
def test_a_phase_in_which_it_was_done_and_taken_back_is_not_told() -> None:
    t = Recorded(seats=2).place("a").trial().undo().until(3)
    (about,) = (m.about for m in t.moments(mo.PhaseWithout))
    assert about.missing == ("risk",)


def test_a_phase_in_which_there_was_nothing_to_do_it_for_is_not_told() -> None:
    assert Recorded(seats=2).until(3).moments(mo.PhaseWithout) == []


def test_a_phase_that_is_not_over_is_not_told() -> None:
    assert Recorded(seats=2).place("a").until(2).moments(mo.PhaseWithout) == []


def test_few_rallies_are_no_round_of_rallying() -> None:
    t = Recorded().place("a").do(*[act.Rally(0)] * 3).next_round()
    assert t.moments(mo.RalliedInstead) == []
    t = Recorded().do(*[act.Rally(0)] * 4).place("a")
    for letter in "pem":
        t.claim(letter)
    assert t.downside("citizen").next_round().moments(mo.RalliedInstead) == []


@pytest.mark.parametrize("what", ["revised", "taken back", "one round"])
def test_a_round_in_which_something_was_done_is_no_standstill(what: str) -> None:
    t = Recorded(seats=2).place("a").until(3 if what != "one round" else 2)
    if what == "revised":
        t.do(act.Revise(t.seat, "a", "citizen", 2))
    elif what == "taken back":
        t.trial().undo()
    assert t.next_round().moments(mo.Stalled) == []


# ------------------------------------------------------------------ the group
def test_trust_that_rose_in_between_did_not_slide() -> None:
    t = Recorded(case(trust=9)).place("a")
    for by in (-3, 2, -3, -3):
        t.give("trust", by).next_round()
    assert t.moments(mo.TrustSlid) == []


def test_a_pause_raises_trust_again_and_the_fall_is_told_to_its_bottom() -> None:
    t = Recorded().place("a").set("trust", 3).give("trust", -3)
    about = t.moment(mo.TrustLost).about
    assert (about.before, about.left) == (3, 0)
    assert t.state.trust == 2


def test_a_pause_after_the_last_round_stops_nothing() -> None:
    t = Recorded().place("a").until(7).set("trust", 0)
    assert t.moment(mo.ProjectPaused).about.round is None
    assert "Nothing could be implemented" not in t.words(mo.ProjectPaused).text


def test_what_the_last_check_decided_is_not_worth_a_moment() -> None:
    t = Recorded(case(idea("a", effects={"economy": 9}, track="economy", maturity=6)))
    t.set("citizen", 8).set("process", 8).set("employee", 8)
    t.place("a").concretise().anchor("economy").until(7).set("capacity", 20).implement().end()
    assert t.state.verdict in ("realised", "together")
    assert t.moments(mo.VerdictDecided) == []
