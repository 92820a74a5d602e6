"""The level on which a game is played stands in its file, and comes back with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import LEVELS, Level
from game.session import Session, open_recording, read, verify
from tests.session.freezing import FOLDER
from tests.session.lines import counted, rewrite
from tests.session.playing import SEATS, Clock, TinyCase, parse, play


def begun(folder: Path, level: Level) -> Session[TinyCase]:
    return Session.create(TinyCase().at(level), SEATS, 7, folder, clock=Clock())


@pytest.mark.parametrize("level", LEVELS)
def test_it_goes_on_and_is_verified_on_its_level(tmp_path: Path, level: Level) -> None:
    goals = TinyCase().setup.at(level).goals
    with begun(tmp_path, level) as session:
        play(session, 20)
    assert read(session.path).header.level == level
    assert verify(session.path, parse).ok
    with Session.resume(session.path, parse, clock=Clock()) as again:
        assert again.state.setup.goals == goals
        assert again.case.setup.level == level
    assert open_recording(session.path, parse).state(0).setup.goals == goals


def test_a_branch_is_played_on_the_level_of_its_origin(tmp_path: Path) -> None:
    with begun(tmp_path, "gentle") as session:
        play(session, 20)
    folder = tmp_path / "branches"
    with Session.branch(session.path, 5, parse, folder, clock=Clock()) as branch:
        assert branch.case.setup.level == "gentle"
        play(branch, 5)
    assert read(branch.path).header.level == "gentle"
    assert verify(branch.path, parse).ok


def test_a_file_that_says_another_level_is_found_out(tmp_path: Path) -> None:
    with begun(tmp_path, "gentle") as session:
        play(session, 20)
    rewrite(session.path, 1, lambda raw: raw.update(level="normal"))
    differs = verify(session.path, parse).first_difference
    assert differs is not None
    assert (differs.code, counted(differs.line)) == ("start_differs", 1)


def test_a_game_from_before_there_were_levels_is_as_its_case_says() -> None:
    log = read(FOLDER / "format-2-whole-game.jsonl")
    assert log.header.level is None
    recording = open_recording(log.path, parse)
    assert recording.state(0).setup.level == "normal"
