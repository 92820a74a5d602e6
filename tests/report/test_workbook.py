"""The workbook's sums, the economy sheets, and how an office program reckons and shows them."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from game.i18n import words
from game.report import write_report
from game.report.actuals import actual_rows
from game.report.economy import announced_saving, post_rows
from game.report.file_names import file_name
from game.report.profile import in_year, profile_rows
from game.report.registers import registers
from game.report.source import open_session
from game.session import SavedSession
from tests.report.sessions import own_project

OFFICE = shutil.which("soffice")
_RECKON_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def cells(path: Path, sheet: str, *, known: bool = True) -> list[list[object]]:
    (book,) = path.glob("*.xlsx")
    page = openpyxl.load_workbook(book, data_only=known)[sheet]
    return [[cell.value for cell in row] for row in page.iter_rows()]


# ------------------------------------------------------------------ sums and formulas
def test_the_score_of_a_risk_follows_its_likelihood_and_severity(written) -> None:
    head, *rows = cells(written("finished"), "Risikolog")
    likelihood, severity, score = (
        head.index(name) for name in ("Sandsynlighed 1–5", "Konsekvens 1–5", "Score")
    )
    assert rows
    for row in rows:
        assert row[score] == row[likelihood] * row[severity]
    formulas = {row[score] for row in cells(written("finished"), "Risikolog", known=False)[1:]}
    (formula,) = formulas
    assert "Risks[[#This Row],[Sandsynlighed 1–5]]*Risks[[#This Row],[Konsekvens 1–5]]" in formula


def test_the_sums_are_held_against_the_saving_that_was_announced(written, opened) -> None:
    source, found = opened("finished")
    told = {row[0]: row for row in cells(written("finished", "en"), "Overview")}
    values = [b.full_year_value or 0 for b in found.living]
    assert told["The saving that was announced"][1] == announced_saving(source) == 3_000_000
    assert told["All benefits in DKK"][1] == sum(values) > 0
    budget = told["Benefits that release budget"][1]
    assert budget == sum(b.full_year_value or 0 for b in found.living if b.type == "budget")
    assert told["Promised too little"][1] == max(0, 3_000_000 - budget)
    assert told["Covered by what is promised"][1] == budget * 100 // 3_000_000 / 100


def test_every_post_of_the_economy_overview_is_a_row(written, opened) -> None:
    source, found = opened("finished")
    posts = post_rows(source, found.claims)
    assert [row.post for row in posts] == [
        post.name.read("en") for post in source.case.economy.posts
    ]
    rows = cells(written("finished", "en"), "Economy overview")
    assert rows[-1][:4] == ["Total", 35.5, None, 35_500_000]
    assert [row[3] for row in rows[1:-1]] == [row.kroner for row in posts]


# ------------------------------------------------------------------ year by year
@pytest.mark.parametrize(
    ("full", "year", "value"),
    [
        (date(2027, 1, 1), 2026, 0),
        (date(2027, 1, 1), 2027, 366_000),
        (date(2027, 7, 2), 2027, 183_501),
        (date(2028, 12, 31), 2028, 1_000),
        (date(2028, 12, 31), 2029, 366_000),
        (None, 2027, None),
    ],
)
def test_a_year_has_what_the_full_effect_gives_of_it(full, year, value) -> None:
    assert in_year(366_000, full, year) == value
    assert in_year(None, full, year) is None


def test_the_profile_has_the_benefits_whose_kroner_are_known(written, opened) -> None:
    source, found = opened("own_project")
    rows = profile_rows(source, found.living)
    assert [row.id for row in rows] == [b.id for b in found.living if b.full_year_value]
    assert [(row.year_0, row.year_2) for row in rows if row.effect_full] == [(0, 250_000)]
    shown = cells(written("own_project"), "Gevinstprofil")
    assert shown[0][4:] == ["2026", "2027", "2028", "2029", "2030", "2031"]
    assert shown[-1][6] == sum(row.year_2 or 0 for row in rows)


# ------------------------------------------------------------------ what was measured
def test_a_line_for_every_reading_and_for_the_next_that_is_due(tmp_path) -> None:
    later = SavedSession(own_project(tmp_path))
    idea = next(e.idea for d in later.log.history for e in d.events if hasattr(e, "idea"))
    later.outcome(track="process", value=10.5, day=date(2027, 4, 1), text="Målt i uge 13")
    later.outcome(idea=idea, track="citizen", value=5, day=date(2027, 2, 1))
    later.outcome(idea=idea, track="citizen", value=4, day=date(2027, 1, 1))
    source = open_session(later.path, words("da"))
    rows = actual_rows(source, registers(source))
    (process,) = (row for row in rows if row.id == "F-2")
    assert (process.period, process.actual, process.share) == ("2027 K2", 10.5, 0.5)
    assert process.note == "Målt i uge 13"
    mine = [(row.period, row.actual) for row in rows if row.id == "G-01"]
    assert mine == [("2027 K1", 4), ("2027 K1", 5)], "nothing is due: no day is known"
    others = [(row.id, row.day, row.actual) for row in rows if row.id == "G-02"]
    assert others == [("G-02", date(2027, 11, 18), None)]


# ------------------------------------------------------------------ in an office program
def by_office(folder: Path, to: str, profile: Path) -> None:
    """Let LibreOffice open the workbook and write it as something else."""
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_RECKON_ALWAYS)
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to]
    (book,) = folder.glob("*.xlsx")
    command = [str(OFFICE), *options, "--outdir", str(folder / "out"), book.name]
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=240, env=env)


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("name", "lang"),
    [("finished", "da"), pytest.param("own_project", "en", marks=pytest.mark.nightly)],
)
def test_libreoffice_reckons_every_formula_to_what_the_file_says(
    saved, tmp_path, name, lang
) -> None:
    folder = tmp_path / "report"
    write_report(saved[name], folder, lang)
    by_office(folder, "xlsx:Calc MS Excel 2007 XML", tmp_path / "profile")
    book = file_name(lang, "registers.xlsx")
    formulas = openpyxl.load_workbook(folder / book)
    ours = openpyxl.load_workbook(folder / book, data_only=True)
    theirs = openpyxl.load_workbook(folder / "out" / book, data_only=True)
    reckoned = 0
    for page in formulas:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    mine = ours[page.title][cell.coordinate].value or None
                    found = theirs[page.title][cell.coordinate].value or None
                    near = pytest.approx(mine) if isinstance(mine, int | float) else mine
                    assert found == near, (page.title, cell.coordinate, cell.value)
                    reckoned += 1
    assert reckoned > 20


@pytest.mark.nightly
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_numbers_as_they_are(saved, tmp_path) -> None:
    folder = tmp_path / "report"
    write_report(saved["finished"], folder, "en")
    shown = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
    by_office(folder, shown, tmp_path / "profile")
    (path,) = (folder / "out").glob("*Benefit register*")
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    baseline = head.index("Baseline: value")
    values = {row[baseline] for row in rows} - {""}
    assert "62" in values
    assert "1.9" in values
    assert not [value for value in values if value.endswith((".", ","))]


@pytest.mark.slow
def test_what_the_overview_explains_has_as_many_lines_as_it_needs(written) -> None:
    book = openpyxl.load_workbook(written("finished") / "oversigter.xlsx")
    sheet = book.worksheets[0]
    told = [(row[2].row, str(row[2].value)) for row in sheet.iter_rows() if row[2].value]
    assert any(len(text) > 110 for _, text in told)
    for n, text in told:
        lines = 1 + len(text) // 110
        assert lines == 1 or sheet.row_dimensions[n].height >= 15 * lines
