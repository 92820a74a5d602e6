"""What every widget is: a keyed place on the screen, drawn at rest and when it is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas, Point
from game.gui.text.typesetter import Setting

if TYPE_CHECKING:
    from game.gui.ui import Ui

ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


@dataclass(frozen=True, slots=True)
class Look:
    """How a widget is being used just now."""

    hover: bool = False
    focus: bool = False
    pressed: bool = False


REST = Look()


class Widget:
    """A focusable place. ``key`` names it on its screen and carries focus through a rebuild.

    A widget is made anew whenever its screen is built; what must last lies in ``ui.memory``.
    ``tip`` is shown when it is pointed at or focused.
    """

    takes_text = False

    def __init__(
        self,
        key: str,
        box: Box,
        *,
        tip: str = "",
        focusable: bool = True,
        shortcut: int | None = None,
    ) -> None:
        self.key = key
        self.box = box
        self.tip = tip
        self.focusable = focusable
        self.shortcut = shortcut
        self.clip: Box | None = None
        self.setting: Setting | None = None
        """How its text is set, as it was where it was declared."""

    def attach(self, ui: Ui) -> None:
        """It was declared: fetch what lasts from ``ui.memory``."""

    def draw(self, c: Canvas, look: Look) -> None:
        """Draw it; at rest once into the still layer, otherwise over it in every frame."""

    def hit(self, at: Point) -> bool:
        """Whether a point is on it (and not scrolled out of sight)."""
        return at in self.box and (self.clip is None or at in self.clip)

    def press(self, ui: Ui, at: Point) -> None:
        """The mouse button went down on it."""

    def drag(self, ui: Ui, at: Point) -> None:
        """The mouse moved with the button down."""

    def release(self, ui: Ui, at: Point) -> None:
        """The button came up again, here or elsewhere."""
        if self.hit(at):
            self.activate(ui)

    def activate(self, ui: Ui) -> None:
        """It was clicked, or Enter, Space or its shortcut pressed."""

    def key_down(self, ui: Ui, event: pygame.Event) -> bool:
        """A key while it has focus; true when it was meant for it."""
        if event.key in ENTER:
            self.activate(ui)
            return True
        return False

    def typed(self, ui: Ui, text: str) -> None:
        """Text was typed while it has focus (only with ``takes_text``)."""

    def composing(self, ui: Ui, text: str, cursor: int) -> None:
        """An input method shows what it is putting together (only with ``takes_text``)."""

    @property
    def writing_at(self) -> Box:
        """Where typed text will appear (only with ``takes_text``)."""
        return self.box

    def wheel(self, ui: Ui, steps: float) -> bool:
        """The wheel was turned over it; true when it was meant for it."""
        return False


def focus_ring(c: Canvas, box: Box, radius: float = theme.RADIUS) -> None:
    """The frame round what has focus: light on dark, dark on light."""
    c.outline(box.inset(-7), theme.FELT_DARK, radius + 7, 3)
    c.outline(box.inset(-5), theme.ACCENT, radius + 5, 4)
