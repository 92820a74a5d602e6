"""Every key and what it does: the help is made of this, and a test holds the code against it.

Keys that only edit text, and keys that stand on the button they press, are told once for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.i18n import Words, mark

LETTERS = tuple(range(pygame.K_a, pygame.K_z + 1))
DIGITS = tuple(range(pygame.K_0, pygame.K_9 + 1))
KEYPAD = tuple(range(pygame.K_KP_1, pygame.K_KP_0 + 1))
_NAMES = {
    pygame.K_LEFT: "←",
    pygame.K_RIGHT: "→",
    pygame.K_UP: "↑",
    pygame.K_DOWN: "↓",
    pygame.K_PLUS: "+",
    pygame.K_MINUS: "−",
    pygame.K_SPACE: mark("Space"),
    pygame.K_RETURN: "Enter",
    pygame.K_ESCAPE: "Esc",
    pygame.K_PAGEUP: "Page Up",
    pygame.K_PAGEDOWN: "Page Down",
    pygame.K_BACKSPACE: "Backspace",
    pygame.K_DELETE: "Delete",
}
"""What stands on a key where pygame's own name for it would not be understood."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Keys and what they do; ``control`` with Ctrl (or Cmd). ``said`` stands for many keys."""

    keys: tuple[int, ...]
    what: str
    control: bool = False
    said: str = ""
    same: tuple[int, ...] = ()
    """Keys that do the same and are not worth telling, as those of the number block."""

    @property
    def key(self) -> int:
        """The first of the keys."""
        return self.keys[0]

    def name(self, t: Words) -> str:
        """The keys as they are written: ``Ctrl+Z``, ``←, →``."""
        if self.said:
            return t(self.said)
        names = [key_name(t, key) for key in self.keys]
        return ", ".join(f"Ctrl+{name}" if self.control else name for name in names)


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that belong together: where they work, and the modules that bind them."""

    title: str
    bindings: tuple[Binding, ...]
    modules: tuple[str, ...] = ()


def key_name(t: Words, key: int) -> str:
    """What stands on a key."""
    known = _NAMES.get(key)
    return t(known) if known else pygame.key.name(key).capitalize()


HELP = Binding((pygame.K_F1,), mark("Rules, words and keys, for what is shown"), said="F1, ?")
RALLY = Binding((pygame.K_r,), mark("Rally: one action, 1 capacity more"))
WRITE = Binding((pygame.K_w,), mark("Write a card in your own words"))
PASS = Binding((pygame.K_p,), mark("End the turn"))
HINT = Binding((pygame.K_h,), mark("Put a hint away"))

EVERYWHERE = Group(
    mark("Everywhere"),
    (
        HELP,
        Binding((pygame.K_F9,), mark("Settings: language, text size, colours, motion, sound")),
        Binding((pygame.K_F11,), mark("Full screen, or back to a window")),
        Binding(
            (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_TAB),
            mark("Move from one thing to the next; Shift+Tab goes back"),
            said=mark("Arrows, Tab"),
        ),
        Binding(
            (pygame.K_RETURN, pygame.K_SPACE),
            mark("Pick up a card, put it down, press a button"),
            same=(pygame.K_KP_ENTER,),
        ),
        Binding((pygame.K_ESCAPE,), mark("Put the card back, close a dialog, go back")),
        Binding((pygame.K_PAGEUP, pygame.K_PAGEDOWN), mark("Scroll through a long list")),
        Binding(
            (pygame.K_PLUS, pygame.K_MINUS),
            mark("Change a number"),
            same=(pygame.K_KP_PLUS, pygame.K_KP_MINUS),
        ),
        Binding(
            LETTERS,
            mark("Where a letter stands on a button, it presses the button"),
            said=mark("Letters"),
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
        Binding((pygame.K_F2,), mark("Economy overview")),
        Binding((pygame.K_F10,), mark("The facilitator's console")),
        Binding((pygame.K_t,), mark("Timers; with Ctrl all of them pause, and go on")),
        Binding((pygame.K_l,), mark("Danish or English")),
        Binding((pygame.K_z, pygame.K_y), mark("Undo and redo"), control=True),
        Binding((pygame.K_b,), mark("Bookmark this moment for the debrief"), control=True),
        Binding(DIGITS, mark("Choose a number, or one of several ways"), said="0–9", same=KEYPAD),
    ),
    ("table/play", "table/parts", "table/guide", "table/preview"),
)
CHECK = Group(
    mark("Reality check"),
    (
        Binding((pygame.K_RIGHT,), mark("The next step")),
        Binding((pygame.K_LEFT,), mark("A step back")),
        Binding((pygame.K_END,), mark("Straight to the summary")),
    ),
    ("table/play/check", "table/play/moments"),
)
REPLAY = Group(
    mark("Replay and debrief"),
    (
        Binding((pygame.K_SPACE,), mark("Play and pause")),
        Binding((pygame.K_LEFT, pygame.K_RIGHT), mark("A decision back or on")),
        Binding((pygame.K_UP, pygame.K_DOWN), mark("The key moment before or after")),
        Binding((pygame.K_PAGEUP, pygame.K_PAGEDOWN), mark("A round, or a phase, back or on")),
        Binding((pygame.K_HOME, pygame.K_END), mark("To the beginning, to the end")),
        Binding(
            (pygame.K_PLUS, pygame.K_MINUS),
            mark("Faster, slower"),
            same=(pygame.K_KP_PLUS, pygame.K_KP_MINUS),
        ),
        Binding((pygame.K_F2, pygame.K_F10), mark("Economy overview, menu")),
        Binding((pygame.K_n, pygame.K_b), mark("Write a note, set a bookmark")),
        Binding((pygame.K_t,), mark("Open or close what there is to talk about")),
        Binding((pygame.K_w,), mark("Watch a reality check, a trial or an event once more")),
        Binding((pygame.K_c,), mark("What if? Continue from here as a new game")),
        Binding((pygame.K_h, pygame.K_u), mark("Hide the names, show what was undone")),
        Binding(DIGITS, mark("Go to a phase of the debrief"), said="1–6"),
    ),
    ("table/after/replay", "table/after/debrief", "table/parts/discussion"),
)
WRITING = Group(
    mark("In a text field"),
    (
        Binding(
            (pygame.K_LEFT, pygame.K_RIGHT),
            mark("Move by a letter; with Ctrl by a word, with Shift selecting"),
        ),
        Binding((pygame.K_HOME, pygame.K_END), mark("To the beginning or the end of the line")),
        Binding((pygame.K_BACKSPACE, pygame.K_DELETE), mark("Delete; with Ctrl a whole word")),
        Binding((pygame.K_a,), mark("Select everything"), control=True),
        Binding(
            (pygame.K_c, pygame.K_x, pygame.K_v),
            mark("Copy, cut, paste"),
            control=True,
            same=(pygame.K_INSERT,),
        ),
        Binding((pygame.K_z, pygame.K_y), mark("Undo and redo what was written"), control=True),
        Binding((pygame.K_RETURN,), mark("Done, where a text has several lines"), control=True),
    ),
    ("gui/input/keyboard", "gui/widgets/field", "gui/text"),
)
GROUPS: Sequence[Group] = (EVERYWHERE, TABLE, CHECK, REPLAY, WRITING)
