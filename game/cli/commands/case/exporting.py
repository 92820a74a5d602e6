"""``gevinst case export``: a case as a workbook."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import click
import tomli

from game.cli.case_source import is_kept, source_of
from game.cli.files import write_or_force
from game.cli.next_step import command_line
from game.cli.options import RootOptions, about_case, command, force
from game.cli.options import case as case_argument
from game.cli.params import FilePath
from game.i18n import Words
from game.paths import fitting_stem


def export_command(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Write a case as a workbook.\n\n"
        "Each part of the case is a sheet and each card a row, both languages side by side, with "
        "lists to choose from and a note on each heading. gevinst case import reads it back. "
        "Comments of the case file are not carried along."
    )
    return command(
        t,
        "export",
        text + about_case(t),
        case_argument(t),
        click.Argument(
            ["file"], required=False, type=FilePath(t, new=True), metavar=t("[FILE.xlsx]")
        ),
        click.Option(
            ["--to", "target"],
            type=FilePath(t, new=True),
            metavar=t("FILE"),
            help=t("The workbook to write; without it, one of the case's name, here."),
        ),
        force(t),
        run=export_case,
        lang_text=t(
            "The language of the headings; without it, the one chosen in the game, else the "
            "computer's."
        ),
    )


_SUFFIXES = (".xlsx", ".xlsm")


def export_case(
    t: Words, _: RootOptions, case: Path, file: Path | None, target: Path | None, *, force: bool
) -> int:
    """Write a case as a workbook; by default its name with .xlsx, here."""
    if file is not None and target is not None:
        raise click.UsageError(t("Name the workbook once: as FILE.xlsx or by --to."))
    source = source_of(t, case)
    name = f"{fitting_stem(case.stem)}.xlsx"
    path = target or file or Path(name)
    if path.is_dir():
        path /= name
    elif path.suffix.lower() not in _SUFFIXES:
        path = path.with_name(f"{path.name}.xlsx")
    from game.casebook.writing import workbook

    write_or_force(t, path, workbook(t, tomli.loads(source)), force=force)
    click.echo(t("Written: {file}", file=path))
    click.echo(t("Edit it in a spreadsheet, then: {command}", command=_way_back(case, path)))
    return 0


def _way_back(source: Path, book: Path) -> str:
    """The command that takes the workbook back: into its case, or into a file that is not there."""
    if not is_kept(source):
        return command_line("case", "import", book, "--into", source)
    target = book.with_suffix(".toml")
    if not target.exists():
        return command_line("case", "import", book)
    numbered = (target.with_stem(f"{target.stem}-{n}") for n in count(2))
    free = next(path for path in numbered if not path.exists())
    return command_line("case", "import", book, "--to", free)
