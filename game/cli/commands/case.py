"""``gevinst case``: a case as a workbook, out and in."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import Decorator, command, group, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Group:
    """Declare the command and its subcommands."""
    text = t("Take a case along in another form: as a workbook, to be edited in a spreadsheet.")

    @group(t, "case", text, t("A case as a workbook, out and in."))
    @lang(t)
    @click.pass_context
    def case(context: click.Context) -> None:
        if context.invoked_subcommand is None:
            click.echo(context.get_help())
            context.exit(0)

    case.add_command(_export(t))
    return case


def _export(t: Words) -> click.Command:
    text = t(
        "Write a case as a workbook.\n\n"
        "Each part of the case is a sheet and each card a row, both languages side by side, with "
        "lists to choose from and a note on each heading. "
        "Comments of the case file are not carried along."
    )

    @command(t, "export", text, t("Write a case as a workbook."))
    @click.argument("case", metavar=t("CASE"))
    @click.argument("file", required=False, type=FilePath(t, new=True), metavar=t("[FILE.xlsx]"))
    @_force(t)
    @lang(t, t("The language of the headings; without it, the computer's."))
    @click.pass_context
    def export(context: click.Context, case: str, file: Path | None, force: bool) -> None:
        from game.cli.handlers.case import export_case

        context.exit(export_case(t, case, file, force=force))

    return export


def _force(t: Words) -> Decorator:
    return click.option("--force", is_flag=True, help=t("Write over a file that is there."))
