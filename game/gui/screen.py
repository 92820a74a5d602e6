"""The base class of screens, and the interface of the application that they use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, Protocol

import pygame
from pygame import Surface

from game.gui import keys
from game.gui.geometry import Box
from game.gui.host import Host
from game.gui.keys import KeyBinding, KeyGroup
from game.gui.paint.canvas import Canvas
from game.gui.preferences import Preferences
from game.gui.sound import Sound
from game.gui.ui import Ui
from game.gui.window.desktop import Desktop
from game.i18n import Lang, mark


class Screen:
    """One screen, or with ``overlay`` a layer over the one below, which stays visible.

    A screen is written by overriding :meth:`build`; all else is optional. ``app`` and ``ui`` are
    there from the moment it is shown.
    """

    overlay = False
    rim = False
    """Whether a wooden rim is drawn round it."""
    unsaved = False
    """Whether something would be lost if the window were closed now."""
    keeps_words = False
    """Whether no words are lost with it: they are kept elsewhere, or only find something."""
    stops_clock = False
    """Whether running clocks stand still while it is shown."""
    topic = ""
    """Where help opens for it, as a key of its sections; empty: at the beginning."""
    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding(
            (pygame.K_ESCAPE,),
            mark("Put the card back, close a dialog, go back"),
            "back",
            control=None,
        ),
    )
    """The keys it acts on, unless the widget with the focus does."""
    app: ScreenHost
    ui: Ui

    @property
    def curtain(self) -> bool:
        """Whether an overlay hides the layers below, which would tell what is still unknown."""
        return False

    def __init_subclass__(cls) -> None:
        keys.check_actions(cls)

    def shown(self, app: ScreenHost) -> None:
        """Called by the app when the screen is pushed."""
        self.app = app
        self.ui = Ui(app, self.pointed)

    def build(self, ui: Ui) -> None:
        """Draw the still layer on ``ui.canvas`` and declare the widgets, from the state as it is.

        Called anew after every callback of a widget or key binding, when :meth:`refresh` was
        called, and when the window or the language changes.
        """
        raise NotImplementedError

    def press_key(self, event: pygame.Event) -> bool:
        """Call what the screen binds to a key, unless a letter is being written."""
        if event.type != pygame.KEYDOWN or self.ui.writes(event):
            return False
        guard, now = self.ui.guard, self.app.clock
        for binding in keys.matching(type(self), event):
            if not binding.repeats and guard.repeats(event.key, now):
                return True
            if binding.call(self, event.key):
                if not binding.repeats:
                    guard.decided(None, event.key)
                self.refresh()
                return True
        return False

    def press(self, key: str) -> bool:
        """Press the widget called ``key``, if there is one now: an action for :attr:`bindings`."""
        widget = self.ui.find(key)
        if widget is None:
            return False
        widget.activate(self.ui)
        return True

    @property
    def holds_words(self) -> bool:
        """Whether it is a dialog in which something was written that would be lost with it."""
        return self.overlay and not self.keeps_words and self.ui.holds_words

    def closing(self) -> None:
        """Save what is being written and not yet saved: the window is about to be closed."""

    def handle(self, event: pygame.Event) -> bool:
        """Handle an event that no widget or key binding handled; true when it was handled."""
        return event.type == pygame.DROPFILE and self.take_file(event.file)

    def take_file(self, path: str) -> bool:
        """Take a file that was dropped on the window; true when it was taken."""
        return False

    def update(self, dt: float) -> None:
        """Advance time by ``dt`` seconds. Call ``self.app.wake()`` if something moved."""

    def dimmed(self) -> Sequence[Box]:
        """The areas to darken now, below what moves; no two of them overlap."""
        return ()

    def paint_over(self, canvas: Canvas) -> None:
        """Draw what moves over the still layer, in every frame."""

    def paint_below(self, canvas: Canvas, covered: Sequence[Box]) -> None:
        """Draw what keeps moving below other screens, which cover the boxes ``covered``."""

    def pointed(self, key: str | None) -> None:
        """Called when another widget, or none, is pointed at (by mouse or focus)."""

    def back(self) -> None:
        """Called when Esc was pressed and not handled: closes an overlay, if need be asks first."""
        if self.overlay:
            self.app.leave(self)

    def ahead(self) -> Iterator[None]:
        """Prepare what is likely to be shown next, piece by piece, each in a few milliseconds.

        Asked for while nobody does anything, and again after the next build. It changes nothing
        but what is cached, and paints nothing (see :mod:`game.gui.ahead`).
        """
        return iter(())

    def refresh(self) -> None:
        """Rebuild before the next frame, as the state has changed."""
        self.ui.rebuild()


class Decoration(Protocol):
    """What is added to the top screen after it is built, such as hints."""

    def room_for(self, screen: Screen, rehearse: Callable[[], Ui]) -> float:
        """How high a strip it needs on a screen that is about to be built; 0 if it needs none.

        ``rehearse`` builds the screen unseen, without a strip.
        """

    def __call__(self, screen: Screen) -> object:
        """Add to a screen that has just been built."""


class ScreenHost(Host, Protocol):
    """The application as a screen sees it; :class:`~game.gui.app.App` is one."""

    screens: list[Screen]
    """All screens, the top one last."""
    global_shortcuts: dict[int, Callable[[], object]]
    """Actions of keys on every screen that does not bind them itself."""
    decorate: Decoration | None
    """Adds to the top screen what no screen knows of, such as hints."""

    @property
    def top(self) -> Screen:
        """The screen that receives events."""

    @property
    def preferences(self) -> Preferences:
        """The user's preferences."""

    @property
    def sound(self) -> Sound:
        """Plays sounds, if they are switched on."""

    @property
    def desktop(self) -> Desktop:
        """The window on the user's desktop."""

    @property
    def window(self) -> Surface:
        """The pixels of the window."""

    @property
    def key_groups(self) -> Sequence[KeyGroup]:
        """Every key of the application, as help lists them."""

    def push(self, screen: Screen) -> None:
        """Push a screen on top of the others."""

    def pop(self, screen: Screen | None = None) -> None:
        """Remove a screen (by default the top one)."""

    def leave(self, screen: Screen) -> None:
        """Remove a screen that was not finished; asks first if words on it would be lost."""

    def replace(self, screen: Screen) -> None:
        """Replace the top screen."""

    def reset(self, screen: Screen) -> None:
        """Replace all screens by one."""

    def prefer(self, **changes: Any) -> None:
        """Change preferences by name; they take effect at once and are saved for the next start."""

    def set_language(self, lang: Lang) -> None:
        """Use another language from now on, without saving it for the next start."""

    def toggle_fullscreen(self) -> None:
        """Switch between window and full screen."""

    def quit(self) -> None:
        """Close the window."""
