"""A button that is held down and let go, such as the hand round a die."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.gui.geometry import Box, Point
from game.gui.keys import ENTER
from game.gui.widgets.base import PressEffect, Widget, WidgetContext
from game.gui.widgets.label import Label
from game.gui.widgets.pace_button import PaceButton


class HoldButton(PaceButton):
    """A button with two callbacks: ``on_hold`` when it goes down, ``on_let_go`` when it comes up.

    It may come up beside the button: whoever shakes a die moves the hand. ``held`` is whether it is
    down now. Pressed all at once, as by a shortcut, it is held and let go.
    """

    effect: PressEffect = "adjusts"  # its label may change while it is held, and it still means it

    def __init__(
        self,
        key: str,
        box: Box,
        label: Label | str,
        on_hold: Callable[[], object],
        on_let_go: Callable[[], object],
        *,
        held: bool,
        pace: Callable[[pygame.Event], bool],
        tip: str = "",
    ) -> None:
        super().__init__(key, box, label, on_hold, pace, key, tip=tip)
        self.on_hold = on_hold
        self.on_let_go = on_let_go
        self.held = held

    def press(self, ui: WidgetContext, at: Point) -> None:
        """The mouse holds it."""
        ui.call(self.on_hold)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """The mouse lets go, wherever it is by now."""
        ui.call(self.on_let_go)

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """A key holds it."""
        if event.key not in ENTER:
            return super().key_down(ui, event)
        ui.call(self.on_hold)
        return True

    def key_up(self, ui: WidgetContext, event: pygame.Event) -> None:
        """The key lets go."""
        if self.held and event.key in ENTER:
            ui.call(self.on_let_go)

    def activate(self, ui: WidgetContext) -> None:
        """Hold it and let go at once."""
        ui.call(self.on_hold)
        ui.call(self.on_let_go)


class HoldPlace(Widget):
    """A place drawn by the screen, such as the hand with the die, that is held like its button.

    It is for the mouse alone: by keys the button itself is held.
    """

    effect: PressEffect = "adjusts"

    def __init__(self, box: Box, button: HoldButton) -> None:
        super().__init__(f"{button.key}:place", box, focusable=False)
        self.button = button

    def press(self, ui: WidgetContext, at: Point) -> None:
        """The mouse holds it."""
        self.button.press(ui, at)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """The mouse lets go, wherever it is by now."""
        self.button.release(ui, at)
