"""What click itself says, in our languages, and how it is told that something is wrong.

click asks the catalogue of the whole process. Only the command is concerned, so that one is pointed
to ours, and nothing else of the program speaks through it.
"""

from __future__ import annotations

import gettext
import os
from typing import Any, Final

import click
from click.types import IntParamType

from game.i18n import LOCALE_DIR, Lang, Words, mark, mark_plural

SAID: Final = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Positional arguments"),
    mark("Show this message and exit."),
    mark("Show the version and exit."),
    mark("%(prog)s, version %(version)s"),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("Missing command."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("{missing}{param_hint}.{msg}"),
    mark("No such command {name!r}."),
    mark("No such option {name!r}."),
    mark("Option {name!r} does not take a value."),
    mark("Invalid value for {param_hint}: {message}"),
    mark("Invalid value: {message}"),
    mark("{value!r} is not a valid {number_type}."),
    mark("default: {default}"),
    mark("required"),
)
"""click's own messages, as far as this command can make it say them."""

SAID_BY_NUMBER: Final = (
    mark_plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    mark_plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    mark_plural(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    ),
    mark_plural(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."
    ),
)
"""Those with a singular and a plural."""


class WholeNumber(IntParamType):
    """A whole number from ``low`` to ``high``, or from ``low`` on.

    click's own range would show its limits as mathematics: ``1<=x<=8``.
    """

    def __init__(self, t: Words, low: int | None = None, high: int | None = None) -> None:
        self.name = t("whole number")
        self._t, self._low, self._high = t, low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a usage error, said in words, when it is none or out of its limits."""
        number: int = super().convert(value, param, ctx)
        low = number if self._low is None else self._low
        high = number if self._high is None else self._high
        if not low <= number <= high:
            self.fail(self._limits(number), param, ctx)
        return number

    def _limits(self, number: int) -> str:
        low, high, t = self._low, self._high, self._t
        if high is None:
            return t("it must be {low} or more, not {number}.", low=low, number=number)
        return t(
            "it must be from {low} to {high}, not {number}.", low=low, high=high, number=number
        )


class InputError(click.ClickException):
    """What was given is wrong: one message, exit code 1."""


def speak(lang: Lang) -> None:
    """Let click speak this language."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("gevinst", str(LOCALE_DIR))
    gettext.textdomain("gevinst")
