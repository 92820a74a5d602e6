"""A button of something that runs in steps; keys control the pace wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.gui.geometry import Box, Point
from game.gui.widgets.base import WidgetContext
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label


class PaceButton(Button):
    """A button that passes keys on to ``pace``, which returns whether it handled them.

    After a click the focus goes ``home``, to the widget of that key.
    """

    def __init__(
        self,
        key: str,
        box: Box,
        label: Label | str,
        on_click: Callable[[], object],
        pace: Callable[[pygame.Event], bool],
        home: str,
        *,
        reason: str = "",
        tip: str = "",
    ) -> None:
        super().__init__(key, box, label, on_click, reason=reason, tip=tip)
        self.pace = pace
        self.home = home

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Handle Enter and Space as presses, then the keys of the pace."""
        return super().key_down(ui, event) or self.pace(event)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Return the focus after a click."""
        super().release(ui, at)
        ui.focus = self.home
