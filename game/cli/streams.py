"""Standard streams that are closed, full, a broken pipe, or of another encoding."""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TextIO

from game.i18n import mark
from game.i18n.message import Message, MessageError
from game.i18n.os_errors import NotWrittenError, helps, reason
from game.letters import printable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

_OUTPUT: Final = mark("standard output")
_UNUSABLE: Final = mark("{file} cannot be used: {why}.")
_STREAMS: Final = ("stdin", "stdout", "stderr")
_OUR_COMMANDS: Final = re.compile(r"(\x1b\[\??[\d;]*[AKhlm]|[\r\n])")
"""Colours, the lines of a progress bar, and where a line ends."""


def open_standard_streams() -> None:
    """Make sure that all three are open, and take every character.

    A number that is free would be given to the next file that is opened: what is printed then would
    stand in a session. What the terminal's encoding lacks is printed as a question mark.
    """
    for number, name in enumerate(_STREAMS):
        _open(number)
        stream = getattr(sys, name)
        if stream is None:
            stream = os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False)
            setattr(sys, name, stream)
        elif number and isinstance(stream, io.TextIOWrapper):
            setattr(sys, name, _outlasting(stream))


class _Outlet(io.FileIO):
    """Takes all that is written, also once nobody reads it any longer.

    Whoever reads has seen enough; what was asked for is done all the same.
    """

    def write(self, data: Buffer) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            _nowhere(self.fileno())
            return memoryview(data).nbytes


class _Terminal(io.TextIOWrapper):
    """Sends a terminal letters, and of commands those by which this program colours and draws.

    The name of a file, or an argument, may hold others: they set its title, or turn letters round.
    """

    def write(self, text: str) -> int:
        parts = _OUR_COMMANDS.split(text)
        parts[::2] = map(printable, parts[::2])
        super().write("".join(parts))
        return len(text)


def _outlasting(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """A stream that outlasts its reader, where it is a file or a pipe of the system."""
    if type(getattr(stream.buffer, "raw", stream.buffer)) is not io.FileIO:
        stream.reconfigure(errors="replace")
        return stream
    stream.flush()
    outlet = io.BufferedWriter(_Outlet(stream.fileno(), "w", closefd=False))
    kind = _Terminal if stream.isatty() else io.TextIOWrapper
    return kind(
        outlet,
        encoding=stream.encoding,
        errors="replace",
        line_buffering=stream.line_buffering or stream.write_through,
    )


def _open(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        with suppress(OSError):
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one


def refused(error: OSError) -> MessageError:
    """What the system refused, of a file or of what is printed, which is written no further."""
    _drop(sys.stdout)
    if error.filename is None:
        return NotWrittenError(Message(_OUTPUT), error)
    file = str(error.filename)[:200]
    return MessageError(_UNUSABLE, helps(error), file=file, why=reason(error))


def drop_what_is_left() -> None:
    """Let nothing be left that cannot be written: the program would end with another exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _drop(stream)


def _drop(stream: TextIO) -> None:
    """Write what is left of a stream nowhere."""
    with suppress(OSError, ValueError):
        _nowhere(stream.fileno())


def _nowhere(number: int) -> None:
    """Let what is written under a number go nowhere from now on."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
