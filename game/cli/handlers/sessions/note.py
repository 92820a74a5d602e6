"""The handler of ``gevinst sessions note``, and the output of all additions to a session."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.sessions.summary import title
from game.content.findings import printable
from game.i18n import Words
from game.intake.nameless import LOOK_THROUGH
from game.session import SavedSession
from game.table.flow.keeping import saved_session


def add_note(
    t: Words, path: Path, folder: Path | None, text: str, entry: int | None, *, bookmark: bool
) -> int:
    """Add a note about an entry, or about the last decision."""
    with errors_as_messages(t):
        added = saved_session(path, folder)
        about = added.log.now if entry is None else entry
        added.note(about, text, bookmark=bookmark)
    click.echo(t("Noted at entry {n}.", n=about))
    print_saved(t, path, added)
    warn_of_names(t, added)
    return 0


def warn_of_names(t: Words, added: SavedSession) -> None:
    """Say of a session without names that what is written into it may bring one back."""
    if added.log.header.anonymised:
        click.echo(t(LOOK_THROUGH), err=True)


def print_saved(t: Words, path: Path, added: SavedSession) -> None:
    """Print to which game something was added and where: a file of an older format stays whole.

    What is added to a second copy goes into a file in the folder of games.

    What is wrong with the second copy is printed too.
    """
    click.echo(printable(title(added.log.header).read(t.lang)))
    click.echo(t("Saved in {file}", file=added.path))
    if added.path.parent != path.parent:
        click.echo(t("{file} is a copy and stays as it is.", file=path))
    elif added.path != path:
        text = t(
            "{file} is packed, damaged or of an older format, and stays as it is.", file=path.name
        )
        click.echo(text)
    if (trouble := added.take_trouble()) is not None:
        click.echo(trouble.translate(t), err=True)
