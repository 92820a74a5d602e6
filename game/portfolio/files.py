"""All files of a portfolio, generated in memory."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from game import __version__
from game.i18n import Words
from game.portfolio.page import reasons, render
from game.portfolio.parquet import parquet_files
from game.portfolio.portfolio import Portfolio
from game.portfolio.store import FactStore
from game.portfolio.sums import SumTable
from game.portfolio.workbook import workbook
from game.report.file_names import named
from game.report.writing import MARKS, fingerprints

INDEX: Final = "portfolio.json"
FORMAT: Final = 1
"""The format of ``portfolio.json``."""


def files_of(portfolio: Portfolio, store: FactStore, t: Words) -> dict[str, bytes]:
    """The files by name, ``portfolio.json`` last; the same sessions give the same bytes."""
    files = {
        "portfolio.html": render(portfolio, t),
        "portfolio.xlsx": workbook(portfolio, t),
        **parquet_files(store.connection),
    }
    files = named(t.lang, files)
    index = {
        "gevinstbordet": MARKS[INDEX],
        "format": FORMAT,
        "files": fingerprints(files),
        **_data(portfolio, t),
    }
    files[INDEX] = (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _data(portfolio: Portfolio, t: Words) -> dict[str, Any]:
    """The portfolio as data: codes in place of texts, shares from 0 to 1, ISO dates."""
    return {
        "program": __version__,
        "language": t.lang,
        "day": portfolio.selection.today.isoformat(),
        "tags": portfolio.selection.tags,
        "figures": asdict(portfolio.figures),
        "left_out": [{"files": n, "reason": reason} for n, reason in reasons(t, portfolio)],
        "tables": {table.sum.id: _rows(table) for table in portfolio.tables},
    }


def _rows(table: SumTable) -> list[dict[str, Any]]:
    keys = ("label", *(column.key for column in table.sum.columns))
    return [dict(zip(keys, row, strict=True)) for row in table.rows]
