"""An edited register on the screen: dropped or named, looked through, approved one by one."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.report import write_report
from game.session import SavedSession, SaveError, read
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.follow_up.screen import FollowUpScreen
from game.table.after.register.dialog import RegisterDialog
from game.table.parts.discussion.discussion import DiscussionExits
from tests import staging
from tests.report import sessions
from tests.table.driver import Calls, Driver, squeezed
from tests.table.windows import in_every_window

TEXT = (
    "Benefit id;Responsible for measuring;Method / data source;Colour\n"
    "G-01;Ole;Counted;red\nG-02;Åse;;\nG-77;x;;\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.own_project(tmp_path_factory.mktemp("own"))


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "benefits.csv"
    path.write_text(TEXT, "utf-8")
    return path


def followed_up(path: Path, size=(1280, 720), lang="en") -> Driver:
    case = staging.case("eget-projekt")
    return Driver(FollowUpScreen(case, SavedSession(path), Calls()), size, lang)


def wait(driver: Driver) -> RegisterDialog:
    """The dialog once the file is read."""
    dialog = driver.app.top
    assert isinstance(dialog, RegisterDialog)
    until = time.monotonic() + 20
    while (dialog.found is None and not dialog.trouble) and time.monotonic() < until:
        time.sleep(0.01)
        driver.look(0.05)
    driver.look(0.5)
    return dialog


def columns(path: Path) -> list[tuple[str, str]]:
    rows = read(path).register_entries.values()
    return [(entry.column, entry.content) for row in rows for entry in row.values()]


def test_a_dropped_file_shows_all_that_differs_and_what_does_not_fit(
    session: Path, file: Path
) -> None:
    driver, before = followed_up(session), session.read_bytes()
    driver.post(pygame.DROPFILE, file=str(file))
    dialog = wait(driver)
    assert dialog.found is not None
    assert len(dialog.found.differences) == 4
    shown = squeezed(driver.texts)
    assert squeezed("(empty) → Ole") in shown
    assert squeezed("Take 4 differences over") in shown
    driver.assert_readable()
    driver.key(pygame.K_ESCAPE)
    assert session.read_bytes() == before


def test_differences_are_taken_over_but_those_that_are_left(session: Path, file: Path) -> None:
    driver = followed_up(session)
    driver.click("register")
    driver.type(str(file))
    driver.key(pygame.K_RETURN)
    dialog = wait(driver)
    driver.tab_to("take:0")
    driver.key(pygame.K_RIGHT)
    assert dialog.left == {0}
    driver.click("yes")
    assert columns(session) == [("method", "Counted"), ("measurer", "Åse")]
    assert len(read(session).notes) == 1
    assert not isinstance(driver.app.top, RegisterDialog)


def test_what_was_filled_in_meanwhile_is_shown_before_it_is_written_over(
    session: Path, file: Path
) -> None:
    driver = followed_up(session)
    driver.post(pygame.DROPFILE, file=str(file))
    dialog = wait(driver)
    driver.tab_to("take:1")
    driver.key(pygame.K_RIGHT)
    first = dialog.found.differences[0].change
    discussion = dialog.discussion
    assert discussion.add(
        lambda: discussion.additions.fill(first.row, first.column, "Karin", "asked")
    )
    driver.click("yes")
    until = time.monotonic() + 20
    while dialog._reading.busy and time.monotonic() < until:
        time.sleep(0.01)
        driver.look(0.05)
    assert driver.app.top is dialog
    assert squeezed("Karin → Ole") in squeezed(driver.texts)
    assert dialog.left == {1}, "what was decided stays so"
    driver.click("yes")
    assert not isinstance(driver.app.top, RegisterDialog)
    assert ("measurer", "Ole") in columns(session)


def test_where_saving_fails_half_way_nothing_is_written_twice(
    session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tasks.csv"
    file.write_text("Task;Who;Deadline\nCall HR;Ane;\nBook a room;Bo;\nWrite it up;Bo;\n", "utf-8")
    driver = followed_up(session)
    driver.post(pygame.DROPFILE, file=str(file))
    dialog = wait(driver)
    driver.tab_to("take:0")
    driver.key(pygame.K_RIGHT)
    write = SavedSession._write
    written = []

    def fails_once(saved: SavedSession, entry: Any) -> Any:
        written.append(entry)
        if len(written) == 2:
            raise SaveError("not_saved", folder="Games", why="full")
        return write(saved, entry)

    monkeypatch.setattr(SavedSession, "_write", fails_once)
    driver.click("yes")
    assert driver.app.top is dialog
    assert squeezed("Take 1 difference over") in squeezed(driver.texts)
    driver.click("yes")
    texts = [item.text for item in read(session).action_items]
    assert texts[-2:] == ["Book a room", "Write it up"]
    assert texts.count("Book a room") == 1
    assert "Call HR" not in texts


def test_nothing_of_the_workbook_of_another_game_is_taken_over_unless_it_is_chosen(
    session: Path, tmp_path: Path
) -> None:
    write_report(sessions.finished(tmp_path / "other"), tmp_path / "report", "en")
    driver = followed_up(session)
    driver.post(pygame.DROPFILE, file=str(tmp_path / "report" / "registers.xlsx"))
    dialog = wait(driver)
    assert dialog.found is not None
    assert dialog.left == set(range(len(dialog.found.differences)))
    assert squeezed("written from another session") in squeezed(driver.texts)


def test_all_can_be_left_at_once(session: Path, file: Path) -> None:
    driver = followed_up(session)
    driver.post(pygame.DROPFILE, file=str(file))
    dialog = wait(driver)
    driver.click("all")
    assert dialog.left == {0, 1, 2, 3}
    driver.click("all")
    assert dialog.left == set()


def test_a_file_that_cannot_be_read_is_said_to_be_so_and_another_can_be_chosen(
    session: Path, file: Path
) -> None:
    driver = followed_up(session, lang="da")
    driver.click("register")
    driver.type("ingen.xlsx")
    driver.click("open")
    dialog = wait(driver)
    assert dialog.trouble.startswith("ingen.xlsx kan ikke åbnes")
    driver.assert_readable()
    driver.post(pygame.DROPFILE, file=str(file))
    assert wait(driver).found is not None


def test_the_debrief_takes_a_file_too(session: Path, file: Path) -> None:
    case = staging.case("eget-projekt")
    driver = Driver(DebriefScreen(case, SavedSession(session), DiscussionExits(Calls())))
    driver.post(pygame.DROPFILE, file=str(file))
    wait(driver)
    driver.click("yes")
    assert ("measurer", "Ole") in columns(session)
    driver.key(pygame.K_6)
    driver.click("register")
    assert isinstance(driver.app.top, RegisterDialog)


def test_with_names_hidden_no_name_is_shown(session: Path, tmp_path: Path) -> None:
    file = tmp_path / "benefits.csv"
    file.write_text("Benefit id;Responsible for measuring\nG-01;Ane-Marie Ærø\n", "utf-8")
    driver = followed_up(session)
    driver.key(pygame.K_h)
    driver.post(pygame.DROPFILE, file=str(file))
    wait(driver)
    assert "Ærø" not in " ".join(driver.texts)
    driver.click("yes")
    assert columns(session) == [("measurer", "Ane-Marie Ærø")]


@in_every_window
def test_the_list_is_readable(session: Path, file: Path, size, lang) -> None:
    driver = followed_up(session, size, lang)
    driver.assert_readable()
    driver.click("register")
    driver.assert_readable()
    driver.post(pygame.DROPFILE, file=str(file))
    wait(driver)
    driver.assert_readable()
