"""Workbooks of cases for the tests: written, changed cell by cell, and read."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import tomli

from game.casebook.checking import Imported, import_book
from game.casebook.writing import workbook
from game.content import Case, parse
from game.i18n import Lang, words
from tests.content.scenario_text import MINIMAL

Change = tuple[str, str, object]
"""A sheet, a cell and what is written there."""


def written(data: dict[str, Any], folder: Path, lang: Lang = "en") -> Path:
    """The workbook of a case's data."""
    path = folder / "case.xlsx"
    path.write_bytes(workbook(words(lang), data))
    return path


def minimal(folder: Path, changes: Iterable[Change] = (), lang: Lang = "en") -> Path:
    """The workbook of the smallest case, with some of its cells changed."""
    book = opened(lang)
    for sheet, cell, value in changes:
        book[sheet][cell] = value
    path = folder / "case.xlsx"
    book.save(path)
    return path


def opened(lang: Lang = "en") -> Any:
    """The workbook of the smallest case in openpyxl, which a spreadsheet stands for here."""
    return openpyxl.load_workbook(BytesIO(workbook(words(lang), tomli.loads(MINIMAL))))


MARKED = 123454321
"""A number that is put into a cell in order to be changed in the file."""


def with_number(path: Path, number: str) -> Path:
    """A workbook with what no spreadsheet writes instead of :data:`MARKED`."""
    out = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, old.read(part).replace(f"{MARKED}".encode(), number.encode()))
    path.write_bytes(out.getvalue())
    return path


def imported(path: Path, lang: Lang = "en") -> Imported:
    """What is read of a workbook."""
    return import_book(words(lang), path)


def errors(found: Imported) -> list[str]:
    """The errors, each with its place."""
    return [str(p).split("\n")[0] for p in found.problems if p.severity == "error"]


def same(one: Case, other: Case) -> bool:
    """Whether two cases are equal, whatever their files look like."""
    return replace(one, source="", file="") == replace(other, source="", file="")


def case_of(text: str) -> Case:
    """The case in a text."""
    return parse(text, "case.toml")
