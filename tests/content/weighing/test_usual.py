"""What is usual in a case: every shipped case is."""

from __future__ import annotations

import pytest

from game.content import load
from game.content.weighing import usual
from game.engine.setup import TRACKS, Rules
from game.resources import SCENARIOS

CASES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))


def test_a_range_has_both_ends_in_it() -> None:
    some = usual.Usual(0.1, 0.3)
    assert [some.side(value) for value in (0.09, 0.1, 0.3, 0.1 + 0.2, 0.31)] == [
        "low",
        "fine",
        "fine",
        "fine",
        "high",
    ]
    assert 0.2 in some
    assert 0.4 not in some


def test_every_number_of_the_rules_is_usual_where_no_case_changes_it() -> None:
    for key, range_ in usual.RULES.items():
        assert getattr(Rules(), key) in range_, key


@pytest.mark.parametrize("id", CASES)
def test_the_goals_and_aims_of_a_shipped_case_are_usual(id: str) -> None:
    case = load(SCENARIOS / f"{id}.toml")
    setup = case.setup
    rounds = sum(setup.rules.rounds)
    goals = dict(zip(TRACKS, setup.goals, strict=True))
    for track, goal in goals.items():
        assert goal in usual.goal(rounds, own_project=case.own_project), track
    for role in setup.roles:
        aim = role.aim
        goal = goals[aim.track or "citizen"]
        assert aim.value in usual.aim(aim.kind, rounds, goal), role.id
