"""Spots to press, cards that can be picked up, and targets to drop them on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pygame

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.keys import ENTER
from game.gui.paint.canvas import Canvas
from game.gui.widgets.base import Tip, Widget, WidgetContext, WidgetState, focus_ring, told

Answer = Literal[True] | str | None
"""True, or the reason for refusal as shown to players; ``None``: not a target for the payload."""
Draw = Callable[[Canvas, Box], None]

FAR = 8
"""Design units the mouse moves before a press becomes a drag."""


@frozen
class Raised:
    """How a card that lies below others is drawn while it is pointed at: where, and all of it."""

    box: Box
    draw: Draw


class Spot(Widget):
    """An area that can be pointed at and pressed; ``draw`` draws its content, if any.

    What is ``raised`` is drawn otherwise while it is pointed at or has the focus, above its
    neighbours.
    """

    def __init__(
        self,
        key: str,
        box: Box,
        *,
        draw: Draw | None = None,
        on_press: Callable[[], object] | None = None,
        tip: str = "",
        radius: float = theme.RADIUS,
        shortcut: int | None = None,
    ) -> None:
        super().__init__(key, box, tip=tip, shortcut=shortcut)
        self.draw_at = draw
        self.on_press = on_press
        self.radius = radius
        self.raised: Raised | None = None

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw its content, and a frame when it is pointed at."""
        raised = self.raised if state.focus or state.hover else None
        box, draw = (raised.box, raised.draw) if raised else (self.box, self.draw_at)
        if draw:
            draw(c, box)
        if state.focus:
            focus_ring(c, box, self.radius)
        elif state.hover:
            c.outline(box.inset(-3), theme.ACCENT, self.radius + 3, 3)

    def activate(self, ui: WidgetContext) -> None:
        """Call ``on_press``."""
        if self.on_press:
            ui.call(self.on_press)


class Draggable(Spot):
    """A card that can be picked up. ``payload`` is offered to the targets.

    ``carried`` is said while it is carried, until it is over a target; ``stuck`` instead of it if
    no target accepts it. Either is found out when it is said.
    """

    def __init__(
        self,
        key: str,
        box: Box,
        payload: Any,
        *,
        draw: Draw,
        ghost: Draw | None = None,
        on_press: Callable[[], object] | None = None,
        tip: str = "",
        radius: float = theme.RADIUS,
        carried: Tip = "",
        stuck: Tip = "",
    ) -> None:
        super().__init__(key, box, draw=draw, on_press=on_press, tip=tip, radius=radius)
        self.payload = payload
        self._carried = carried
        self._stuck = stuck
        self.ghost = ghost or draw
        self._from: Point | None = None

    @property
    def whole(self) -> Box:
        """Where all of it is seen."""
        return self.raised.box if self.raised else self.box

    def said(self, *, placeable: bool) -> str:
        """What is said of it while it is carried: another thing where no target would take it."""
        return told(self._carried) if placeable else told(self._stuck) or told(self._carried)

    def press(self, ui: WidgetContext, at: Point) -> None:
        """Remember the position: a drag may follow."""
        self._from = at

    def drag(self, ui: WidgetContext, at: Point) -> None:
        """Pick it up once the mouse has moved far enough."""
        if self._from and max(abs(at[0] - self._from[0]), abs(at[1] - self._from[1])) > FAR:
            ui.pick_up(self, "held", at, pressed=self._from)

    def release(self, ui: WidgetContext, at: Point) -> None:
        """Pick it up by a click; the next click drops it."""
        if self.hit(at):
            self.activate(ui)
            ui.pick_up(self, "following", at)

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Pick it up by Enter, to be moved by keys."""
        if event.key not in ENTER:
            return False
        self.activate(ui)
        ui.pick_up(self, "keys", self.whole.centre)
        return True


class DropTarget(Widget):
    """A place to drop a dragged card on: it accepts it, or says why not.

    ``box`` lights up; ``reach`` is all that counts as pointing at it, ``box`` alone by default.
    ``outcome`` says what would come of dropping a card there, before it is let go.
    """

    def __init__(
        self,
        key: str,
        box: Box,
        *,
        accepts: Callable[[Any], Answer],
        on_drop: Callable[[Any], object],
        radius: float = theme.RADIUS,
        reach: Box | None = None,
        outcome: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__(key, box)
        self.outcome = outcome
        self.accepts = accepts
        self.on_drop = on_drop
        self.radius = radius
        self.reach = reach or box

    def hit(self, at: Point) -> bool:
        """Whether a point is within ``reach``."""
        return at in self.reach
