"""``gevinst preflight``: whether a game can be played on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, force, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Check this computer before the workshop.\n\nIt checks whether games can be saved "
        "where they will last, and checks disk space, clock, letters, screens and sound; it "
        "opens the phones' page at this computer's address in a network for a moment, if it "
        "can, and reads it, so a firewall may ask; and it saves a tiny game, reads it back, "
        "replays it and writes its report. Nothing of it is left. The exit code is 0 if a "
        "game can be played here, else 1."
    )

    @command(t, "preflight", text, t("Check this computer before the workshop."))
    @click.option(
        "--to",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("Save what was found as a text file too, for example for the IT department."),
    )
    @force(t)
    @lang(t)
    @click.pass_context
    def preflight(context: click.Context, to: Path | None, force: bool) -> None:
        from game.cli.handlers.preflight import preflight

        context.exit(preflight(t, context.obj.folder, to, force=force))

    return preflight
