"""What several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from game.cli.click_messages import WholeNumber
from game.gui.preferences import MOST_DISPLAYS
from game.i18n import LANGS, Words

Decorate = Callable[[Any], Any]
_DISPLAY = "gevinst.display"


def settings(t: Words) -> dict[str, Any]:
    """Settings every command is made with."""
    return {
        "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
        "options_metavar": t("[OPTIONS]"),
    }


def display(t: Words) -> Decorate:
    """``--display N``, for commands that open a window; :func:`asked_display` has what it got."""

    def remember(context: click.Context, _: click.Parameter, value: int | None) -> None:
        if value is not None:
            context.meta[_DISPLAY] = value - 1

    text = t("The monitor or projector to open the window on, the first one being 1.")
    return click.option(
        "--display",
        type=WholeNumber(t, 1, MOST_DISPLAYS),
        metavar="N",
        help=text,
        expose_value=False,
        callback=remember,
    )


def asked_display() -> int | None:
    """The monitor that was asked for, counted from 0."""
    context = click.get_current_context(silent=True)
    return None if context is None else context.meta.get(_DISPLAY)


def lang(t: Words, text: str = "") -> Decorate:
    """``--lang``; it is read before the command is built, so nothing gets its value."""
    told = text or t("The language; without it, the computer's.")
    return click.option("--lang", type=click.Choice(LANGS), expose_value=False, help=told)
