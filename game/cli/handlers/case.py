"""The handler of ``gevinst case export``: a case as a workbook."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import click
import tomli

from game.cli.handlers.case_source import is_kept, source_of
from game.cli.handlers.files import write_or_force
from game.cli.next_step import command_line
from game.i18n import Words
from game.paths import fitting_stem

_SUFFIXES = (".xlsx", ".xlsm")


def export_case(t: Words, file: Path, target: Path | None, *, force: bool) -> int:
    """Write a case as a workbook; by default its name with .xlsx, here."""
    source = source_of(t, file)
    name = f"{fitting_stem(file.stem)}.xlsx"
    path = target or Path(name)
    if path.is_dir():
        path /= name
    elif path.suffix.lower() not in _SUFFIXES:
        path = path.with_name(f"{path.name}.xlsx")
    from game.casebook.writing import workbook

    write_or_force(t, path, workbook(t, tomli.loads(source)), force=force)
    click.echo(t("Written: {file}", file=path))
    click.echo(t("Edit it in a spreadsheet, then: {command}", command=_way_back(file, path)))
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
