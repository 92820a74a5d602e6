"""The workbook of a portfolio: a sheet for each section of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from types import SimpleNamespace
from typing import Final

from game.i18n import Words, half_up, mark, told_share
from game.portfolio.labels import label
from game.portfolio.page import SECTIONS, notices
from game.portfolio.portfolio import Portfolio
from game.portfolio.sums import SumColumn, SumKind, SumTable, Value
from game.report.columns import Column, ColumnKind
from game.report.overview import Overview
from game.report.sheets import Sheet, as_workbook

_KINDS: Final[Mapping[SumKind, ColumnKind]] = {
    "label": "text",
    "text": "text",
    "whole": "whole",
    "kroner": "kroner",
    "share": "percent",
    "points": "number",
    "bias": "number",
    "minutes": "whole",
}
_NAMES: Final = (
    Column("split", mark("Split"), width=34),
    Column("name", mark("Name"), width=44),
)


def workbook(portfolio: Portfolio, t: Words) -> bytes:
    """The workbook of a portfolio: an overview, then a table for each section."""
    made = datetime.combine(portfolio.selection.today, time())
    sheets = [_sheet(t, id, tables) for id in SECTIONS if (tables := portfolio.of(id))]
    overview = Overview(
        name=t("Overview"),
        title=t("Portfolio"),
        notices=[t("No group and no player is named."), *notices(t, portfolio)],
        sums=(),
        contents=[(sheet.name, len(sheet.rows), sheet.about) for sheet in sheets],
    )
    return as_workbook(t, sheets, t("Portfolio"), made, overview)


def _sheet(t: Words, id: str, tables: Sequence[SumTable]) -> Sheet:
    """A section as one table: its sums below each other, told apart by the first column."""
    columns = {column.key: column for table in tables for column in table.sum.columns}
    section = SECTIONS[id]
    return Sheet(
        name=t(section.title),
        table=id,
        about=t(section.about),
        columns=(*_NAMES, *map(_column, columns.values())),
        rows=list(_rows(t, tables, tuple(columns))),
        frozen=2,
    )


def _column(column: SumColumn) -> Column:
    kind = _KINDS[column.kind]
    return Column(column.key, column.title, kind, 30 if kind == "text" else 14)


def _rows(t: Words, tables: Sequence[SumTable], keys: Sequence[str]) -> Iterator[SimpleNamespace]:
    for table in tables:
        columns = table.sum.columns
        for name, *values in table.rows:
            cells = {
                column.key: _cell(column, value)
                for column, value in zip(columns, values, strict=True)
            }
            yield SimpleNamespace(
                **(dict.fromkeys(keys) | cells),
                split=t(table.sum.title),
                name=label(t, table.sum.label, name),
            )


def _cell(column: SumColumn, value: Value) -> Value:
    """A value as it stands in a cell: kroner whole, points with two decimals, shares as told."""
    if not isinstance(value, float):
        return value
    if column.kind == "share":
        return told_share(value)
    return half_up(value, 0 if column.kind == "kroner" else 2)
