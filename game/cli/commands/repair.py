"""``gevinst repair``: build a damaged session anew from what is whole in it."""

from __future__ import annotations

import time
from pathlib import Path

import click

from game.cli.options import RootOptions
from game.cli.session_argument import copy_to, session_command
from game.content import parse
from game.i18n import Words
from game.letters import printable
from game.session.repair_told import name_of_repaired, told, troubles_of
from game.session.repairing import repair


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Save what is whole in a damaged session, in a new file.\n\nIt says what is missing. "
        "The damaged file is not changed."
    )
    return session_command(
        t,
        "repair",
        text,
        copy_to(t),
        run=repair_session,
    )


def repair_session(t: Words, _: RootOptions, path: Path, to: Path | None) -> int:
    """Save what is whole in a session, and tell what is missing."""
    troubles = troubles_of(path, parse)
    if not troubles:
        click.echo(t("Nothing is damaged in {file}.", file=printable(path.name)))
        return 0
    target = to or path.with_name(name_of_repaired(t, path))
    done = repair(path, parse, target, time.time())
    for trouble in troubles:
        click.echo(f"  {trouble.message.translate(t)}")
    for line in told(t, done):
        click.echo(line)
    click.echo(t("Saved in {file}", file=done.path))
    return 0
