"""Portfolios: many sessions summed up, without naming a group; page, workbook and Parquet files.

What is read of a session is kept (:mod:`game.portfolio.store`), so that only new and changed files
are read the next time. DuckDB, which does the sums, is loaded by :func:`write_portfolio` only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.frozen import frozen
from game.i18n import Lang, mark, words
from game.paths import as_text
from game.portfolio.errors import PortfolioError

if TYPE_CHECKING:
    from game.i18n.message import Message
    from game.portfolio.store import FactStore
    from game.portfolio.walking import FoundFile

__all__ = ["CACHE", "PortfolioError", "WrittenPortfolio", "write_portfolio"]

CACHE = "portfolio.duckdb"
"""What the file in which facts are kept is usually called."""

Progress = Callable[[int, int], None]
"""Called with how many files have been read, and how many are to be read."""

_NO_SUMS = (
    mark("What was read cannot be kept or summed up: {why}"),
    mark(
        "Make room on the disk and try again. If that does not help, delete {file}; it will be "
        "made again."
    ),
)
_DIED = (
    mark("A process that was reading has died, perhaps for lack of memory."),
    mark("Try --jobs 1."),
)


@frozen
class WrittenPortfolio:
    """What was written, the page first; ``broken`` files could not be counted."""

    files: list[Path]
    sessions: int
    broken: tuple[tuple[Path, Message], ...]


def write_portfolio(
    folders: Sequence[Path],
    to: Path,
    lang: Lang,
    *,
    today: date,
    tags: Sequence[str] = (),
    jobs: int | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> WrittenPortfolio:
    """Sum up the sessions in folders and the folders below, and write the portfolio to a folder.

    ``today`` is the day by which reviews are due. With ``tags`` only sessions that have one of them
    count. ``cache`` is the file in which what was read is kept; without it nothing is. What was
    read stays there when this is interrupted. Raises :class:`PortfolioError` when there is nothing
    to count, and :class:`game.report.ReportError` when nothing could be written.
    """
    import duckdb

    from game.portfolio.store import FactStore
    from game.portfolio.walking import session_files
    from game.processes import worker_count
    from game.report.writing import refuse_shut

    refuse_shut(to)
    found, store = session_files(folders), FactStore(cache)
    try:
        _read(store, found, worker_count(jobs), progress)
        store.forget_missing(folders)
        return _write(store, to, lang, today, tuple(tags))
    except duckdb.Error as error:
        kept_in = as_text(str(cache or CACHE))
        raise PortfolioError(*_NO_SUMS, why=as_text(str(error)), file=kept_in) from None
    finally:
        store.close()


def _read(
    store: FactStore, found: Sequence[FoundFile], jobs: int, progress: Progress | None
) -> None:
    """Read the files whose facts are not in the store."""
    from concurrent.futures import BrokenExecutor

    from game.portfolio.batches import read_batches

    unread, done = store.find(found), 0
    try:
        for batch in read_batches(unread, jobs):
            store.add(batch)
            done += len(batch.files)
            if progress is not None:
                progress(done, len(unread))
    except BrokenExecutor:
        raise PortfolioError(*_DIED) from None


def _write(
    store: FactStore, to: Path, lang: Lang, today: date, tags: tuple[str, ...]
) -> WrittenPortfolio:
    from game.portfolio.files import INDEX, files_of
    from game.portfolio.portfolio import portfolio_of
    from game.portfolio.views import Selection
    from game.report.writing import write_all

    portfolio = portfolio_of(store, words(lang), Selection(today, tags))
    sessions = portfolio.figures.sessions
    if not sessions:
        return WrittenPortfolio([], 0, portfolio.broken)
    files = write_all(to, files_of(portfolio, store, words(lang)), INDEX)
    return WrittenPortfolio(files, sessions, portfolio.broken)
