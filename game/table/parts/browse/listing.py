"""What lies in a folder, read apart from the window: a drive on a network may never answer.

Only so much is read of a folder as somebody would look through.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from game.frozen import frozen
from game.i18n import mark
from game.i18n.message import MessageError
from game.i18n.os_errors import reason
from game.paths import name_of

MOST_ENTRIES: Final = 3_000
"""The most entries of a folder that are looked at."""
PATIENCE: Final = 4.0
"""Seconds after which a folder is said not to answer; what came until then is shown."""
_UNREADABLE: Final = (
    mark("This folder cannot be looked at: {why}."),
    mark("Choose another folder."),
)


@frozen
class Entry:
    """A file or folder; ``saved`` is when it was last written, in seconds since 1970."""

    path: Path
    folder: bool
    saved: float

    @property
    def name(self) -> str:
        """The name to be shown."""
        return name_of(self.path)


@frozen
class Listing:
    """The folders of a folder by name, then its files, the last written first.

    ``more``: there is more than was looked at. ``trouble``: why nothing can be.
    """

    folder: Path
    entries: tuple[Entry, ...] = ()
    more: bool = False
    trouble: MessageError | None = None


def listing(folder: Path, suffixes: Collection[str] = ()) -> Listing:
    """What lies in a folder, files only of these suffixes, or all without any; nothing hidden."""
    deadline = time.monotonic() + PATIENCE
    found: list[Entry] = []
    more = False
    try:
        with os.scandir(folder) as entries:
            for n, entry in enumerate(islice(entries, MOST_ENTRIES + 1)):
                more = n == MOST_ENTRIES or time.monotonic() > deadline
                if more:
                    break
                if (one := _entry(entry, suffixes)) is not None:
                    found.append(one)
    except (OSError, ValueError) as error:
        return Listing(folder, trouble=MessageError(*_UNREADABLE, why=reason(error)))
    folders = sorted((e for e in found if e.folder), key=lambda e: e.name.casefold())
    files = sorted((e for e in found if not e.folder), key=lambda e: (-e.saved, e.name.casefold()))
    return Listing(folder, (*folders, *files), more)


def _entry(entry: os.DirEntry[str], suffixes: Collection[str]) -> Entry | None:
    """An entry to be shown; a link counts as what it leads to."""
    if entry.name.startswith((".", "~$")):
        return None
    with suppress(OSError):
        if entry.is_dir():
            return Entry(Path(entry.path), True, 0.0)
        wanted = not suffixes or entry.name.lower().endswith(tuple(suffixes))
        if wanted and entry.is_file():
            return Entry(Path(entry.path), False, entry.stat().st_mtime)
    return None


def is_late(seconds: float) -> bool:
    """Whether a folder should have been read by now, so long after that was begun."""
    return seconds > PATIENCE + 1
