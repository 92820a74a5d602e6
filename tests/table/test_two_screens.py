"""The facilitator's window comes where there are two screens, or is wanted; and goes with them."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.gui.dialogs.modal import Question
from game.gui.window.desktop import Desktop
from game.table.flow.crash_screen import CrashScreen
from game.table.flow.main import Flow
from game.table.parts.preferences import preferences_of
from game.table.play.table import TableScreen
from tests import staging
from tests.table.beside import Beside
from tests.table.driver import Driver

TWO = property(lambda _: 2)


def sit(folder: Path, *, wanted: bool = False) -> tuple[Driver, Flow]:
    driver = Driver()
    flow = Flow(driver.app, folder, own_window=wanted)
    flow.playing.sit_down(staging.begin(folder, 3, 5))
    return driver, flow


def test_two_screens_are_asked_about_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desktop, "monitors", TWO)
    driver, flow = sit(tmp_path)
    assert isinstance(driver.app.top, Question)
    driver.key(pygame.K_ESCAPE)
    assert driver.app.second is None
    flow.start()
    flow.playing.sit_down(staging.begin(tmp_path, 3, 6))
    assert not isinstance(driver.app.top, Question)
    flow.close()


def test_with_both_screens_the_board_fills_one_and_it_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desktop, "monitors", TWO)
    driver, flow = sit(tmp_path)
    driver.key(pygame.K_RETURN)
    assert driver.app.second is not None
    assert (driver.app.preferences.display, driver.app.preferences.fullscreen) == (1, True)
    assert preferences_of(driver.app).facilitator_window
    flow.start()
    assert driver.app.second is None
    flow.playing.sit_down(staging.begin(tmp_path, 3, 6))
    assert driver.app.second is not None
    flow.close()
    driver.app.prefer(display=None, fullscreen=False)


def test_the_setting_holds_at_once(tmp_path: Path) -> None:
    driver, flow = sit(tmp_path)
    driver.app.prefer(facilitator_window=True)
    driver.look()
    assert driver.app.second is not None
    driver.app.prefer(facilitator_window=False)
    driver.look()
    assert driver.app.second is None
    flow.close()


def test_with_one_screen_everything_is_as_it_was(tmp_path: Path) -> None:
    driver, flow = sit(tmp_path)
    assert driver.app.second is None
    assert not isinstance(driver.app.top, Question)
    flow.close()


def test_it_can_be_wanted_on_the_command_line(tmp_path: Path) -> None:
    driver, flow = sit(tmp_path, wanted=True)
    assert driver.app.second is not None
    flow.close()


def test_a_screen_that_is_plugged_in_and_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, flow = sit(tmp_path)
    while not isinstance(driver.app.top, TableScreen):
        driver.app.pop()
    with monkeypatch.context() as there:
        there.setattr(Desktop, "monitors", TWO)
        driver.look()
        assert isinstance(driver.app.top, Question)
        driver.key(pygame.K_RETURN)
        assert driver.app.second is not None
        driver.look()
    driver.look()
    assert driver.app.second is None
    assert "F10 opens the console here" in driver.texts
    with monkeypatch.context() as there:
        there.setattr(Desktop, "monitors", TWO)
        driver.look()
        assert driver.app.second is not None, "it was wanted before"
        Beside(driver.app).look()
    driver.look()
    flow.close()
    driver.app.prefer(display=None, fullscreen=False)


# ------------------------------------------------------------------ after a failure
def test_a_failure_in_it_ends_it_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    driver, flow = sit(tmp_path, wanted=True)
    flow.recover(KeyError("a mistake"))
    assert isinstance(driver.app.top, CrashScreen)
    assert driver.app.second is None
    flow.again()
    assert flow.game is not None
    assert driver.app.second is None, "it does not come back by itself"
    flow.close()
