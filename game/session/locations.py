"""The folders and file names of sessions."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from game.i18n.when import local
from game.paths import name_of

_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def default_name(scenario_file: str, created: float) -> str:
    """A session's default file name without suffix, by local time.

    For example ``2026-11-21-koebenhavn-pas-1430``.
    """
    stem = Path(scenario_file).stem.lower().translate(_LETTERS)
    stem = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40] or "session"
    time = local(created)
    return f"{time:%Y-%m-%d}-{stem}-{time:%H%M}"


def given_name(path: Path) -> str:
    """The name that somebody gave a session; empty if it has its default name."""
    given = not re.fullmatch(r"\d{4}-\d\d-\d\d-.+-\d{4}(-\d+)?", path.stem)
    return Path(name_of(path)).stem if given else ""


class SavedFile(NamedTuple):
    """A session file, its size, and when it was written to, in nanoseconds since 1970.

    ``apart``: another file of the same session is listed too, and both went on differently.
    """

    folder: Path
    name: str
    size: int
    written: int
    apart: bool = False

    @property
    def path(self) -> Path:
        """Where it lies; put together when asked for, as most files of a large folder are not."""
        return self.folder / self.name


def saved_file(path: Path) -> SavedFile | None:
    """One session file, named by itself; ``None`` where it is not, or no longer."""
    with suppress(OSError, ValueError):
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode):
            return SavedFile(path.parent, path.name, status.st_size, status.st_mtime_ns)
    return None


def newest_first(folder: Path) -> list[Path]:
    """The session files in a folder, the most recently written first."""
    return [file.path for file in files_newest_first(folder)]


def files_newest_first(folder: Path) -> list[SavedFile]:
    """The same, with what tells whether a file has changed."""
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".jsonl"):
                with suppress(OSError):
                    status = entry.stat()
                    found.append((status.st_mtime_ns, entry.name, status.st_size))
    found.sort(reverse=True)
    return [SavedFile(folder, name, size, written) for written, name, size in found]
