"""The level: chosen before the table, kept on the way back and forth, and played."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import load, parse
from game.engine import Seat
from game.resources import SCENARIOS
from game.session import read, verify
from game.table.flow.main import Flow
from game.table.setup.announcement import AnnouncementScreen
from game.table.setup.seats import SeatsScreen
from tests import staging
from tests.table.driver import Driver

SEATS = (Seat("Ane", ("citizen",)), Seat("Bo", ("counter",)))


@pytest.fixture
def driver() -> Driver:
    return Driver()


def test_a_game_is_begun_saved_and_shown_on_the_level_that_was_chosen(
    driver: Driver, tmp_path: Path
) -> None:
    case = staging.case()
    flow = Flow(driver.app, tmp_path, seed=1)
    flow.before.announce(case.as_usual, SEATS)
    driver.click("level")
    driver.click("level-gentle")
    driver.click("back")
    assert isinstance(driver.app.top, SeatsScreen)
    driver.click("onward")
    assert "Level: Room to learn" in driver.texts, "it is kept"
    driver.click("onward")
    assert flow.game is not None
    session = flow.game.session
    goals = case.setup.at("gentle").goals
    assert flow.game.state.setup.goals == session.case.setup.goals == goals
    flow.close()
    assert read(session.path).header.level == "gentle"
    assert verify(session.path, parse).ok


def test_whether_hints_are_wanted_is_kept_by_who_goes_back(driver: Driver, tmp_path: Path) -> None:
    flow = Flow(driver.app, tmp_path, seed=1)
    flow.before.announce(staging.case().as_usual, SEATS)
    for wanted, key in ((True, pygame.K_LEFT), (False, pygame.K_RIGHT)):
        driver.tab_to("guide")
        driver.key(key)
        driver.click("back")
        driver.click("onward")
        screen = driver.app.top
        assert isinstance(screen, AnnouncementScreen)
        assert screen.guided == wanted


def test_a_case_begins_on_the_level_that_it_names(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    text = (SCENARIOS / "koebenhavn-pas.toml").read_text("utf-8")
    path.write_text(text.replace("[rules]", '[rules]\nlevel = "demanding"', 1), "utf-8")
    assert load(path).setup.level == "normal", "as its file says"
    Flow(driver.app, tmp_path / "games").before.open_case(path)
    driver.click("onward")
    driver.click("onward")
    assert "Level: High ambitions" in driver.texts
    driver.click("level")
    assert "High ambitions – usual for this case" in driver.texts
