"""``gevinst replay``: replay a saved session step by step in a window."""

from __future__ import annotations

import click

from game.cli.options import command, fullscreen, lang
from game.cli.params import WholeNumber
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Show a saved session at the table as it was, with a timeline of everything that "
        "happened. Nothing in it is decided again or changed.\n\n"
        "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
        "list of gevinst sessions."
    )

    @command(t, "replay", text, t("Look at a saved session again, step by step."))
    @click.argument("session", metavar=t("SESSION"))
    @click.option(
        "--at",
        "step",
        type=WholeNumber(t),
        metavar="N",
        help=t("Begin at this step; 0 is the beginning."),
    )
    @click.option("--hide-names", is_flag=True, help=t("Show roles instead of players' names."))
    @fullscreen(t)
    @lang(t)
    @click.pass_context
    def replay(
        context: click.Context, session: str, step: int | None, hide_names: bool, fullscreen: bool
    ) -> None:
        from game.cli.handlers.replay import replay

        root = context.obj
        full = fullscreen or root.fullscreen
        context.exit(replay(t, root.folder, session, step, hide_names=hide_names, fullscreen=full))

    return replay
