"""A portfolio: every sum over the sessions that count, and what was left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import duckdb

from game.frozen import frozen
from game.i18n import Words
from game.i18n.message import Message
from game.i18n.order import in_alphabet
from game.portfolio.labels import label
from game.portfolio.store import FactStore
from game.portfolio.sums import SUMS, Sum, SumTable
from game.portfolio.views import Selection, create_views


@frozen
class Figures:
    """The figures above everything else.

    ``copies`` are files that tell of a game which counts already: copies, earlier formats, *what
    ifs*. ``others`` are sessions without the tags that were asked for. ``finished`` are the games
    that were played to their end: neither ``stopped`` nor ``ended_early`` nor under way.
    """

    sessions: int
    finished: int
    stopped: int
    ended_early: int
    own_sessions: int
    projects: int
    cases: int
    first: str
    last: str
    benefits: int
    owned: int
    with_baseline: int
    kroner: float | None
    overdue: int
    measured: int
    refused: int
    cut_off: int
    copies: int
    others: int

    @property
    def under_way(self) -> int:
        """The games that are not over yet."""
        return self.sessions - self.finished - self.stopped - self.ended_early


@frozen
class Portfolio:
    """A portfolio in a language. ``broken`` are the files that could not be counted."""

    selection: Selection
    figures: Figures
    tables: tuple[SumTable, ...]
    broken: tuple[tuple[Path, Message], ...]

    def of(self, section: str) -> list[SumTable]:
        """The tables of a section that have rows."""
        return [table for table in self.tables if table.sum.section == section and table.rows]


def portfolio_of(store: FactStore, t: Words, selection: Selection) -> Portfolio:
    """The sums over the files that were found last."""
    create_views(store.connection, t.lang, selection)
    return Portfolio(
        selection=selection,
        figures=_figures(store.connection),
        tables=tuple(_table(store.connection, t, one) for one in SUMS),
        broken=tuple(store.troubles()),
    )


def _table(connection: duckdb.DuckDBPyConnection, t: Words, one: Sum) -> SumTable:
    """A sum with its rows, columns in the order of the sum."""
    keys = ("label", *(column.key for column in one.columns))
    query = f"SELECT {', '.join(keys)} FROM ({one.query})"
    if not one.order:
        return SumTable(one, tuple(connection.execute(query).fetchall()))
    rows: list[tuple[Any, ...]] = connection.execute(f"{query} ORDER BY ALL").fetchall()
    rows.sort(key=lambda row: in_alphabet(t.lang, label(t, one.label, row[0])))
    places = [keys.index(key) for key in one.order]
    rows.sort(key=lambda row: [row[n] for n in places], reverse=True)  # and else as they were
    return SumTable(one, tuple(rows))


_FIGURES: Final = """
    SELECT
        (SELECT count(*) FROM counted) AS sessions,
        (SELECT count(*) FROM counted WHERE finished) AS finished,
        (SELECT count(*) FROM counted WHERE verdict = 'stopped') AS stopped,
        (SELECT count(*) FROM counted WHERE ended_early) AS ended_early,
        (SELECT count(*) FROM counted WHERE own_project) AS own_sessions,
        (SELECT count(DISTINCT project) FROM counted WHERE own_project) AS projects,
        (SELECT count(DISTINCT project) FROM counted WHERE NOT own_project) AS cases,
        (SELECT coalesce(min(day)::VARCHAR, '') FROM counted) AS first,
        (SELECT coalesce(max(day)::VARCHAR, '') FROM counted) AS last,
        (SELECT count(*) FROM promised) AS benefits,
        (SELECT count(*) FROM promised WHERE owned) AS owned,
        (SELECT count(*) FROM promised WHERE baseline_known) AS with_baseline,
        (SELECT sum(kroner) FROM promised) AS kroner,
        (SELECT count(*) FROM reviews WHERE due = '1_overdue') AS overdue,
        (SELECT count(value) FROM promised) AS measured,
        (SELECT coalesce(sum(refused), 0)::BIGINT FROM counted WHERE own_project) AS refused,
        (SELECT count(*) FROM counted WHERE cut_off) AS cut_off,
        (SELECT count(*) FROM here) - (SELECT count(*) FROM counted) AS copies,
        (SELECT count(*) FROM sessions JOIN files USING (file) JOIN found USING (path))
            - (SELECT count(*) FROM here) AS others
"""


def _figures(connection: duckdb.DuckDBPyConnection) -> Figures:
    row = connection.execute(_FIGURES).fetchone()
    assert row is not None  # one row of figures
    return Figures(*row)
