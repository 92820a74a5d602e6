"""``gevinst report``: write the report of a saved session."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, lang
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Write what a group takes home: a page to read and print (report.html), the registers "
        "as a workbook (registers.xlsx) and as CSV, the benefit map as pictures, and all of it "
        "as data (session.json).\n\n"
        "A game that is not over, or a damaged file, gives a report of what there is. Files of "
        "an earlier report are replaced, unless somebody has changed them.\n\n"
        "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
        "list of gevinst sessions."
    )

    @command(t, "report", text, t("Write what a group takes home from a saved session."))
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
        from game.cli.handlers.report import report
        from game.cli.handlers.session_argument import find_session

        path = find_session(t, context.obj.folder, session)
        context.exit(report(t, path, folder, anonymous=anonymous, show=show))

    return report
