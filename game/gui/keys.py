"""Key bindings: declared on the class that acts on them, dispatched and listed from there.

A class declares ``bindings``; the toolkit calls the named method when one of the keys is pressed.
A subclass adds to the bindings of its bases, and its own are asked first; with
``inherit_bindings = False`` it replaces them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pygame

from game.frozen import frozen
from game.i18n import Lang, Words, mark

ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
"""The keys that press what has the focus."""
LETTERS = tuple(range(pygame.K_a, pygame.K_z + 1))
DIGITS = tuple(range(pygame.K_0, pygame.K_9 + 1))
KEYPAD = tuple(range(pygame.K_KP_1, pygame.K_KP_0 + 1))
COMMAND = pygame.KMOD_CTRL | pygame.KMOD_META
"""The modifier of commands: Ctrl, or Cmd."""
ALT_GR = pygame.KMOD_RALT | pygame.KMOD_MODE
"""Types a letter; some systems report it together with Ctrl."""

KEY_NAMES = {
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
"""What is printed on a key where pygame's own name for it would not be understood."""


@frozen
class KeyBinding:
    """Keys, what they do in words (a message, see ``mark``), and the method that does it.

    ``action`` names a method of the declaring class, or one for each key. With ``values`` it is
    called with the value at the place of the pressed key, otherwise without arguments; a result of
    ``False`` means that the key was not meant for it now. A binding without an action only
    describes: a widget's shortcut, or code, acts on the key.

    ``control`` is whether Ctrl (or Cmd) must be held, ``None`` if that makes no difference, and so
    is ``shift``. ``display`` is what help shows instead of the names of the keys. ``duplicates`` do
    the same as the keys at their place and are not listed, as those of the number block. One
    without a description is not listed at all. One that ``repeats`` may act again at once: it
    steps or turns pages, and decides nothing (see :mod:`game.gui.input.guard`).
    """

    keys: tuple[int, ...]
    description: str = ""
    action: str | tuple[str, ...] = ""
    values: tuple[Any, ...] = ()
    control: bool | None = False
    shift: bool | None = None
    display: str = ""
    duplicates: tuple[int, ...] = ()
    repeats: bool = False
    local: tuple[tuple[Lang, int], ...] = ()
    """What stands in for the first key in a language whose words have another letter."""

    @property
    def key(self) -> int:
        """The first of the keys."""
        return self.keys[0]

    def key_in(self, lang: Lang) -> int:
        """The first of the keys in a language."""
        return dict(self.local).get(lang, self.key)

    def name(self, t: Words) -> str:
        """The keys as help shows them: ``Ctrl+Z``, ``←, →``."""
        if self.display:
            return t(self.display)
        names = [key_name(t, key) for key in (self.key_in(t.lang), *self.keys[1:])]
        return ", ".join(f"Ctrl+{name}" if self.control else name for name in names)

    def matches(self, event: pygame.Event) -> bool:
        """Whether a KEYDOWN event presses one of the keys with the required modifiers."""
        if event.key not in self.keys and event.key not in self.duplicates:
            return False
        if self.shift is not None and self.shift != bool(event.mod & pygame.KMOD_SHIFT):
            return False
        if self.control is None:
            return True
        plain = not event.mod & pygame.KMOD_ALT
        return command_held(event.mod) if self.control else plain and not event.mod & COMMAND

    def call(self, target: object, key: int, *arguments: object) -> bool:
        """Call the action of one of the keys; false when the action did not handle it."""
        at = (self.keys if key in self.keys else self.duplicates).index(key)
        name = self.action if isinstance(self.action, str) else self.action[at]
        value = self.values[at : at + 1]
        return getattr(target, name)(*arguments, *value) is not False

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of the methods it calls."""
        named = (self.action,) if isinstance(self.action, str) else self.action
        return tuple(filter(None, named))


@frozen
class KeyGroup:
    """Keys that are listed together, under the name of the place where they work."""

    title: str
    bindings: tuple[KeyBinding, ...]


def command_held(mod: int) -> bool:
    """Whether Ctrl or Cmd is held for a command, and not as a part of AltGr."""
    return bool(mod & COMMAND) and not mod & ALT_GR


def key_name(t: Words, key: int) -> str:
    """The label of a key."""
    name = KEY_NAMES.get(key)
    return t(name) if name else pygame.key.name(key).capitalize()


def bindings_of(owner: type) -> Iterator[KeyBinding]:
    """The bindings of a class and of its bases, its own first."""
    for base in owner.__mro__:
        yield from base.__dict__.get("bindings", ())
        if not base.__dict__.get("inherit_bindings", True):
            return


def described(*owners: type) -> tuple[KeyBinding, ...]:
    """The bindings with a description that these classes declare themselves, for help."""
    return tuple(b for owner in owners for b in owner.__dict__["bindings"] if b.description)


def check_actions(owner: type) -> None:
    """Raise :class:`TypeError` if a binding of a class names a method that does not exist."""
    for binding in owner.__dict__.get("bindings", ()):
        for name in binding.actions:
            if not callable(getattr(owner, name, None)):
                raise TypeError(f"{owner.__name__} has no method {name!r} for its keys")


def matching(owner: type, event: pygame.Event) -> Iterator[KeyBinding]:
    """The bindings of a class that act on a KEYDOWN event."""
    return (b for b in bindings_of(owner) if b.action and b.matches(event))


def press(target: object, event: pygame.Event, *arguments: object) -> bool:
    """Call the action that ``target`` binds to a KEYDOWN event; true when it was handled.

    ``arguments`` come before the value of the key.
    """
    found = matching(type(target), event)
    return any(binding.call(target, event.key, *arguments) for binding in found)
