"""The widgets of one screen: declared and drawn in one pass, and given every event.

``Screen.build`` draws on ``ui.canvas`` and adds widgets; the result is the still layer. What is
pointed at, focused, typed in or carried is drawn over it in every frame.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial
from typing import ClassVar, Literal

import pygame

from game.gui import keys
from game.gui.declarations import Declarations
from game.gui.geometry import Box, Point
from game.gui.host import Host
from game.gui.input import focus as order
from game.gui.input.drag import Drag
from game.gui.input.drag_controller import DragController
from game.gui.input.guard import InputGuard, Trigger
from game.gui.input.sign_reader import SignReader
from game.gui.keys import ENTER, KeyBinding
from game.gui.motion.transitions import Transitions
from game.gui.paint.canvas import Canvas
from game.gui.text.editing import TextEdit
from game.gui.widgets.base import REST, DragMode, Portable, Widget, WidgetState
from game.gui.widgets.drag import Draggable, DropTarget
from game.gui.widgets.explained import Explained
from game.gui.widgets.scroll import Scroll
from game.gui.widgets.sign import Sign
from game.gui.widgets.tooltip import draw_tip
from game.i18n import mark

TIP_AFTER = 0.35
_HEED = 100
"""How many times what lies over a screen counts as much as what lies on it."""
"""Seconds the pointer rests before a tip is shown."""


class Ui(Declarations):
    """The widgets, the focus and the drag of one screen."""

    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding(
            (pygame.K_TAB,), action="move_focus", values=("previous",), control=None, shift=True
        ),
        KeyBinding(
            (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_TAB),
            mark("Move from one thing to the next; Shift+Tab goes back"),
            "move_focus",
            values=("left", "right", "up", "down", "next"),
            display=mark("Arrows, Tab"),
        ),
        KeyBinding((pygame.K_ESCAPE,), action="leave_field"),
    )

    def __init__(self, host: Host, pointed: Callable[[str | None], None]) -> None:
        super().__init__(host)
        self.hover: str | None = None
        self.pressed: Widget | None = None
        self.by_keys = False
        self._keys_point = False
        self.at: Point = (-1, -1)
        self._unmoved = False
        self._rested = 0.0
        self._reader = SignReader()
        self._pointed = pointed
        self._reported: str | None = None
        self.transitions = Transitions(host.animator, self._draw_at_rest)
        self.drag_controller = DragController(self)
        self.guard = InputGuard()
        self._trigger: Trigger = None
        self._acting: str | None = None
        self._drag_only = False

    @property
    def drag(self) -> Drag | None:
        """The drag in progress, if any."""
        return self.drag_controller.now

    @property
    def holds_words(self) -> bool:
        """Whether a field has other words than when it was first shown."""
        return any(kept.changed for kept in self.memory.values() if isinstance(kept, TextEdit))

    def words_saved(self) -> None:
        """What the fields have now is saved."""
        for kept in self.memory.values():
            if isinstance(kept, TextEdit):
                kept.begun = kept.text

    # ------------------------------------------------------------------------------ declaring

    def begin(self, canvas: Canvas, area: Box, zoom: float = 1.0, grow: float = 1.0) -> None:
        """Start a new build: drop the widgets, keep focus and memory.

        ``canvas`` and ``area`` are the window's; ``zoom`` makes all of this screen larger, and
        ``grow`` the text on it where it has room.
        """
        self.at = (self.at[0] * self.zoom / zoom, self.at[1] * self.zoom / zoom)
        self.zoom, self.grow = zoom, grow
        self.canvas, self.area = self.zoomed(canvas), area.scaled(1 / zoom)
        self.free = self.area
        self.widgets, self.places, self._found, self.covered = [], {}, {}, None
        self.lane, self.cover, self.strip, self.opened = None, None, None, None
        self.frame = set()
        self._foremost = None
        self._pieces, self._gauges, self._scene_drawn = [], [], False
        self._parts.begin(self.canvas, self.area, (self.widgets, self._pieces, self._gauges))

    def end(self) -> None:
        """End a build: bind focus, hover and drag to the new widgets."""
        self.dirty = False
        if not self._scene_drawn:
            self.draw_scene(None)
        keys = {w.key for w in self.widgets}
        if len(keys) != len(self.widgets):
            raise ValueError(f"two widgets have one key: {sorted(w.key for w in self.widgets)}")
        if self.focus not in keys:
            self.focus = None
        self.guard.declared(self.widgets)
        self.drag_controller.built()
        self.point()

    def _draw_at_rest(self, draw: Callable[[Canvas], None]) -> None:
        """Draw what came to rest on the still layer, unless that is about to be redrawn anyway."""
        if self.dirty or self.drag or not self.host.is_on_top(self):
            self.dirty = True
        else:
            self.host.draw_still(draw)
        self.host.wake()

    def call(self, callback: Callable[..., object], *args: object) -> None:
        """Call a callback, then rebuild the screen."""
        self.guard.decided(self._acting, self._trigger)
        self.host.forget_refusal()
        callback(*args)
        self.rebuild()

    def pick_up(
        self, source: Portable, mode: DragMode, at: Point, pressed: Point | None = None
    ) -> None:
        """Start a drag; ``pressed`` is where the button went down, if the mouse has moved since."""
        self.guard.decided(source.key, self._trigger)
        self.drag_controller.pick_up(source, mode, at, pressed)

    # --------------------------------------------------------------------------------- events

    def dispatch(self, event: pygame.Event) -> bool:
        """Dispatch an event to the widgets; true when one handled it."""
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type == pygame.KEYUP:
            self._key_up(event)
        if event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            return self._text(event)
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self._mouse(event)
        if event.type == pygame.MOUSEWHEEL:
            return self._wheel(event)
        return False

    def _text(self, event: pygame.Event) -> bool:
        widget = self.find(self.focus)
        if not widget or not widget.takes_text:
            return False
        self._written_in, self._left = widget.key, None
        if event.type == pygame.TEXTINPUT:
            widget.typed(self, event.text)
        else:
            widget.composing(self, event.text, event.start)
        return True

    @property
    def window_at(self) -> Point:
        """Where the pointer is in the window, which this screen may show larger."""
        return self.at[0] * self.zoom, self.at[1] * self.zoom

    def uncovered(self, at: Point) -> None:
        """The screen above is gone: the pointer is where it was there, and points once it moves."""
        self.at, self._unmoved = (at[0] / self.zoom, at[1] / self.zoom), True

    def _mouse(self, event: pygame.Event) -> None:
        self._unmoved = False
        self.at = (event.pos[0] / self.canvas.u, event.pos[1] / self.canvas.u)
        self._trigger = self.at
        if event.type == pygame.MOUSEMOTION:
            self._moved()
        elif event.button == 1 and event.type == pygame.MOUSEBUTTONDOWN:
            self._down()
        elif event.button == 1:
            self._up()
        elif event.button == 3 and event.type == pygame.MOUSEBUTTONDOWN and self.drag:
            self.drag_controller.put_back()

    def _moved(self) -> None:
        self._rested, self._keys_point = 0.0, False
        if self.drag:
            self.drag_controller.moved()
        elif self.pressed:
            self.pressed.drag(self, self.at)
        self.host.wake()  # another sign of the same widget may be under the pointer now
        self.point()

    def _down(self) -> None:
        self.by_keys = self._keys_point = False
        self.point()
        if self.drag:
            self._acting = None
            over = self.find(self.hover)
            if over is not None and over.while_held:
                self.pressed = over
                over.press(self, self.at)
                return
            if self.drag.mode != "held" and not self.guard.repeats(self.at, self.clock):
                self.drag_controller.let_go()
            return
        widget = self.find(self.hover)
        ignored = widget is not None and self.guard.ignores(widget, self.at, self.clock)
        if ignored and not isinstance(widget, Draggable):
            return
        self.give_focus(widget if widget and widget.focusable else None)
        if widget:
            self.pressed, self._acting, self._drag_only = widget, widget.key, ignored
            widget.press(self, self.at)
            self.host.wake()

    def _up(self) -> None:
        pressed, self.pressed = self.pressed, None
        if self.drag and self.drag.mode == "held":
            self.drag_controller.let_go()
        elif pressed:
            # A rebuild may have replaced the pressed widget; the one with its key gets the release.
            current = self.find(pressed.key)
            if current and not self._drag_only and _same_meaning(pressed, current):
                current.release(self, self.at)
            self.host.wake()

    def _wheel(self, event: pygame.Event) -> bool:
        steps = getattr(event, "precise_y", event.y) or event.y
        under = [w for w in reversed(self.widgets) if w.hit(self.at)]
        return any(w.wheel(self, steps) for w in under)

    def _key(self, event: pygame.Event) -> bool:
        self.by_keys = self._keys_point = True
        self._rested = TIP_AFTER
        self.host.wake()
        self._trigger = event.key
        if self.drag:
            again = event.key in ENTER and self.guard.repeats(event.key, self.clock)
            return again or self._shortcut(event) or self.drag_controller.key(event)
        if self.focus is None and event.key in ENTER:  # it was lost by a click on the background
            self.give_focus(self.find(self._foremost))
        widget = self.find(self.focus)
        if widget:
            if widget.is_pressed_by(event) and self._ignores(widget, event.key):
                return True
            self._acting = widget.key
            if widget.key_down(self, event):
                return True
        if keys.press(self, event) or self._shortcut(event):
            return True
        return any(w.scroll_by_key(self, event) for w in self.widgets if isinstance(w, Scroll))

    def _key_up(self, event: pygame.Event) -> None:
        """Tell every widget, as the focus may have moved on while the key was down."""
        for widget in list(self.widgets):
            widget.key_up(self, event)

    def move_focus(self, direction: order.Direction | Literal["next", "previous"]) -> bool:
        """Move the focus in the order of declaration, or in the direction of an arrow key."""
        if direction == "next" or direction == "previous":
            step = 1 if direction == "next" else -1
            self.give_focus(order.after(self._reachable(), self.focus, step))
            self.guard.focus_moved()
            return True
        if self.frame and direction in ("left", "right"):
            return self._go_in_content(direction)
        return self.go(direction, self._reachable())

    def _go_in_content(self, direction: order.Direction) -> bool:
        """Move the focus sideways within the content, if it is there already."""
        if self.focus is None or self.focus in self.frame:
            return False
        return self.go(direction, [w for w in self._reachable() if w.key not in self.frame])

    def leave_field(self) -> bool:
        """Leave the field that somebody went into or wrote in; false if none has the focus.

        A field that has the focus only because it is the first on its screen is in nobody's way.
        """
        if self.focus is None or self.focus != self._written_in:
            return False
        left = self.focus
        self.give_focus(None)
        self._left = left
        self.rebuild()
        return True

    def explain_next(self) -> None:
        """Tell the next sign of what has the focus; after its last, go on to the next place."""
        if self._reader.step(self.find(self.focus)):
            return
        places = [w for w in self.widgets if isinstance(w, Explained)]
        self.give_focus(order.after(places, self.focus, 1))
        self.guard.focus_moved()

    def stop_explaining(self) -> bool:
        """Take the focus from a place that only tells what it is; whether one had it."""
        told = isinstance(self.find(self.focus), Explained)
        if told:
            self.give_focus(None)
        return told

    def writes(self, event: pygame.Event) -> bool:
        """Whether a KEYDOWN event types a letter into a field, so that it is not a command."""
        focused = self.find(self.focus)
        letter = 32 <= event.key < 127 and not keys.command_held(event.mod)
        return letter and focused is not None and focused.takes_text

    def _shortcut(self, event: pygame.Event) -> bool:
        if self.writes(event) or event.mod & pygame.KMOD_CTRL:
            return False
        for widget in self.widgets:
            if widget.shortcut == event.key and (widget.while_held or not self.drag):
                if not self._ignores(widget, event.key):
                    self._acting = widget.key
                    widget.activate(self)
                return True
        return False

    def _ignores(self, widget: Widget, key: int) -> bool:
        """Whether to ignore a key that presses a widget which has just changed or acted.

        Typing into a field is never ignored, but Enter submits it only once.
        """
        again = self.guard.repeats(key, self.clock) or self.guard.is_new(self.clock)
        return self.guard.ignores(widget, key, self.clock) or (widget.takes_text and again)

    def go(self, direction: order.Direction, among: Sequence[Widget]) -> bool:
        """Move the focus to the next widget in a direction; false if there is none."""
        widget = self.find(self.focus)
        if not widget:
            self.give_focus(order.after(among, None, 1))
            return True
        found = order.toward([w for w in among if w is not widget], widget.box, direction)
        if found:
            self.give_focus(found)
            self.guard.focus_moved()
        return found is not None

    def give_focus(self, widget: Widget | None) -> None:
        """Move the focus to a widget, or clear it."""
        left = self.find(self.focus)
        if left and left.takes_text and left is not widget:
            left.composing(self, "", 0)
            self.dirty = True  # the still layer does not have the typed text yet
        self.focus = widget.key if widget else None
        self._written_in = self.focus if widget and widget.takes_text else None
        self._left = None
        if widget and self.by_keys:
            self._scroll_to(widget)
        self.host.refresh_text_input()
        self.point()
        self.host.wake()

    def _scroll_to(self, widget: Widget) -> None:
        for area in self.widgets:
            if isinstance(area, Scroll) and widget.key in area.inside:
                area.reveal(self, widget.box)

    def point(self) -> None:
        """Find the widget that is pointed at, and call the screen when it has changed."""
        among = self._for_held() if self.drag else self._not_targets()
        aimed = (w for w in reversed(among) if w.hit(self.at))
        under = None if self._unmoved else next(aimed, None)
        hover = under.key if under else None
        if hover != self.hover:
            self.hover, self._rested = hover, 0.0
            self.host.wake()
        pointed = self._pointed_at()
        if pointed != self._reported:
            self._reported = pointed
            self._pointed(pointed)

    # -------------------------------------------------------------------------------- drawing

    def advance(self, dt: float) -> None:
        """Advance time: a tip is shown once the pointer has rested."""
        before = self._rested
        self._rested += dt
        if before < TIP_AFTER <= self._rested:
            self.host.wake()

    def _for_held(self) -> list[Widget]:
        """What can be pointed at while a card is held."""
        always = [w for w in self.widgets if w.while_held]
        return [*self.drag_controller.targets(), *always]

    def _not_targets(self) -> list[Widget]:
        return [w for w in self.widgets if not isinstance(w, DropTarget)]

    def draw_used(self, c: Canvas) -> None:
        """Draw the widgets that are pointed at, focused or pressed."""
        used = {self.hover, self.focus, self.pressed.key if self.pressed else None}
        for widget in self.widgets if self.drag is None else ():
            if widget.key in used:
                self._draw_in_use(c, widget)

    def _draw_in_use(self, c: Canvas, widget: Widget, *, also_at_rest: bool = False) -> None:
        look = WidgetState(
            hover=widget.key == self.hover,
            focus=widget.key == self.focus and (self.by_keys or widget.takes_text),
            pressed=bool(self.pressed and widget.key == self.pressed.key),
        )
        if (also_at_rest or look != REST) and not self.transitions.hides(widget.key):
            clip = c.clipped(widget.clip.inset(-8)) if widget.clip else nullcontext()
            with clip, c.type.using(widget.setting or c.type.setting):
                widget.draw(c, look)

    def draw_held(self, c: Canvas) -> None:
        """Draw the card that is held."""
        if self.drag:
            self.drag.draw(c, self.drag_controller.aimed())

    def draw_cover(self, c: Canvas, touched: Sequence[pygame.Rect]) -> None:
        """Draw what covers the screen again, if something was drawn over it."""
        cover = self.cover
        if cover is None or not (self.drag or cover.box.px(c.u).collidelist(touched) >= 0):
            return
        cover.draw(c)
        for widget in self.widgets:
            if widget.key.startswith(cover.prefix):
                self._draw_in_use(c, widget, also_at_rest=True)

    def draw_tip(self, c: Canvas) -> None:
        """Say what is pointed at, or why a card may not lie there."""
        if self.drag:
            self.drag_controller.draw_told(c)
            return
        sign = self.told()
        if sign and self._rested >= TIP_AFTER and not self.pressed:
            lane = self.tip_lane
            if lane is not None and lane != self.lane and lane.overlap(sign.box):
                lane = None  # it would lie over what it is about
            kept = partial(self._kept_from_tips, sign.box)
            draw_tip(c, self.area, lane, self.opened or sign.box, sign.text, kept=kept)

    def _kept_from_tips(self, by: Box) -> list[Box]:
        """What a tip outside the lane should leave visible, above all what it is about."""
        over = [by, *(box for box in (self.cover and self.cover.box, self.opened) if box)]
        return [*self.once("kept", self.boxes_kept), *over * _HEED]

    def _pointed_at(self) -> str | None:
        return self.focus if self._keys_point else self.hover

    def told(self) -> Sign | None:
        """What is told of what is pointed at, once the pointer has rested."""
        widget = self.find(self._pointed_at())
        return self._reader.told(widget, None if self._keys_point else self.at)


def _same_meaning(before: Widget, current: Widget) -> bool:
    """Whether a widget still means the same when the button is released as when pressed."""
    return current.effect != "decides" or current.identity == before.identity
