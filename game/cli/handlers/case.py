"""The handlers of ``gevinst case``: a case to a workbook and back."""

from __future__ import annotations

from pathlib import Path

import click
import tomli

from game.cli.handlers.case_argument import load_case
from game.cli.handlers.files import write_or_force
from game.i18n import Words
from game.paths import fitting_stem

_SUFFIXES = (".xlsx", ".xlsm")


def export_case(t: Words, file: Path, target: Path | None, *, force: bool) -> int:
    """Write a case as a workbook; by default its name with .xlsx, here."""
    case = load_case(t, file)
    path = target or Path(f"{fitting_stem(Path(case.file).stem)}.xlsx")
    if path.is_dir():
        path /= f"{fitting_stem(Path(case.file).stem)}.xlsx"
    elif path.suffix.lower() not in _SUFFIXES:
        path = path.with_name(f"{path.name}.xlsx")
    from game.casebook.writing import workbook

    write_or_force(t, path, workbook(t, tomli.loads(case.source)), force=force)
    click.echo(t("Written: {file}", file=path))
    click.echo(t("Edit it in a spreadsheet, then: {command}", command=_command("import", path)))
    return 0


def _command(name: str, path: Path) -> str:
    quoted = f'"{path}"' if " " in str(path) else str(path)
    return f"gevinst case {name} {quoted}"
