"""``gevinst portfolio``: sum up many sessions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game.cli.errors import InputError
from game.cli.options import RootOptions, command
from game.cli.params import FilePath, WholeNumber, day_example, parse_day_option
from game.cli.progress import progress_bar
from game.frozen import frozen
from game.i18n import Words
from game.letters import printable
from game.portfolio import CACHE, WrittenPortfolio, write_portfolio
from game.report.file_names import file_name
from game.resources import cache_folder


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
    return command(
        t,
        "portfolio",
        text,
        click.Argument(
            ["folders"], nargs=-1, required=True, type=FilePath(t), metavar=t("FOLDER…")
        ),
        click.Option(
            ["--to"],
            type=FilePath(t, new=True),
            required=True,
            metavar=t("FOLDER"),
            help=t("The folder to write to."),
        ),
        click.Option(
            ["--tag", "tags"],
            multiple=True,
            metavar=t("TAG"),
            help=t("Only sessions with this tag."),
        ),
        click.Option(
            ["--date", "day"],
            metavar=t("DATE"),
            help=t(
                "The day by which reviews are due, such as {example}; without it, today.",
                example=day_example(t),
            ),
        ),
        click.Option(
            ["--jobs"],
            type=WholeNumber(t, 1, 1_000),
            metavar="J",
            help=t("Processes that read at once; without it, one for each core."),
        ),
        click.Option(["--open", "show"], is_flag=True, help=t("Open the page when it is written.")),
        run=_sum_up,
    )


INTERRUPTED = 130
"""The exit code after Ctrl-C; what was read until then is kept."""


@frozen
class PortfolioOptions:
    """The options as given."""

    folders: tuple[Path, ...]
    to: Path
    tags: tuple[str, ...] = ()
    day: str | None = None
    jobs: int | None = None


def _sum_up(t: Words, _: RootOptions, *, show: bool, **given: Any) -> int:
    """Write the portfolio, name the files that do not count, and print what was written."""
    try:
        written = _write(t, PortfolioOptions(**given))
    except KeyboardInterrupt:
        click.echo(t("Stopped. What was read is kept; the next run goes on from here."), err=True)
        return INTERRUPTED
    _name_broken(t, written)
    if not written.files:
        raise InputError(
            t("No session could be counted."),
            t("Name folders that games are saved in, and with --tag a tag that they have."),
        )
    click.echo(t.plural("{n} session is counted.", "{n} sessions are counted.", written.sessions))
    for file in written.files:
        click.echo(file)
    if show and click.launch(str(written.files[0])):
        file = written.files[0]
        click.echo(
            t("No program here shows the page; open it yourself: {file}", file=file), err=True
        )
    return 0


def _write(t: Words, options: PortfolioOptions) -> WrittenPortfolio:
    today = parse_day_option(t, options.day)
    with progress_bar(t, t("Sessions"), None) as bar:
        return write_portfolio(
            options.folders,
            options.to,
            t.lang,
            today=today,
            tags=options.tags,
            jobs=options.jobs,
            cache=cache_folder() / CACHE,
            progress=lambda done, total: bar.update(bar.task_ids[0], completed=done, total=total),
        )


def _name_broken(t: Words, written: WrittenPortfolio) -> None:
    """Every file that could not be counted, each with the reason."""
    if not written.broken:
        return
    count = len(written.broken)
    click.echo(
        t.plural("{n} file could not be counted:", "{n} files could not be counted:", count),
        err=True,
    )
    for path, message in written.broken:
        click.echo(f"  {printable(str(path))}\n    {printable(message.translate(t))}", err=True)
