"""The handler of ``gevinst replay``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.session_argument import find_session
from game.cli.handlers.sessions.summary import tell_change
from game.cli.next_step import command_line
from game.cli.window import open_window
from game.content import Case, mend, parse
from game.i18n import Words
from game.session import Recording, open_recording
from game.table.flow.openings import AtReplay


def _no_such_step(t: Words, recording: Recording[Case], step: int) -> Iterator[str]:
    """Why there is no such step; in a damaged file there may have been one."""
    last = len(recording.steps) - 1
    if (damage := recording.log.damage) is not None:
        yield damage.translate(t)
        yield t("It can be shown up to step {last}, so there is no step {n}.", last=last, n=step)
    else:
        yield t("The session has {last} steps, so there is no step {n}.", last=last, n=step)


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
        recording = open_recording(path, parse, mend)  # errors are shown before a window opens
    tell_change(t, recording.log.header)
    if step is not None and step >= len(recording.steps):
        raise InputError("\n".join(_no_such_step(t, recording, step)))
    return open_window(
        t,
        folder,
        AtReplay(path, step, hide_names),
        windowless=command_line("sessions", "show", path),
        fullscreen=fullscreen,
    )
