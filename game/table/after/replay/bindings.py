"""The keys of a replay, each with the method of :class:`ReplayScreen` that it calls."""

from __future__ import annotations

import pygame

from game.gui.keys import KeyBinding
from game.i18n import mark
from game.table.parts.shortcuts import ECONOMY, MENU

BINDINGS = (
    KeyBinding((pygame.K_SPACE,), mark("Play and pause"), "play"),
    KeyBinding(
        (pygame.K_LEFT, pygame.K_RIGHT),
        mark("A decision or a page back or on"),
        "step",
        values=(-1, 1),
        repeats=True,
    ),
    KeyBinding(
        (pygame.K_UP, pygame.K_DOWN),
        mark("The key moment before or after"),
        "stop",
        values=(-1, 1),
        repeats=True,
    ),
    KeyBinding(
        (pygame.K_PAGEUP, pygame.K_PAGEDOWN),
        mark("A round, or a phase, back or on"),
        "move_by_round",
        values=(-1, 1),
        repeats=True,
    ),
    KeyBinding(
        (pygame.K_HOME, pygame.K_END),
        mark("To the beginning, to the end"),
        "go_to_end",
        values=(0, 1),
        repeats=True,
    ),
    KeyBinding(
        (pygame.K_PLUS, pygame.K_MINUS),
        mark("Faster, slower"),
        "change_speed",
        values=(1, -1),
        duplicates=(pygame.K_KP_PLUS, pygame.K_KP_MINUS),
        repeats=True,
    ),
    KeyBinding((*ECONOMY.keys, *MENU.keys), mark("Economy overview, menu")),
    KeyBinding(
        (pygame.K_n, pygame.K_b),
        mark("Write a note, set a bookmark"),
        ("write_note", "bookmark"),
    ),
    KeyBinding((pygame.K_t,), mark("Open or close what there is to talk about"), "toggle_mark"),
    KeyBinding(
        (pygame.K_w,), mark("Watch a reality check, a trial or an event once more"), "watch"
    ),
    KeyBinding((pygame.K_c,), mark("What if? Continue from here as a new game"), "branch"),
    KeyBinding(
        (pygame.K_h, pygame.K_u),
        mark("Hide the names, show what was undone"),
        ("toggle_names", "toggle_undone"),
    ),
    KeyBinding((pygame.K_l,), action="switch_language"),
)
