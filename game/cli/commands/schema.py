"""``gevinst schema``: the JSON Schema of scenario files."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t("Print the JSON Schema of scenario files: every key with its meaning and an example.")

    @command(t, "schema", text, t("Print what may stand in a case, for editors."))
    @click.option(
        "--to",
        "file",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("Write it to a file instead."),
    )
    @lang(t)
    @click.pass_context
    def schema(context: click.Context, file: Path | None) -> None:
        from game.cli.handlers.schema import write_schema

        context.exit(write_schema(t, file))

    return schema
