"""The handler of ``gevinst repair``."""

from __future__ import annotations

import time
from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.session_argument import find_session
from game.content import parse
from game.content.findings import printable
from game.i18n import Words
from game.session.repair_told import name_of_repaired, told, troubles_of
from game.session.repairing import repair


def repair_session(t: Words, folder: Path | None, name: str, to: Path | None) -> int:
    """Save what is whole in a session, and tell what is missing."""
    path = find_session(t, folder, name)
    with errors_as_messages(t):
        troubles = troubles_of(path)
        if not troubles:
            click.echo(t("Nothing is damaged in {file}.", file=printable(path.name)))
            return 0
        target = to or path.with_name(name_of_repaired(t, path))
        done = repair(path, parse, target, time.time())
    for trouble in troubles:
        click.echo(f"  {trouble.translate(t)}")
    for line in told(t, done):
        click.echo(line)
    click.echo(t("Saved in {file}", file=done.path))
    return 0
