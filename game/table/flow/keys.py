"""Every key and what it does: the help is made of this, and a test holds the code against it.

Keys that only edit text, and keys that stand on the button they press, are told once for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.gui.app import App
from game.gui.keys import DIGITS, KEYPAD, LETTERS, KeyBinding, KeyGroup, described
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.gui.widgets.choice import Stepper
from game.gui.widgets.field import TextField
from game.gui.widgets.scroll import Scroll
from game.i18n import mark


@dataclass(frozen=True, slots=True)
class Group(KeyGroup):
    """Keys that belong together, and the modules that bind them."""

    modules: tuple[str, ...] = ()


HELP = KeyBinding((pygame.K_F1,), mark("Rules, words and keys, for what is shown"), display="F1, ?")
RALLY = KeyBinding((pygame.K_r,), mark("Rally: one action, 1 capacity more"))
WRITE = KeyBinding((pygame.K_w,), mark("Write a card in your own words"))
PASS = KeyBinding((pygame.K_p,), mark("End the turn"))
HINT = KeyBinding((pygame.K_h,), mark("Put a hint away"))

EVERYWHERE = Group(
    mark("Everywhere"),
    (
        HELP,
        KeyBinding((pygame.K_F9,), mark("Settings: language, text size, colours, motion, sound")),
        *described(App, Ui, Widget, Screen, Scroll, Stepper),
        KeyBinding(
            LETTERS,
            mark("Where a letter stands on a button, it presses the button"),
            display=mark("Letters"),
        ),
    ),
    ("gui", "table/setup", "table/flow"),
)
TABLE = Group(
    mark("At the table"),
    (
        RALLY,
        WRITE,
        PASS,
        HINT,
        KeyBinding((pygame.K_F2,), mark("Economy overview")),
        KeyBinding((pygame.K_F10,), mark("The facilitator's console")),
        KeyBinding((pygame.K_t,), mark("Timers; with Ctrl all of them pause, and go on")),
        KeyBinding((pygame.K_l,), mark("Danish or English")),
        KeyBinding((pygame.K_z, pygame.K_y), mark("Undo and redo"), control=True),
        KeyBinding((pygame.K_b,), mark("Bookmark this moment for the debrief"), control=True),
        KeyBinding(
            DIGITS,
            mark("Choose a number, or one of several ways"),
            display="0–9",
            duplicates=KEYPAD,
        ),
    ),
    ("table/play", "table/parts", "table/guide", "table/preview"),
)
CHECK = Group(
    mark("Reality check"),
    (
        KeyBinding((pygame.K_RIGHT,), mark("The next step")),
        KeyBinding((pygame.K_LEFT,), mark("A step back")),
        KeyBinding((pygame.K_END,), mark("Straight to the summary")),
    ),
    ("table/play/check", "table/play/moments"),
)
REPLAY = Group(
    mark("Replay and debrief"),
    (
        KeyBinding((pygame.K_SPACE,), mark("Play and pause")),
        KeyBinding((pygame.K_LEFT, pygame.K_RIGHT), mark("A decision back or on")),
        KeyBinding((pygame.K_UP, pygame.K_DOWN), mark("The key moment before or after")),
        KeyBinding((pygame.K_PAGEUP, pygame.K_PAGEDOWN), mark("A round, or a phase, back or on")),
        KeyBinding((pygame.K_HOME, pygame.K_END), mark("To the beginning, to the end")),
        KeyBinding(
            (pygame.K_PLUS, pygame.K_MINUS),
            mark("Faster, slower"),
            duplicates=(pygame.K_KP_PLUS, pygame.K_KP_MINUS),
        ),
        KeyBinding((pygame.K_F2, pygame.K_F10), mark("Economy overview, menu")),
        KeyBinding((pygame.K_n, pygame.K_b), mark("Write a note, set a bookmark")),
        KeyBinding((pygame.K_t,), mark("Open or close what there is to talk about")),
        KeyBinding((pygame.K_w,), mark("Watch a reality check, a trial or an event once more")),
        KeyBinding((pygame.K_c,), mark("What if? Continue from here as a new game")),
        KeyBinding((pygame.K_h, pygame.K_u), mark("Hide the names, show what was undone")),
        KeyBinding(DIGITS, mark("Go to a phase of the debrief"), display="1–6"),
    ),
    ("table/after/replay", "table/after/debrief", "table/parts/discussion"),
)
WRITING = Group(
    mark("In a text field"),
    described(TextField),
    ("gui/input/keyboard", "gui/widgets/field", "gui/text", "gui/keys"),
)
GROUPS: Sequence[Group] = (EVERYWHERE, TABLE, CHECK, REPLAY, WRITING)
