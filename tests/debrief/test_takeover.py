"""Who is told of what, once somebody else has sat down at a seat and taken over what it owns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from game.debrief.history import history_of
from game.debrief.observers import OBSERVERS
from game.debrief.participation import whoever_sat_there
from game.debrief.references import Person
from game.engine import actions as act
from tests.debrief.recorded import Recorded
from tests.engine.table import case, idea

OWNED: Final = {"people", "benefits.owner"}
"""Where the debrief tells who sits there at last, and what belongs to them."""
DONE: Final = {
    "earlier",
    "benefits.estimates.person",
    "risks.person",
    "risks.mitigations.person",
    "trials.person",
    "EstimateChanged.person",
    "EstimatesSpread.given",
    "ClaimFaced.person",
    "FalseAlarmRaised.person",
    "HarmForeseen.person",
    "OwnerLate.owner",
}
"""Where it tells who did something."""
_OF_BOTH: Final = ("seats.", "moments.", "TurnWithoutMove.")
"""Where it tells of both, each by themselves; the moments are looked at kind by kind."""


def taken_over() -> Recorded:
    """Two do all there is to do; then others take their seats over, and only end their turns."""
    card = idea("a", effects={"citizen": 1, "process": -3}, maturity=6)
    played = Recorded(case(card), seats=2)
    played.do(act.CallEstimates("a", "citizen"))
    played.do(act.GiveEstimate(0, 0), act.GiveEstimate(1, 6), act.CloseEstimates())
    played.place("a", 6).downside("process")
    played.do(act.Revise(0, "a", "citizen", 3), act.Revise(0, "a", "citizen", 5))
    played.do(act.WriteRisk(0, "Nobody comes", "citizen", "a", 3, 2))
    played.next_round().trial().until(5).mitigate(played.idea().risks[0].id)
    played.anchor(owner=1).implement().do(act.Replace(0, "Ida"), act.Replace(1, "Eli"))
    played.end()
    return played


def people_in(told: Any, path: str = "") -> Iterator[tuple[str, Person]]:
    """Everybody who is named anywhere in something told, each with the way there."""
    if isinstance(told, Person):
        yield path, told
    elif isinstance(told, tuple | list):
        for one in told:
            yield from people_in(one, path)
    elif is_dataclass(told):
        for field in fields(told):
            yield from people_in(getattr(told, field.name), f"{path}.{field.name}".strip("."))


def test_deeds_are_theirs_who_sat_there_then_and_what_is_owned_is_theirs_who_sit_there_now() -> (
    None
):
    played = taken_over()
    history = history_of(played.record, played.setup)
    moments = [m.about for observe in OBSERVERS for m in observe(history)]
    found = [*people_in(played.debrief)]
    found += [one for about in moments for one in people_in(about, type(about).__name__)]
    told = [(way, who) for way, who in found if not way.startswith(_OF_BOTH)]
    assert {way for way, _ in told} == OWNED | DONE, "all of them are told in this game"
    for way, person in told:
        assert (person.name in ("Ida", "Eli")) is (way in OWNED), way


def test_everybody_has_a_story_of_what_was_done_while_they_sat_there() -> None:
    told = {story.person.name: story for story in taken_over().debrief.seats}
    assert list(told) == ["seat 0", "Ida", "seat 1", "Eli"]
    assert [told["seat 0"].counts[name] for name in ("ideas", "risks", "anchors")] == [1, 1, 1]
    assert [story.owned for story in told.values()] == [0, 0, 0, 1]
    assert [told[name].contributions for name in ("Ida", "Eli")] == [0, 0]
    assert all(told[name].passes for name in ("Ida", "Eli"))
    silent = [(name, turn.person.name) for name, s in told.items() for turn in s.without_move]
    assert ("Ida", "Ida") in silent
    assert all(name == turned for name, turned in silent)


def test_where_nobody_is_named_a_seat_has_one_story() -> None:
    stories = taken_over().debrief.seats
    first, second = whoever_sat_there(stories)
    assert (first.counts["ideas"], first.owned) == (1, 0)
    assert (second.counts["estimates"], second.owned) == (1, 1)
    assert first.turns == stories[0].turns + stories[1].turns


def test_who_left_before_doing_anything_has_no_story() -> None:
    played = Recorded(case(idea("a")), seats=2)
    played.do(act.Replace(1, "Eil"), act.Replace(1, "Eli")).place("a")
    assert [story.person.name for story in played.debrief.seats] == ["seat 0", "Eli"]


def test_a_number_in_estimate_poker_is_theirs_who_gave_it_though_it_is_turned_later() -> None:
    played = Recorded(case(idea("a")), seats=2).place("a")
    played.do(act.CallEstimates("a", "citizen"), act.GiveEstimate(0, 1), act.Replace(0, "Ida"))
    played.do(act.GiveEstimate(1, 5))
    (spread,) = played.debrief.moments
    assert [(person.name, n) for person, n in spread.about.given] == [("seat 0", 1), ("seat 1", 5)]
