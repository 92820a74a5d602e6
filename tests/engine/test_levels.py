"""The levels: what they change in a case, and that a game is played by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine import LEVEL_CHANGES, LEVELS, Level, Rules, Seat, observe, result, start
from game.engine import events as ev
from game.engine.examples import tiny
from game.engine.setup import LEAST_GOAL

CASE = replace(tiny(), goals=(8, 7, 4, 6), rules=Rules(actions=10, actions_many_seats=9))


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_changes_every_goal_and_the_actions_by_what_the_table_says(level: Level) -> None:
    change, there = LEVEL_CHANGES[level], CASE.at(level)
    assert there.goals == tuple(goal + change.goals for goal in CASE.goals)
    assert there.rules.actions == 10 + change.actions
    assert there.rules.actions_many_seats == 9 + change.actions
    same = replace(there, goals=CASE.goals, rules=CASE.rules, level="normal")
    assert same == CASE


def test_the_levels_are_in_order_and_normal_is_what_the_case_says() -> None:
    gentle, normal, demanding = (CASE.at(level) for level in LEVELS)
    assert (normal.goals, normal.rules, normal.level) == (CASE.goals, CASE.rules, "normal")
    assert gentle.goals < normal.goals < demanding.goals
    assert gentle.rules.actions >= normal.rules.actions >= demanding.rules.actions


def test_no_level_takes_a_goal_below_the_least() -> None:
    low = replace(CASE, goals=(LEAST_GOAL, 2, 1, LEAST_GOAL + 1))
    assert low.at("gentle").goals == (LEAST_GOAL, 2, 1, LEAST_GOAL)


def test_from_whichever_level_it_is_on_a_level_is_the_same() -> None:
    for one in LEVELS:
        for other in LEVELS:
            assert CASE.at(one).at(other) == CASE.at(other)
            assert (
                observe(start(CASE.at(one), [Seat("Ane", ())], 1).state).setup.at(other).goals
                == CASE.at(other).goals
            )


def test_a_game_has_the_goals_and_the_actions_of_its_level() -> None:
    for level in LEVELS:
        there = CASE.at(level)
        begun = start(there, [Seat("Ane", ())], 1)
        (turn,) = (event for event in begun.events if isinstance(event, ev.TurnBegan))
        assert turn.actions == there.rules.actions
        assert tuple(track.goal for track in result(begun.state).tracks) == there.goals
        assert begun.state.setup.level == level
