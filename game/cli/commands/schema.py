"""``gevinst schema``: the JSON Schema of case files."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, force, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Print the JSON Schema of case files: every key with its meaning and an example.\n\n"
        "With --install the schema is put beside your cases, with a file by which editors with "
        "Even Better TOML or taplo find it for every case in that folder and below; what to set "
        "for cases elsewhere is said. Nothing is asked of the network."
    )

    @command(t, "schema", text, t("Print what may stand in a case, for editors."))
    @click.option(
        "--to",
        "file",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("Write it to a file instead."),
    )
    @force(t)
    @click.option("--path", is_flag=True, help=t("Print where the schema is in the program."))
    @click.option("--install", is_flag=True, help=t("Put it where editors find it."))
    @lang(t)
    @click.pass_context
    def schema(
        context: click.Context, file: Path | None, path: bool, install: bool, force: bool
    ) -> None:
        if (file is not None) + path + install > 1:
            raise click.UsageError(t("Give one of --to, --path and --install."))
        from game.cli.handlers.schema import install_schema, print_path, write_schema

        if path or install:
            context.exit(install_schema(t) if install else print_path(t))
        context.exit(write_schema(t, file, force=force))

    return schema
