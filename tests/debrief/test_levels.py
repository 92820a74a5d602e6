"""Two games of one case on two levels, side by side: each has goals of its own."""

from __future__ import annotations

from pathlib import Path

from game.debrief import Debrief, compare, debrief
from game.engine import Level
from game.i18n import words
from game.wording.debrief_texts import common_text
from tests import staging


def played(folder: Path, level: Level) -> Debrief:
    session = staging.begin(folder, 4, 3, of=staging.case().at(level))
    staging.play(session, staging.by("rush"), lambda s: s.round == 2)
    return debrief(session.log, session.case.setup)


def test_games_on_two_levels_are_told_apart_and_keep_their_goals(tmp_path: Path) -> None:
    gentle, demanding = played(tmp_path, "gentle"), played(tmp_path, "demanding")
    both = compare(gentle, demanding)
    assert both.levels == ("gentle", "demanding")
    goals = zip(gentle.setup.goals, demanding.setup.goals, strict=True)
    assert [pair.goals for pair in both.tracks] == list(goals)
    said = common_text(words("en"), both)
    assert said == "The same case on two levels: “Room to learn” and “High ambitions”."


def test_of_one_level_nothing_is_said(tmp_path: Path) -> None:
    one, other = played(tmp_path, "gentle"), played(tmp_path, "gentle")
    assert "level" not in common_text(words("en"), compare(one, other))
