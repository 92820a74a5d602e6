"""Picking up and placing: one gesture by dragging, by two clicks, or by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas, Point
from game.gui.widgets.base import ENTER, Look, Widget, focus_ring

if TYPE_CHECKING:
    from game.gui.ui import Ui

Answer = Literal[True] | str | None
"""True, or the reason why not, in words for the room; ``None``: what lies below is meant."""
Draw = Callable[[Canvas, Box], None]

FAR = 8
"""Design units the mouse moves before a press becomes a drag."""
SNAP = 40
"""Design units beside a place at which a card still snaps to it."""
_LETTER = 64


class Spot(Widget):
    """A place that can be pointed at and pressed; ``draw`` draws what lies there, if anything."""

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

    def draw(self, c: Canvas, look: Look) -> None:
        """Draw what lies here, and a frame when it is pointed at."""
        if self.draw_at:
            self.draw_at(c, self.box)
        if look.focus:
            focus_ring(c, self.box, self.radius)
        elif look.hover:
            c.outline(self.box.inset(-3), theme.ACCENT, self.radius + 3, 3)

    def activate(self, ui: Ui) -> None:
        """Call ``on_press``."""
        if self.on_press:
            ui.call(self.on_press)


class Draggable(Spot):
    """A card that can be picked up. ``payload`` is what the targets are asked about."""

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
    ) -> None:
        super().__init__(key, box, draw=draw, on_press=on_press, tip=tip, radius=radius)
        self.payload = payload
        self.ghost = ghost or draw
        self._from: Point | None = None

    def press(self, ui: Ui, at: Point) -> None:
        """Remember where; it may become a drag."""
        self._from = at

    def drag(self, ui: Ui, at: Point) -> None:
        """Far enough, and it is picked up."""
        if self._from and max(abs(at[0] - self._from[0]), abs(at[1] - self._from[1])) > FAR:
            ui.carrying.pick_up(self, "held", at, pressed=self._from)

    def release(self, ui: Ui, at: Point) -> None:
        """A click picks it up too; the next click places it."""
        if self.hit(at):
            self.activate(ui)
            ui.carrying.pick_up(self, "following", at)

    def key_down(self, ui: Ui, event: pygame.Event) -> bool:
        """Enter picks it up for the keyboard."""
        if event.key not in ENTER:
            return False
        self.activate(ui)
        ui.carrying.pick_up(self, "keys", self.box.centre)
        return True


class DropTarget(Widget):
    """A place that a carried card may be put: it says whether, or why not.

    ``box`` lights up; ``reach`` is all that counts as pointing at it, ``box`` alone by default.
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
    ) -> None:
        super().__init__(key, box)
        self.accepts = accepts
        self.on_drop = on_drop
        self.radius = radius
        self.reach = reach or box

    def hit(self, at: Point) -> bool:
        """Whether a point is where this place is meant."""
        return at in self.reach


class Carry:
    """What is in the hand: where it came from, what each target answers, where it is."""

    def __init__(
        self,
        source: Draggable,
        mode: Literal["held", "following", "keys"],
        at: Point,
        area: Box,
        pressed: Point | None = None,
    ) -> None:
        self.source = source
        self.area = area
        self.mode = mode
        self.at = at
        x, y = pressed or at  # where it was taken hold of, however fast the mouse is by now
        self.grip = (x - source.box.x, y - source.box.y)
        self.answers: dict[str, Answer] = {}
        self.refused = False
        """Whether it was put where it may not lie."""

    def ask(self, targets: list[DropTarget]) -> None:
        """Ask every target once; the answers hold until the screen is built anew."""
        self.answers = {t.key: t.accepts(self.source.payload) for t in targets}

    def box(self, target: DropTarget | None) -> Box:
        """Where the carried card is: under the pointer; where it may lie it snaps to the place."""
        home = self.source.box
        room = self.area  # a card is never carried out of sight
        free = Box(
            min(max(self.at[0] - self.grip[0], room.x), room.right - home.w),
            min(max(self.at[1] - self.grip[1], room.y), room.bottom - home.h),
            home.w,
            home.h,
        )
        if target is None:
            return free
        if self.mode == "keys":
            free = target.box.place(home.w, home.h)
        elif self.answers[target.key] is not True:
            return free
        left = target.box.x + _LETTER  # what lies there can still be told by its letter
        x = min(max(free.x, left), max(left, target.box.right - home.w - 12))
        return Box(x, target.box.y + target.box.h * 0.4, home.w, home.h)

    def nearest(self, targets: list[DropTarget]) -> DropTarget | None:
        """The place that the pointer is beside and the card may be put: it need not be hit."""
        willing = [t for t in targets if self.answers[t.key] is True]
        near = min(willing, key=self._distance, default=None)
        return near if near and self._distance(near) <= SNAP else None

    def _distance(self, target: DropTarget) -> float:
        (x, y), box = self.at, target.box
        return max(box.x - x, x - box.right, box.y - y, y - box.bottom, 0)

    def light(self, c: Canvas, targets: list[DropTarget]) -> None:
        """Light up every place where it may lie, and leave a shade where it lay."""
        c.shape(self.source.box, theme.clear(theme.FELT_DARK, 150), self.source.radius)
        for target in targets:
            if self.answers[target.key] is True:
                c.outline(target.box, theme.GOOD, target.radius, 3)

    def draw(self, c: Canvas, aimed: DropTarget | None) -> None:
        """Draw it, and the place it would go to."""
        if aimed and self.answers[aimed.key] is True:
            c.shape(aimed.box, theme.clear(theme.GOOD, 70), aimed.radius)
            c.outline(aimed.box, theme.GOOD, aimed.radius, 6)
        elif aimed:
            c.outline(aimed.box, theme.REFUSED, aimed.radius, 4)
        box = self.box(aimed)
        c.shadow(box, self.source.radius, 18)
        self.source.ghost(c, box)
