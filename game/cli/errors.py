"""The errors of the command line: one message, no traceback."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import click

from game.i18n import Words
from game.i18n.message import Message, MessageError
from game.letters import printable


class InputError(MessageError):
    """Invalid input, told in the language of the command: what is wrong, and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(Message.verbatim(message), Message.verbatim(remedy))


class ProblemsError(click.ClickException):
    """What is wrong in a file, a problem after the other: each says where, and that it is an error.

    Their lines may hold what no terminal should be sent, which is shown as a sign.
    """

    def __init__(self, problems: Iterable[object]) -> None:
        lines = (line for problem in problems for line in str(problem).split("\n"))
        super().__init__("\n".join(map(printable, lines)))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the problems as they are; click would begin with one more "Error:"."""
        click.echo(self.format_message(), file=file, err=file is None)


def for_terminal(error: MessageError, t: Words) -> click.ClickException:
    """An error as the terminal shows it: one message, or problem after problem; exit code 1."""
    from game.content.problems import ScenarioError

    if isinstance(error, ScenarioError):
        return ProblemsError(error.problems)
    return click.ClickException(error.translate(t))
