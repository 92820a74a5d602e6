"""The stack of screens: the top one gets the events, overlays leave those below visible."""

from __future__ import annotations

from abc import ABC, abstractmethod

from game.gui.screen import Screen, ScreenHost


class ScreenStack(ABC):
    """The screens that are shown, the top one last."""

    def __init__(self) -> None:
        self.screens: list[Screen] = []

    @abstractmethod
    def _host(self) -> ScreenHost:
        """What the screens are given as their application."""

    @abstractmethod
    def _rebuild(self) -> None:
        """Other screens are shown: all must be drawn anew."""

    @abstractmethod
    def quit(self) -> None:
        """The last screen was taken away."""

    @property
    def top(self) -> Screen:
        """The screen that gets the events."""
        return self.screens[-1]

    def push(self, screen: Screen) -> None:
        """Show a screen over the others."""
        below = self.top.ui if self.screens else None
        self.screens.append(screen)
        screen.shown(self._host())
        if below:  # whoever came here by keys sees the focus at once
            screen.ui.at, screen.ui.by_keys = below.at, below.by_keys
        self._rebuild()

    def pop(self, screen: Screen | None = None) -> None:
        """Take a screen (the top one) away."""
        if self.screens:
            self.screens.remove(screen or self.top)
        if not self.screens:
            self.quit()
        self._rebuild()

    def replace(self, screen: Screen) -> None:
        """Show a screen instead of the top one."""
        if self.screens:
            self.screens.pop()
        self.push(screen)

    def reset(self, screen: Screen) -> None:
        """Show a screen instead of all."""
        self.screens.clear()
        self.push(screen)

    def is_on_top(self, ui: object) -> bool:
        """Whether these are the widgets of the screen that gets the events."""
        return bool(self.screens) and self.top.ui is ui

    def visible(self) -> list[Screen]:
        """The screens that are seen: the last that fills the window, and the overlays on it."""
        first = len(self.screens) - 1
        while first > 0 and self.screens[first].overlay:
            first -= 1
        return self.screens[max(0, first) :]
