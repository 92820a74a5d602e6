"""``gevinst replay``: look at a saved session again, step by step, in a window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game.cli.click_messages import InputError, WholeNumber
from game.cli.options import lang, settings
from game.i18n import Words


def replay(t: Words) -> click.Command:
    """The subcommand, speaking this language."""

    @click.command(
        "replay",
        short_help=t("Look at a saved session again, step by step."),
        help=t(
            "Show a saved session at the table as it was, with a timeline of everything that "
            "happened. Nothing in it is decided again or changed.\n\n"
            "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
            "list of gevinst sessions."
        ),
        **settings(t),
    )
    @click.argument("session", metavar=t("SESSION"))
    @click.option(
        "--at", type=WholeNumber(t), metavar="N", help=t("Begin at this step; 0 is the beginning.")
    )
    @click.option("--hide-names", is_flag=True, help=t("Show roles instead of players' names."))
    @click.option("--fullscreen", is_flag=True, help=t("Fill the whole screen."))
    @lang(t)
    @click.pass_context
    def command(context: click.Context, /, **given: Any) -> None:
        folder, fullscreen = context.obj
        given["fullscreen"] = given["fullscreen"] or fullscreen
        context.exit(show(t, folder=folder, **given))

    made: click.Command = command
    return made


def show(
    t: Words,
    session: str,
    at: int | None,
    *,
    hide_names: bool,
    fullscreen: bool,
    folder: Path | None,
) -> int:
    """Open the window on a session; gives the exit code."""
    from game.cli.handlers.sessions.listing import find
    from game.cli.window import open_window
    from game.content import mend, parse
    from game.resources import sessions_folder
    from game.session import SessionError, view

    if at is not None and at < 0:
        raise click.UsageError(t("A step is a whole number from 0 on."))
    path = find(t, folder or sessions_folder(), session)
    try:
        last = len(view(path, parse, mend).steps) - 1  # told before a window opens
    except SessionError as error:
        raise InputError(error.say(t)) from None
    if at is not None and at > last:
        raise InputError(
            t("The session has {last} steps, so there is no step {n}.", last=last, n=at)
        )
    return open_window(t, folder, fullscreen=fullscreen, replay=path, step=at, nameless=hide_names)
