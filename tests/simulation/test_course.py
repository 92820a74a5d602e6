"""The course of a game as it is observed: guesses, checks, and points round by round."""

from __future__ import annotations

from game.engine import Event
from game.engine import events as ev
from game.simulation.course import CourseObserver

TRUTH = {"a": (4, 0, -2, 0)}


def observed(*events: Event) -> CourseObserver:
    course = CourseObserver()
    course(ev.Begun(1, (), TRUTH, ("a",), (), (), ()))
    course(ev.RoundOpened(1, "ideas", 0))
    for event in events:
        course(event)
    return course


def test_the_last_estimate_of_a_hidden_effect_counts_with_its_round() -> None:
    course = observed(
        ev.BenefitClaimed(0, "a", "citizen", 1),
        ev.RoundOpened(2, "ideas", 1),
        ev.EstimateRevised(0, "a", "citizen", 1, 3),
        ev.EffectsOpened((("a", "citizen", 4),)),
        ev.EstimateRevised(0, "a", "citizen", 3, 4),
    )
    assert list(course.misses()) == [(2, 1)], "what is copied from the truth is no guess"


def test_a_downside_is_a_guess_too() -> None:
    course = observed(ev.DownsideNamed(0, "a", "economy", 1, "", ""))
    assert list(course.misses()) == [(1, 1)]


def test_what_a_check_has_tested_is_open() -> None:
    course = observed(
        ev.BenefitClaimed(0, "a", "citizen", 2),
        ev.CheckBegan(1, ()),
        ev.ClaimTested(0, "a", "citizen", 2, 4),
        ev.EstimateRevised(0, "a", "citizen", 2, 4),
        ev.CheckEnded(1),
    )
    assert list(course.misses()) == [(1, 2)]
    assert course.checks == [True]


def test_the_truth_of_a_written_idea_is_known_once_it_is_drawn() -> None:
    claimed = ev.BenefitClaimed(0, "written-1", "process", 2)
    assert list(observed(claimed).misses()) == []
    drawn = ev.TruthDrawn("written-1", (0, 5, 0, 0), ())
    assert list(observed(drawn, claimed).misses()) == [(1, 3)]


def test_a_check_that_finds_nothing_is_empty_and_the_follow_up_is_none() -> None:
    course = observed(
        ev.CheckBegan(1, ()),
        ev.NothingTested(),
        ev.CheckEnded(1),
        ev.RoundOpened(2, "ideas", 0),
        ev.CheckBegan(2, ("a",)),
        ev.TrackMoved("citizen", 4, "harvest", "a"),
        ev.IdeaRealised("a", 4, 4),
        ev.CheckEnded(2),
        ev.RoundOpened(3, "follow_up", 0),
        ev.CheckEnded(2),
    )
    assert course.checks == [False, True]
    assert course.points_by_round == {1: (0, 0, 0, 0), 2: (4, 0, 0, 0), 3: (4, 0, 0, 0)}
