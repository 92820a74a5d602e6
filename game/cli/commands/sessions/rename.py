"""``gevinst sessions rename``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import RootOptions
from game.cli.session_argument import session_command
from game.i18n import Words
from game.session import rename_file


def build(t: Words) -> click.Command:
    """Declare the command."""
    return session_command(
        t,
        "rename",
        t("Give a session another name."),
        click.Argument(["name"], metavar=t("NAME")),
        run=rename_session,
    )


def rename_session(t: Words, _: RootOptions, path: Path, name: str) -> int:
    """Give a session another name."""
    new = rename_file(path, name)
    click.echo(t("The session is now called {name}.", name=new.stem))
    click.echo(t("Its file is {file}.", file=new))
    return 0
