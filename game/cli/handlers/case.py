"""The handlers of ``gevinst case``: a case to a workbook and back."""

from __future__ import annotations

from pathlib import Path

import click
import tomli

from game.casebook.unfinished import only_unfinished
from game.cli.handlers.case_argument import load_case
from game.cli.handlers.files import write_or_force
from game.content import check
from game.content.findings import Finding
from game.content.reader import decoded, read_bytes
from game.i18n import Words
from game.paths import fitting_stem

_SUFFIXES = (".xlsx", ".xlsm")


def export_case(t: Words, file: Path, target: Path | None, *, force: bool) -> int:
    """Write a case as a workbook; by default its name with .xlsx, here."""
    source = _source(t, file)
    name = f"{fitting_stem(file.stem)}.xlsx"
    path = target or Path(name)
    if path.is_dir():
        path /= name
    elif path.suffix.lower() not in _SUFFIXES:
        path = path.with_name(f"{path.name}.xlsx")
    from game.casebook.writing import workbook

    write_or_force(t, path, workbook(t, tomli.loads(source)), force=force)
    click.echo(t("Written: {file}", file=path))
    click.echo(t("Edit it in a spreadsheet, then: {command}", command=_command("import", path)))
    return 0


def _source(t: Words, file: Path) -> str:
    """The text of a case; one that only lacks something is filled in as a workbook, too.

    Raises :class:`InputError` with all that is wrong where anything else is.
    """
    raw = read_bytes(file)
    text = raw if isinstance(raw, Finding) else decoded(raw)
    if isinstance(text, Finding) or text.finding is not None:
        return load_case(t, file).source
    _, problems = check(text.text, file.name, weighed=False)
    if only_unfinished(problems):
        return text.text
    return load_case(t, file).source


def _command(name: str, path: Path) -> str:
    quoted = f'"{path}"' if " " in str(path) else str(path)
    return f"gevinst case {name} {quoted}"
