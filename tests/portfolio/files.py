"""Reads what a portfolio wrote, as other programs do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import openpyxl

from game.i18n import Lang, words
from game.portfolio.labels import label
from game.portfolio.portfolio import Portfolio, portfolio_of
from game.portfolio.store import FactStore
from game.portfolio.views import Selection

Rows = list[dict[str, Any]]


def parquet_rows(path: Path) -> Rows:
    """The rows of a Parquet file."""
    found = duckdb.sql(f"SELECT * FROM '{path}'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def tables(files: Mapping[str, bytes]) -> dict[str, Rows]:
    """The rows of several Parquet files."""
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            Path(folder, name).write_bytes(data)
        return {name: parquet_rows(Path(folder, name)) for name in files}


def workbook_cells(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The cells of every sheet of a workbook."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def words_of(folder: Path) -> str:
    """Everything that can be read in a portfolio, file by file."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".parquet":
            found.append(str(parquet_rows(path)))
        elif path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            properties = book.properties
            found.append(str(workbook_cells(path)) + str(vars(properties)))
        else:
            found.append(path.read_text("utf-8"))
    return "\n".join(found)


TODAY = date(2027, 3, 1)


def summed(store: FactStore, lang: Lang = "en", tags: tuple[str, ...] = ()) -> Portfolio:
    return portfolio_of(store, words(lang), Selection(TODAY, tags))


def rows(portfolio: Portfolio, id: str, lang: Lang = "en") -> dict[str, dict[str, Any]]:
    """The rows of a table by what they are called."""
    (table,) = [table for table in portfolio.tables if table.sum.id == id]
    keys = [column.key for column in table.sum.columns]
    return {
        label(words(lang), table.sum.label, name): dict(zip(keys, values, strict=True))
        for name, *values in table.rows
    }
