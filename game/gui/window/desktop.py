"""The window on the user's desktop: its monitor, smallest size and title, and a second one."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable

import pygame
from pygame import Surface

from game.gui.quiet import quiet
from game.gui.window.second_window import SecondWindow
from game.gui.window.system_window import SystemWindow
from game.i18n import mark

LEAST = (1280, 720)
"""The smallest size that a user can give the window, in pixels."""
INPUT_EVENTS = (
    pygame.KEYDOWN,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEMOTION,
    pygame.MOUSEWHEEL,
    pygame.TEXTINPUT,
)
"""What a user does."""
EXPOSED_EVENTS = (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN)
"""After these the whole window must be shown again."""
_BLIND = ("dummy", "offscreen", "evdev")


class WrongPygameError(RuntimeError):
    """Plain pygame is installed where pygame-ce is needed."""


class NoScreenError(RuntimeError):
    """There is no display to open a window on."""


def check_pygame() -> None:
    """Raise :class:`WrongPygameError` unless pygame is pygame-ce."""
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygameError(
            mark("pygame-ce is needed, but plain pygame is installed and hides it")
        )


def check_screen() -> None:
    """Raise :class:`NoScreenError` if SDL fell back to a driver without a display."""
    if pygame.display.get_driver() in _BLIND and not os.environ.get("SDL_VIDEODRIVER"):
        raise NoScreenError(mark("there is no screen here"))


def _open_displays() -> None:
    with quiet():
        pygame.display.init()


def prepare_display() -> None:
    """Tell SDL how to open a display, before it does."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    # Full screen on the projector stays while somebody works in the second window.
    os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")


def screen_sizes() -> list[tuple[int, int]]:
    """The size of every screen in pixels, without opening a window; empty where there is none."""
    if pygame.display.get_init():
        return pygame.display.get_desktop_sizes()
    prepare_display()
    try:
        _open_displays()
        check_screen()
        return pygame.display.get_desktop_sizes()
    except (pygame.error, NoScreenError):
        return []
    finally:
        pygame.display.quit()


class Desktop(SystemWindow):
    """The window called ``name``, on a monitor or filling it; ``second`` is the one beside it.

    Without a ``size`` it takes most of the desktop, and at least :data:`LEAST`. ``display`` counts
    the monitors from 0; ``None`` is wherever the window is, and the first one to begin with.
    """

    def __init__(
        self,
        size: tuple[int, int] | None,
        name: str,
        *,
        fullscreen: bool = False,
        display: int | None = None,
        icon: Callable[[], Surface] | None = None,
    ) -> None:
        prepare_display()
        super().__init__()
        self.fullscreen = fullscreen
        self.display = display
        self._icon = icon
        self.second: SecondWindow | None = None
        self.name = name
        self._title = name
        self._open()
        self._windowed = size or self._most_of(self._at or 0)
        self.surface = self._set_mode()

    # ------------------------------------------------------------------ the window
    def _open(self) -> None:
        _open_displays()
        check_screen()
        self._middle_of_second = self._ask_for_middle(1) if self._at == 0 else None
        if self._icon is not None:
            pygame.display.set_icon(self._icon())
        pygame.display.set_caption(self._title)
        pygame.key.set_repeat(400, 35)
        pygame.key.stop_text_input()
        self.keep_awake(False)

    def _ask_for_middle(self, monitor: int) -> tuple[int, int] | None:
        """The middle of a monitor, if it is there.

        SDL tells no place of a monitor, but that of a window on it: one that nobody sees.
        """
        if monitor >= self.monitors:
            return None
        pygame.display.set_mode((2, 2), pygame.HIDDEN, display=monitor)
        x, y = pygame.display.get_window_position()
        pygame.display.quit()
        _open_displays()
        return x + 1, y + 1

    def _most_of(self, monitor: int) -> tuple[int, int]:
        w, h = pygame.display.get_desktop_sizes()[monitor]
        return max(LEAST[0], w * 9 // 10), max(LEAST[1], h * 85 // 100)

    @property
    def _at(self) -> int | None:
        """The monitor to use; ``None`` if it is no longer connected."""
        there = self.display is not None and self.display < pygame.display.get_num_displays()
        return self.display if there else None

    @property
    def monitors(self) -> int:
        """The number of monitors."""
        return pygame.display.get_num_displays()

    def show(self, *, fullscreen: bool, display: int | None) -> bool:
        """Switch full screen and monitor; false if nothing changes."""
        if (fullscreen, display) == (self.fullscreen, self.display):
            return False
        if not self.fullscreen:
            self._windowed = self.surface.get_size()
        elsewhere = display != self.display and display is not None
        self.fullscreen, self.display = fullscreen, display
        if elsewhere:  # SDL cannot move a full-screen window to another monitor
            self.open_again()
        else:
            self.surface = self._set_mode()
        return True

    def open_again(self) -> None:
        """Open new windows in place of those that are open, on monitors that are there now."""
        awake = not pygame.display.get_allow_screensaver()
        if self.second is not None:
            self.second.close()
        pygame.display.quit()
        self._open()
        self.keep_awake(awake)
        self.surface = self._set_mode()
        if self.second is not None:
            self.second.open_again(self._size_beside(), self._beside())

    # ------------------------------------------------------------------ the second window
    def open_second(self, title: str) -> SecondWindow:
        """Open the second window, on another monitor than this one if there is one."""
        self.second = SecondWindow(title, self._size_beside(), self._beside(), self._icon)
        return self.second

    def close_second(self) -> None:
        """Close the second window."""
        if self.second is not None:
            self.second.close()
            self.second = None

    def _beside(self) -> tuple[int, int] | None:
        """The middle of the second window's monitor; ``None`` is that of the first monitor."""
        return self._middle_of_second if self._at == 0 else None

    def _size_beside(self) -> tuple[int, int]:
        """Most of the other monitor; on the same one no more than leaves the first in sight."""
        there = pygame.display.get_desktop_sizes()
        return LEAST if len(there) < 2 else self._most_of(1 if self._at == 0 else 0)

    def _set_mode(self) -> Surface:
        options = {} if self._at is None else {"display": self._at}
        if self.fullscreen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN, **options)
        with warnings.catch_warnings():
            # The layout adapts to the size granted; this pygame can only limit it in this way.
            warnings.simplefilter("ignore")
            window = pygame.display.set_mode(self._windowed, pygame.RESIZABLE, **options)
            if window.get_size() != self._windowed:
                # X11 may grant a size only at the second request after full screen.
                window = pygame.display.set_mode(self._windowed, pygame.RESIZABLE, **options)
            room = pygame.display.get_desktop_sizes()[self._at or 0]
            least = min(LEAST[0], room[0]), min(LEAST[1], room[1])
            pygame.Window.from_display_module().minimum_size = least
        return window

    def _pixels(self) -> Surface:
        return pygame.display.get_surface() or self.surface

    def present(self, changed: list[pygame.Rect] | None) -> None:
        """Show what has been drawn; only what changed, if that is known."""
        if changed is None:
            pygame.display.flip()
        else:
            pygame.display.update(changed)

    # ------------------------------------------------------------------ the system
    @property
    def title(self) -> str:
        """The title of the window."""
        return self._title

    @title.setter
    def title(self, text: str) -> None:
        self._title = f"{text} – {self.name}" if text else self.name
        pygame.display.set_caption(self._title)

    def keep_awake(self, on: bool) -> None:
        """Keep screen and projector on, or allow the system to turn them off."""
        pygame.display.set_allow_screensaver(not on)
