"""The file of a session: locked by one program, append-only, flushed before a call returns."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from game.i18n.os_errors import reason
from game.locking import lock
from game.paths import is_folder, numbered, patiently
from game.session.errors import InUseError, SaveError
from game.session.limits import MAX_FILE
from game.session.line_format import is_sealed
from game.writing import flush, flush_folder

FLAGS: Final = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Store:
    """An open session file. ``size`` is the number of its bytes known to be on disk.

    The lock belongs to the operating system: it is released however the program ends, so there is
    never a stale one. On a network drive without locks the group must use it from one table only.

    Saved means: under the name that people will open. A file stays writable when its folder is
    removed, when a synchronised folder puts another in its place or when somebody renames it; so
    before and after each line it is asked whether the name is still this file, and this long.
    """

    def __init__(self, path: Path, fd: int) -> None:
        self.path = path
        self.size = 0
        self._uncertain = False
        self._fd = -1
        self._identity = _identity(os.stat(path))
        self._fd = fd  # assigned last: if this fails, the caller still owns it

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
            flush_folder(folder)
        except SaveError:
            store.close()
            with suppress(OSError):
                store.path.unlink()
            raise
        return store

    @classmethod
    def _new(cls, folder: Path, stem: str) -> Store:
        for path in numbered(folder, stem, ".jsonl"):
            with suppress(FileExistsError):
                fd = open_new(path)
                lock(fd)
                return cls._of(path, fd)
        raise AssertionError("there is always a next number")

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open an existing file to append to; :meth:`discard_after` sets after which byte."""
        try:
            fd = patiently(lambda: os.open(path, FLAGS))
        except (OSError, ValueError) as error:
            raise _not_saved(path.parent, error) from None
        if not lock(fd):
            os.close(fd)
            raise InUseError("in_use", file=path.name)
        try:
            return cls._of(path, fd)
        except OSError as error:
            raise _not_saved(path.parent, error) from None

    @classmethod
    def _of(cls, path: Path, fd: int) -> Store:
        """The store of a file that was opened; closes it when its name cannot be asked for."""
        try:
            return cls(path, fd)
        except OSError:
            os.close(fd)
            raise

    def file_size(self) -> int:
        """How many bytes are in the file now, whoever wrote them."""
        try:
            return os.fstat(self._fd).st_size
        except OSError as error:
            raise _not_saved(self.path.parent, error) from None

    def append(self, line: bytes) -> None:
        """Write and wait for the disk, or change nothing and raise :class:`SaveError`.

        It is saved only where the file of this name has it.
        """
        if self.size + len(line) > MAX_FILE:
            raise SaveError("full", file=self.path.name)
        try:
            self._truncate()
            self._check_name(self.size)
            self._uncertain = True
            write(self._fd, line)
            flush(self._fd)
            self._check_name(self.size + len(line))
        except SaveError:
            self._take_back()
            raise
        except OSError as error:
            self._take_back()
            raise _not_saved(self.path.parent, error) from None
        self._uncertain = False
        self.size += len(line)

    def _check_name(self, size: int) -> None:
        """Raise :class:`SaveError` unless the path is this file, and this long."""
        try:
            found = os.stat(self.path)
        except (FileNotFoundError, NotADirectoryError):
            code = "gone" if is_folder(self.path.parent) else "folder_gone"
            raise self._elsewhere(code) from None
        if _identity(found) != self._identity:
            raise self._elsewhere("replaced")
        if found.st_size != size:
            raise self._elsewhere("cut" if found.st_size < size else "added_to")

    def _elsewhere(self, code: str) -> SaveError:
        return SaveError(code, file=self.path.name, folder=str(self.path.parent))

    def _take_back(self) -> None:
        with suppress(OSError):
            self._truncate()

    def _truncate(self) -> None:
        """Cut off what a failed write left behind; it was never reported as saved."""
        if self._uncertain:
            if os.fstat(self._fd).st_size > self.size:
                os.ftruncate(self._fd, self.size)
            self._uncertain = False

    def rejoin(self, whole: bytes) -> bool:
        """Go on under the name once more, if what lies there now is the beginning of ``whole``.

        A stick is back in, or a synchronised folder holds an older copy: what is missing of the
        ``whole`` session is appended. Anything else that lies there is left as it is.
        """
        try:
            fd = os.open(self.path, FLAGS)
        except (OSError, ValueError):
            return False
        if same := _identity(os.fstat(fd)) == self._identity:
            os.close(fd)
            fd = self._fd
        try:
            joined = (same or lock(fd)) and self._complete(fd, whole)
        except OSError:
            joined = False
        if not same:
            os.close(self._fd if joined else fd)
        if joined:
            self._fd, self.size, self._uncertain = fd, len(whole), False
            self._identity = _identity(os.stat(self.path))
        return joined

    @staticmethod
    def _complete(fd: int, whole: bytes) -> bool:
        """Append what a file lacks of the whole; false if it is no beginning of it."""
        os.lseek(fd, 0, os.SEEK_SET)
        found = b""
        while part := os.read(fd, 1 << 20):
            found += part
            if not whole.startswith(found):
                return False
        write(fd, whole[len(found) :])
        flush(fd)
        return True

    def discard_after(self, size: int) -> None:
        """Discard what follows the first ``size`` bytes, so that entries are appended there.

        It is a line that was being written when the power failed: it was never reported as saved,
        and no reader can use it. Cutting it off leaves an intact file whatever happens next; in
        case it holds more than expected, it is saved in a file beside this one. What another
        program saved there is not cut off: raises :class:`SaveError`.
        """
        try:
            rest = self._after(size)
            if any(map(is_sealed, rest.split(b"\n"))):
                raise self._elsewhere("added_to")
            if rest:
                with self.path.with_suffix(".torn").open("ab") as torn:
                    torn.write(rest + b"\n")
                    torn.flush()
                    flush(torn.fileno())
                os.ftruncate(self._fd, size)
        except OSError as error:
            raise _not_saved(self.path.parent, error) from None
        self.size = size

    def _after(self, size: int) -> bytes:
        """What stands in the file after its first ``size`` bytes."""
        os.lseek(self._fd, size, os.SEEK_SET)
        return b"".join(iter(lambda: os.read(self._fd, 1 << 20), b""))

    def close(self) -> None:
        """Close the file and release the lock."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            with suppress(OSError):
                os.close(fd)

    def __del__(self) -> None:
        self.close()


def open_new(path: Path) -> int:
    """Open a file to append to, which must not be there yet."""
    return os.open(path, FLAGS | os.O_CREAT | os.O_EXCL, 0o644)


def write(fd: int, data: bytes) -> None:
    """Write all of it."""
    while data:
        data = data[os.write(fd, data) :]


LOST: Final = frozenset({"gone", "folder_gone", "replaced", "cut", "added_to"})
"""Codes of a :class:`SaveError` that say that the name is no longer this file."""


def _identity(status: os.stat_result) -> tuple[int, int]:
    """What tells one file from another: device and inode; on Windows volume and file index."""
    return status.st_dev, status.st_ino


_NO_ROOM: Final = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_NOT_ALLOWED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


def _not_saved(folder: Path, error: Exception) -> SaveError:
    """The error in words that say what would help: room, another folder, or trying again."""
    number = getattr(error, "errno", None)
    code = "no_room" if number in _NO_ROOM else "not_saved"
    code = "not_allowed" if number in _NOT_ALLOWED else code
    return SaveError(code, folder=str(folder), why=reason(error))
