"""What one window shows: a stack of screens that are drawn on it, and get what happens in it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pygame
from pygame import Rect, Surface

from game.gui import keys, theme
from game.gui.ahead import Ahead
from game.gui.cache import clear_surfaces
from game.gui.dialogs.modal import LostWords
from game.gui.geometry import Box, unit
from game.gui.input.keyboard import HeldKeys, Letters
from game.gui.large_print import lay_out
from game.gui.layers import draw_layers
from game.gui.motion.animation import Animator
from game.gui.paint.canvas import Canvas
from game.gui.paint.dimming import Dimming
from game.gui.paint.strokes import StillPicture, Strokes
from game.gui.preferences import Preferences
from game.gui.screen import Decoration, Screen
from game.gui.screen_stack import ScreenStack
from game.gui.sound import Sound
from game.gui.spec import AppSpec
from game.gui.text.typesetter import LIVE, Drawn, Typesetter, close_fonts
from game.gui.widgets.base import Widget
from game.gui.widgets.toast import Toast
from game.gui.window.desktop import EXPOSED_EVENTS
from game.gui.window.system_window import SystemWindow
from game.i18n import Lang, Words
from game.i18n.message import Translatable

_PRESSES = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN)


class Pane(ScreenStack):
    """The screens of a ``frame``, with their pointer and focus; it has the keyboard or not.

    ``log`` collects every text drawn since the last full drawing, for tests.
    """

    sound: Sound

    def __init__(
        self,
        frame: SystemWindow,
        spec: AppSpec,
        preferences: Preferences,
        t: Words,
        letters: Letters,
        log: list[Drawn] | None,
    ) -> None:
        super().__init__()
        self.frame = frame
        self.spec = spec
        self.preferences = preferences
        self.t = t
        self.animator = Animator(reduced=preferences.motion == "reduced")
        self._front: Screen | None = None
        """The screen that got the events when the widgets were last declared."""
        self.global_shortcuts: dict[int, Callable[[], object]] = {}
        """Actions of keys on every screen that does not bind them itself."""
        self.decorate: Decoration | None = None
        """Adds to the top screen what no screen knows of, such as hints."""
        self.log = log
        self._still_log: list[Drawn] = []
        self._toast = Toast()
        self._dimming = Dimming()
        self._ahead = Ahead()
        self.due = True
        """Whether something changed since the last frame."""
        self.clock = 0.0
        """Seconds that have passed since it was opened."""
        self.has_keyboard = True
        self._answering = False
        """Whether an event is being handled: what is shown now was asked for."""
        self._being_written = False
        """Whether a field that takes text has the focus."""
        self._held = HeldKeys()
        self._letters = letters
        self._touched: list[Rect] = []
        self._present: list[Rect] | None = None
        self._stale: list[Rect] | None = None
        """The pixels of the still layer that are not in the window yet; ``None``: any may be."""
        self._lay_out()

    @abstractmethod
    def toggle_fullscreen(self) -> None:
        """Switch between window and full screen."""

    def follow(self, preferences: Preferences, t: Words) -> None:
        """Lay everything out as is preferred from now on, in this language."""
        self.preferences, self.t = preferences, t
        self.animator.reduced = preferences.motion == "reduced"
        self._lay_out()

    def _lay_out(self) -> None:
        self.window = self.frame.surface
        size = self.window.get_size()
        self.u = unit(size)
        self.area = Box(0, 0, size[0] / self.u, size[1] / self.u)
        wanted = self.preferences
        palette = theme.STRONG if wanted.colours == "strong" else theme.STANDARD
        self.type = Typesetter(self.u, self.t.lang, wanted.text_size / 100, palette)
        self._still = Surface(size).convert(self.window)
        self._picture = StillPicture(self._still)
        for screen in self.screens:
            screen.ui.forget_parts()
        self._rebuild()

    def _rebuild(self) -> None:
        for screen in self.screens:
            screen.ui.dirty = True
        self._touched, self.due, self._present = [], True, None
        self._all_dirty, self._stale = True, None
        self._ahead.forget()

    @property
    def lang(self) -> Lang:
        """The language in use."""
        return self.t.lang

    # ---------------------------------------------------------------------- for the screens

    def push(self, screen: Screen) -> None:
        """Push a screen; one that nobody asked for takes nothing from somebody who is writing."""
        super().push(screen)
        if self._being_written and self.has_keyboard and not self._answering:
            screen.ui.guard.interrupts()

    def pop(self, screen: Screen | None = None) -> None:
        """Remove a screen; what it did not hide of the one below has been in sight all along."""
        left = self.top if self.screens else None
        super().pop(screen)
        if left is not None and self.screens and self.top is not left:
            hidden = self._covered_by(left) if left is self._front else None
            below = self.top.ui
            below.guard.uncovered(None if hidden is None else hidden.scaled(1 / below.zoom))

    def leave(self, screen: Screen) -> None:
        """Remove a screen that was not finished; asks first if words on it would be lost."""
        if screen.holds_words:
            self.push(LostWords(self.t, partial(self._remove, screen)))
        else:
            self.pop(screen)

    def _remove(self, screen: Screen) -> None:
        """Remove a screen, unless it was closed while something was asked about it."""
        if screen in self.screens:
            self.pop(screen)

    def toast(self, text: str, seconds: float | None = None) -> None:
        """Show one line, large enough for the room: until it is read, or for some ``seconds``."""
        self._toast.say(text, seconds)
        self._retell()

    def tell(self, what: Translatable) -> None:
        """Show a message, such as an error's, in the language of the screen."""
        self.toast(what.translate(self.t))

    def refuse(self, text: str) -> None:
        """Say for a while why something cannot be done, until something else is."""
        self._toast.say(text, refuses=True)
        self._retell()

    def forget_toast(self, text: str = "") -> bool:
        """What is shown for a while, or only this, has been read; whether there was anything."""
        shown = self._toast.forget(text)
        if shown:
            self._retell()
        return shown

    @property
    def tells(self) -> bool:
        """Whether a toast is shown."""
        return self._toast.shown

    def forget_refusal(self) -> None:
        """Something was done: why another thing could not be is said no longer."""
        if self._toast.forget_refusal():
            self._retell()

    def _retell(self) -> None:
        """What is shown for a while has come or gone: what stands in its place makes room."""
        if self.decorate is not None and self.screens:
            self.top.refresh()
        self.wake()

    def wake(self) -> None:
        """Request a new frame."""
        self.due = True

    # --------------------------------------------------------------------------------- events

    def dispatch(self, event: pygame.Event) -> None:
        """Handle one event that happened in this window."""
        with self._answer():
            self._handle(event)

    @contextmanager
    def _answer(self) -> Iterator[None]:
        """What is shown within was asked for by an event."""
        self._answering = True
        try:
            yield
        finally:
            self._answering = False

    def _handle(self, event: pygame.Event) -> None:
        if self._held.repeats(event):
            return
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN) and self.animator.busy:
            self.wake()
            if self.animator.skip():
                return
        if self.frame.handle(event):
            self._resized()
        elif event.type in EXPOSED_EVENTS:
            self._present = None
            self.wake()
        elif event.type == pygame.KEYDOWN and keys.press(self, event):
            return
        elif self.screens and not self.frame.too_small:
            self._dispatch_to_screen(event)

    def _dispatch_to_screen(self, event: pygame.Event) -> None:
        self._freshen()  # the widgets must belong to the state that the event acts on
        screen = self.top
        if event.type in _PRESSES and screen.ui.guard.takes_nothing(self.clock):
            return
        alias = self._global_alias(event)
        if alias is None and screen.ui.dispatch(event):
            return
        if event.type == pygame.KEYDOWN and screen.ui.guard.is_new(self.clock):
            return
        if alias is not None:
            alias()
        elif screen.press_key(event) or screen.handle(event):
            return
        elif event.type == pygame.KEYDOWN and event.key in self.global_shortcuts:
            self.global_shortcuts[event.key]()

    def _global_alias(self, event: pygame.Event) -> Callable[[], object] | None:
        """The global shortcut that a typed character stands for, unless a text is written."""
        if event.type != pygame.KEYDOWN:
            return None
        key = self.spec.character_aliases.get(getattr(event, "unicode", ""))
        focused = self._focused()
        if key is None or (focused is not None and focused.takes_text):
            return None
        return self.global_shortcuts.get(key)

    def _resized(self) -> None:
        surface = self.frame.surface
        if surface is not self.window or surface.get_size() != self._still.get_size():
            clear_surfaces()
            close_fonts()
            self._lay_out()

    def advance(self, dt: float, *, moving: float | None = None) -> None:
        """Advance time by ``dt`` seconds; animations by less after a slow frame, lest they jump."""
        self.clock += dt
        if self.animator.busy:
            self.animator.advance(dt if moving is None else moving)
            self.wake()
        if self._toast.advance(dt):
            self._retell()
        for screen in list(self.screens):
            screen.update(dt)
        if self.screens:
            self.top.ui.advance(dt)

    def refresh_text_input(self) -> None:
        """Enable the system's text input exactly while a field that takes text has the focus.

        There is one text input for all windows: it belongs to the one with the keyboard.
        """
        focused = self._focused()
        self._being_written = focused is not None and focused.takes_text
        if not self.has_keyboard:
            return
        if focused and focused.takes_text:
            self._letters.start_at(focused.writing_at.px(self.top.ui.canvas.u))
        else:
            self._letters.stop()

    def _focused(self) -> Widget | None:
        return self.top.ui.find(self.top.ui.focus) if self.screens else None

    # -------------------------------------------------------------------------------- drawing

    def draw(self) -> Surface:
        """The current frame; only what changed is redrawn."""
        frame = self.render()
        self.mark_seen()
        return frame

    def look_ahead(self) -> bool:
        """Prepare a little of what the top screen may be asked for next; false if there is none."""
        waiting = self.due or self.animator.busy or self.frame.hidden or self.frame.too_small
        return bool(self.screens) and not waiting and self._ahead.go_on(self.top)

    def mark_seen(self) -> None:
        """The last frame is over: what it shows can be pressed before long."""
        for screen in self.screens:
            screen.ui.guard.seen(self.clock)

    def render(self) -> Surface:
        """Draw the current frame, which is not over yet: what it shows cannot be pressed."""
        if self.frame.too_small:
            return self._draw_too_small()
        self._freshen()
        stale, self._stale = self._stale, []
        now: list[Rect] = []
        if self.log is not None:
            self.log[:] = self._still_log
        canvas = Canvas(self.window, self.type, log=self.log, touched=now)
        canvas.layer = LIVE
        dark = [box.px(self.u) for box in self.top.dimmed()] if self.screens else []
        wiped = self._wipe(stale, dark)
        if self.screens:
            self._paint_below(canvas)
            self.top.ui.guard.drawn()
            draw_layers(canvas, self.top, self.animator, self._toast, dark)
        changed = None if stale is None or self._present is None else wiped + now
        self._present, self._touched, self.due = changed, now, False
        return self.window

    def _wipe(self, stale: list[Rect] | None, dark: list[Rect]) -> list[Rect]:
        """Show the still layer where it has changed or was drawn over; returns these pixels."""
        old = self._touched if stale is None else [*self._touched, *stale]
        return self._dimming.wipe(self.window, self._still, old, dark, whole=stale is None)

    def _paint_below(self, canvas: Canvas) -> None:
        """Draw what keeps moving on screens that lie below, knowing what covers them."""
        for i, screen in enumerate(self.screens[:-1]):
            above = self.screens[i + 1 :]
            covered = [box for over in above if (box := self._covered_by(over)) is not None]
            if len(covered) == len(above):
                screen.paint_below(screen.ui.zoomed(canvas), covered)

    def _covered_by(self, screen: Screen) -> Box | None:
        """What a screen covers of those below, as far as it tells; all, if it hides them."""
        if not screen.overlay or screen.curtain:
            return self.area
        box = screen.ui.covered
        return None if box is None else box.scaled(screen.ui.zoom)

    def _draw_too_small(self) -> Surface:
        """Draw a request to enlarge the window, which is too small to read anything else in."""
        self._present, self._stale, self._touched, self.due = None, None, [], False
        self._all_dirty = True
        if self.log is not None:
            self.log.clear()
        canvas = Canvas(self.window, self.type, log=self.log)
        canvas.cloth()
        text = self.t(self.spec.texts.too_small)
        box, sizes = self.area.inset(self.area.w / 12), (110, 90, 70, 56)
        canvas.text(box, text, sizes, theme.CHALK, "semibold", align="centre", valign="middle")
        return self.window

    def _freshen(self) -> None:
        """Rebuild the still layer if any visible screen changed."""
        if self.screens and self.top is not self._front:
            self._front = self.top
            self.top.ui.guard.came_to_front()
        visible = self.visible()
        if not self._all_dirty and not any(s.ui.dirty for s in visible):
            return
        strokes = Strokes(self._still.get_size())
        canvas = self._still_canvas(strokes)
        self._still_log.clear()
        canvas.cloth(rim=bool(visible) and visible[0].rim)
        for canvas.layer, screen in enumerate(visible):
            if screen.overlay:
                canvas.fill(self.area, theme.clear(theme.FELT_DARK, 170))
            canvas.occupied.clear()
            extra = self.decorate if screen is self.top else None
            lay_out(screen, canvas, self.area, extra)
            if extra is not None:
                extra(screen)
            screen.ui.end()
        self._all_dirty, self._stale = False, self._painted(strokes)
        self._ahead.forget()
        self.refresh_text_input()

    def _still_canvas(self, strokes: Strokes, touched: list[Rect] | None = None) -> Canvas:
        """A canvas for the still layer, which remembers what is to be painted there."""
        log = None if self.log is None else self._still_log
        return Canvas(strokes, self.type, log=log, touched=touched)

    def _painted(self, strokes: Strokes) -> list[Rect] | None:
        """Paint another still layer; returns the pixels that changed, ``None`` for all."""
        changed = self._picture.show(strokes)
        if changed is None or self._stale is None:
            return None
        return [*self._stale, *changed]

    def paint_again(self) -> None:
        """Paint all of the still layer once more, where the ground of some texts is not known."""
        self._picture.paint_again()

    def draw_still(self, draw: Callable[[Canvas], None]) -> None:
        """Draw something on top of the still layer, which has not changed otherwise."""
        strokes = Strokes(self._still.get_size())
        canvas = self._still_canvas(strokes, self._touched)
        canvas.layer = len(self.visible()) - 1
        draw(canvas)
        self._picture.add(strokes)

    def present(self) -> None:
        """Show what has been drawn; only what changed, if that is known."""
        self.frame.present(self._present)
        self._present = []
