"""``gevinst case``: a case as another kind of file, out and in."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.case_file import CaseFile
from game.cli.commands.case_packing import pack_command, unpack_command
from game.cli.options import about_case, command, force, help_group, lang
from game.cli.options import case as case_argument
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Group:
    """Declare the command and its subcommands."""
    text = t(
        "Take a case along in another form: as one file, to be sent to others, or as a workbook, "
        "to be edited in a spreadsheet."
    )

    case = help_group(t, "case", text, t("A case as one file or as a workbook, out and in."))
    for declare in (pack_command, unpack_command, _export, _import):
        case.add_command(declare(t))
    return case


def _export(t: Words) -> click.Command:
    text = t(
        "Write a case as a workbook.\n\n"
        "Each part of the case is a sheet and each card a row, both languages side by side, with "
        "lists to choose from and a note on each heading. gevinst case import reads it back. "
        "Comments of the case file are not carried along."
    )

    @command(t, "export", text + about_case(t), t("Write a case as a workbook."))
    @case_argument(t)
    @click.argument("file", required=False, type=FilePath(t, new=True), metavar=t("[FILE.xlsx]"))
    @click.option(
        "--to",
        "target",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("The workbook to write; without it, one of the case's name, here."),
    )
    @force(t)
    @lang(
        t,
        t(
            "The language of the headings; without it, the one chosen in the game, else the "
            "computer's."
        ),
    )
    @click.pass_context
    def export(
        context: click.Context, case: Path, file: Path | None, target: Path | None, force: bool
    ) -> None:
        from game.cli.handlers.case import export_case

        if file is not None and target is not None:
            raise click.UsageError(t("Name the workbook once: as FILE.xlsx or by --to."))
        context.exit(export_case(t, case, target or file, force=force))

    return export


def _import(t: Words) -> click.Command:
    text = t(
        "Read a case from a workbook, and write it as a case file.\n\nThe workbook is one "
        "that gevinst case export wrote, or any other with such sheets; headings may be "
        "Danish or English. It says what is wrong by sheet and cell, all at once, and if "
        "there is an error nothing is written. A new case file has no comments; --into keeps "
        "those of a file that is there. No formula in the file is carried out: its saved "
        "result counts."
    )

    @command(t, "import", text, t("Read a case from a workbook."))
    @click.argument("file", type=FilePath(t), metavar=t("FILE"))
    @click.option(
        "--to",
        "target",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("The case file to write; without it, one of the same name beside the workbook."),
    )
    @click.option(
        "--into",
        type=CaseFile(t),
        metavar=t("CASE"),
        help=t("A case file to read the workbook into: its comments, and what is the same, stay."),
    )
    @force(t)
    @lang(t)
    @click.pass_context
    def import_(
        context: click.Context, file: Path, target: Path | None, into: Path | None, force: bool
    ) -> None:
        from game.cli.handlers.case_import import import_case

        if target is not None and into is not None:
            raise click.UsageError(t("--to and --into do not go together."))
        context.exit(import_case(t, file, target, into, force=force))

    return import_
