"""``gevinst repair``: build a damaged session anew from what is whole in it."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Save what is whole in a damaged session, in a new file.\n\nIt says what is missing. "
        "The damaged file is not changed."
    )

    @command(t, "repair", text, t("Rebuild a damaged session from what is whole in it."))
    @click.argument("session", metavar=t("SESSION"))
    @click.option(
        "--to",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("Save it here, or under the next free name; without it, beside the session."),
    )
    @lang(t)
    @click.pass_context
    def repair(context: click.Context, session: str, to: Path | None) -> None:
        from game.cli.handlers.repair import repair_session

        context.exit(repair_session(t, context.obj.folder, session, to))

    return repair
