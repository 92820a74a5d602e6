"""``gevinst report``: write the report of a saved session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from game.anonymity import AS_FOUND
from game.cli.names import NO_WISHES, Find, NameWishes, settle_names
from game.cli.options import RootOptions, names
from game.cli.params import FilePath
from game.cli.session_argument import session_command
from game.cli.session_summary import tell_change
from game.content import mend, parse
from game.i18n import Words
from game.report import NoPdfError, names_in, write_report
from game.report.file_names import file_name
from game.session import open_recording


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Write what a group takes home: a page to read and print ({page}), the registers as "
        "a workbook ({book}) and as CSV, the benefit map as pictures, and all of it as data "
        "(session.json). With the extra print installed the page comes as PDF as well "
        "({paper}).\n\nA game that is not over, or a damaged file, gives a report of what "
        "there is. Files of an earlier report are replaced, unless somebody has changed "
        "them. A report with names and one without never go into the same folder.\n\nWith "
        "--anonymous, what is taken out and what may still tell who it is about are shown "
        "first. In a terminal each word that may not be a name is asked about (without an "
        "answer it is taken out, too), and at the end whether to write; --yes asks "
        "nothing.\n\nSESSION is a file, the beginning of a name in the sessions folder, or a "
        "number in the list of gevinst sessions.",
        page=file_name(t.lang, "report.html"),
        book=file_name(t.lang, "registers.xlsx"),
        paper=file_name(t.lang, "report.pdf"),
    )
    return session_command(
        t,
        "report",
        text,
        click.Option(
            ["--to", "folder"],
            type=FilePath(t, new=True),
            metavar=t("FOLDER"),
            help=t("The folder to write to; without it, one beside the session, named after it."),
        ),
        click.Option(
            ["--anonymous"], is_flag=True, help=t("Take the names of people out of all files.")
        ),
        *names(t, t("With --anonymous:") + " "),
        click.Option(["--open", "show"], is_flag=True, help=t("Open the page when it is written.")),
        run=report,
    )


def report(
    t: Words,
    _: RootOptions,
    session: Path,
    folder: Path | None,
    *,
    anonymous: bool,
    moods: bool,
    show: bool,
    **named: Any,
) -> int:
    """Write the report, print its files, and open the page if requested.

    Of an anonymous one, the list of what is taken out is shown first.
    """
    wishes = NameWishes.of(**named)
    if wishes != NO_WISHES and not anonymous:
        raise click.UsageError(t("--keep, --also, --list and --yes go with --anonymous."))
    named_after, choices = session.with_suffix(""), AS_FOUND
    if anonymous:
        settled = settle_names(t, _finder(t, session, moods), wishes)
        if settled is None:
            return 0
        choices, found = settled
        named_after = session.with_name(found.file_name(t))
        click.echo()
    target = named_after if folder is None else folder
    write = partial(write_report, session, target, t.lang, anonymous)
    files, whole = _written(t, partial(write, choices=choices, moods=moods))
    log = open_recording(session, parse, mend).log
    if not anonymous:
        tell_change(t, log.header)
    for file in files:
        click.echo(file)
    if log.damage is not None:
        if not log.damage.newer:
            damaged = t("The file of this session is damaged. This is what can be read of it.")
            click.echo(damaged, err=True)
        click.echo(log.damage.translate(t), err=True)
    if show and click.launch(str(files[0])):
        message = t("No program here shows the page; open it yourself: {file}", file=files[0])
        click.echo(message, err=True)
    return 0 if whole and log.intact else 1


def _written(t: Words, write: Callable[[], list[Path]]) -> tuple[list[Path], bool]:
    """Write the report; where its PDF cannot be made that is told, and the rest is there."""
    try:
        return write(), True
    except NoPdfError as error:
        click.echo(error.translate(t), err=True)
        return error.files, False


def _finder(t: Words, session: Path, moods: bool) -> Find:
    """Takes the names out of a session, as its report does."""
    return lambda choices: names_in(session, t.lang, choices, moods=moods)
