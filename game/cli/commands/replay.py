"""``gevinst replay``: replay a saved session step by step in a window."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.next_step import command_line
from game.cli.options import RootOptions, fullscreen
from game.cli.params import WholeNumber
from game.cli.session_argument import session_command
from game.cli.session_summary import tell_change
from game.cli.window import open_window
from game.content import Case, mend, parse
from game.i18n import Words
from game.session import Recording, open_recording
from game.table.flow.openings import AtReplay


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Show a saved session at the table as it was, with a timeline of everything that "
        "happened. Nothing in it is decided again or changed.\n\n"
        "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
        "list of gevinst sessions."
    )
    return session_command(
        t,
        "replay",
        text,
        click.Option(
            ["--at", "step"],
            type=WholeNumber(t),
            metavar="N",
            help=t("Begin at this step; 0 is the beginning."),
        ),
        click.Option(
            ["--hide-names"], is_flag=True, help=t("Show roles instead of players' names.")
        ),
        fullscreen(t),
        run=replay,
    )


def _no_such_step(t: Words, recording: Recording[Case], step: int) -> InputError:
    """Why there is no such step; in a damaged file there may have been one."""
    last = len(recording.steps) - 1
    told = t("There is no step {n}.", n=step)
    if (damage := recording.log.damage) is not None:
        told = f"{told}\n{damage.message.translate(t)}"
    return InputError(told, t("Give a step from 0 to {last}.", last=last))


def replay(
    t: Words,
    root: RootOptions,
    path: Path,
    step: int | None,
    *,
    hide_names: bool,
    fullscreen: bool,
) -> int:
    """Open a session in the window; returns the exit code."""
    if step is not None and step < 0:
        raise click.UsageError(t("--at takes a whole number from 0 on."))
    recording = open_recording(path, parse, mend)  # errors are shown before a window opens
    tell_change(t, recording.log.header)
    if step is not None and step >= len(recording.steps):
        raise _no_such_step(t, recording, step)
    return open_window(
        t,
        root.folder,
        AtReplay(path, step, hide_names),
        windowless=command_line("sessions", "show", path),
        fullscreen=fullscreen or root.fullscreen,
    )
