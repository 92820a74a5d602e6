"""The focus goes through everything by keys, and where the eye goes."""

from __future__ import annotations

import pygame

from game.table.focus import after, toward
from game.table.frame import Box
from game.table.widgets.base import Widget


def test_tab_goes_through_everything_in_order_and_round(driver):
    seen = []
    for _ in range(17):
        driver.key(pygame.K_TAB)
        seen.append(driver.focus)
    first = ["go", "no", "name", "choice", "number", "note", "card"]
    assert seen == [*first, *(f"row-{i}" for i in range(10))]
    driver.key(pygame.K_TAB)
    assert driver.focus == "go"
    driver.key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT)
    assert driver.focus == "row-9"


def test_arrows_go_where_the_eye_goes(driver):
    driver.key(pygame.K_TAB, pygame.K_DOWN)
    assert driver.focus == "no"
    driver.key(pygame.K_RIGHT)
    assert driver.focus == "card"
    driver.key(pygame.K_DOWN)
    assert driver.focus == "row-0"


def test_nothing_ahead_keeps_the_focus():
    one = Widget("one", Box(0, 0, 10, 10))
    assert toward([], one.box, "left") is None
    assert after([], None, 1) is None


def test_focus_survives_a_rebuild_and_a_language_change(driver):
    driver.key(pygame.K_TAB, pygame.K_TAB)
    driver.app.set_language("da")
    driver.app.top.refresh()
    driver.look()
    assert driver.focus == "no"


def test_focus_scrolls_into_sight(driver):
    driver.key(pygame.K_TAB, mod=pygame.KMOD_LSHIFT)
    assert driver.focus == "row-9"
    row = driver.widget("row-9")
    assert row.box.bottom <= row.clip.bottom + 0.01
