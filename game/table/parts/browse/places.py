"""Where people keep files: their own folders, and what is plugged in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from game.frozen import frozen
from game.i18n import Words, mark
from game.paths import is_folder
from game.resources import cases_folder, system_documents

MOST_DRIVES: Final = 6
_MOUNTS: Final = ("/media/{user}", "/run/media/{user}", "/mnt", "/Volumes")


@frozen
class StartPlace:
    """A place to begin at; ``label`` is a message, or the name of a drive."""

    folder: Path
    icon: str
    label: str
    drive: bool = False

    def name(self, t: Words) -> str:
        """What it is called."""
        return self.label if self.drive else t(self.label)


def places() -> list[StartPlace]:
    """The places that are there; this may take as long as a drive takes to answer."""
    usual = [place for place in _usual() if is_folder(place.folder)]
    drives = islice(_drives(), MOST_DRIVES)
    found = {place.folder: place for place in (*usual, *drives)}
    return list(found.values())


def _usual() -> Iterator[StartPlace]:
    import platformdirs

    yield StartPlace(cases_folder(), "layers", mark("Your cases"))
    yield StartPlace(Path(platformdirs.user_downloads_dir()), "arrow-down", mark("Downloads"))
    yield StartPlace(Path(platformdirs.user_desktop_dir()), "monitor", mark("Desktop"))
    yield StartPlace(system_documents(), "folder-open", mark("Documents"))
    yield StartPlace(Path(os.path.expanduser("~")), "house", mark("Home folder"))


def _drives() -> Iterator[StartPlace]:
    """Drives and sticks by their names; on Windows by their letters, which wakes none of them."""
    if sys.platform == "win32":
        import ctypes

        letters = ctypes.windll.kernel32.GetLogicalDrives()
        for n in range(26):
            if letters >> n & 1:
                yield _drive(Path(f"{chr(ord('A') + n)}:\\"), f"{chr(ord('A') + n)}:")
        return
    user = Path(os.path.expanduser("~")).name
    for mounts in _MOUNTS:
        with suppress(OSError), os.scandir(mounts.format(user=user)) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir() and not entry.name.startswith("."):
                    yield _drive(Path(entry.path), entry.name)


def _drive(folder: Path, name: str) -> StartPlace:
    return StartPlace(folder, "package", name.encode(errors="replace").decode(), drive=True)
