"""The check before a workshop on the screen: begun at once, again, saved as a file, left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pygame
import pytest

from game.preflight import Machine
from game.table.flow.main import Flow
from game.table.setup.preflight import PreflightScreen
from game.table.setup.start import StartScreen
from tests.machines import staged
from tests.table.driver import Driver, squeezed


class Checked:
    """A start screen on a machine that a test can change; ``runs`` counts who asked it."""

    def __init__(self, machine: Machine, folder: Path) -> None:
        self.machine = machine
        self.runs = 0
        self.driver = Driver()
        Flow(self.driver.app, folder).start()
        self.driver.look()

    def ask(self, *args: object) -> Machine:
        self.runs += 1
        return self.machine

    def wait(self) -> PreflightScreen:
        """The screen, once all is checked."""
        screen = self.driver.app.top
        assert isinstance(screen, PreflightScreen)
        while screen.running:
            self.driver.look()
        self.driver.look()
        return screen


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """A good machine, but for the report, which takes long."""
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    (tmp_path / "file").write_text("no folder")
    checked = Checked(
        replace(staged(tmp_path), scratch=tmp_path / "file" / "scratch"), tmp_path / "games"
    )
    monkeypatch.setattr("game.table.flow.checking.this_machine", checked.ask)
    return checked


def test_a_button_opens_it_and_it_can_be_left(checked: Checked) -> None:
    checked.driver.click("checks")
    checked.wait()
    assert "The game can be played here. Read what is marked." in checked.driver.texts
    assert "1920 × 1080" in checked.driver.texts
    checked.driver.assert_readable()
    checked.driver.click("back")
    assert isinstance(checked.driver.app.top, StartScreen)


def test_by_keyboard_it_is_opened_run_again_saved_and_left(
    checked: Checked, tmp_path: Path
) -> None:
    driver = checked.driver
    driver.tab_to("checks")
    driver.key(pygame.K_RETURN)
    checked.wait()
    checked.machine = replace(checked.machine, screens=lambda: [(1024, 768)])
    driver.key(pygame.K_RETURN)
    checked.wait()
    assert checked.runs == 2
    assert "Not ready for the workshop yet." in driver.texts
    driver.tab_to("file")
    driver.key(pygame.K_RETURN)
    (file,) = (tmp_path / "home").glob("check-*.txt")
    assert squeezed(f"Saved in {file}") in squeezed(driver.texts)
    assert "The screen is too small for the table: 1024 × 768." in file.read_text("utf-8")
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, StartScreen)


def test_what_there_is_to_do_comes_first(checked: Checked) -> None:
    checked.machine = replace(checked.machine, screens=list)
    checked.driver.click("checks")
    checked.wait()
    screens = checked.driver.texts.index("There is no screen here.")
    assert screens < checked.driver.texts.index("Games can be saved in")


def test_a_list_that_cannot_be_written_says_why(checked: Checked, tmp_path: Path) -> None:
    then = datetime.fromtimestamp(checked.machine.now())
    (tmp_path / "home" / f"check-{then:%Y-%m-%d-%H%M%S}.txt").mkdir(parents=True)
    checked.driver.click("checks")
    checked.wait()
    checked.driver.click("file")
    assert "cannot be written to: Is a directory" in checked.driver.texts
