"""Recovery from program errors: log the error, and continue the game from the saved session."""

from __future__ import annotations

import logging
import os
import platform
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

import pygame

from game import __version__
from game.gui.app import App
from game.gui.errors import GivingUpError
from game.gui.motion.animation import Animator
from game.i18n.message import MessageError
from game.resources import log_folder
from game.table.flow.crash_screen import CrashScreen

RECURRENCE_LIMIT = 3.0
"""An error within this many seconds of continuing is considered a recurrence."""
_MOST_BYTES, _MOST_FILES = 500_000, 3


class Recovery:
    """The handler that an :class:`App` calls with an error that reached its loop.

    ``again`` opens the table anew from what is saved; ``playing`` says whether a game is open.
    """

    def __init__(
        self,
        app: App,
        again: Callable[[], object],
        playing: Callable[[], bool],
        *,
        folder: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app = app
        self.again = again
        self.playing = playing
        self.folder = log_folder() if folder is None else folder
        self.clock = clock
        self._went_on: float | None = None

    def __call__(self, error: Exception) -> None:
        """Show the crash screen; raises :class:`GivingUpError` when that cannot help."""
        playing = self.playing()
        report = describe(error, self.app, playing=playing)
        log = write_down(report, self.folder)
        if self._hopeless():
            raise GivingUpError(log) from error
        try:
            # stop all animations
            self.app.animator = Animator(reduced=self.app.animator.reduced)
            self.app.global_shortcuts = {}
            self.app.close_second()
            self.app.reset(CrashScreen(in_short(error), report, log, playing, self._go))
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


def describe(error: Exception, app: App, *, playing: bool) -> str:
    """The details needed to find the cause, without anything about the players."""
    screen_names = " > ".join(type(screen).__name__ for screen in app.screens)
    lines = (
        f"Gevinstbordet {__version__}, Python {platform.python_version()}, "
        f"pygame-ce {pygame.version.ver}, SDL {'.'.join(map(str, pygame.get_sdl_version()))}",
        f"{platform.system()} {platform.release()}, {pygame.display.get_driver()}, "
        f"{app.window.get_width()} x {app.window.get_height()}, {app.lang}",
        f"screens: {screen_names}",
        f"a game was open: {'yes' if playing else 'no'}",
        *told(error),
    )
    return "\n".join(lines)


_OF_THE_PROGRAM: Final = (ArithmeticError, AttributeError, IndexError, NameError, TypeError)
"""Errors of which Python itself says what is wrong, in names of the program."""


def told(error: BaseException) -> Iterator[str]:
    """Where an error was raised, and the ones that led to it.

    What an error says may quote what somebody wrote, or where files lie: of others than the
    program's own it is left out.
    """
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from told(before)
        yield "It led to:"
    yield "Traceback (most recent call last):"
    for step in traceback.extract_tb(error.__traceback__):
        yield f"  {_module(step.filename)}, {step.lineno}, {step.name}\n    {step.line}"
    match error:
        case MessageError():
            said = error.message.text
        case OSError():
            said = os.strerror(error.errno) if error.errno else ""
        case _:
            said = str(error) if isinstance(error, _OF_THE_PROGRAM) else ""
    yield f"{type(error).__name__}: {said}".removesuffix(": ")


def _module(file: str) -> str:
    """The file of a module, without the folders in which the program happens to lie."""
    parts = Path(file).parts
    at = max((n for n, part in enumerate(parts) if part == "game"), default=-3)
    return "/".join(parts[at:])


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
