"""Errors of sessions, cases and reports, as messages of the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from game.cli.errors import InputError, ProblemsError
from game.content import ScenarioError
from game.i18n import Words
from game.i18n.message import MessageError


@contextmanager
def errors_as_messages(t: Words) -> Iterator[None]:
    """Turn an error that carries a message into that message and exit code 1."""
    try:
        yield
    except ScenarioError as error:
        raise ProblemsError(error.problems) from None
    except MessageError as error:
        raise InputError(error.translate(t)) from None
