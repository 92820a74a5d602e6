"""Standard streams that are closed, full, a broken pipe, or of another encoding."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Final, TextIO

import click

from game.i18n import Words
from game.i18n.os_errors import reason

_STREAMS: Final = ("stdin", "stdout", "stderr")


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
            stream.reconfigure(errors="replace")


def _open(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        with suppress(OSError):
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one


def put_away(t: Words, error: OSError) -> int:
    """Tell what the system refused, and return the exit code.

    A pipe that is closed is no error: whoever reads has seen enough.
    """
    _drop(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return 0
    why = reason(error).translate(t)
    message = t("This could not be written: {why}.", why=why)
    if error.filename is not None:
        message = t("{file} cannot be used: {why}.", file=str(error.filename)[:200], why=why)
    with suppress(OSError):
        click.ClickException(message).show()
    return 1


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
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
