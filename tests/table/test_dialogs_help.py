"""Rules, words and keys: found by what is typed, read by keyboard and wheel."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.i18n import LANGS, words
from game.table.play.dialogs.help import HelpScreen, keys
from tests.table.driver import Cloth, Driver
from tests.table.sitting import Sitting


def test_it_works_without_a_game() -> None:
    driver = Driver(Cloth(), (1280, 720), "en")
    driver.app.push(HelpScreen())
    assert "For the room, five minutes" in driver.texts


def test_typing_filters_at_once(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, bare=True)
    sitting.open(HelpScreen(sitting.game))
    sitting.type("stumble")
    texts = sitting.texts
    assert "The reality check" in texts
    assert "For the room, five minutes" not in texts
    sitting.type(" qqq")
    assert "Nothing here about “stumble qqq”." in sitting.texts
    sitting.key(*[pygame.K_BACKSPACE] * 11)
    assert "For the room, five minutes" in sitting.texts


def test_tabs_by_keyboard_keep_the_search(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, lang="da", bare=True)
    sitting.open(HelpScreen(sitting.game))
    sitting.type("tillid")
    sitting.tab_to("tabs")
    sitting.key(pygame.K_RIGHT)
    texts = sitting.texts
    assert "Tillid" in texts
    assert "Hændelse" not in texts
    sitting.key(pygame.K_RIGHT)
    assert "Her står ikke noget om »tillid«." in sitting.texts
    sitting.fill("search", "estimat")
    assert "1–6" in sitting.texts


def test_a_table_row_is_found_with_its_head(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, bare=True)
    sitting.open(HelpScreen(sitting.game))
    sitting.type("rally")
    texts = sitting.texts.split("\n")
    assert {"Action", "From phase", "Rally"} <= set(texts)
    assert "Anchor" not in texts


@pytest.mark.parametrize("way", ["keys", "wheel"])
def test_all_of_it_can_be_reached(tmp_path: Path, way: str) -> None:
    sitting = Sitting(tmp_path, bare=True)
    sitting.open(HelpScreen(sitting.game))
    seen = set(sitting.texts.split("\n"))
    first = next(iter(sitting.texts.split("\n")))
    for _ in range(120):
        if way == "keys":
            sitting.key(pygame.K_DOWN)
        else:
            sitting.move("text")
            sitting.post(pygame.MOUSEWHEEL, x=0, y=-1, precise_x=0.0, precise_y=-1.0)
        seen |= set(sitting.texts.split("\n"))
    assert "Benefit realised together" in seen, "the end was not reached"
    sitting.key(*[pygame.K_PAGEUP] * 30)
    assert sitting.texts.split("\n")[0] == first


@pytest.mark.parametrize("lang", LANGS)
def test_every_key_is_told_once(lang: str) -> None:
    told = [key for key, _ in keys(words(lang))]  # type: ignore[arg-type]
    assert len(told) == len(set(told))
    assert {"F1", "F2", "F10", "F11", "R", "W", "P", "L"} <= set(told)
