"""What a screen is, and what it may ask of the application that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

    def handle(self, event: pygame.Event) -> bool:
        """An event that no widget and no key binding took; true when the screen takes it."""
        return False

    def update(self, dt: float) -> None:
        """``dt`` seconds passed. Call ``self.app.wake()`` if something moved."""

    def dimmed(self) -> Sequence[Box]:
        """What lies in the dark just now, below what moves; no two of them overlap."""
        return ()

    def paint_over(self, canvas: Canvas) -> None:
        """Draw what moves, over the still layer, in every frame."""

    def paint_below(self, canvas: Canvas, covered: Box) -> None:
        """Draw what goes on while a dialog lies over it; ``covered`` is where it lies."""

    def pointed(self, key: str | None) -> None:
        """Another widget is pointed at (by mouse or focus), or none."""

    def back(self) -> None:
        """Esc was pressed and nothing took it: an overlay closes."""
        if self.overlay:
            self.app.pop(self)

    def refresh(self) -> None:
        """The state changed: build anew before the next frame."""
        self.ui.rebuild()


class ScreenHost(Host, Protocol):
    """The application as a screen sees it; :class:`~game.gui.app.App` is one."""

    screens: list[Screen]
    """All screens, the top one last."""
    global_shortcuts: dict[int, Callable[[], object]]
    """What a key does on any screen that does not use it itself."""
    decorate: Callable[[Screen], object] | None
    """Called when the top screen was built: adds to it what no screen knows of, as hints."""

    @property
    def top(self) -> Screen:
        """The screen that gets the events."""

    @property
    def preferences(self) -> Preferences:
        """What the user likes."""

    @property
    def sound(self) -> Sound:
        """Plays sounds, if they are wanted."""

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
        """Show a screen over the others."""

    def pop(self, screen: Screen | None = None) -> None:
        """Take a screen (the top one) away."""

    def replace(self, screen: Screen) -> None:
        """Show a screen instead of the top one."""

    def reset(self, screen: Screen) -> None:
        """Show a screen instead of all."""

    def prefer(self, **changes: Any) -> None:
        """Change preferences, by their names: they hold at once, and are kept for next time."""

    def set_language(self, lang: Lang) -> None:
        """Use another language from now on, without keeping it for next time."""

    def toggle_fullscreen(self) -> None:
        """Between the window and the whole screen."""

    def quit(self) -> None:
        """Close the window."""
