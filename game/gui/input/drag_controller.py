"""Picks up, aims and drops cards, by mouse or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import pygame

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.input import focus as order
from game.gui.input.drag import Drag
from game.gui.keys import ENTER
from game.gui.motion.transitions import Transitions
from game.gui.paint.canvas import Canvas
from game.gui.widgets.base import DragMode, Portable, Widget, WidgetContext
from game.gui.widgets.drag import Draggable, DropTarget
from game.gui.widgets.tooltip import draw_in_lane, draw_tip, draw_tooltip, fits_lane

_ACCEPTED, _CARRIED = ("check", theme.GOOD_DARK), ("hand-helping", theme.ACCENT_DARK)
"""The icon and the colour of what is said of a target that accepts, and of what is carried."""


class DragContext(WidgetContext, Protocol):
    """The interface of :class:`~game.gui.ui.Ui` that the controller uses."""

    widgets: list[Widget]
    pressed: Widget | None
    hover: str | None
    at: Point
    transitions: Transitions
    lane: Box | None

    def find(self, key: str | None) -> Widget | None:
        """The widget with a key."""

    def give_focus(self, widget: Widget | None) -> None:
        """Move the focus to a widget, or clear it."""

    def go(self, direction: order.Direction, among: Sequence[Widget]) -> bool:
        """Move the focus to the next widget in a direction; false if there is none."""

    def point(self) -> None:
        """Find the widget that is pointed at."""


class DragController:
    """Controls the drags on one screen; ``now`` is the drag in progress."""

    def __init__(self, ui: DragContext) -> None:
        self.ui = ui
        self.now: Drag | None = None

    def pick_up(
        self,
        source: Portable,
        mode: DragMode,
        at: Point,
        pressed: Point | None = None,
    ) -> None:
        """Start a drag, and ask every target whether it accepts the payload.

        ``pressed`` is where the button went down, if the mouse has moved since.
        """
        if source.payload is None:
            return
        ui = self.ui
        self.now = carry = Drag(source, mode, at, ui.area, pressed)
        carry.query_targets(self.targets())
        ui.pressed = None
        if mode == "keys":
            accepting = [t for t in self.targets() if carry.answers[t.key] is True]
            ui.give_focus(next(iter(accepting or self.targets()), None))
        ui.point()
        ui.rebuild()  # targets are highlighted in the still layer

    def built(self) -> None:
        """The screen was rebuilt: find the source's new widget, or end the drag without one."""
        if self.now is None:
            return
        source = self.ui.find(self.now.source.key)
        if not isinstance(source, Draggable):
            self.now = None
            return
        self.now.source = source  # its box may have changed
        self.now.area, self.now.answers = self.ui.area, {}
        self.now.query_targets(self.targets())
        self.now.light(self.ui.canvas, self.targets())

    # --------------------------------------------------------------------------------- aiming

    def moved(self) -> None:
        """The mouse moved: the card follows it from now on, even if keys moved it before."""
        if self.now:
            self.now.at = self.ui.at
            if self.now.mode == "keys":
                self.now.mode = "following"
            self.ui.wake()

    def key(self, event: pygame.Event) -> bool:
        """Move or end the drag by a key; whether the key was handled."""
        if event.key == pygame.K_ESCAPE:
            self.put_back()
        elif event.key in ENTER:
            self._place(self.aimed())
        elif event.key == pygame.K_TAB:
            step = -1 if event.mod & pygame.KMOD_SHIFT else 1
            self.ui.give_focus(order.after(self._key_targets(), self.ui.focus, step))
        elif event.key in order.DIRECTIONS:
            self.ui.go(order.DIRECTIONS[event.key], self._key_targets())
        else:  # letters are no shortcuts during a drag, but F1 still opens help
            return bool(32 <= event.key < 127)
        return True

    def _key_targets(self) -> list[DropTarget]:
        """The targets that keys step through; switches the drag to keys."""
        targets = self.targets()
        if self.now:
            self.now.mode = "keys"
        return targets

    def aimed(self) -> DropTarget | None:
        """The target that the card would be dropped on: focused, or under or near the pointer."""
        if self.now is None:
            return None
        by_keys = self.now.mode == "keys"
        found = self.ui.find(self.ui.focus if by_keys else self.ui.hover)
        if isinstance(found, DropTarget):
            return found
        return None if by_keys else self.now.nearest(self.targets())

    def targets(self) -> list[DropTarget]:
        """The targets for this kind of payload, whether they accept it or give a reason."""
        places = [w for w in self.ui.widgets if isinstance(w, DropTarget)]
        if self.now is None:
            return places
        return [p for p in places if self.now.answers.get(p.key, "") is not None]

    def draw_told(self, c: Canvas) -> None:
        """Say what is carried, what would come of dropping it, or why it may not lie there."""
        if self.now is None:
            return
        aimed, lane = self.aimed(), self.ui.lane
        answer = self.now.answers.get(aimed.key) if aimed else None
        if aimed and answer is not True:
            if answer:
                draw_tip(c, self.ui.area, lane, aimed.box, answer, bad=True)
            return
        text = self.now.outcome(aimed) if aimed else self.now.said()
        if text and lane is not None and fits_lane(c, lane, text):
            draw_in_lane(c, lane, text, *(_ACCEPTED if aimed else _CARRIED))
        elif text and aimed:
            draw_tooltip(c, self.ui.area, aimed.box, text)

    # -------------------------------------------------------------------------------- placing

    def let_go(self) -> None:
        """Drop at the pointer. Without a target, or refused after a held drag, the card returns."""
        aimed = self.aimed()
        refused = not self._place(aimed)
        if refused and (not aimed or (self.now and self.now.mode == "held")):
            self.put_back()

    def put_back(self) -> None:
        """Cancel the drag: the card returns to its source."""
        aimed = self.aimed()
        carry, self.now = self.now, None
        if carry:
            self.ui.transitions.dropped = {carry.source.key: carry.box(aimed)}
            self.ui.give_focus(self.ui.find(carry.source.key))
            self.ui.rebuild()

    def _place(self, target: DropTarget | None) -> bool:
        carry = self.now
        if not carry or not target:
            return False
        answer = carry.answers[target.key]
        if answer is not True:
            self.ui.refuse(answer or "")
            carry.refused = True
            self.ui.rebuild()
            return False
        self.ui.transitions.dropped = {carry.source.key: carry.box(target)}
        self.now = None
        self.ui.call(target.on_drop, carry.source.payload)
        return True
