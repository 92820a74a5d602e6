"""``gevinst FILE``: open a file, as a double click on it does. Nobody has to write ``open``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import click

from game.cli.errors import ProblemsError
from game.cli.next_step import command_line, headless
from game.cli.options import RootOptions, command, display, fullscreen, own_window, session_folder
from game.cli.params import FilePath
from game.cli.window import open_window
from game.i18n import Words
from game.paths import is_file, no_file
from game.session.containers import is_session
from game.spreadsheet.kinds import is_spreadsheet
from game.table.flow.openings import AtFile


def build(t: Words) -> click.Command:
    """Declare the command."""
    return command(
        t,
        "open",
        t("Open a file: a case, its workbook or a session."),
        click.Argument(["file"], type=FilePath(t), metavar=t("FILE")),
        fullscreen(t),
        display(t),
        own_window(t),
        session_folder(t),
        run=open_file,
        hidden=True,
    )


_UNSEEN: Final = ("dummy", "offscreen")
"""The drivers of SDL whose window nobody sees."""


def open_file(
    t: Words, root: RootOptions, file: Path, folder: Path | None, *, fullscreen: bool
) -> int:
    """Open a file in the window; one message if there is none."""
    if not is_file(file):
        raise no_file(file)
    if is_spreadsheet(file):
        _refuse_workbook(t, file)
    return open_window(
        t,
        folder or root.folder,
        AtFile(file),
        windowless=_windowless(file),
        fullscreen=fullscreen or root.fullscreen,
    )


def _windowless(file: Path) -> str:
    """The command that does something with such a file without a window."""
    if is_session(file):
        return command_line("sessions", "show", file)
    return command_line("case", "import", file) if is_spreadsheet(file) else headless(file)


def _refuse_workbook(t: Words, file: Path) -> None:
    """Refuse a workbook that is no playable case, where the terminal is what people look at.

    After a double click it is the window, which shows the same. Raises :class:`InputError`.
    """
    if not sys.stderr.isatty() and os.environ.get("SDL_VIDEODRIVER") not in _UNSEEN:
        return
    from game.casebook.checking import import_book

    found = import_book(t, file)
    if found.errors:
        raise ProblemsError(found.problems)
