"""Damaged games, and archives of several, on the screen: what is offered, and what comes of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pygame
import pytest

from game.gui.dialogs.modal import Question
from game.session import SessionError, read
from game.table.after.replay.choose import ChooseSessionScreen
from game.table.after.replay.screen import ReplayScreen
from game.table.play.table import TableScreen
from game.table.setup.choose_inside import ChooseInsideDialog
from tests import staging
from tests.table.driver import Driver
from tests.table.watching import copied, recorded, started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("recorded"))


@pytest.fixture
def damaged(file: Path, tmp_path: Path) -> Path:
    """A game of which a line in the middle is no longer readable at all."""
    return spoilt(copied(file, tmp_path), 40)


def spoilt(path: Path, number: int) -> Path:
    lines = path.read_bytes().splitlines(keepends=True)
    lines[number] = b"\x00" * 500 + b"\n"
    path.write_bytes(b"".join(lines))
    return path


def repaired_in(folder: Path) -> list[Path]:
    return [*folder.glob("*-repaired*.jsonl")]


def unbroken(text: str) -> str:
    """A text without the hyphens and line ends that it is broken with where it is long."""
    return text.replace("-", "").replace("\n", "")


def test_a_damaged_game_is_repaired_from_the_start_screen(damaged: Path) -> None:
    before = damaged.read_bytes()
    driver, flow = started(damaged.parent)
    flow.playing.go_on(damaged)
    driver.look()
    assert "is damaged" in driver.texts
    assert "Go on from before it" in driver.texts
    driver.key(pygame.K_RETURN)
    (new,) = repaired_in(damaged.parent)
    assert damaged.read_bytes() == before
    assert "entries are saved" in driver.texts
    assert unbroken(new.name) in unbroken(driver.texts)
    driver.key(pygame.K_RETURN)
    assert flow.game is not None
    assert flow.game.session.path == new


def test_or_it_goes_on_from_before_the_damage(damaged: Path) -> None:
    driver, flow = started(damaged.parent)
    flow.playing.go_on(damaged)
    driver.look()
    driver.click("no")
    assert isinstance(driver.app.top, TableScreen)
    assert repaired_in(damaged.parent) == []


def test_a_game_that_was_cut_off_is_said_to_be(file: Path, tmp_path: Path) -> None:
    cut = copied(file, tmp_path)
    cut.write_bytes(cut.read_bytes()[:-300])
    driver, flow = started(tmp_path)
    flow.playing.go_on(cut)
    driver.look()
    assert "ends in the middle of a line" in unbroken(driver.texts).replace("  ", " ")
    assert flow.game is not None
    assert flow.game.session.path == cut


def test_what_is_damaged_is_called_so_in_the_list_and_can_be_repaired_there(
    file: Path, damaged: Path
) -> None:
    cut = copied(file, damaged.parent / "cut")
    cut = cut.rename(damaged.with_name("cut-off.jsonl"))
    cut.write_bytes(cut.read_bytes()[:-300])
    copied(file, damaged.parent / "whole").rename(damaged.with_name("whole.jsonl"))
    before = damaged.read_bytes()
    driver, flow = started(damaged.parent)
    flow.replays()
    screen = driver.app.top
    assert isinstance(screen, ChooseSessionScreen)
    for _ in range(10):
        driver.look()
    said = driver.texts.splitlines()
    assert said.count("Damaged") == 1
    assert said.count("Cut off at its end") == 1
    assert "0 min" not in driver.texts
    row = next(n for n, row in enumerate(screen.shown_rows) if row.found.path == damaged)
    keys = {widget.key for widget in screen.ui.widgets}
    assert {f"repair-{row}"} == {key for key in keys if key.startswith("repair")}
    driver.assert_readable()
    driver.click(f"repair-{row}")
    driver.click("yes")
    assert len(repaired_in(damaged.parent)) == 1
    assert damaged.read_bytes() == before


def test_a_letter_that_was_put_right_is_told_with_the_file_that_goes_on(
    file: Path, tmp_path: Path
) -> None:
    wrong = copied(file, tmp_path)
    lines = wrong.read_bytes().splitlines(keepends=True)
    at = lines[20].index(b"seat") + 2
    lines[20] = lines[20][:at] + b"o" + lines[20][at + 1 :]
    wrong.write_bytes(b"".join(lines))
    driver, flow = started(tmp_path)
    flow.playing.go_on(wrong)
    driver.look()
    assert flow.game is not None
    said = unbroken(driver.texts)
    assert "the checksum has put it right" in said
    assert unbroken(flow.game.session.path.name) in said


def test_a_damaged_game_is_repaired_from_its_replay(damaged: Path) -> None:
    driver, flow = started(damaged.parent)
    flow.replay(damaged)
    driver.look()
    driver.click("repair")
    driver.click("yes")
    driver.click("yes")
    driver.look()
    screen = driver.app.top
    assert isinstance(screen, ReplayScreen)
    assert [screen.recording.log.path] == repaired_in(damaged.parent)
    assert sum(isinstance(each, ReplayScreen) for each in driver.app.screens) == 1
    assert len(screen.recording.log.records) > 35


def test_a_game_without_a_beginning_is_repaired_from_the_list(file: Path, tmp_path: Path) -> None:
    path = copied(file, tmp_path)
    path.write_bytes(path.read_bytes().replace(b"begun", b"\x00"))
    driver, _ = started(tmp_path)
    driver.click("replay")
    settle(driver)
    driver.click("unreadable")
    driver.click("repair-0")
    driver.click("yes")
    assert len(repaired_in(tmp_path)) == 1
    driver.key(pygame.K_ESCAPE)
    settle(driver)
    screen = driver.app.top
    assert isinstance(screen, ChooseSessionScreen)
    assert [row.found.path for row in screen.rows] == repaired_in(tmp_path)


def test_where_nothing_tells_what_was_played_that_is_said(file: Path, tmp_path: Path) -> None:
    path = copied(file, tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"begun"', b'"b"').replace(b"gevinst", b"g"))
    driver, flow = started(tmp_path)
    with pytest.raises(SessionError, match="its beginning is damaged"):
        flow.replay(path)
    flow.playing.go_on(path)
    driver.look()
    driver.click("yes")
    assert "Look for a copy" in driver.texts
    assert repaired_in(tmp_path) == []


def test_of_several_games_in_an_archive_one_is_chosen(file: Path, tmp_path: Path) -> None:
    with staging.begin(tmp_path / "other", 3, 1) as session:
        other = session.path
    archive = tmp_path / "november.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(file, "Sundhed/one.jsonl")
        packed.write(other, "two.jsonl")
    games = tmp_path / "games"
    driver, flow = started(games)
    flow.before.open_path(archive)
    driver.look()
    assert isinstance(driver.app.top, ChooseInsideDialog)
    assert "Sundhed" in driver.texts
    driver.click("inside-1")
    assert isinstance(driver.app.top, TableScreen)
    assert flow.game is not None
    assert flow.game.session.path == games / "two.jsonl"
    flow.playing.close()
    begun = len(read(games / "two.jsonl").records)
    flow.before.open_path(archive)
    driver.look()
    driver.click("inside-1")
    assert flow.game.session.path == games / "two.jsonl"
    assert len(read(games / "two.jsonl").records) > begun


def test_what_is_no_damage_is_not_offered_to_be_repaired(tmp_path: Path) -> None:
    driver, flow = started(tmp_path)
    flow.playing.go_on(tmp_path / "missing.jsonl")
    driver.look()
    assert not isinstance(driver.app.top, Question)
    assert "There is no file" in driver.texts


def settle(driver: Driver) -> None:
    for _ in range(20):
        driver.look()
