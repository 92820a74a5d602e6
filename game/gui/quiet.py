"""Keeps what the libraries of the system print themselves away from the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress


@contextmanager
def quiet() -> Iterator[None]:
    """Let nothing be printed as an error meanwhile, for a library that also raises what is wrong.

    The libraries below SDL write to the terminal of the program whatever it does: it tells in words
    of its own that there is no sound or no screen.
    """
    with ExitStack() as undo:
        with suppress(OSError):  # a program without a terminal has nothing to redirect
            if sys.stderr is not None:
                sys.stderr.flush()
            before = os.dup(_ERRORS)
            undo.callback(os.close, before)
            undo.callback(os.dup2, before, _ERRORS)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            undo.callback(os.close, nowhere)
            os.dup2(nowhere, _ERRORS)
        yield


_ERRORS = 2
"""The number of the stream for errors."""
