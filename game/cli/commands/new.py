"""``gevinst new``: create a case."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Write a small case that can be played at once, to be changed in a text editor.\n\n"
        "NAME becomes the file's name. Beside it comes the schema by which editors complete "
        "and explain the keys. Nothing is ever overwritten."
    )

    @command(t, "new", text, t("Begin a case of your own."))
    @click.argument("name", metavar=t("NAME"))
    @click.option(
        "--to",
        "folder",
        type=FilePath(t, new=True),
        default=Path(),
        metavar=t("FOLDER"),
        help=t("Where the files are written; by default, here."),
    )
    @lang(
        t,
        t("The language of the case; without it, the one chosen in the game, else the computer's."),
    )
    @click.pass_context
    def new(context: click.Context, name: str, folder: Path) -> None:
        from game.cli.handlers.new import write_new

        context.exit(write_new(t, name, folder))

    return new
