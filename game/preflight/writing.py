"""Writes something for a moment: whatever was made for it is gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from game.writing import flush

_PREFIX: Final = ".gevinst-preflight-"
_LEFT: Final = 600
"""Seconds after which a folder was left behind by a check that was killed."""


@contextmanager
def folder_for_a_moment(parent: Path) -> Iterator[Path]:
    """A folder within another one, which is made if necessary; both are as before afterwards.

    Raises :class:`OSError` when it cannot be made.
    """
    made = _make(parent)
    try:
        _sweep(parent)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        for one in made:
            with suppress(OSError):
                one.rmdir()


def try_to_write(parent: Path) -> None:
    """Write a file in a folder and remove it again. Raises :class:`OSError` if that fails."""
    with folder_for_a_moment(parent):
        handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=parent)
        try:
            os.write(handle, b"Gevinstbordet\n")
            flush(handle)
        finally:
            os.close(handle)
            os.unlink(name)


def _make(folder: Path) -> list[Path]:
    """Make a folder and what it lies in; returns what was made, the deepest first."""
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    made: list[Path] = []
    try:
        for one in reversed(missing):
            one.mkdir()
            made.insert(0, one)
    except OSError:
        for one in made:
            one.rmdir()
        raise
    return made


def _sweep(parent: Path) -> None:
    """Remove what a check left that was killed."""
    for old in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > _LEFT:
                shutil.rmtree(old) if old.is_dir() else old.unlink()
