"""A window as the system shows it: its pixels, and whether they can be seen and read."""

from __future__ import annotations

from abc import ABC, abstractmethod

import pygame
from pygame import Surface

READABLE = (800, 450)
"""A window smaller than this, as on a very small screen, is not readable."""
_GONE = (pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN)
_BACK = (
    pygame.WINDOWRESTORED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWMAXIMIZED,
    pygame.WINDOWEXPOSED,
)


class SystemWindow(ABC):
    """One window; ``surface`` are its pixels."""

    surface: Surface

    def __init__(self) -> None:
        self.hidden = False
        """Whether the window is invisible: minimised, or hidden by the system."""

    @abstractmethod
    def _pixels(self) -> Surface:
        """The pixels of the window as large as it is now."""

    @abstractmethod
    def present(self, changed: list[pygame.Rect] | None) -> None:
        """Show what has been drawn; only what changed, if that is known."""

    def handle(self, event: pygame.Event) -> bool:
        """Handle an event of the window; true when its size may have changed."""
        if event.type in _GONE:
            self.hidden = True
        elif event.type in _BACK:
            self.hidden = False
        elif event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self.surface = self._pixels()
            return True
        return False

    @property
    def too_small(self) -> bool:
        """Whether it is too small to be readable."""
        w, h = self.surface.get_size()
        return w < READABLE[0] or h < READABLE[1]
