"""The handler of ``gevinst report``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.i18n import Words
from game.report import write_report


def report(t: Words, session: Path, folder: Path | None, *, anonymous: bool, show: bool) -> int:
    """Write the report, print its files, and open the page if requested."""
    target = folder if folder is not None else session.with_suffix("")
    with errors_as_messages(t):
        files = write_report(session, target, t.lang, anonymous)
    for file in files:
        click.echo(file)
    if show and click.launch(str(files[0])):
        message = t("No program here shows the page; open it yourself: {file}", file=files[0])
        click.echo(message, err=True)
    return 0
