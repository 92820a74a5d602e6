"""Large buttons with explanations show the keys that press them."""

from __future__ import annotations

import pygame
import pytest

from game.gui.dialogs.action_list import ListedAction, add_actions
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.i18n import Lang
from tests.gui.driver import Driver


class Listed(Screen):
    """One button."""

    def __init__(self, shortcut: int) -> None:
        self.pressed = 0
        self.shortcut = shortcut

    def build(self, ui: Ui) -> None:
        ui.canvas.cloth()
        action = ListedAction("go", "flag", "Start", "", self.press_it, shortcut=self.shortcut)
        add_actions(ui, [ui.area.inset(100, 300)], [action])

    def press_it(self) -> None:
        self.pressed += 1


@pytest.mark.parametrize(
    ("shortcut", "lang", "shown"),
    [
        (pygame.K_k, "en", "K"),
        (pygame.K_F6, "en", "F6"),
        (pygame.K_SPACE, "en", "Space"),
        (pygame.K_SPACE, "da", "Mellemrum"),
    ],
)
def test_a_button_shows_the_key_that_presses_it(shortcut: int, lang: Lang, shown: str) -> None:
    screen = Listed(shortcut)
    driver = Driver(screen, lang=lang)
    assert shown in driver.texts.split("\n")
    driver.key(shortcut)
    assert screen.pressed == 1
