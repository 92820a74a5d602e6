"""Choice of an option or a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Weight
from game.gui.theme import Colour, mix
from game.gui.widgets.base import Widget, WidgetContext, WidgetState, focus_ring
from game.i18n import mark


class Choice(Widget):
    """A row of options, one of them chosen, by arrow keys or a click.

    ``options`` are pairs of a value and its label. Who clicks one goes on in the widget
    ``leads_to``, if it is named; by the keys the row keeps the focus.
    """

    effect = "adjusts"
    inherit_bindings = False
    bindings = (
        KeyBinding(
            (pygame.K_LEFT, pygame.K_RIGHT),
            action="choose_neighbour",
            values=(-1, 1),
            control=None,
        ),
    )

    def __init__(
        self,
        key: str,
        box: Box,
        options: Sequence[tuple[Any, str]],
        value: Any,
        on_change: Callable[[Any], object],
        *,
        size: float = theme.BODY,
        tip: str = "",
        leads_to: str = "",
    ) -> None:
        super().__init__(key, box, tip=tip)
        self.leads_to = leads_to
        self.options = list(options)
        self.value = value
        self.on_change = on_change
        self.size = size
        self._shares = [1.0] * len(self.options)

    def attach(self, ui: WidgetContext) -> None:
        """Options are equally wide; where that is too little for one, as wide as they need."""
        wide = [ui.type.width(label, self.size, "semibold") + 24 for _, label in self.options]
        if max(wide) > self.box.w / len(wide):
            self._shares = wide

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw the options side by side; the chosen one is raised."""
        c.panel(self.box, theme.PANEL, theme.RADIUS, line=theme.PANEL_LINE)
        for _ in c.alike():
            for cell, (value, label) in zip(self._cells(), self.options, strict=True):
                self._draw_option(c, cell, label, state, chosen=value == self.value)
        if state.focus:
            focus_ring(c, self.box)
        elif state.hover:
            c.outline(self.box, theme.ACCENT, theme.RADIUS, 2)

    def _draw_option(
        self, c: Canvas, cell: Box, label: str, state: WidgetState, *, chosen: bool
    ) -> None:
        if chosen:
            c.panel(cell.inset(5), theme.ACCENT, 10, lift=0 if state.pressed else 4)
        ink = theme.INK if chosen else theme.CHALK
        weight: Weight = "semibold" if chosen else "regular"
        sizes = (self.size, theme.SMALL, theme.LEAST)
        inner = cell.inset(10, 5)
        c.text(inner, label, sizes, ink, weight, align="centre", valign="middle")

    def _cells(self) -> list[Box]:
        return self.box.columns(self._shares)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Choose what was clicked."""
        for cell, (value, _) in zip(self._cells(), self.options, strict=True):
            if at in cell and value != self.value:
                ui.call(self.on_change, value)
                ui.focus = self.leads_to or ui.focus

    def choose_neighbour(self, ui: WidgetContext, step: int) -> None:
        """Choose the option before or after the chosen one."""
        at = next((i for i, (v, _) in enumerate(self.options) if v == self.value), -1)
        to = min(len(self.options) - 1, max(0, at + step))
        if to != at:
            ui.call(self.on_change, self.options[to][0])


class NumberWidget(Widget):
    """A number in a range, changed by arrows, plus and minus; subclasses draw it."""

    effect = "adjusts"
    inherit_bindings = False
    bindings = (
        KeyBinding(
            (pygame.K_PLUS, pygame.K_MINUS),
            mark("Change a number"),
            "step",
            values=(1, -1),
            control=None,
            duplicates=(pygame.K_KP_PLUS, pygame.K_KP_MINUS),
        ),
        KeyBinding((pygame.K_RIGHT, pygame.K_LEFT), action="step", values=(1, -1), control=None),
    )

    def __init__(
        self,
        key: str,
        box: Box,
        value: int,
        on_change: Callable[[int], object],
        *,
        low: int,
        high: int,
        tip: str = "",
    ) -> None:
        super().__init__(key, box, tip=tip)
        self.value = value
        self.on_change = on_change
        self.low = low
        self.high = high

    def step(self, ui: WidgetContext, by: int) -> None:
        """Make the number larger, or smaller by a negative step."""
        self.set_number(ui, self.value + by)

    def set_number(self, ui: WidgetContext, value: int) -> None:
        """Change the number to one in the range."""
        value = min(self.high, max(self.low, value))
        if value != self.value:
            ui.call(self.on_change, value)


class Stepper(NumberWidget):
    """A row of numbers, one of them chosen, by number keys or a click too.

    With ``filled`` the numbers below are drawn as part of it; ``None`` is a number not chosen yet.
    """

    def __init__(
        self,
        key: str,
        box: Box,
        value: int | None,
        on_change: Callable[[int], object],
        *,
        low: int = 1,
        high: int = 6,
        size: float = theme.ROOM,
        tip: str = "",
        filled: bool = True,
    ) -> None:
        super().__init__(
            key, box, low - 1 if value is None else value, on_change, low=low, high=high, tip=tip
        )
        self.size = size
        self.filled = filled

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw every number; the chosen one is raised."""
        for cell, number in zip(self._cells(), range(self.low, self.high + 1), strict=True):
            chosen = number == self.value
            fill: Colour = theme.ACCENT if chosen else theme.PANEL
            if self.filled and number < self.value:
                fill = mix(theme.PANEL, theme.ACCENT, 0.3)
            c.panel(cell, fill, 10, line=None if chosen else theme.PANEL_LINE, lift=4 * chosen)
            weight: Weight = "bold" if chosen else "regular"
            ink = theme.INK if chosen else theme.CHALK
            c.text(cell, str(number), self.size, ink, weight, align="centre", valign="middle")
        if state.focus:
            focus_ring(c, self.box, 10)
        elif state.hover:
            c.outline(self.box.inset(-3), theme.ACCENT, 12, 2)

    def _cells(self) -> list[Box]:
        return self.box.columns(self.high - self.low + 1, 8)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Set the number that was clicked."""
        for i, cell in enumerate(self._cells()):
            if at in cell:
                self.set_number(ui, self.low + i)

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Numbers set it, besides the keys of every number."""
        if super().key_down(ui, event):
            return True
        text = getattr(event, "unicode", "")
        if text.isdecimal() and self.low <= int(text) <= self.high:
            self.set_number(ui, int(text))
            return True
        return False
