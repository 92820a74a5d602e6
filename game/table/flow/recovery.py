"""When something in the program fails: it is written down, and the game goes on from the disk."""

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

SOON = 3.0
"""Seconds after going on in which the same trouble is thought to have come back."""
_MOST_BYTES, _MOST_FILES = 500_000, 3


class Recovery:
    """What an :class:`App` calls with an error that reached its loop.

    ``again`` puts up the table anew from what is saved; ``session`` is the file of the game that is
    open, if one is.
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
        """Show the calm screen; raises :class:`GivingUpError` when that cannot help."""
        told = describe(error, self.app, self.session())
        log = write_down(told, self.folder)
        if self._hopeless():
            raise GivingUpError(log) from error
        try:
            # what moved moves no more
            self.app.animator = Animator(reduced=self.app.animator.reduced)
            self.app.global_shortcuts = {}
            self.app.reset(
                CrashScreen(in_short(error), told, log, self.session() is not None, self._go)
            )
        except Exception:
            raise GivingUpError(log) from error

    def _hopeless(self) -> bool:
        """Whether the calm screen itself failed, or going on from it did not help."""
        if self.app.screens and isinstance(self.app.top, CrashScreen):
            return True
        return self._went_on is not None and self.clock() - self._went_on < SOON

    def _go(self) -> None:
        self.again()
        self._went_on = self.clock()


# ------------------------------------------------------------------ what is written down
def in_short(error: Exception) -> str:
    """The kind of an error and the place in the program where it was raised."""
    place = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(step.filename).name}, {step.lineno})" for step in place)
    return type(error).__name__ + where


def describe(error: Exception, app: App, session: Path | None) -> str:
    """All that helps to find the mistake, and nothing about who plays."""
    shown = " > ".join(type(screen).__name__ for screen in app.screens)
    lines = (
        f"Gevinstbordet {__version__}, Python {platform.python_version()}, "
        f"pygame-ce {pygame.version.ver}, SDL {'.'.join(map(str, pygame.get_sdl_version()))}",
        f"{platform.system()} {platform.release()}, {pygame.display.get_driver()}, "
        f"{app.window.get_width()} x {app.window.get_height()}, {app.lang}",
        f"screens: {shown}",
        f"session: {session}",
        "".join(traceback.format_exception(error)).rstrip(),
    )
    return "\n".join(lines)


def write_down(what: str, folder: Path) -> Path | None:
    """Add an entry to the log; where that cannot be, to standard error, and no log is given."""
    file = folder / "gevinst.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_MOST_BYTES, backupCount=_MOST_FILES, encoding="utf-8"
        )
    except OSError:
        print(what, file=sys.stderr)
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s\n"))
    handler.emit(logging.makeLogRecord({"msg": "%s", "args": (what,)}))
    handler.close()
    return file
