"""The base class of widgets: a keyed area of the screen, drawn at rest and while in use."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any, ClassVar, Literal, Protocol

import pygame

from game.frozen import frozen
from game.gui import keys, theme
from game.gui.geometry import Box, Point
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Setting, Typesetter
from game.gui.widgets.sign import Sign
from game.i18n import Words, mark

PressEffect = Literal["decides", "adjusts", "edits"]
"""What presses do: decide once, adjust repeatedly, or edit, which never happens by mistake."""
Tip = str | Callable[[], str]
"""What is told when something is pointed at; what costs to find out is found out only then."""
DragMode = Literal["held", "following", "keys"]
"""How a card is moved: with the mouse button held, by the mouse after a click, or by keys."""


@frozen
class WidgetState:
    """How a widget is being used at the moment."""

    hover: bool = False
    focus: bool = False
    pressed: bool = False


REST = WidgetState()


def told(tip: Tip) -> str:
    """What a tip tells now."""
    return tip if isinstance(tip, str) else tip()


class Portable(Protocol):
    """A widget that can be picked up; its payload is offered to the targets."""

    key: str
    box: Box
    payload: Any
    radius: float
    ghost: Callable[[Canvas, Box], None]

    @property
    def whole(self) -> Box:
        """Where all of it would be, if only a part of it is seen."""

    def said(self, *, placeable: bool) -> str:
        """What is said of it while it is carried."""


class WidgetContext(Protocol):
    """The interface of :class:`~game.gui.ui.Ui` that widgets use."""

    memory: dict[str, Any]
    """What lasts from one pass of declaring to the next, by the keys of widgets."""
    focus: str | None
    canvas: Canvas
    area: Box

    @property
    def t(self) -> Words:
        """The translations of the current language."""

    @property
    def type(self) -> Typesetter:
        """The typesetter for the current text size."""

    @property
    def clock(self) -> float:
        """Seconds since the application started."""

    def call(self, callback: Callable[..., object], *args: object) -> None:
        """Call a callback, then rebuild the screen."""

    def rebuild(self) -> None:
        """Rebuild the screen before the next frame."""

    def wake(self) -> None:
        """Request a new frame; the still layer has not changed."""

    def refuse(self, text: str) -> None:
        """Say for a while why something cannot be done, until something else is."""

    def refresh_text_input(self) -> None:
        """Tell the system's input method where the caret is now."""

    def pick_up(
        self, source: Portable, mode: DragMode, at: Point, pressed: Point | None = None
    ) -> None:
        """Start a drag; ``pressed`` is where the button went down, if the mouse has moved since."""


class Widget:
    """A focusable area. ``key`` is unique on its screen and preserves the focus in a rebuild.

    Widgets are created in every build of their screen; persistent state is in ``ui.memory``.
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
    """The keys it acts on while it has the focus; their actions get the ui as argument."""
    inherit_bindings: ClassVar[bool] = True
    tells: Callable[[], Sequence[Sign]] | None = None
    """Makes what is told of it, first as a whole and then sign by sign; by default its tip."""
    takes_text = False
    while_held = False
    """Whether it can be pressed while a card is held."""
    effect: PressEffect = "decides"
    """Which of its presses are ignored right after a change (see :mod:`game.gui.input.guard`)."""

    def __init_subclass__(cls) -> None:
        keys.check_actions(cls)

    def __init__(
        self,
        key: str,
        box: Box,
        *,
        tip: Tip = "",
        focusable: bool = True,
        shortcut: int | None = None,
    ) -> None:
        self.key = key
        self.box = box
        self._tip = tip
        self.focusable = focusable
        self.shortcut = shortcut
        self.clip: Box | None = None
        self.scrolled = 0.0
        """How far it was moved up by a scroll area."""
        self.setting: Setting | None = None
        """The typesetter's setting at the time of declaration."""

    @property
    def tip(self) -> str:
        """What is told of it as a whole."""
        return told(self._tip)

    @tip.setter
    def tip(self, tip: Tip) -> None:
        self._tip = tip

    @cached_property
    def told(self) -> tuple[Sign, ...]:
        """What is told of it when it is pointed at; made when it is first asked for."""
        if self.tells is not None:
            return tuple(self.tells())
        return (Sign(self.box, tip),) if (tip := self.tip) else ()

    def forget_told(self) -> None:
        """Find out anew what is told of it: the game may have gone on."""
        self.__dict__.pop("told", None)

    @property
    def identity(self) -> Hashable:
        """What a user can see of the effect of a press; if it changes, so has the effect."""
        box = self.box  # asked of every widget in every pass
        top = round(box.y + self.scrolled, 1)
        return type(self), round(box.x, 1), top, round(box.w, 1), round(box.h, 1)

    def attach(self, ui: WidgetContext) -> None:
        """Called when it was declared: restores persistent state from ``ui.memory``."""

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw it: at rest once into the still layer, in use over it in every frame."""

    def hit(self, at: Point) -> bool:
        """Whether a point is on its visible part."""
        return at in self.box and (self.clip is None or at in self.clip)

    def press(self, ui: WidgetContext, at: Point) -> None:
        """Called when the mouse button went down on it."""

    def drag(self, ui: WidgetContext, at: Point) -> None:
        """Called when the mouse moved with the button down."""

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Called when the button was released, on it or elsewhere."""
        if self.hit(at):
            self.activate(ui)

    def activate(self, ui: WidgetContext) -> None:
        """Called when it was clicked, or Enter, Space or its shortcut pressed."""

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Handle a key while it has the focus; true when it was handled."""
        return keys.press(self, event, ui)

    def key_up(self, ui: WidgetContext, event: pygame.Event) -> None:
        """Called when a key was released, wherever the focus is."""

    def is_pressed_by(self, event: pygame.Event) -> bool:
        """Whether a key presses it, rather than editing or adjusting its value."""
        return event.key in keys.ENTER

    def typed(self, ui: WidgetContext, text: str) -> None:
        """Called when text was typed while it has the focus (only with ``takes_text``)."""

    def composing(self, ui: WidgetContext, text: str, cursor: int) -> None:
        """Called with the composition of an input method (only with ``takes_text``)."""

    @property
    def writing_at(self) -> Box:
        """Where typed text will appear (only with ``takes_text``)."""
        return self.box

    def wheel(self, ui: WidgetContext, steps: float) -> bool:
        """Handle the mouse wheel over it; true when it was handled."""
        return False


def focus_ring(c: Canvas, box: Box, radius: float = theme.RADIUS) -> None:
    """The frame round the focused widget: light on dark, dark on light."""
    c.outline(box.inset(-7), theme.FELT_DARK, radius + 7, 3)
    c.outline(box.inset(-5), theme.ACCENT, radius + 5, 4)
