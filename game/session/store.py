"""The file of a session: locked by one program, append-only, flushed before a call returns."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from game.i18n.os_errors import reason
from game.session.errors import InUseError, SaveError

_FLAGS: Final = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 0x7FFF_FFFF
    """Windows prevents others from reading locked bytes, so one far beyond the end is locked."""

    def _lock(fd: int) -> bool:
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass  # a network drive without locks: the group must use it from one table only
        return True


class Store:
    """An open session file. ``size`` is the number of its bytes known to be on disk.

    The lock belongs to the operating system: it is released however the program ends, so there is
    never a stale one.
    """

    def __init__(self, path: Path, fd: int) -> None:
        self.path = path
        self.size = 0
        self._fd = fd
        self._uncertain = False

    @classmethod
    def create(cls, folder: Path, stem: str, lines: Iterable[bytes]) -> Store:
        """Create a file in a folder, which may be new; existing files are never changed."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            store = cls._new(folder, stem)
        except (OSError, ValueError) as error:
            raise _not_saved(folder, error) from None
        try:
            store.append(b"".join(lines))
            _flush_folder(folder)
        except SaveError:
            store.close()
            with suppress(OSError):
                store.path.unlink()
            raise
        return store

    @classmethod
    def _new(cls, folder: Path, stem: str) -> Store:
        for n in count(1):
            path = folder / (f"{stem}.jsonl" if n == 1 else f"{stem}-{n}.jsonl")
            with suppress(FileExistsError):
                fd = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o644)
                _lock(fd)
                return cls(path, fd)
        raise AssertionError("there is always a next number")

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open an existing file to append to; :meth:`discard_after` sets after which byte."""
        try:
            fd = os.open(path, _FLAGS)
        except (OSError, ValueError) as error:
            raise _not_saved(path.parent, error) from None
        if not _lock(fd):
            os.close(fd)
            raise InUseError("in_use", file=path.name)
        return cls(path, fd)

    def append(self, line: bytes) -> None:
        """Write and wait for the disk, or change nothing and raise :class:`SaveError`."""
        try:
            self._truncate()
            self._uncertain = True
            _write(self._fd, line)
            os.fsync(self._fd)
        except OSError as error:
            with suppress(OSError):
                self._truncate()
            raise _not_saved(self.path.parent, error) from None
        self._uncertain = False
        self.size += len(line)

    def _truncate(self) -> None:
        """Cut off what a failed write left behind; it was never reported as saved."""
        if self._uncertain:
            os.ftruncate(self._fd, self.size)
            self._uncertain = False

    def discard_after(self, size: int) -> None:
        """Discard what follows the first ``size`` bytes, so that entries are appended there.

        It is a line that was being written when the power failed: it was never reported as saved,
        and no reader can use it. Cutting it off leaves an intact file whatever happens next; in
        case it holds more than expected, it is saved in a file beside this one.
        """
        try:
            os.lseek(self._fd, size, os.SEEK_SET)
            torn = os.read(self._fd, 1 << 24)
            if torn:
                with self.path.with_suffix(".torn").open("ab") as torn_file:
                    torn_file.write(torn + b"\n")
                    torn_file.flush()
                    os.fsync(torn_file.fileno())
                os.ftruncate(self._fd, size)
        except OSError as error:
            raise _not_saved(self.path.parent, error) from None
        self.size = size

    def close(self) -> None:
        """Close the file and release the lock."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            with suppress(OSError):
                os.close(fd)


def _write(fd: int, data: bytes) -> None:
    while data:
        data = data[os.write(fd, data) :]


def _flush_folder(folder: Path) -> None:
    """Flush the directory entry of a new file, where the system supports it."""
    if sys.platform != "win32":
        with suppress(OSError):
            fd = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(fd)
            finally:
                os.close(fd)


def _not_saved(folder: Path, error: Exception) -> SaveError:
    return SaveError("not_saved", folder=str(folder), why=reason(error))
