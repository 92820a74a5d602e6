"""Settings: from everywhere, by mouse and keys, seen at once."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.gui.preferences import PreferencesFile
from game.gui.widgets.choice import Choice
from game.session import Language
from game.table.flow.main import Flow
from game.table.guide.overlay import HintOverlay
from game.table.parts.preferences import TablePreferences, preferences_of
from game.table.play.dialogs.facilitator import Console
from game.table.play.table import TableScreen
from game.table.setup.announcement import AnnouncementScreen
from game.table.setup.settings import SettingsScreen
from tests import staging
from tests.table.driver import SIZES, Calls, Driver
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def test_f9_opens_and_closes_them_at_the_table(sitting: Sitting) -> None:
    sitting.key(pygame.K_F9)
    assert isinstance(sitting.app.top, SettingsScreen)
    sitting.key(pygame.K_F9)
    assert not isinstance(sitting.app.top, SettingsScreen)


def test_from_the_start_screen_and_from_the_console(tmp_path: Path, sitting: Sitting) -> None:
    driver = Driver()
    Flow(driver.app, tmp_path / "games").start()
    driver.look()
    driver.click("settings")
    assert isinstance(driver.app.top, SettingsScreen)
    driver.key(pygame.K_ESCAPE)
    driver.key(pygame.K_F9)
    assert isinstance(driver.app.top, SettingsScreen)
    sitting.open(Console(sitting.services)).click("settings")
    assert isinstance(sitting.app.top, SettingsScreen)


def test_everything_by_keyboard(sitting: Sitting) -> None:
    sitting.key(pygame.K_F9)
    for name in ("lang", "text_size", "colours", "motion", "sound", "guide", "fullscreen"):
        before = getattr(sitting.app.preferences, name)
        sitting.tab_to(name)
        sitting.key(pygame.K_RIGHT)
        if getattr(sitting.app.preferences, name) == before:
            sitting.key(pygame.K_LEFT)
        assert getattr(sitting.app.preferences, name) != before
    assert sitting.app.lang == "da"
    assert sitting.app.animator.reduced
    assert not sitting.app.sound.on
    assert sitting.app.type.grow == 1.25
    assert sitting.app.window.get_flags() & pygame.FULLSCREEN
    sitting.app.prefer(fullscreen=False)


def test_by_mouse_it_is_seen_at_once_and_kept(tmp_path: Path) -> None:
    file = PreferencesFile(tmp_path / "preferences.json", TablePreferences)
    driver = Driver()
    driver.app._file = file
    driver.app.push(SettingsScreen())
    box, u = driver.widget("lang").box, driver.app.u
    driver.click((round((box.x + 20) * u), round(box.centre[1] * u)))
    assert "Indstillinger" in driver.texts
    box = driver.widget("text_size").box
    driver.click((round((box.right - 20) * u), round(box.centre[1] * u)))
    assert file.read() == TablePreferences(lang="da", text_size=150)


def test_the_game_remembers_the_language(sitting: Sitting) -> None:
    sitting.key(pygame.K_F9)
    sitting.key(pygame.K_LEFT)
    assert sitting.app.lang == "da"
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Language)
    assert entry.lang == "da"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("text_size", [100, 150])
def test_they_can_be_read_with_a_second_monitor(
    size: tuple[int, int], text_size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pygame.display.get_num_displays", lambda: 3)
    driver = Driver(size=size, lang="da")
    driver.app.prefer(text_size=text_size)
    driver.app.push(SettingsScreen())
    driver.look()
    assert "Monitor" in driver.texts
    driver.assert_readable()


def test_briefing_and_settings_agree_on_hints(tmp_path: Path) -> None:
    driver = Driver()
    flow = Flow(driver.app, tmp_path, 3)
    flow.playing.begin(staging.case(), tuple(staging.seats(2)), guided=False)
    hints = driver.app.decorate
    assert isinstance(hints, HintOverlay)
    driver.app.reset(TableScreen(flow.playing.table))
    driver.key(pygame.K_F9)
    assert isinstance(driver.app.top, SettingsScreen)
    chosen = driver.widget("guide")
    assert isinstance(chosen, Choice)
    assert chosen.value is False
    driver.tab_to("guide")
    driver.key(pygame.K_LEFT)
    assert hints.on
    assert preferences_of(driver.app).guide
    driver.app.prefer(guide=False)
    briefing = AnnouncementScreen(staging.case(), Calls(), Calls(), guided=True)
    driver.app.reset(briefing)
    chosen = driver.widget("guide")
    assert isinstance(chosen, Choice)
    assert chosen.value is False
    driver.tab_to("guide")
    driver.key(pygame.K_LEFT)
    assert preferences_of(driver.app).guide
