"""The focus goes through everything by keys, and where the eye goes."""

from __future__ import annotations

import pygame

from game.gui.geometry import Box
from game.gui.input.focus import after, toward
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.gui.widgets.button import Button


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


class Door(Screen):
    """One button, which the screen leads to."""

    def __init__(self) -> None:
        self.opened = 0

    def build(self, ui: Ui) -> None:
        ui.add(Button("door", Box(100, 100, 300, 80), "Open", self.open))
        ui.add(Button("bell", Box(100, 300, 300, 80), "Ring", list))
        ui.focus_on("door")

    def open(self) -> None:
        self.opened += 1


def test_enter_still_means_the_button_after_a_click_beside_everything(driver):
    driver.app.push(door := Door())
    driver.look()
    driver.click((900, 600))
    assert driver.focus is None
    driver.key(pygame.K_RETURN)
    assert (door.opened, driver.focus) == (1, "door")
    driver.click("bell")
    driver.key(pygame.K_RETURN)
    assert door.opened == 1  # what was pressed last has the focus
