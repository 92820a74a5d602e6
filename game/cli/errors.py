"""The errors of the command line: one message, no traceback."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from game.i18n import Words
from game.i18n.message import MessageError


class InputError(click.ClickException):
    """Invalid input: one message, exit code 1."""


class ProblemsError(InputError):
    """What is wrong in a file, a problem after the other: each says where, and that it is an error.

    Their lines may hold what no terminal should be sent, which is shown as a sign.
    """

    def __init__(self, problems: Iterable[object]) -> None:
        from game.content.findings import printable

        lines = (line for problem in problems for line in str(problem).split("\n"))
        super().__init__("\n".join(map(printable, lines)))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the problems as they are; click would begin with one more "Error:"."""
        click.echo(self.format_message(), file=file, err=file is None)


@contextmanager
def errors_as_messages(t: Words) -> Iterator[None]:
    """Turn an error that carries a message into that message and exit code 1."""
    try:
        yield
    except MessageError as error:
        from game.content import ScenarioError

        if isinstance(error, ScenarioError):
            raise ProblemsError(error.problems) from None
        raise InputError(error.translate(t)) from None
