"""``gevinst sessions note``, and the output of all additions to a session."""

from __future__ import annotations

from pathlib import Path

import click

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
            ["--at", "entry"],
            type=WholeNumber(t, 0),
            metavar="N",
            help=t("The entry it is about; without it, the last decision."),
        ),
        click.Option(["--bookmark"], is_flag=True, help=t("Mark the moment as well.")),
        run=add_note,
    )


def add_note(
    t: Words, root: RootOptions, path: Path, text: str, entry: int | None, *, bookmark: bool
) -> int:
    """Add a note about an entry, or about the last decision."""
    added = saved_session(path, root.folder)
    about = added.log.now if entry is None else entry
    added.note(about, text, bookmark=bookmark)
    click.echo(t("Noted at entry {n}.", n=about))
    print_saved(t, path, added)
    warn_of_names(t, added)
    return 0
