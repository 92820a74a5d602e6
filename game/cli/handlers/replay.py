"""The handler of ``gevinst replay``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.session_argument import find_session
from game.cli.window import open_window
from game.content import mend, parse
from game.i18n import Words
from game.session import open_recording


def replay(
    t: Words,
    folder: Path | None,
    session: str,
    step: int | None,
    *,
    hide_names: bool,
    fullscreen: bool,
) -> int:
    """Open a session in the window; returns the exit code."""
    if step is not None and step < 0:
        raise click.UsageError(t("A step is a whole number from 0 on."))
    path = find_session(t, folder, session)
    with errors_as_messages(t):
        last = (
            len(open_recording(path, parse, mend).steps) - 1
        )  # errors are shown before a window opens
    if step is not None and step > last:
        raise InputError(
            t("The session has {last} steps, so there is no step {n}.", last=last, n=step)
        )
    return open_window(
        t, folder, fullscreen=fullscreen, replay=path, step=step, nameless=hide_names
    )
