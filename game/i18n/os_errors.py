"""Messages for errors of the operating system in reading or writing a file, and what helps.

They go by the number of an error: its words are English on Linux and on a Mac, and on Windows in
the language of Windows. An error that is not listed is shown in the system's words.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from game.i18n import mark
from game.i18n.message import Message, MessageError

_TEXTS: Final[dict[int | None, str]] = {
    errno.ENOSPC: mark("No space left on device"),
    errno.EACCES: mark("Permission denied"),
    errno.EPERM: mark("Operation not permitted"),
    errno.EROFS: mark("Read-only file system"),
    errno.ENOENT: mark("No such file or directory"),
    errno.EEXIST: mark("File exists"),
    errno.EISDIR: mark("Is a directory"),
    errno.ENOTDIR: mark("Not a directory"),
    errno.ENAMETOOLONG: mark("File name too long"),
    errno.EFBIG: mark("File too large"),
    errno.EIO: mark("Input/output error"),
    errno.EBUSY: mark("Device or resource busy"),
    errno.ENXIO: mark("It is a device or a pipe, not a file"),
    errno.EMFILE: mark("Too many open files"),
    errno.EINVAL: mark("Invalid argument"),
    getattr(errno, "EDQUOT", errno.ENOSPC): mark("Disk quota exceeded"),
}
_ON_WINDOWS: Final[dict[int | None, int]] = {
    19: errno.EROFS,
    21: errno.EIO,  # the drive is not ready
    23: errno.EIO,
    39: errno.ENOSPC,
    87: errno.EINVAL,
    112: errno.ENOSPC,
    123: errno.EINVAL,  # no name that a file can have
    161: errno.EINVAL,
    206: errno.ENAMETOOLONG,
    1117: errno.EIO,
    1295: getattr(errno, "EDQUOT", errno.ENOSPC),
}
"""Windows' own numbers, where Python translates them otherwise or not."""
_OPEN_ELSEWHERE: Final = mark("Another program has it open")
_SHARED_ON_WINDOWS: Final = (32, 33)

CANNOT_OPEN: Final = (
    mark("{file} cannot be opened: {why}."),
    mark(
        "See that it is there, that you may read it, and that no other program has it open, and "
        "try again."
    ),
)
_CANNOT_WRITE: Final = mark("{place} cannot be written to: {why}.")
_MAKE_ROOM: Final = mark("Make room on the disk, and try again.")
_ALLOW: Final = mark(
    "See that it may be written to and that no other program has it open, and try again."
)
_RENAME: Final = mark("Choose another name, or another folder.")
_LOOK: Final = mark("See that the folder is there and its drive connected, and try again.")
_HELPS: Final[dict[int | None, str]] = {
    errno.ENOSPC: _MAKE_ROOM,
    errno.EFBIG: _MAKE_ROOM,
    getattr(errno, "EDQUOT", errno.ENOSPC): _MAKE_ROOM,
    errno.EACCES: _ALLOW,
    errno.EPERM: _ALLOW,
    errno.EROFS: _ALLOW,
    errno.EBUSY: _ALLOW,
    errno.EISDIR: _RENAME,
    errno.ENOTDIR: _RENAME,
    errno.ENAMETOOLONG: _RENAME,
    errno.EINVAL: _RENAME,
}


def helps(error: OSError) -> str:
    """What can be done so that the system does it the next time."""
    return _HELPS.get(_number(error), _LOOK)


class NotWrittenError(MessageError):
    """The system wrote nothing to a file or folder: why, and what helps against that."""

    def __init__(self, place: Path | Message, error: OSError) -> None:
        super().__init__(_CANNOT_WRITE, helps(error), place=place, why=reason(error))


def reason(error: Exception) -> Message:
    """A short description of an error."""
    if not isinstance(error, OSError):
        return Message.verbatim(str(error))
    if getattr(error, "winerror", None) in _SHARED_ON_WINDOWS:
        return Message(_OPEN_ELSEWHERE)
    text = _TEXTS.get(_number(error))
    return Message(text) if text else Message.verbatim(error.strerror or type(error).__name__)


def reason_of(number: int) -> Message:
    """A short description of an error that the system would report by this number."""
    return reason(OSError(number, os.strerror(number)))


def _number(error: OSError) -> int | None:
    windows = getattr(error, "winerror", None)
    known = None if windows and error.errno == errno.EINVAL else error.errno
    return _ON_WINDOWS.get(windows, known)  # what Python does not know of Windows is EINVAL to it
