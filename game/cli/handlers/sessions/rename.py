"""The handler of ``gevinst sessions rename``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.i18n import Words
from game.session import rename_file


def rename_session(t: Words, path: Path, name: str) -> int:
    """Give a session another name."""
    with errors_as_messages(t):
        new = rename_file(path, name)
    click.echo(t("The session is now called {name}.", name=new.stem))
    return 0
