"""The handler of ``gevinst print``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.handlers.case_argument import load_case
from game.cli.handlers.errors import errors_as_messages
from game.engine import Level
from game.i18n import Words
from game.printing import write_kit


def print_kit(t: Words, file: Path, folder: Path, level: Level | None) -> int:
    """Write the kit, list its files, and say what was too long for its place."""
    case = load_case(t, file, level)
    with errors_as_messages(t):
        kit = write_kit(case, folder, t)
    for written in kit.files:
        count = kit.pages.get(written.name)
        pages = t.plural("{n} page", "{n} pages", count) if count is not None else ""
        click.echo(f"{written}  {pages}".rstrip())
    for file_name, places in kit.unfitting.items():
        for place in places:
            message = t(
                "{file}: {place}: the text is too long and printed too small to read. Shorten it.",
                file=file_name,
                place=place,
            )
            click.echo(message, err=True)
    return 0
