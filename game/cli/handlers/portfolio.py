"""The handler of ``gevinst portfolio``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.progress import progress_bar
from game.cli.params import parse_day_option
from game.content.findings import printable
from game.frozen import frozen
from game.i18n import Words
from game.portfolio import CACHE, WrittenPortfolio, write_portfolio
from game.resources import cache_folder

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


def run(t: Words, options: PortfolioOptions, *, show: bool = False) -> int:
    """Write the portfolio, name the files that do not count, and print what was written."""
    try:
        written = _write(t, options)
    except KeyboardInterrupt:
        click.echo(t("Stopped. What was read is kept; the next run goes on from here."), err=True)
        return INTERRUPTED
    _name_broken(t, written)
    if not written.files:
        raise InputError(t("No session could be counted."))
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
    with errors_as_messages(t), progress_bar(t, t("Sessions"), None) as bar:
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
