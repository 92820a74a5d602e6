"""Reads what a portfolio wrote, as other programs do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import openpyxl

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
