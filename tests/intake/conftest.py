"""An own project with its report, and what a project manager does to the files of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.i18n import words
from game.intake.differences import Found
from game.intake.intake import accept, find_differences
from game.intake.sheets import read_sheets
from game.report import write_report
from game.session import SavedSession
from tests.report import sessions

T = words("en")
SHEETS = {
    "benefits": "Benefit register",
    "risks": "Risk register",
    "actions": "Action list",
    "readings": "Actuals by period",
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.own_project(tmp_path_factory.mktemp("intake"))


@pytest.fixture(scope="session")
def exported(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of its report, in English."""
    folder = tmp_path_factory.mktemp("exported")
    write_report(made, folder, "en")
    return folder


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Path:
    """A copy of the session, to write into."""
    return Path(shutil.copy(made, tmp_path))


Edit = Callable[..., Path]


@pytest.fixture
def edit(exported: Path, tmp_path: Path) -> Edit:
    """Writes values into the workbook, by sheet, row and heading."""

    def edited(cells: Mapping[tuple[str, int, str], Any]) -> Path:
        book = openpyxl.load_workbook(exported / "registers.xlsx")
        for (register, row, heading), value in cells.items():
            page = book[SHEETS[register]]
            heads = {cell.value: cell.column for cell in page[1]}
            page.cell(row, heads[heading]).value = value
        path = tmp_path / "edited.xlsx"
        book.save(path)
        return path

    return edited


def differences(file: Path, session: Path, **more: Any) -> Found:
    return find_differences(read_sheets(file), file.name, session, T, **more)


def take_over(file: Path, session: Path, **more: Any) -> Found:
    found = differences(file, session, **more)
    accept(SavedSession(session), found.differences)
    return found
