"""The stack of screens: the top one receives events; overlays leave those below visible."""

from __future__ import annotations

from abc import ABC, abstractmethod

from game.gui.screen import Screen, ScreenHost


class ScreenStack(ABC):
    """A stack of screens, the top one last."""

    def __init__(self) -> None:
        self.screens: list[Screen] = []

    @abstractmethod
    def _host(self) -> ScreenHost:
        """The application that is passed to the screens."""

    @abstractmethod
    def _rebuild(self) -> None:
        """Called when the stack has changed: everything must be redrawn."""

    @abstractmethod
    def quit(self) -> None:
        """Called when the last screen was removed."""

    @property
    def top(self) -> Screen:
        """The screen that receives events."""
        return self.screens[-1]

    def push(self, screen: Screen) -> None:
        """Push a screen on top of the others."""
        below = self.top.ui if self.screens else None
        self.screens.append(screen)
        screen.shown(self._host())
        if below:  # a user who came here by keys sees the focus at once
            screen.ui.at, screen.ui.by_keys = below.window_at, below.by_keys
        self._rebuild()

    def pop(self, screen: Screen | None = None) -> None:
        """Remove a screen (by default the top one)."""
        if self.screens:
            left = self.top
            self.screens.remove(screen or left)
            if self.screens and self.top is not left:
                self.top.ui.uncovered(left.ui.window_at)
        if not self.screens:
            self.quit()
        self._rebuild()

    def replace(self, screen: Screen) -> None:
        """Replace the top screen."""
        if self.screens:
            self.screens.pop()
        self.push(screen)

    def reset(self, screen: Screen) -> None:
        """Replace all screens by one."""
        self.screens.clear()
        self.push(screen)

    def is_on_top(self, ui: object) -> bool:
        """Whether these widgets belong to the screen that receives events."""
        return bool(self.screens) and self.top.ui is ui

    def visible(self) -> list[Screen]:
        """The visible screens: the topmost that fills the window or hides all, and the overlays."""
        first = len(self.screens) - 1
        while first > 0 and self.screens[first].overlay and not self.screens[first].curtain:
            first -= 1
        return self.screens[max(0, first) :]
