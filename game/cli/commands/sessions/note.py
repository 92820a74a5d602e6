"""``gevinst sessions note``, and the output of all additions to a session."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.options import RootOptions
from game.cli.params import WholeNumber
from game.cli.saved import print_saved, warn_of_names
from game.cli.session_argument import session_command
from game.i18n import Words
from game.table.flow.keeping import saved_session


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t("Add a note to a session, for the debrief.\n\nNothing that was recorded is altered.")
    return session_command(
        t,
        "note",
        text,
        click.Argument(["text"], metavar=t("TEXT")),
        click.Option(
            ["--at", "step"],
            type=WholeNumber(t, 0),
            metavar="N",
            help=t(
                "The step it is about, as the replay and the report count; without it, the last."
            ),
        ),
        click.Option(["--bookmark"], is_flag=True, help=t("Mark the moment as well.")),
        run=add_note,
    )


def add_note(
    t: Words, root: RootOptions, path: Path, text: str, step: int | None, *, bookmark: bool
) -> int:
    """Add a note about a step, or about the last decision."""
    added = saved_session(path, root.folder)
    entries = [0, *(decision.n for decision in added.log.history)]
    last = len(entries) - 1
    about = last if step is None else step
    if about > last:
        told = t("There is no step {n}.", n=about)
        raise InputError(told, t("Give a step from 0 to {last}.", last=last))
    added.note(entries[about], text, bookmark=bookmark)
    click.echo(t("Noted at step {n}.", n=about))
    print_saved(t, path, added)
    warn_of_names(t, added)
    return 0
