"""What several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from game.i18n import LANGS, Words

Decorate = Callable[[Any], Any]


def settings(t: Words) -> dict[str, Any]:
    """Settings every command is made with."""
    return {
        "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
        "options_metavar": t("[OPTIONS]"),
    }


def lang(t: Words, text: str = "") -> Decorate:
    """``--lang``; it is read before the command is built, so nothing gets its value."""
    told = text or t("The language; without it, the computer's.")
    return click.option("--lang", type=click.Choice(LANGS), expose_value=False, help=told)
