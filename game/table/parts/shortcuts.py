"""The function keys for help, overview, sound, settings and menu, on all screens that show a game.

The screen that a key opens binds the same key to close itself.
"""

from __future__ import annotations

import pygame

from game.gui.keys import KeyBinding
from game.i18n import mark

HELP = KeyBinding(
    (pygame.K_F1,), mark("Rules, words and keys, for what is shown"), "back", display="F1, ?"
)
ECONOMY = KeyBinding((pygame.K_F2,), mark("Economy overview"), "back")
SETTINGS = KeyBinding(
    (pygame.K_F9,), mark("Settings: language, text size, colours, motion, sound"), "back"
)
SOUND = KeyBinding((pygame.K_F8,), mark("Sound on, or off"))
PHONES = KeyBinding((pygame.K_F6,), mark("Phones: the code, and who is there"), "back")
CONSOLE = KeyBinding((pygame.K_F10,), mark("The facilitator's console"), "back")
MENU = KeyBinding((pygame.K_F10,), action="back")
