"""Messages for errors of the operating system in reading or writing a file.

Python reports the reason in English on every system. Those listed here are translated; any other is
shown as the system reports it.
"""

from __future__ import annotations

from typing import Final

from game.i18n import mark
from game.i18n.message import Message

KNOWN: Final = (
    mark("No space left on device"),
    mark("Disk quota exceeded"),
    mark("Permission denied"),
    mark("Operation not permitted"),
    mark("Read-only file system"),
    mark("No such file or directory"),
    mark("File exists"),
    mark("Is a directory"),
    mark("Not a directory"),
    mark("File name too long"),
    mark("File too large"),
    mark("Input/output error"),
    mark("Device or resource busy"),
    mark("Too many open files"),
    mark("Invalid argument"),
)


def reason(error: Exception) -> Message:
    """The system's short description of an error."""
    if isinstance(error, OSError):
        return Message.verbatim(error.strerror or type(error).__name__)
    return Message.verbatim(str(error))
