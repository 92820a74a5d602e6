"""What a level is called, and what is said that it changes."""

from __future__ import annotations

from dataclasses import replace

from game.engine import LEVEL_CHANGES, LEVELS, LevelChange
from game.engine.examples import tiny
from game.i18n import words
from game.wording.levels import NAMES, level_effect, level_name

EN, DA = words("en"), words("da")
CASE = replace(tiny(), goals=(8, 8, 8, 8))


def test_every_level_has_a_name_of_its_own_in_both_languages() -> None:
    for t in (EN, DA):
        assert len({level_name(t, level) for level in LEVELS}) == len(LEVELS) == len(NAMES)


def test_what_it_changes_is_said_from_the_table(monkeypatch) -> None:
    changes = {
        "gentle": LevelChange(goals=-2, actions=1),
        "normal": LevelChange(),
        "demanding": LevelChange(goals=1, actions=-2),
    }
    for level, change in changes.items():
        monkeypatch.setitem(LEVEL_CHANGES, level, change)
    assert [level_effect(EN, CASE, level) for level in LEVELS] == [
        "Every goal is 2 points lower. The group has 1 more action in each round.",
        "Goals and actions are those of the case.",
        "Every goal is 1 point higher. The group has 2 actions fewer in each round.",
    ]
    assert level_effect(DA, CASE, "gentle").startswith("Alle mål er 2 point lavere.")


def test_where_a_goal_can_go_no_lower_it_is_not_said_of_every_one() -> None:
    low = replace(CASE, goals=(8, 3, 8, 8))
    assert level_effect(EN, low, "gentle").startswith("Goals are up to 1 point lower.")


def test_it_is_said_of_the_case_whatever_level_it_is_on() -> None:
    for level in LEVELS:
        assert level_effect(EN, CASE.at("gentle"), level) == level_effect(EN, CASE, level)
