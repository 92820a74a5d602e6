"""The stories of benefits, risks, rounds and seats, and what two sessions have apart."""

from __future__ import annotations

import pytest

from game.debrief import compare
from game.debrief.comparison import (
    COUNTS,
    CountsDiffer,
    EndingsDiffer,
    IdeasDiffer,
    NotOver,
    TracksDiffer,
    WaysPart,
)
from game.engine import CONTRIBUTIONS
from game.engine import actions as act
from game.wording.debrief_texts import benefit_reasons, difference_text
from tests.debrief.recorded import Recorded
from tests.engine.table import case, idea, risk
from tests.wording.cases import CASE, EN


def tried() -> Recorded:
    """Two ideas: A is anchored, tried and estimated anew, B is shelved."""
    cards = (idea("a", effects={"citizen": 5, "process": 2}, maturity=4), idea("b", "economy"))
    t = Recorded(case(*cards, risks=[risk("r", "citizen", "ab")]), dice=(6, 6))
    t.place("a", 3).claim("e", estimate=2).place("b", 4).concretise()
    t.anchor("citizen").trial().do(act.Revise(t.seat, "a", "citizen", 5))
    return t.do(act.Shelve(t.seat, "b"))


def test_a_benefits_story_from_claim_to_harvest() -> None:
    t = tried().implementing().implement().check()
    a, e, b = t.debrief.benefits
    assert [(x.before, x.estimate) for x in a.estimates] == [(None, 3), (3, 5)]
    assert (a.claimed, a.effect, a.harvested, a.gaps) == (5, 5, 5, ())
    assert (a.owner and a.owner.seat, a.anchored, a.fate) == (0, True, "realised")
    assert (e.claimed, e.harvested, [g.cause for g in e.gaps]) == (2, 0, ["truth"])
    assert (b.fate, b.harvested, b.gaps) == ("shelved", None, ())


def test_what_following_up_gave_is_part_of_what_a_benefit_gave_and_not_of_its_harvest() -> None:
    t = tried().implementing().implement().next_round()
    t.do(act.FollowUp(t.seat, "a", "citizen"))
    story = t.debrief.benefits[0]
    assert (story.claimed, story.harvested, story.given) == (5, 5, 6)
    assert benefit_reasons(EN, CASE, story) == ("followed up: +1",), "6 is not exactly 5"
    shelved = t.debrief.benefits[2]
    assert shelved.given is None


def test_a_benefit_that_changes_hands() -> None:
    t = Recorded(seats=2).place("a").until(3).anchor(owner=1)
    t.do(act.HandOver(1, "a", "citizen", 0))
    owner = t.debrief.benefits[0].owner
    assert owner is not None
    assert owner.seat == 0


def test_what_nobody_claimed_is_told_too() -> None:
    t = tried().implementing().implement().check()
    (one,) = t.debrief.unclaimed
    assert (one.benefit.key, one.effect, one.points) == (("a", "process"), 2, 0)


def test_poker_belongs_to_the_benefit_it_was_about() -> None:
    t = Recorded(seats=2).place("a").do(act.CallEstimates("a", "citizen"))
    t.do(act.GiveEstimate(0, 2), act.GiveEstimate(1, 5))
    assert [p.values for p in t.debrief.benefits[0].polls] == [(2, 5)]


def test_a_strike_on_its_track_stands_beside_the_harvest() -> None:
    card = idea("a", maturity=6, risks=("r",))
    setup = case(card, risks=[risk("r", severity=2, likelihood=5)])
    t = Recorded(setup, dice=(1,)).place("a", 4).name("r").implementing().implement().check()
    (story,) = t.debrief.benefits
    assert [(s.risk.id, s.cost, s.named) for s in story.strikes] == [("r", 2, True)]
    (told,) = t.debrief.risks
    assert (told.fate, told.die, told.limit) == ("struck", 1, 5)


def test_risks_by_their_fate() -> None:
    card = idea("a", maturity=6, risks=("r",))
    cards = [risk("r", likelihood=3), risk("s", "process")]
    t = Recorded(case(card, risks=cards)).place("a").name("r").name("s")
    assert [r.fate for r in t.debrief.risks] == ["open"] * 2
    t.concretise().mitigate("r").implementing().implement().check()
    first, second = t.debrief.risks
    assert (first.fate, len(first.mitigations)) == ("prevented", 1)
    assert second.fate == "false"


def test_words_that_were_written_are_a_risk_of_their_own() -> None:
    card = idea("a", maturity=6, risks=("r",))
    t = Recorded(case(card, risks=[risk("r", severity=4)]), dice=(6,)).place("a")
    t.do(act.WriteRisk(0, "It rains", "citizen", "a", 1, 2)).implementing().implement().check()
    (told,) = t.debrief.risks
    assert (told.risk.name, told.severity, told.fate) == ("It rains", 1, "held")


def test_rounds_tell_what_was_done_in_them() -> None:
    t = tried()
    rounds = t.debrief.rounds
    assert [r.round for r in rounds] == [1, 2, 3]
    assert (rounds[0].counts["ideas"], rounds[0].counts["benefits"]) == (2, 1)
    assert rounds[2].counts["trials"] == rounds[2].counts["anchors"] == 1
    assert rounds[0].claimed == (3, 0, 6, 0)
    assert sum(len(r.steps) for r in rounds) == len(t.record.history) + 1


def test_seats_tell_who_did_what() -> None:
    (seat,) = tried().debrief.seats
    counts = {name: n for name, n in seat.counts.items() if n}
    assert {"ideas": 2, "benefits": 1, "trials": 1, "shelved": 1}.items() <= counts.items()
    assert seat.owned == 1
    assert seat.contributions == 7
    assert seat.rounds_without_move == (), "in round 2 it answered reality"
    assert (seat.turns, seat.passes) == (3, 2)


def test_a_risk_that_nobody_named_says_what_showed_it() -> None:
    """Reality asks about it, a trial finds it, it is thrown for, or somebody names it."""
    setup = case(idea("a", effects={"citizen": 3}, maturity=6, risks=("r",)), risks=[risk("r")])
    asked = Recorded(setup).place("a", 3).rest().do(act.Proceed(), act.Answer(0, 3)).until(2)
    asked = asked.rest().do(act.Proceed())
    tried = Recorded(setup, dice=(6,)).place("a", 3).tried(about="risk")
    thrown = Recorded(setup, dice=(6, 6)).place("a", 3).implementing().implement().check()
    named = Recorded(setup).place("a", 3).name("r")
    stories = [t.debrief.risks[0].found_by for t in (asked, tried, thrown, named)]
    assert stories == ["check", "trial", "check", None]


def test_a_shelved_idea_takes_its_benefits_and_its_risks_off_the_tracks() -> None:
    setup = case(idea("a", risks=("r",)), risks=[risk("r")])
    t = Recorded(setup).place("a", 3).name("r").until(3)
    counts = [(m.benefits, m.risks) for m in t.debrief.measures.tracks]
    assert [sum(column) for column in zip(*counts, strict=True)] == [1, 1]
    t.do(act.Shelve(0, "a"))
    assert not any(m.benefits or m.risks for m in t.debrief.measures.tracks)


def test_measures_name_the_tracks_that_nobody_thought_of() -> None:
    measures = tried().debrief.measures
    assert [t.track for t in measures.tracks if not t.benefits] == ["process", "employee"]
    assert not any(t.risks for t in measures.tracks)
    assert measures.result.realism == pytest.approx(0.2), "what was guessed before the trial"


def test_curves_have_a_value_for_every_decision() -> None:
    t = tried().implementing().implement().check()
    curves = t.debrief.curves
    assert len(curves.claimed) == len(curves.realised) == len(t.record.history) + 1
    assert curves.claimed[1] == (3, 0, 0, 0)
    assert curves.realised[-1] == t.state.points
    assert curves.trust[-1] == t.state.trust


# ------------------------------------------------------------------ two sessions
def test_a_branch_and_its_original() -> None:
    one, two = tried(), tried()
    one.implementing().implement().check()
    two.implementing().check()
    c = compare(one.debrief, two.debrief)
    assert c.same_case
    assert c.common == len(two.record.history) - 2  # one passes, and the check is held
    left, right = c.parting
    assert isinstance(left and left.action, act.Implement)
    assert isinstance(right and right.action, act.Pass)
    kinds = {type(d) for d in c.differences}
    assert {NotOver, IdeasDiffer, CountsDiffer} <= kinds
    assert not {EndingsDiffer, TracksDiffer} & kinds, "neither has come to an end"
    (ideas,) = [d for d in c.differences if isinstance(d, IdeasDiffer)]
    assert ([i.id for i in ideas.only_a], ideas.only_b) == (["a"], ())
    pair = next(p for p in c.benefits if p.benefit.key == ("a", "citizen"))
    assert (pair.a and pair.a.harvested, pair.b and pair.b.harvested) == (5, None)


def test_what_was_done_otherwise_is_told_first_and_counted() -> None:
    """Only making up for a downside tells the two apart: it is the first thing that is said."""
    one, two = harmful(), harmful()
    two.do(act.MakeAmends(two.seat, "a", "employee"))
    for game in (one, two):
        game.implement().check().end()
    c = compare(one.debrief, two.debrief)
    ways = c.differences[0]
    assert isinstance(ways, WaysPart)
    said = difference_text(EN, CASE, ways, "A", "B")
    assert "in “A”: " in said
    assert "makes up for" in said.partition("In “B”: ")[2]
    counts = {d.pair.count: (d.pair.a, d.pair.b) for d in c.differences if type(d) is CountsDiffer}
    assert counts["amends"] == (0, 1)


def harmful() -> Recorded:
    card = idea("a", effects={"citizen": 4, "employee": -2}, maturity=6)
    played = Recorded(case(card)).place("a").downside("employee", 2)
    return played.set("capacity", 5).implementing()


def test_every_kind_of_move_is_compared() -> None:
    otherwise = {"anchors": "owned", "implemented": "realised"}
    silent = {"estimates"}
    compared = {otherwise.get(name, name) for name in set(CONTRIBUTIONS) - silent}
    assert compared <= set(COUNTS)


def test_that_one_of_two_was_ended_early_is_how_they_differ() -> None:
    one, two = tried().implementing().implement().check(), tried().end()
    one.do(act.EndGame())
    (ends,) = [d for d in compare(one.debrief, two.debrief).differences if type(d) is EndingsDiffer]
    assert (ends.a.ending, ends.b.ending) == ("ended_early", two.state.verdict)
    said = difference_text(EN, CASE, ends, "A", "B")
    assert said.startswith("The result of “A”: Ended early, after round 5 of ")


def test_a_session_is_no_different_from_itself() -> None:
    one = tried().debrief
    c = compare(one, one)
    assert (c.differences, c.parting, c.common) == ((), (None, None), len(one.steps) - 1)


def test_two_games_of_one_case_share_no_decision() -> None:
    one, two = tried(), Recorded(case(idea("x"))).place("x")
    c = compare(one.debrief, two.debrief)
    assert c.common == -1
    assert c.parting == (None, None)
    assert [p.a is None or p.b is None for p in c.benefits] == [True] * 4


def test_the_way_from_what_was_claimed_to_what_was_reached() -> None:
    card = idea("a", effects={"citizen": 5, "process": -2}, maturity=6, risks=("r",))
    setup = case(card, idea("b"), risks=[risk("r", severity=3, likelihood=5)])
    t = Recorded(setup, dice=(1,)).place("a", 6).place("b", 2).implementing().implement().check()
    waterfall = t.debrief.waterfall
    assert (waterfall.claimed, waterfall.reached) == (8, -4)
    parts = {part.why: part.points for part in waterfall.parts}
    assert parts == {
        "unrealised": -2,
        "truth": -1,
        "unowned": -2,
        "unspoken": -2,
        "unnamed": -2,
        "struck": -3,
    }


@pytest.mark.parametrize(
    ("effect", "told"),
    [
        (2, ("the downside did not come",)),
        (-2, ("exactly as named",)),
        (-4, ("worse than named: −2",)),
        (-1, ("milder than named: +1",)),
    ],
)
def test_a_downside_is_told_as_a_harm_and_not_as_a_claim(effect: int, told: tuple[str]) -> None:
    card = idea("a", effects={"citizen": 4, "employee": effect}, maturity=6)
    t = Recorded(case(card)).place("a").downside("employee", 2).implementing().implement().check()
    story = next(b for b in t.debrief.benefits if b.benefit.track == "employee")
    assert benefit_reasons(EN, CASE, story) == told


def test_a_downside_that_was_made_up_for_is_not_exactly_what_was_named() -> None:
    card = idea("a", effects={"citizen": 4, "employee": -2}, maturity=6)
    t = Recorded(case(card)).place("a").downside("employee", 2).set("capacity", 5).implementing()
    t.do(act.MakeAmends(t.seat, "a", "employee")).implement().check()
    story = next(b for b in t.debrief.benefits if b.benefit.track == "employee")
    assert (story.claimed, story.given) == (-2, 0)
    assert benefit_reasons(EN, CASE, story) == ("it was made up for: +2",)
