"""Tells in the terminal what is wrong with a workbook that is to be opened."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from game.casebook.checking import import_book
from game.cli.errors import InputError
from game.cli.handlers.errors import errors_as_messages
from game.content.findings import printable
from game.i18n import Words

_UNSEEN: Final = ("dummy", "offscreen")
"""The drivers of SDL whose window nobody sees."""


def refuse_workbook(t: Words, file: Path) -> None:
    """Refuse a workbook that is no playable case, where the terminal is what people look at.

    After a double click it is the window, which shows the same. Raises :class:`InputError`.
    """
    if not sys.stderr.isatty() and os.environ.get("SDL_VIDEODRIVER") not in _UNSEEN:
        return
    with errors_as_messages(t):
        found = import_book(t, file)
    if found.errors:
        lines = (line for problem in found.problems for line in str(problem).split("\n"))
        raise InputError("\n".join(map(printable, lines)))
