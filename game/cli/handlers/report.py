"""The handler of ``gevinst report``."""

from __future__ import annotations

from pathlib import Path

import click

from game.anonymity import AS_FOUND, NameChoices
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.names import NO_WISHES, Find, NameWishes, settle_names
from game.cli.handlers.sessions.summary import tell_change
from game.frozen import frozen
from game.i18n import Words
from game.report import NoPdfError, names_in, write_report
from game.session import read


@frozen
class ReportWishes:
    """The options of ``gevinst report``. ``names`` are for an ``anonymous`` one."""

    folder: Path | None = None
    anonymous: bool = False
    names: NameWishes = NO_WISHES
    moods: bool = False
    show: bool = False


def report(t: Words, session: Path, wishes: ReportWishes) -> int:
    """Write the report, print its files, and open the page if requested.

    Of an anonymous one, the list of what is taken out is shown first.
    """
    folder = wishes.folder if wishes.folder is not None else session.with_suffix("")
    choices = AS_FOUND
    with errors_as_messages(t):
        if wishes.anonymous:
            settled = settle_names(t, _finder(t, session, wishes.moods), wishes.names)
            if settled is None:
                return 0
            choices, found = settled
            folder = (
                wishes.folder
                if wishes.folder is not None
                else session.with_name(found.file_name(t))
            )
            click.echo()
        files, whole = _write(t, session, folder, wishes, choices)
        if not wishes.anonymous:
            tell_change(t, read(session).header)
    for file in files:
        click.echo(file)
    if wishes.show and click.launch(str(files[0])):
        message = t("No program here shows the page; open it yourself: {file}", file=files[0])
        click.echo(message, err=True)
    return 0 if whole else 1


def _write(
    t: Words, session: Path, folder: Path, wishes: ReportWishes, choices: NameChoices
) -> tuple[list[Path], bool]:
    """Write the report; where its PDF cannot be made that is told, and the rest is there."""
    try:
        files = write_report(
            session, folder, t.lang, wishes.anonymous, choices=choices, moods=wishes.moods
        )
    except NoPdfError as error:
        click.echo(error.translate(t), err=True)
        return error.files, False
    return files, True


def _finder(t: Words, session: Path, moods: bool) -> Find:
    """Takes the names out of a session, as its report does."""
    return lambda choices: names_in(session, t.lang, choices, moods=moods)
