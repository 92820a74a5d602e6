"""Finds the session files below folders, each with what tells whether it has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from game.frozen import frozen
from game.paths import NO_FOLDER, as_text, is_folder
from game.portfolio.errors import PortfolioError
from game.session.folder import SUFFIX


@frozen
class FoundFile:
    """A file, and its identity: as long as all of it is the same, so is what stands in the file."""

    path: str
    size: int
    written: int
    inode: int


def session_files(folders: Iterable[Path]) -> list[FoundFile]:
    """Every session file in the folders and the folders below, once, in order of their paths.

    Folders that are links are not entered: they might lead round in a circle. Raises
    :class:`PortfolioError` for a folder that is not there.
    """
    found: dict[str, FoundFile] = {}
    for folder in folders:
        if not is_folder(folder):
            raise PortfolioError(*NO_FOLDER, folder=folder)
        found |= {file.path: file for file in _below(folder)}
    return [found[path] for path in sorted(found)]


def _below(folder: Path) -> Iterator[FoundFile]:
    for place, _, names in os.walk(os.path.abspath(folder)):
        for name in names:
            if name.endswith(SUFFIX):
                with suppress(OSError):  # it is gone again
                    path = os.path.join(place, name)
                    status = os.stat(path)
                    yield FoundFile(
                        as_text(path), status.st_size, status.st_mtime_ns, status.st_ino
                    )
