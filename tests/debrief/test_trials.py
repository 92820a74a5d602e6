"""The story of a trial: what was asked, what was found, and what was adjusted."""

from __future__ import annotations

from pathlib import Path

from game.content import mend, parse
from game.debrief import debrief
from game.debrief.trials import TrialStory
from game.engine import actions as act
from game.engine.actions import Adjustment, TrialQuestion
from game.session import open_recording
from tests.debrief.recorded import Recorded
from tests.engine.table import case, idea, risk

OF_VERSION_1 = Path(__file__).parents[1] / "sessions" / "format-2-whole-game.jsonl"


def tabled(dice: tuple[int, ...]) -> Recorded:
    """An idea with one true risk lies on the table."""
    effects = {"citizen": 6, "process": 2}
    setup = case(idea("a", effects=effects, maturity=3, risks=("r",)), risks=[risk("r")])
    return Recorded(setup, dice=dice).place("a", 6)


def tried(dice: tuple[int, ...], about: TrialQuestion, how: Adjustment | None = None) -> TrialStory:
    """The story of a trial, once its report has been heard and the choice made."""
    t = tabled(dice)
    t.do(act.Trial(0, "a", about, "One week", "We count")).rest().do(act.Proceed())
    while t.state.step in ("answer", "opening"):
        answer = act.Answer(0, 6) if t.state.step == "answer" else act.Proceed()
        t.do(answer)
    if how is not None:
        t.do(act.Adjust(0, "a", how))
    (story,) = t.debrief.trials
    return story


def test_a_trial_whose_report_is_awaited_has_only_its_plan() -> None:
    t = tabled(())
    t.do(act.Trial(0, "a", "process", "One week", "We count"))
    (story,) = t.debrief.trials
    assert (story.name, story.measure, story.about) == ("One week", "We count", "process")
    assert (story.idea.letter, story.person.seat, story.set_up.round) == ("A", 0, 1)
    assert (story.proven, story.effect, story.risk, story.adjusted) == (None, None, None, None)


def test_what_was_asked_is_answered_whether_it_worked_or_not() -> None:
    worked, failed = tried((1,), "process"), tried((6,), "process", "maturity")
    assert (worked.proven, worked.effect, worked.adjusted) == (True, 2, None)
    assert (failed.proven, failed.effect, failed.adjusted) == (False, 2, "maturity")


def test_a_risk_that_came_to_light_is_the_answer_and_none_is_one_too() -> None:
    story = tried((1,), "risk")
    assert story.risk is not None
    assert (story.risk.id, story.nothing_found, story.effect) == ("r", False, None)
    t = tabled((1,)).name("r")
    t.do(act.Trial(0, "a", "risk")).next_round()
    (story,) = t.debrief.trials
    assert (story.risk, story.nothing_found) == (None, True)


def test_a_risk_that_the_adjustment_turned_up_is_not_the_answer() -> None:
    story = tried((6,), "process", "risk")
    assert (story.risk, story.effect, story.adjusted) == (None, 2, "risk")


def test_an_idea_that_is_tried_twice_has_two_stories() -> None:
    t = tabled((6, 1))
    t.do(act.Trial(0, "a", "process", "First")).next_round()
    t.do(act.Trial(0, "a", "risk", "Second")).next_round()
    assert [(s.name, s.proven) for s in t.debrief.trials] == [("First", False), ("Second", True)]


def test_trials_of_version_1_had_no_question_and_their_die_at_once() -> None:
    recording = open_recording(OF_VERSION_1, parse, mend)
    stories = debrief(recording.log, recording.case.setup).trials
    assert stories
    assert {(s.about, s.measure, s.effect, s.adjusted) for s in stories} == {(None, "", None, None)}
    assert {s.proven for s in stories} <= {True, False}
