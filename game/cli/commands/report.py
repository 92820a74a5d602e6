"""``gevinst report``: what a group takes home from a saved session."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.click_messages import InputError
from game.cli.options import lang, settings
from game.i18n import Words


def report(t: Words) -> click.Command:
    """The command ``gevinst report``."""

    @click.command(
        "report",
        short_help=t("Write what a group takes home from a saved session."),
        help=t(
            "Write what a group takes home: a page to read and print (report.html), the registers "
            "as a workbook (registers.xlsx) and as CSV, the benefit map as pictures, and all of it "
            "as data (session.json).\n\n"
            "A game that is not over, or a damaged file, gives a report of what there is. Files of "
            "an earlier report are replaced, unless somebody has changed them.\n\n"
            "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
            "list of gevinst sessions."
        ),
        **settings(t),
    )
    @click.argument("session", metavar=t("SESSION"))
    @click.option(
        "--to",
        "folder",
        type=click.Path(path_type=Path),
        metavar=t("FOLDER"),
        help=t("The folder to write to; without it, one beside the session, named after it."),
    )
    @click.option("--anonymous", is_flag=True, help=t("Take out the names of players."))
    @click.option("--open", "show", is_flag=True, help=t("Open the page when it is written."))
    @lang(t)
    @click.pass_context
    def report(
        context: click.Context, session: str, folder: Path | None, anonymous: bool, show: bool
    ) -> None:
        from game.cli.handlers.sessions.listing import find
        from game.resources import sessions_folder

        path = find(t, context.obj[0] or sessions_folder(), session)
        context.exit(_report(t, path, folder, anonymous=anonymous, show=show))

    made: click.Command = report
    return made


def _report(t: Words, session: Path, folder: Path | None, *, anonymous: bool, show: bool) -> int:
    """Write the report, name its files, and show the page if that was asked for."""
    from game.report import ReportError, write_report
    from game.session import SessionError

    where = folder if folder is not None else session.with_suffix("")
    try:
        files = write_report(session, where, t.lang, anonymous)
    except (ReportError, SessionError) as error:
        raise InputError(error.say(t)) from None
    for file in files:
        click.echo(file)
    if show and click.launch(str(files[0])):
        said = t("No program here shows the page; open it yourself: {file}", file=files[0])
        click.echo(said, err=True)
    return 0
