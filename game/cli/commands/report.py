"""``gevinst report``: write the report of a saved session."""

from __future__ import annotations

from typing import Any

import click

from game.cli.options import command, lang, names
from game.cli.params import FilePath
from game.i18n import Words
from game.report.file_names import file_name


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

    @command(t, "report", text, t("Write what a group takes home from a saved session."))
    @click.argument("session", metavar=t("SESSION"))
    @click.option(
        "--to",
        "folder",
        type=FilePath(t, new=True),
        metavar=t("FOLDER"),
        help=t("The folder to write to; without it, one beside the session, named after it."),
    )
    @click.option("--anonymous", is_flag=True, help=t("Take the names of people out of all files."))
    @names(t, t("With --anonymous:") + " ")
    @click.option("--open", "show", is_flag=True, help=t("Open the page when it is written."))
    @lang(t)
    @click.pass_context
    def report(
        context: click.Context,
        /,
        session: str,
        keep: tuple[str, ...],
        also: tuple[str, ...],
        only_list: bool,
        yes: bool,
        **wishes: Any,
    ) -> None:
        if (keep or also or only_list or yes) and not wishes["anonymous"]:
            raise click.UsageError(t("--keep, --also, --list and --yes go with --anonymous."))
        from game.anonymity import NameChoices
        from game.cli.handlers.names import NameWishes
        from game.cli.handlers.report import ReportWishes, report
        from game.cli.handlers.session_argument import find_session

        names = NameWishes(NameChoices(frozenset(keep), also), only_list, yes)
        path = find_session(t, context.obj.folder, session)
        context.exit(report(t, path, ReportWishes(names=names, **wishes)))

    return report
