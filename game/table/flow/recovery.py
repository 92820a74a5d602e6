"""Recovery from program errors: log the error, and continue the game from the saved session."""

from __future__ import annotations

import logging
import platform
import sys
import time
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pygame

from game import __version__
from game.gui.app import App
from game.gui.errors import GivingUpError
from game.gui.motion.animation import Animator
from game.resources import log_folder
from game.table.flow.crash_screen import CrashScreen

RECURRENCE_LIMIT = 3.0
"""An error within this many seconds of continuing is considered a recurrence."""
_MOST_BYTES, _MOST_FILES = 500_000, 3


class Recovery:
    """The handler that an :class:`App` calls with an error that reached its loop.

    ``again`` opens the table anew from what is saved; ``session`` returns the file of the open
    game, if there is one.
    """

    def __init__(
        self,
        app: App,
        again: Callable[[], object],
        session: Callable[[], Path | None],
        *,
        folder: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app = app
        self.again = again
        self.session = session
        self.folder = log_folder() if folder is None else folder
        self.clock = clock
        self._went_on: float | None = None

    def __call__(self, error: Exception) -> None:
        """Show the crash screen; raises :class:`GivingUpError` when that cannot help."""
        report = describe(error, self.app, self.session())
        log = write_down(report, self.folder)
        if self._hopeless():
            raise GivingUpError(log) from error
        try:
            # stop all animations
            self.app.animator = Animator(reduced=self.app.animator.reduced)
            self.app.global_shortcuts = {}
            self.app.close_second()
            self.app.reset(
                CrashScreen(in_short(error), report, log, self.session() is not None, self._go)
            )
        except Exception:
            raise GivingUpError(log) from error

    def _hopeless(self) -> bool:
        """Whether the crash screen itself failed, or the error recurred after continuing."""
        if self.app.screens and isinstance(self.app.top, CrashScreen):
            return True
        return self._went_on is not None and self.clock() - self._went_on < RECURRENCE_LIMIT

    def _go(self) -> None:
        self.again()
        self._went_on = self.clock()


# ------------------------------------------------------------------ the log
def in_short(error: Exception) -> str:
    """The type of an error and the code location where it was raised."""
    place = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(step.filename).name}, {step.lineno})" for step in place)
    return type(error).__name__ + where


def describe(error: Exception, app: App, session: Path | None) -> str:
    """The details needed to find the cause, without anything about the players."""
    screen_names = " > ".join(type(screen).__name__ for screen in app.screens)
    lines = (
        f"Gevinstbordet {__version__}, Python {platform.python_version()}, "
        f"pygame-ce {pygame.version.ver}, SDL {'.'.join(map(str, pygame.get_sdl_version()))}",
        f"{platform.system()} {platform.release()}, {pygame.display.get_driver()}, "
        f"{app.window.get_width()} x {app.window.get_height()}, {app.lang}",
        f"screens: {screen_names}",
        f"session: {session}",
        "".join(traceback.format_exception(error)).rstrip(),
    )
    return "\n".join(lines)


def write_down(text: str, folder: Path) -> Path | None:
    """Log an entry; if that is impossible, print it to standard error and return ``None``."""
    file = folder / "gevinst.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_MOST_BYTES, backupCount=_MOST_FILES, encoding="utf-8"
        )
    except OSError:
        print(text, file=sys.stderr)
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s\n"))
    handler.emit(logging.makeLogRecord({"msg": "%s", "args": (text,)}))
    handler.close()
    return file
