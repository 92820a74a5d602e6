"""``gevinst sessions open``: go on with a saved game, or look back on it."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import RootOptions, run_command
from game.cli.session_argument import session_command
from game.i18n import Words
from game.session import read_summary


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t("Go on with a game, or look back on one that is over.")
    return session_command(t, "open", text, run=_open)


def _open(_t: Words, _root: RootOptions, path: Path) -> int:
    """Play on, or replay: a session in which something is wrong can only be looked at."""
    found = read_summary(path)
    if found is None or found.over:
        return run_command("replay", path)
    return run_command("play", "--resume", path)
