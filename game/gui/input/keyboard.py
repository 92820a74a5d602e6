"""Keyboard state: text input while a field has the focus, and suppression of key repeat."""

from __future__ import annotations

import pygame
from pygame import Rect

_REPEATED = frozenset(
    {pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_TAB}
    | {pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_BACKSPACE, pygame.K_DELETE}
)
"""Keys that go on while they are held; any other does what it does once, however long."""


class HeldKeys:
    """The keys that are held down."""

    def __init__(self) -> None:
        self._down: set[int] = set()

    def repeats(self, event: pygame.Event) -> bool:
        """Whether a KEYDOWN is only key repeat: holding P must not end two turns."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
        elif event.type == pygame.WINDOWFOCUSLOST:
            self._down.clear()
        if event.type != pygame.KEYDOWN or event.key in _REPEATED:
            return False
        held = event.key in self._down
        self._down.add(event.key)
        return held


class Letters:
    """The state of the system's text input, which all windows share."""

    def __init__(self) -> None:
        self._active = False

    def start_at(self, place: Rect) -> None:
        """Start text input at a place in the window, beside which input methods show candidates."""
        if not self._active:
            pygame.key.start_text_input()
        pygame.key.set_text_input_rect(place)
        self._active = True

    def stop(self) -> None:
        """Stop text input: keys are commands only."""
        if self._active:
            pygame.key.stop_text_input()
        self._active = False

    def forget(self) -> None:
        """The windows were opened anew, and text input is stopped."""
        self._active = False
