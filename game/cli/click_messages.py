"""Translations of click's own messages.

click reads the gettext catalogue of the whole process. Nothing else in the program does, so that
catalogue is pointed to ours.
"""

from __future__ import annotations

import gettext
import os
from typing import Final

from game.i18n import LOCALE_DIR, Lang, mark, mark_plural

MESSAGES: Final = (
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
"""Those that this command can make click show: collected here, and looked up by click."""

PLURAL_MESSAGES: Final = (
    mark_plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    mark_plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    mark_plural(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    ),
    mark_plural(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."
    ),
)
"""Those with a singular and a plural, collected for the same reason."""


def set_language(lang: Lang) -> None:
    """Make click write its messages in this language."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("gevinst", str(LOCALE_DIR))
    gettext.textdomain("gevinst")
