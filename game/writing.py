"""Writes files: each whole or not at all, and on the disk when a call returns.

A file that another program has for a moment is waited for (:func:`game.paths.patiently`). A link
stays one: what it leads to is written. All functions raise :class:`OSError`.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Final

from game.locking import lock
from game.paths import is_file, is_there, numbered, patiently

if sys.platform != "win32":
    import fcntl


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


# ------------------------------------------------------------------ a set of files
_JOURNAL: Final = ".gevinst-exchange.json"
_LONGEST_JOURNAL: Final = 1_000_000
_PIECE: Final = ".gevinst.part"
_DAY: Final = 24 * 3600
"""Seconds after which a piece was left behind by a program that was killed."""


def exchange(folder: Path, files: Mapping[str, bytes], outdated: Iterable[str] = ()) -> None:
    """Write a set of files in place of an earlier one, of which those ``outdated`` are gone then.

    All are as before if that fails. Old and new ones never lie side by side, however the program
    ends; the first of ``files`` is the last to go and the first to come. An exchange that was
    broken off is completed by :func:`complete_exchange`.
    """
    complete_exchange(folder)
    forget_older(folder, _PIECE, _DAY)
    with ExitStack() as pieces:
        coming: dict[str, str] = {}
        for name, data in files.items():
            beside = _written_beside(_place(folder / name), data)
            pieces.callback(_remove, beside)
            coming[name] = beside.name
        going = {name: _hidden(folder).name for name in (*outdated, *reversed(coming))}
        with _journal(folder, {"going": going, "coming": coming}):
            _move_all(folder, going, coming)


def complete_exchange(folder: Path) -> None:
    """Complete an exchange in a folder in which the program was killed, or the power failed.

    One that is under way in another program is left to that.
    """
    journal = folder / _JOURNAL
    try:
        file = journal.open("r+b")
    except OSError:
        return
    with file:
        if not lock(file.fileno()):
            return
        file.seek(0)
        going, coming = _journal_entries(file.read(_LONGEST_JOURNAL))
        _move_all(folder, going, coming)
    _remove(journal)


@contextmanager
def _journal(folder: Path, plan: Mapping[str, Mapping[str, str]]) -> Iterator[None]:
    """Have on the disk, and locked, what is about to be done, until it is done or undone."""
    path = folder / _JOURNAL
    with ExitStack() as always, path.open("xb") as file:
        always.callback(_remove, path)
        lock(file.fileno())
        file.seek(0)  # where a lock is, Windows would write
        file.write(json.dumps(plan).encode())
        file.flush()
        flush(file.fileno())
        flush_folder(folder)
        yield


def _journal_entries(raw: bytes) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What is to go and to come; nothing where the journal was cut short, and nothing done yet.

    No name leads out of the folder.
    """
    try:
        plan = json.loads(raw)
        going, coming = dict(plan["going"]), dict(plan["coming"])
        if all(Path(n).name == n for pair in (*going.items(), *coming.items()) for n in pair):
            return going, coming
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    return {}, {}


def _move_all(folder: Path, going: Mapping[str, str], coming: Mapping[str, str]) -> None:
    """Move files to hidden names, and others from there, where that is not done yet.

    All are as before if that fails; what went is removed at last.
    """
    places = {name: _place(folder / name) for name in coming}
    aside: list[Path] = []
    with ExitStack() as undo:
        for name, hidden in going.items():
            place = places.get(name, folder / name)
            old = place.with_name(hidden)
            has_come = name in coming and not is_there(place.with_name(coming[name]))
            if is_there(place) and not has_come:
                _rename(place, old)
                undo.callback(_rename, old, place)
            aside.append(old)
        for name, hidden in coming.items():
            new = places[name].with_name(hidden)
            if is_there(new):
                _rename(new, places[name])
                undo.callback(_rename, places[name], new)
        undo.pop_all()
    for parent in {folder, *(place.parent for place in places.values())}:
        flush_folder(parent)
    for old in aside:
        _remove(old)


# ------------------------------------------------------------------ the steps
def _place(path: Path) -> Path:
    """Where a file is that a path leads to."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _hidden(place: Path) -> Path:
    """A name beside a file that nothing else has."""
    return place.with_name(f".{token_hex(8)}{_PIECE}")


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
        flush(file.fileno())
        undo.pop_all()


def _rename(path: Path, to: Path) -> None:
    patiently(lambda: os.replace(path, to), denied=True)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def flush(fd: int) -> None:
    """Have what was written to an open file on the disk.

    On a Mac ``fsync`` leaves it in the memory of the disk, which a power failure empties.
    """
    if sys.platform != "win32" and (full := getattr(fcntl, "F_FULLFSYNC", None)):
        with suppress(OSError):  # network drives do not know it
            fcntl.fcntl(fd, full)
            return
    os.fsync(fd)


def flush_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can do so."""
    if sys.platform != "win32":
        with suppress(OSError):
            fd = os.open(folder, os.O_RDONLY)
            try:
                flush(fd)
            finally:
                os.close(fd)
