"""The handler of ``gevinst report``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from game.anonymity import AS_FOUND, Anonymised, NameChoices
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.names import settle_names
from game.i18n import Words
from game.report import names_in, write_report


@dataclass(frozen=True, slots=True)
class ReportWishes:
    """The options of ``gevinst report``. ``choices`` are for an ``anonymous`` one."""

    folder: Path | None = None
    anonymous: bool = False
    choices: NameChoices = AS_FOUND
    moods: bool = False
    only_list: bool = False
    show: bool = False


def report(t: Words, session: Path, wishes: ReportWishes) -> int:
    """Write the report, print its files, and open the page if requested.

    Of an anonymous one, the list of what is taken out is shown first.
    """
    folder = wishes.folder if wishes.folder is not None else session.with_suffix("")
    choices = wishes.choices
    with errors_as_messages(t):
        if wishes.anonymous:
            choices, name = _settle(t, session, wishes)
            folder = wishes.folder if wishes.folder is not None else session.with_name(name)
        if wishes.only_list:
            return 0
        files = write_report(
            session, folder, t.lang, wishes.anonymous, choices=choices, moods=wishes.moods
        )
    for file in files:
        click.echo(file)
    if wishes.show and click.launch(str(files[0])):
        message = t("No program here shows the page; open it yourself: {file}", file=files[0])
        click.echo(message, err=True)
    return 0


def _settle(t: Words, session: Path, wishes: ReportWishes) -> tuple[NameChoices, str]:
    """What was decided of words in doubt, and a name of the folder in which nobody is named."""

    def find(choices: NameChoices) -> Anonymised:
        return names_in(session, t.lang, choices, moods=wishes.moods)

    choices = settle_names(t, find, wishes.choices, ask=not wishes.only_list)
    click.echo()
    return choices, find(choices).stem
