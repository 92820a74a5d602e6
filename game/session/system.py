"""What the operating system says when a file cannot be read or written.

Python hears it in English, whatever the language of the machine. ``t(error.strerror)`` says it in
ours, :func:`with_reason` does so within a message; what is not known here stays as it was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import Words, mark

SAID: Final = (
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


def with_reason(t: Words, params: Mapping[str, object]) -> Mapping[str, object]:
    """A message's parameters, with the system's ``why`` among them in this language."""
    reason = params.get("why")
    return {**params, "why": t(reason)} if isinstance(reason, str) else params


def why(error: OSError) -> str:
    """The system's own short word for what failed, in English."""
    return error.strerror or type(error).__name__
