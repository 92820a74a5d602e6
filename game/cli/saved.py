"""What is said when something was added to a session."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.session_summary import title
from game.i18n import Words
from game.intake.nameless import LOOK_THROUGH
from game.letters import printable
from game.session import SavedSession
from game.session.added_told import went_into_new


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
    elif added.stayed is not None:
        click.echo(printable(went_into_new(t, path.name, added.stayed, added.path.name)))
    if (trouble := added.take_trouble()) is not None:
        click.echo(trouble.translate(t), err=True)
