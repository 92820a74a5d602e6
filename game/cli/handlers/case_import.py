"""The handler of ``gevinst case import``."""

from __future__ import annotations

from pathlib import Path

import click

from game.casebook.checking import Imported, import_book
from game.casebook.telling import told_reading
from game.cli.errors import InputError
from game.cli.handlers.case_source import refuse_kept, source_of
from game.cli.handlers.check import text_measure
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.files import cannot_write, replace_file
from game.cli.next_step import command_line
from game.content.findings import printable
from game.i18n import Words


def import_case(
    t: Words, file: Path, target: Path | None, into: Path | None, *, force: bool
) -> int:
    """Read a case from a workbook and write it; 1 if something is wrong, and nothing is written."""
    if into is not None:
        refuse_kept(t, into)
    with errors_as_messages(t):
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
        message = t(
            "{file} is already there. Give another name with --to, --into {file} to keep its "
            "comments, or --force to write over it.",
            file=path,
        )
        raise InputError(message) from None
    except OSError as error:
        raise InputError(cannot_write(t, path, error)) from error
