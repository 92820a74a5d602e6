"""The commands for those who write a case: ``new``, ``schema`` and ``check``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import lang, settings
from game.i18n import Words


def new(t: Words) -> click.Command:
    """``gevinst new``."""

    @click.command(
        "new",
        short_help=t("Begin a case of your own."),
        help=t(
            "Write a small case that can be played at once, to be changed in a text editor.\n\n"
            "NAME becomes the file's name. Beside it comes the schema by which editors complete "
            "and explain the keys. Nothing is ever overwritten."
        ),
        **settings(t),
    )
    @click.argument("name", metavar=t("NAME"))
    @click.option(
        "--to",
        "folder",
        type=click.Path(path_type=Path),
        default=Path(),
        metavar=t("FOLDER"),
        help=t("Where the files are written; without it, here."),
    )
    @lang(t, t("The language of the case; without it, the computer's."))
    @click.pass_context
    def new(context: click.Context, name: str, folder: Path) -> None:
        from game.cli.handlers.new import write_new

        context.exit(write_new(t, name, folder))

    made: click.Command = new
    return made


def schema(t: Words) -> click.Command:
    """``gevinst schema``."""

    @click.command(
        "schema",
        short_help=t("Print what may stand in a case, for editors."),
        help=t(
            "Print the JSON Schema of scenario files: every key with its meaning and an example."
        ),
        **settings(t),
    )
    @click.option(
        "--to",
        "file",
        type=click.Path(path_type=Path),
        metavar=t("FILE"),
        help=t("Write it to a file instead."),
    )
    @lang(t)
    @click.pass_context
    def schema(context: click.Context, file: Path | None) -> None:
        from game.cli.handlers.new import write_schema

        context.exit(write_schema(t, file))

    made: click.Command = schema
    return made


def check(t: Words) -> click.Command:
    """``gevinst check``."""

    @click.command(
        "check",
        short_help=t("Say what is wrong with a case, and where."),
        help=t(
            "Say everything that is wrong with scenario files, where it is and what to do, and "
            "what may keep them from playing well.\n\n"
            "FILE may be - for what is typed or piped in. The exit code is 0 when the files can be "
            "played, 1 when one cannot, 2 when the command was used wrongly."
        ),
        **settings(t),
    )
    @click.argument("files", nargs=-1, required=True, type=click.Path(), metavar=t("FILE..."))
    @click.option("--json", "as_json", is_flag=True, help=t("Print JSON, for other programs."))
    @click.option("--strict", is_flag=True, help=t("Let warnings fail too."))
    @lang(t)
    @click.pass_context
    def check(context: click.Context, files: tuple[str, ...], as_json: bool, strict: bool) -> None:
        from game.cli.handlers.check import check_all

        context.exit(check_all(t, files, as_json=as_json, strict=strict))

    made: click.Command = check
    return made
