"""What a screen is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui

if TYPE_CHECKING:
    from game.gui.app import App


class Screen:
    """One screen, or with ``overlay`` a layer over the one below, which stays visible.

    A screen is written by overriding :meth:`build`; all else is optional. ``app`` and ``ui`` are
    there from the moment it is shown.
    """

    overlay = False
    rim = False
    """Whether the wooden edge of the table is seen round it."""
    unsaved = False
    """Whether something would be lost if the window were closed now."""
    stops_clock = False
    """Whether the timers stand still while it is shown: it is no player's move."""
    topic = ""
    """The section of the rules that tells of it, by its key; empty: the beginning."""
    app: App
    ui: Ui

    def shown(self, app: App) -> None:
        """Called by the app when the screen is pushed."""
        self.app = app
        self.ui = Ui(app, self.pointed)

    def build(self, ui: Ui) -> None:
        """Draw the still layer on ``ui.canvas`` and declare the widgets, from the state as it is.

        Called anew after every callback of a widget, when :meth:`refresh` was called, and when the
        window or the language changes.
        """
        raise NotImplementedError

    def handle(self, event: pygame.Event) -> bool:
        """An event that no widget took; true when the screen takes it."""
        return False

    def update(self, dt: float) -> None:
        """``dt`` seconds passed. Call ``self.app.wake()`` if something moved."""

    def dimmed(self) -> Sequence[Box]:
        """What lies in the dark just now, below what moves; no two of them overlap."""
        return ()

    def paint_over(self, canvas: Canvas) -> None:
        """Draw what moves, over the still layer, in every frame."""

    def paint_below(self, canvas: Canvas, covered: Box) -> None:
        """Draw what goes on while a dialog lies over it; ``covered`` is where it lies."""

    def pointed(self, key: str | None) -> None:
        """Another widget is pointed at (by mouse or focus), or none."""

    def back(self) -> None:
        """Esc was pressed and nothing took it: an overlay closes."""
        if self.overlay:
            self.app.pop(self)

    def refresh(self) -> None:
        """The state changed: build anew before the next frame."""
        self.ui.dirty = True
        self.app.wake()
