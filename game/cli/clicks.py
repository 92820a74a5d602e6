"""What click itself says, in our languages, and how it is told that something is wrong.

click asks the catalogue of the whole process. Only the command is concerned, so that one is pointed
to ours, and nothing else of the program speaks through it.
"""

from __future__ import annotations

import gettext
import os
from typing import Final

import click

from game.i18n import LOCALE_DIR, Lang, mark, mark_plural

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
    mark("{value} is not in the range {range}."),
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


class InputError(click.ClickException):
    """What was given is wrong: one message, exit code 1."""


def speak(lang: Lang) -> None:
    """Let click speak this language."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("gevinst", str(LOCALE_DIR))
    gettext.textdomain("gevinst")
