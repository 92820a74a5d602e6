"""The handler of ``gevinst FILE``: opens it, or tells in the terminal what keeps it from that."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from game.cli.errors import InputError, ProblemsError
from game.cli.handlers.errors import errors_as_messages
from game.cli.next_step import command_line, headless
from game.cli.window import open_window
from game.content.findings import printable
from game.i18n import Words
from game.paths import is_file, is_folder
from game.session.containers import is_session
from game.spreadsheet.kinds import is_spreadsheet
from game.table.flow.openings import AtFile

_UNSEEN: Final = ("dummy", "offscreen")
"""The drivers of SDL whose window nobody sees."""


def open_file(t: Words, file: Path, folder: Path | None, *, fullscreen: bool) -> int:
    """Open a file in the window; one message if there is none."""
    if not is_file(file):
        name = printable(str(file))
        raise InputError(
            t("{file} is a folder. Name a file in it.", file=name)
            if is_folder(file)
            else t("There is no file {file}.", file=name)
        )
    if is_spreadsheet(file):
        _refuse_workbook(t, file)
    return open_window(t, folder, AtFile(file), windowless=_windowless(file), fullscreen=fullscreen)


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

    with errors_as_messages(t):
        found = import_book(t, file)
    if found.errors:
        raise ProblemsError(found.problems)
