"""Writes files: each whole or not at all, and on the disk when a call returns.

A file that another program has for a moment is waited for (:func:`game.paths.patiently`). A link
stays one: what it leads to is written. All functions raise :class:`OSError`.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex

from game.paths import is_file, is_there, numbered, patiently


# ------------------------------------------------------------------ one file
def write(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file, in place of the one that is there; a ``private`` one only its owner may read.

    A pipe or a device is written to as it is.
    """
    if is_there(path) and not is_file(path):
        path.write_bytes(data)
        return
    place = _place(path)
    beside = _written_beside(place, data, private=private)
    try:
        _rename(beside, place)
    finally:
        _remove(beside)
    flush_folder(place.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises :class:`FileExistsError`, too."""
    _fill(path, data, 0o666)
    flush_folder(path.parent)


def write_numbered(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write a file under the first name that is free (:func:`game.paths.numbered`); its path."""
    for path in numbered(folder, stem, suffix):
        with suppress(FileExistsError):
            write_new(path, data)
            return path
    raise AssertionError("numbers do not end")


def move(path: Path, to: Path) -> None:
    """Move a file to where none is, also to another disk. It is where it was if that fails."""
    try:
        _rename(path, to)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write_new(to, path.read_bytes())
        try:
            path.unlink()
        except OSError:
            _remove(to)
            raise


# ------------------------------------------------------------------ several files
def forget_older(folder: Path, suffix: str, seconds: float) -> None:
    """Remove what in a folder ends in a suffix and was not written for so long."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(suffix) and entry.stat().st_mtime < time.time() - seconds:
                os.unlink(entry.path)


def write_all_new(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet, and their folders: all of them, or none."""
    with ExitStack() as undo:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, data)
            undo.callback(_remove, path)
        undo.pop_all()


def exchange(files: Mapping[Path, bytes], outdated: Iterable[Path] = ()) -> None:
    """Write a set of files in place of an earlier one, of which those ``outdated`` are gone then.

    All are as before if that fails. Old and new ones never lie side by side, however the program
    ends; the first of ``files`` is the last to go and the first to come.
    """
    new = {_place(path): data for path, data in files.items()}
    beside: dict[Path, Path] = {}
    aside: list[Path] = []
    with ExitStack() as always, ExitStack() as undo:
        for place, data in new.items():
            beside[place] = _written_beside(place, data)
            always.callback(_remove, beside[place])
        for place in (*outdated, *reversed(new)):
            if is_there(place):
                old = _hidden(place)
                _rename(place, old)
                undo.callback(os.replace, old, place)
                aside.append(old)
        for place, written in beside.items():
            _rename(written, place)
            undo.callback(_remove, place)
        undo.pop_all()
    for old in aside:
        _remove(old)
    for folder in {place.parent for place in new}:
        flush_folder(folder)


# ------------------------------------------------------------------ the steps
def _place(path: Path) -> Path:
    """Where a file is that a path leads to."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _hidden(place: Path) -> Path:
    """A name beside a file that nothing else has."""
    return place.with_name(f".{token_hex(8)}.part")


def _written_beside(place: Path, data: bytes, *, private: bool = False) -> Path:
    """What a file is to be, on the disk beside it; whoever may read that one may read this."""
    beside = _hidden(place)
    _fill(beside, data, 0o600 if private else 0o666)
    if not private:
        with suppress(OSError):
            shutil.copymode(place, beside)
    return beside


def _fill(path: Path, data: bytes, mode: int) -> None:
    with ExitStack() as undo, open(path, "xb", opener=partial(os.open, mode=mode)) as file:
        undo.callback(_remove, path)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        undo.pop_all()


def _rename(path: Path, to: Path) -> None:
    patiently(lambda: os.replace(path, to), denied=True)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def flush_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can do so."""
    if sys.platform != "win32":
        with suppress(OSError):
            fd = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(fd)
            finally:
                os.close(fd)
