"""The handlers of ``gevinst case``: a case to a workbook and back."""

from __future__ import annotations

from pathlib import Path

import click
import tomli

from game.cli.errors import InputError
from game.cli.handlers.case_argument import find_case
from game.cli.handlers.files import cannot_write, replace_file
from game.i18n import Words
from game.paths import fitting_stem

_SUFFIXES = (".xlsx", ".xlsm")


def export_case(t: Words, name: str, target: Path | None, *, force: bool) -> int:
    """Write a case as a workbook; by default its name with .xlsx, here."""
    case = find_case(t, name)
    path = target or Path(f"{fitting_stem(Path(case.file).stem)}.xlsx")
    if path.is_dir():
        path /= f"{fitting_stem(Path(case.file).stem)}.xlsx"
    elif path.suffix.lower() not in _SUFFIXES:
        path = path.with_name(f"{path.name}.xlsx")
    from game.casebook.writing import workbook

    _write(t, path, workbook(t, tomli.loads(case.source)), force=force)
    click.echo(t("Written: {file}", file=path))
    click.echo(t("Edit it in a spreadsheet, then: {command}", command=_command("import", path)))
    return 0


def _write(t: Words, path: Path, data: bytes, *, force: bool) -> None:
    """Write a file that is not there yet, or over one by ``force``."""
    try:
        replace_file(path, data, force=force)
    except FileExistsError:
        message = t(
            "{file} is already there. Give another name, or --force to write over it.", file=path
        )
        raise InputError(message) from None
    except OSError as error:
        raise InputError(cannot_write(t, path, error)) from error


def _command(name: str, path: Path) -> str:
    quoted = f'"{path}"' if " " in str(path) else str(path)
    return f"gevinst case {name} {quoted}"
