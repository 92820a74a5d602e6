"""``gevinst portfolio``: sum up many sessions."""

from __future__ import annotations

from typing import Any

import click

from game.cli.options import command, lang
from game.cli.params import FilePath, WholeNumber, day_example
from game.i18n import Words
from game.report.file_names import file_name


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Sum up the sessions in folders and the folders below: what own projects promise, which "
        "reviews are due, what is missing, planned and real; and of games how estimates lie, "
        "which risks recur, which practices are left out, how the cases teach.\n\n"
        "Writes a page ({page}), a workbook ({book}), Parquet files for tools of "
        "your own, and all sums as data (portfolio.json). No group and no player is named in "
        "them. A file that cannot be counted is named here, with the reason.\n\n"
        "What was read is kept among the program's own files, so that the next time only new and "
        "changed files are read. Ctrl-C stops; what was read until then is kept (exit code 130).",
        page=file_name(t.lang, "portfolio.html"),
        book=file_name(t.lang, "portfolio.xlsx"),
    )

    @command(t, "portfolio", text, t("Sum up many sessions, without naming a group."))
    @click.argument(
        "folders",
        nargs=-1,
        required=True,
        type=FilePath(t),
        metavar=t("FOLDER…"),
    )
    @click.option(
        "--to",
        type=FilePath(t, new=True),
        required=True,
        metavar=t("FOLDER"),
        help=t("The folder to write to."),
    )
    @click.option(
        "--tag", "tags", multiple=True, metavar=t("TAG"), help=t("Only sessions with this tag.")
    )
    @click.option(
        "--date",
        "day",
        metavar=t("DATE"),
        help=t(
            "The day by which reviews are due, such as {example}; without it, today.",
            example=day_example(t),
        ),
    )
    @click.option(
        "--jobs",
        type=WholeNumber(t, 1, 1_000),
        metavar="J",
        help=t("Processes that read at once; without it, one for each core."),
    )
    @click.option("--open", "show", is_flag=True, help=t("Open the page when it is written."))
    @lang(t)
    @click.pass_context
    def portfolio(context: click.Context, /, show: bool, **given: Any) -> None:
        from game.cli.handlers.portfolio import PortfolioOptions, run

        context.exit(run(t, PortfolioOptions(**given), show=show))

    return portfolio
