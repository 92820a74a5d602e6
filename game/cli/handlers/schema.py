"""The handler of ``gevinst schema``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.handlers.files import cannot_write
from game.content.json_schema import text
from game.i18n import Words


def write_schema(t: Words, file: Path | None) -> int:
    """Print the schema, or write it to a file; a generated file may be overwritten."""
    if file is None:
        click.echo(text(t), nl=False)
        return 0
    try:
        file.write_text(text(t), encoding="utf-8")
    except OSError as error:
        raise InputError(cannot_write(t, file, error)) from error
    click.echo(t("Written: {file}", file=file), err=True)
    return 0
