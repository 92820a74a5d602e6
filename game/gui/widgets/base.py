"""What every widget is: a keyed place on the screen, drawn at rest and when it is used."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Protocol

import pygame

from game.gui import keys, theme
from game.gui.geometry import Box, Point
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Setting, Typesetter
from game.i18n import Words, mark

PressEffect = Literal["decides", "adjusts", "edits"]
"""What a press does: once only, again and again, or nothing that could be done by mistake."""
DragMode = Literal["held", "following", "keys"]
"""How a card is moved: with the mouse button held, by the mouse after a click, or by keys."""


@dataclass(frozen=True, slots=True)
class WidgetState:
    """How a widget is being used just now."""

    hover: bool = False
    focus: bool = False
    pressed: bool = False


REST = WidgetState()


class Portable(Protocol):
    """What can be picked up: a widget with a payload that the targets are asked about."""

    key: str
    box: Box
    payload: Any
    radius: float
    ghost: Callable[[Canvas, Box], None]


class WidgetContext(Protocol):
    """What a widget asks of the :class:`~game.gui.ui.Ui` that it is declared on."""

    memory: dict[str, Any]
    """What lasts from one pass of declaring to the next, by the keys of widgets."""
    focus: str | None
    canvas: Canvas
    area: Box

    @property
    def t(self) -> Words:
        """The words of the language in use."""

    @property
    def type(self) -> Typesetter:
        """Measures text at the present size."""

    @property
    def clock(self) -> float:
        """Seconds that have passed."""

    def call(self, callback: Callable[..., object], *args: object) -> None:
        """Call back, and build the screen anew afterwards."""

    def rebuild(self) -> None:
        """Build the screen anew before the next frame."""

    def wake(self) -> None:
        """Draw a frame soon; nothing at rest has changed."""

    def toast(self, text: str, seconds: float = 5.0) -> None:
        """Show one line that the room can read, for a while."""

    def refresh_text_input(self) -> None:
        """The caret has moved: say so to the system."""

    def pick_up(
        self, source: Portable, mode: DragMode, at: Point, pressed: Point | None = None
    ) -> None:
        """Begin to carry; ``pressed`` is where it was taken hold of, if the mouse left there."""


class Widget:
    """A focusable place. ``key`` names it on its screen and carries focus through a rebuild.

    A widget is made anew whenever its screen is built; what must last lies in ``ui.memory``.
    ``tip`` is shown when it is pointed at or focused.
    """

    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding(
            (pygame.K_RETURN, pygame.K_SPACE),
            mark("Pick up a card, put it down, press a button"),
            "activate",
            control=None,
            duplicates=(pygame.K_KP_ENTER,),
        ),
    )
    """The keys it acts on while it has the focus; their actions are given the ui."""
    inherit_bindings: ClassVar[bool] = True
    takes_text = False
    effect: PressEffect = "decides"
    """Which of its presses are ignored right after a change (see :mod:`game.gui.input.guard`)."""

    def __init_subclass__(cls) -> None:
        keys.check_actions(cls)

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
        self.scrolled = 0.0
        """How far it was moved up because it lies in a part that scrolls."""
        self.setting: Setting | None = None
        """How its text is set, as it was where it was declared."""

    @property
    def identity(self) -> Hashable:
        """What a press of it means, as far as can be seen: when it differs, it is another thing."""
        box = self.box.move(dy=self.scrolled)
        return type(self), *(round(side, 1) for side in (box.x, box.y, box.w, box.h))

    def attach(self, ui: WidgetContext) -> None:
        """It was declared: fetch what lasts from ``ui.memory``."""

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw it; at rest once into the still layer, otherwise over it in every frame."""

    def hit(self, at: Point) -> bool:
        """Whether a point is on it (and not scrolled out of sight)."""
        return at in self.box and (self.clip is None or at in self.clip)

    def press(self, ui: WidgetContext, at: Point) -> None:
        """The mouse button went down on it."""

    def drag(self, ui: WidgetContext, at: Point) -> None:
        """The mouse moved with the button down."""

    def release(self, ui: WidgetContext, at: Point) -> None:
        """The button came up again, here or elsewhere."""
        if self.hit(at):
            self.activate(ui)

    def activate(self, ui: WidgetContext) -> None:
        """It was clicked, or Enter, Space or its shortcut pressed."""

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """A key while it has focus; true when it was meant for it."""
        return keys.press(self, event, ui)

    def is_pressed_by(self, event: pygame.Event) -> bool:
        """Whether a key presses it, rather than editing or adjusting what it holds."""
        return event.key in keys.ENTER

    def typed(self, ui: WidgetContext, text: str) -> None:
        """Text was typed while it has focus (only with ``takes_text``)."""

    def composing(self, ui: WidgetContext, text: str, cursor: int) -> None:
        """An input method shows what it is putting together (only with ``takes_text``)."""

    @property
    def writing_at(self) -> Box:
        """Where typed text will appear (only with ``takes_text``)."""
        return self.box

    def wheel(self, ui: WidgetContext, steps: float) -> bool:
        """The wheel was turned over it; true when it was meant for it."""
        return False


def focus_ring(c: Canvas, box: Box, radius: float = theme.RADIUS) -> None:
    """The frame round what has focus: light on dark, dark on light."""
    c.outline(box.inset(-7), theme.FELT_DARK, radius + 7, 3)
    c.outline(box.inset(-5), theme.ACCENT, radius + 5, 4)
