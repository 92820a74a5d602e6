"""Numbers mean the same whatever they are written in: a cell in per cent, CSV with its marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.intake.differences import FieldChange, Found
from game.intake.sheets import read_sheets
from game.report import write_report
from game.report.registers import registers
from game.report.source import open_session
from game.session import SavedSession
from tests.intake.conftest import T, differences

pytestmark = pytest.mark.usefixtures("plain_reports")


def filled(found: Found) -> dict[str, str]:
    changes = [d.change for d in found.differences]
    return {c.column: c.content for c in changes if isinstance(c, FieldChange)}


@pytest.mark.parametrize("lang", ["da", "en"])
def test_decimals_come_back_from_csv_that_nobody_edited(
    session: Path, tmp_path: Path, lang: Any
) -> None:
    row = registers(open_session(session, T)).benefits[1]
    saved = SavedSession(session)
    for column, value in {"baseline": "12.125", "threshold": "0.375"}.items():
        saved.fill(("benefit", row.idea, row.track, None), column, value, "asked")
    write_report(session, tmp_path / lang, lang)
    name = {"da": "gevinstoversigt.csv", "en": "benefits.csv"}[lang]
    found = differences(tmp_path / lang / name, session)
    assert (found.differences, found.left_out) == ([], [])


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("Benefit;Baseline\n{};1.250,5\n", "1250.5"),
        ("Benefit;Baseline\n{};12,125\n", "12.125"),
        ('Benefit id,Title,Baseline: value\nG-02,{},"12,125"\n', "12125.0"),
        ('Benefit id,Title,Baseline: value\nG-02,{},"12.125"\n', "12.125"),
    ],
)
def test_a_semicolon_between_cells_goes_with_a_decimal_comma(
    session: Path, tmp_path: Path, text: str, baseline: str
) -> None:
    row = next(b for b in registers(open_session(session, T)).benefits if b.id == "G-02")
    file = tmp_path / "list.csv"
    file.write_text(text.format(row.title), "utf-8")
    assert filled(differences(file, session))["baseline"] == baseline


@pytest.mark.parametrize(
    ("value", "shown", "read"),
    [
        (0.45, "0%", "45 %"),
        (1, "0.00%", "100 %"),
        (0.07, "0.0 %", "7 %"),
        (-0.125, '0.0%;"minus "0.0%', "-12.5 %"),
        (45, '0" %"', "45"),
        (45, r"0\ \%", "45"),
        (0.45, "General", "0.45"),
    ],
)
def test_a_cell_in_per_cent_is_read_as_it_was_typed(
    tmp_path: Path, value: float, shown: str, read: str
) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"] = value
    page["A1"].number_format = shown
    book.save(tmp_path / "a.xlsx")
    (sheet,) = read_sheets(tmp_path / "a.xlsx")
    assert str(sheet.rows[0][0]) == read


def test_a_baseline_typed_in_per_cent_is_that_number(edit: Any, session: Path) -> None:
    file = edit({("benefits", 3, "Baseline: value"): 0.45, ("benefits", 3, "Assumptions"): 0.8})
    book = openpyxl.load_workbook(file)
    for row in book["Benefit register"].iter_rows(min_row=3, max_row=3):
        for cell in row:
            if cell.value in (0.45, 0.8):
                cell.number_format = "0%"
    book.save(file)
    assert filled(differences(file, session)) == {"baseline": "45.0", "assumptions": "80 %"}


@pytest.mark.parametrize(
    ("text", "baseline"), [("{n} {unit}", "41.0"), ("41 pund", None), ("mindst 41 {unit}", None)]
)
def test_a_number_may_stand_with_the_unit_of_its_row(
    session: Path, tmp_path: Path, text: str, baseline: str | None
) -> None:
    row = next(b for b in registers(open_session(session, T)).benefits if b.unit and b.unit != "%")
    file = tmp_path / "list.csv"
    cell = text.format(n=41, unit=row.unit)
    file.write_text(f"Benefit;Baseline\n{row.title};{cell}\n", "utf-8")
    found = differences(file, session)
    assert filled(found).get("baseline") == baseline
    assert bool(found.left_out) == (baseline is None)
