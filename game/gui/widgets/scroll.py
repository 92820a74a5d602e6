"""A scroll area for content that is longer than its box."""

from __future__ import annotations

import pygame

from game.gui import keys, theme
from game.gui.geometry import Box, Point
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.widgets.base import Widget, WidgetContext, WidgetState
from game.i18n import mark

BAR = 14
_STEP = 90


class Scroll(Widget):
    """A scroll area; its offset is kept in ``ui.memory``. Use it through ``ui.scroll``."""

    effect = "edits"
    inherit_bindings = False
    bindings = (
        KeyBinding(
            (pygame.K_PAGEUP, pygame.K_PAGEDOWN),
            mark("Scroll through a long list"),
            "scroll_pages",
            values=(-1, 1),
            control=None,
        ),
        KeyBinding(
            (pygame.K_UP, pygame.K_DOWN), action="scroll_lines", values=(-1, 1), control=None
        ),
    )

    def __init__(self, key: str, box: Box, height: float) -> None:
        super().__init__(key, box, focusable=False)
        self.height = height
        self.inside: list[str] = []
        self.offset = 0.0

    @property
    def furthest(self) -> float:
        """The largest offset."""
        return max(0.0, self.height - self.box.h)

    def attach(self, ui: WidgetContext) -> None:
        """Restore the offset."""
        self.offset = min(ui.memory.get(self.key, 0.0), self.furthest)

    def content(self, ui: WidgetContext) -> Box:
        """The box of the content at the current offset."""
        wide = self.box.w - (BAR + 10 if self.furthest else 0)
        return Box(self.box.x, self.box.y - self.offset, wide, self.height)

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw the scroll bar, if the content does not fit."""
        if not self.furthest:
            return
        track = Box(self.box.right - BAR, self.box.y, BAR, self.box.h)
        c.shape(track, theme.FELT_DARK, BAR / 2)
        c.shape(self._thumb(), theme.ACCENT if state.pressed else theme.CHALK_SOFT, BAR / 2)

    def _thumb(self) -> Box:
        high = max(40.0, self.box.h * self.box.h / self.height)
        down = (self.box.h - high) * self.offset / self.furthest
        return Box(self.box.right - BAR, self.box.y + down, BAR, high)

    def press(self, ui: WidgetContext, at: Point) -> None:
        """Grab the scroll bar."""
        if self.furthest and at[0] > self.box.right - BAR - 6:
            ui.memory[f"{self.key}.grip"] = at[1] - self._thumb().y

    def drag(self, ui: WidgetContext, at: Point) -> None:
        """Drag the scroll bar."""
        grip = ui.memory.get(f"{self.key}.grip")
        if grip is not None and self.furthest:
            room = self.box.h - self._thumb().h
            self._to(ui, (at[1] - grip - self.box.y) / max(1, room) * self.furthest)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Release the scroll bar."""
        ui.memory.pop(f"{self.key}.grip", None)

    def wheel(self, ui: WidgetContext, steps: float) -> bool:
        """Scroll."""
        if not self.furthest:
            return False
        self._to(ui, self.offset - steps * _STEP)
        return True

    def scroll_by_key(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Scroll by a line or most of a page; false for other keys, or if everything is visible."""
        return bool(self.furthest) and keys.press(self, event, ui)

    def scroll_lines(self, ui: WidgetContext, lines: int) -> None:
        """Scroll by lines, down if more than 0."""
        self._to(ui, self.offset + lines * _STEP)

    def scroll_pages(self, ui: WidgetContext, pages: int) -> None:
        """Scroll by most of a page, so that its last lines stay visible."""
        self._to(ui, self.offset + pages * 0.85 * self.box.h)

    def reveal(self, ui: WidgetContext, box: Box) -> None:
        """Scroll until a box inside is visible."""
        if box.y < self.box.y:
            self._to(ui, self.offset - (self.box.y - box.y) - 12)
        elif box.bottom > self.box.bottom:
            self._to(ui, self.offset + box.bottom - self.box.bottom + 12)

    def _to(self, ui: WidgetContext, offset: float) -> None:
        ui.memory[self.key] = min(self.furthest, max(0.0, offset))
        ui.rebuild()
