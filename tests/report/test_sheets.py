"""Workbook and CSV as a spreadsheet reads them: types, lists, filters, and never a formula."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.i18n import words
from game.report import columns as co
from game.report.columns import Column
from game.report.people import clean
from game.report.sheets import Sheet, as_csv, as_workbook, may_be_formula

MADE = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LEADS = "=+-@\t\r\n＝＋－＠"


@dataclass(frozen=True)
class Row:
    text: str = ""
    number: float | None = None
    whole: int | None = None
    day: date | None = None


COLUMNS = (
    Column("text", "Title"),
    Column("number", "Value", "number"),
    Column("whole", "Points", "whole"),
    Column("day", "Date", "date"),
)


def rows_of(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


# ------------------------------------------------------------------ CSV
def test_danish_csv_is_what_a_danish_spreadsheet_reads() -> None:
    row = Row("Kortere tid; »Ærø«", 1234.5, -3, date(2026, 11, 21))
    data = as_csv(words("da"), COLUMNS, [row])
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows_of(data, ";")[1] == ["Kortere tid; »Ærø«", "1234,5", "-3", "21-11-2026"]


def test_english_csv_has_commas_points_and_iso_dates() -> None:
    row = Row("Shorter, “queue”", 0.25, 3, date(2026, 11, 21))
    data = as_csv(words("en"), COLUMNS, [row])
    assert rows_of(data, ",")[1] == ["Shorter, “queue”", "0.25", "3", "2026-11-21"]


def test_what_is_missing_is_empty() -> None:
    assert rows_of(as_csv(words("da"), COLUMNS, [Row()]), ";")[1] == ["", "", "", ""]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_in_csv_begins_a_formula_and_none_is_lost(text: str) -> None:
    ((cell, *_),) = rows_of(as_csv(words("da"), COLUMNS, [Row(clean(text))]), ";")[1:]
    assert not cell.startswith(tuple(LEADS))
    assert cell.removeprefix("'") == clean(text).removeprefix("'")


@given(st.text(" " + LEADS + "aÆ1", max_size=8))
def test_what_may_be_a_formula_is_known(text: str) -> None:
    assert may_be_formula(text) == bool(re.match(rf" *[{re.escape(LEADS)}]", text))


@given(st.text(max_size=80))
def test_a_clean_text_holds_nothing_unseen(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff]", cleaned)
    if text.isprintable() and text.isascii():
        assert cleaned == text


# ------------------------------------------------------------------ the workbook
def book_of(rows: list[Row], lang: str = "da") -> openpyxl.Workbook:
    t = words("da" if lang == "da" else "en")
    sheet = Sheet("Register", "Om", COLUMNS, rows)
    return openpyxl.load_workbook(BytesIO(as_workbook(t, [sheet], "Case", MADE)))


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), min_size=1, max_size=5))
def test_no_text_in_the_workbook_is_a_formula_and_none_is_lost(texts: list[str]) -> None:
    cleaned = [clean(text) for text in texts]
    page = book_of([Row(text) for text in cleaned]).active
    for n, text in enumerate(cleaned, 4):
        cell = page.cell(n, 1)
        assert cell.data_type in ("s", "n")  # an empty cell counts as a number
        assert (cell.value or "") == text
        assert bool(cell.quotePrefix) == (may_be_formula(text) and text != "")


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    page = book_of([Row("x", 1234.5, 3, date(2026, 11, 21))]).active
    assert [c.value for c in page[4]] == ["x", 1234.5, 3, datetime(2026, 11, 21)]
    assert page["D4"].number_format == "dd-mm-yyyy"
    assert book_of([Row("x", day=MADE.date())], "en").active["D4"].number_format == "yyyy-mm-dd"


# ------------------------------------------------------------------ as it is written
@pytest.fixture(scope="module")
def book(written) -> openpyxl.Workbook:
    return openpyxl.load_workbook(written("finished") / "registers.xlsx")


@pytest.mark.slow
def test_the_workbook_has_every_register(book) -> None:
    assert book.sheetnames[:5] == [
        "Gevinstoversigt",
        "Risikolog",
        "Estimater",
        "Tjek",
        "Tidslinje",
    ]


def test_every_sheet_is_ready_to_work_in(book) -> None:
    for page in book:
        assert page.freeze_panes is not None
        assert page.auto_filter.ref.startswith("A3:")
        head = [cell.value for cell in page[3]]
        assert all(head)
        assert len(set(head)) == len(head)
        assert page["A3"].font.b
        assert page["A3"].alignment.wrap_text
        assert page["A4"].alignment.wrap_text
        assert page.column_dimensions["A"].width >= 8
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.paperSize == 9


def test_lists_to_choose_from_are_those_of_the_columns(book) -> None:
    page = book["Gevinstoversigt"]
    offered = {v.formula1 for v in page.data_validations.dataValidation if v.type == "list"}
    t = words("da")
    for column in co.BENEFITS:
        if column.kind == "choice":
            assert f'"{",".join(co.choices(t, column))}"' in offered
    scales = [v for v in page.data_validations.dataValidation if v.type == "whole"]
    assert {(v.formula1, v.formula2) for v in scales} == {("1", "5")}


def test_every_cell_obeys_its_own_list(book) -> None:
    for name in ("Gevinstoversigt", "Risikolog"):
        page = book[name]
        for rule in page.data_validations.dataValidation:
            if rule.type != "list":
                continue
            allowed = rule.formula1.strip('"').split(",")
            for cells in page[str(rule.sqref)]:
                for cell in cells:
                    assert cell.value is None or cell.value in allowed


@pytest.mark.slow
def test_the_workbook_and_the_csv_say_the_same(written) -> None:
    folder: Path = written("own_project")
    page = openpyxl.load_workbook(folder / "registers.xlsx")["Gevinstoversigt"]
    in_book = [[cell.value for cell in row][:2] for row in page.iter_rows(min_row=4)]
    in_csv = [row[:2] for row in rows_of((folder / "benefits.csv").read_bytes(), ";")[1:]]
    assert in_book == [[id, title.removeprefix("'")] for id, title in in_csv]


def test_hostile_words_are_text_in_every_sheet(written) -> None:
    book = openpyxl.load_workbook(written("own_project") / "registers.xlsx")
    cells = [cell for page in book for row in page.iter_rows(min_row=4) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(cell.quotePrefix for cell in cells)
    for name in ("benefits.csv", "risks.csv"):
        for row in rows_of((written("own_project") / name).read_bytes(), ";"):
            assert not [cell for cell in row if cell.startswith(tuple("=+@"))]
            assert not [cell for cell in row if re.match(r"-\D", cell)]
