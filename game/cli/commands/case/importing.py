"""``gevinst case import``: a case from a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.casebook.telling import told_reading
from game.cli.case_file import CaseFile
from game.cli.case_source import refuse_kept, source_of
from game.cli.commands.check import text_measure
from game.cli.errors import InputError
from game.cli.files import replace_file
from game.cli.next_step import command_line
from game.cli.options import RootOptions, command, force
from game.cli.params import FilePath
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.letters import printable

if TYPE_CHECKING:  # openpyxl takes long to load
    from game.casebook.checking import Imported


def import_command(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Read a case from a workbook, and write it as a case file.\n\nThe workbook is one "
        "that gevinst case export wrote, or any other with such sheets; headings may be "
        "Danish or English. It says what is wrong by sheet and cell, all at once, and if "
        "there is an error nothing is written. A new case file has no comments; --into keeps "
        "those of a file that is there. No formula in the file is carried out: its saved "
        "result counts."
    )
    return command(
        t,
        "import",
        text,
        click.Argument(["file"], type=FilePath(t), metavar=t("FILE")),
        click.Option(
            ["--to", "target"],
            type=FilePath(t, new=True),
            metavar=t("FILE"),
            help=t("The case file to write; without it, one of the same name beside the workbook."),
        ),
        click.Option(
            ["--into"],
            type=CaseFile(t),
            metavar=t("CASE"),
            help=t(
                "A case file to read the workbook into: its comments, and what is the same, stay."
            ),
        ),
        force(t),
        run=import_case,
        short_help=t("Read a case from a workbook."),
    )


def import_case(
    t: Words,
    _: RootOptions,
    file: Path,
    target: Path | None,
    into: Path | None,
    *,
    force: bool,
) -> int:
    """Read a case from a workbook and write it; 1 if something is wrong, and nothing is written."""
    if target is not None and into is not None:
        raise click.UsageError(t("--to and --into do not go together. Give one of them."))
    if into is not None:
        refuse_kept(t, into)
    from game.casebook.checking import import_book

    imported = import_book(t, file, [text_measure(t)])
    _tell(t, imported)
    if imported.errors:
        return 1
    path = into or target or file.with_suffix(".toml")
    text = imported.text if into is None else imported.merged_into(source_of(t, into))
    _write(t, path, text, force=force or into is not None)
    click.echo(t("Written: {file}", file=path))
    click.echo(t("Play it: {command}", command=command_line("play", path)))
    return 0


def _tell(t: Words, imported: Imported) -> None:
    for line in told_reading(t, imported.book):
        click.echo(printable(line))
    for problem in imported.problems:
        for line in str(problem).split("\n"):
            click.echo(printable(line))
    if imported.errors:
        told = t.plural(
            "{n} error: nothing was written.", "{n} errors: nothing was written.", imported.errors
        )
        click.echo(told)


def _write(t: Words, path: Path, text: str, *, force: bool) -> None:
    try:
        replace_file(path, text.encode(), force=force)
    except FileExistsError:
        helps = t(
            "Give another name with --to, --into {file} to keep its comments, or --force to write "
            "over it.",
            file=path,
        )
        raise InputError(t("{file} is already there.", file=path), helps) from None
    except OSError as error:
        raise NotWrittenError(path, error) from error
