"""Workbook and CSV as a spreadsheet reads them: types, lists, filters, and never a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.i18n import words
from game.report import columns as co
from game.report.columns import Column
from game.report.people import clean
from game.report.sheets import Sheet, as_csv, as_workbook
from game.spreadsheet.conventions import may_be_formula, quoted, unquoted
from tests.effort import examples
from tests.report.reading import rows_of

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


# ------------------------------------------------------------------ CSV
def test_danish_csv_is_what_a_danish_spreadsheet_reads() -> None:
    row = Row("Kortere tid; »Ærø«", 1234.5, -3, date(2026, 11, 21))
    data = as_csv(words("da"), COLUMNS, [row])
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows_of(data, ";")[1] == ["Kortere tid; »Ærø«", "1234,5", "-3", "21-11-2026"]


def test_english_csv_opens_in_the_columns_of_a_danish_spreadsheet_too() -> None:
    row = Row("Shorter; “queue”, Ærø", 1.234, 3, date(2026, 11, 21))
    data = as_csv(words("en"), COLUMNS, [row])
    assert data.startswith(b"\xef\xbb\xbfTitle;"), "a line sep=; would cost the letters"
    assert rows_of(data, ";")[1] == ["Shorter; “queue”, Ærø", "1,234", "3", "2026-11-21"]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        *((0.00004, "0,00004"), (-0.00001, "-0,00001"), (-0.0, "0"), (1e-9, "0,000000001")),
        *((0.1 + 0.2, "0,3"), (2 / 3, "0,666666666666667"), (123456789.25, "123456789,25")),
    ],
)
def test_a_number_is_told_in_full(number: float, told: str) -> None:
    assert rows_of(as_csv(words("da"), COLUMNS, [Row("", number)]), ";")[1][1] == told


def test_what_is_missing_is_empty() -> None:
    assert rows_of(as_csv(words("da"), COLUMNS, [Row()]), ";")[1] == ["", "", "", ""]


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_in_csv_begins_a_formula_and_none_is_lost(text: str) -> None:
    ((cell, *_),) = rows_of(as_csv(words("da"), COLUMNS, [Row(clean(text))]), ";")[1:]
    assert not cell.startswith(tuple(LEADS))
    assert unquoted(cell) == clean(text)


@given(st.text("' =-+@\tæ5", max_size=8))
def test_a_text_with_an_apostrophe_of_its_own_keeps_it(text: str) -> None:
    assert unquoted(quoted(text)) == text
    assert not quoted(text).startswith(tuple(LEADS))


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
    sheet = Sheet("Register", "Rows", "Om", COLUMNS, rows)
    return openpyxl.load_workbook(BytesIO(as_workbook(t, [sheet], "Case", MADE)))


@pytest.mark.slow
@settings(max_examples=examples(40))
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), min_size=1, max_size=5))
def test_no_text_in_the_workbook_is_a_formula_and_none_is_lost(texts: list[str]) -> None:
    cleaned = [clean(text) for text in texts]
    page = book_of([Row(text) for text in cleaned]).active
    for n, text in enumerate(cleaned, 2):
        cell = page.cell(n, 1)
        assert cell.data_type in ("s", "n")  # an empty cell counts as a number
        assert (cell.value or "") == text
        assert bool(cell.quotePrefix) == (may_be_formula(text) and text != "")


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    page = book_of([Row("x", 1234.5, 3, date(2026, 11, 21))]).active
    assert [c.value for c in page[2]] == ["x", 1234.5, 3, datetime(2026, 11, 21)]
    assert page["D2"].number_format == "dd-mm-yyyy"
    assert book_of([Row("x", day=MADE.date())], "en").active["D2"].number_format == "yyyy-mm-dd"


def test_a_table_begins_in_the_first_row_and_holds_every_row() -> None:
    page = book_of([Row("x"), Row("y")], "en").active
    (table,) = page.tables.values()
    assert (table.name, table.ref) == ("Rows", "A1:D3")
    assert [cell.value for cell in page[1]] == [column.title for column in COLUMNS]
    assert [column.name for column in table.tableColumns] == [c.title for c in COLUMNS]


def test_a_register_of_nothing_is_a_table_with_room_for_a_row() -> None:
    (table,) = book_of([]).active.tables.values()
    assert table.ref == "A1:D2", "Excel repairs a table without a row"


def test_a_whole_number_ends_in_no_comma_and_no_decimal_is_hidden() -> None:
    values = (62, 62.5, None, -0.5, -9_999, 10_000, -12_345)
    page = book_of([Row(number=value) for value in values]).active
    formats = [page.cell(n, 2).number_format for n in range(2, 2 + len(values))]
    assert formats == ["General"] * 5 + ["#,##0"] * 2


def test_no_format_of_numbers_has_conditions_which_lose_a_minus() -> None:
    page = book_of([Row("x", -0.5, 3, date(2026, 11, 21))]).active
    assert not [cell.number_format for cell in page[2] if ";" in cell.number_format]


def test_a_formula_reads_its_own_row_by_the_headings_of_the_columns() -> None:
    columns = (Column("number", "Likely [1]", "number"), Column("whole", "Score", "whole"))
    sheet = Sheet(
        "Register", "Rows", "Om", columns, [Row(number=2, whole=4)], 0, {"whole": "{number}*2"}
    )
    data = as_workbook(words("en"), [sheet], "Case", MADE)
    page = openpyxl.load_workbook(BytesIO(data)).active
    assert page["B2"].value == "=Rows[[#This Row],[Likely '[1']]]*2"
    known = openpyxl.load_workbook(BytesIO(data), data_only=True).active
    assert known["B2"].value == 4, "who does not reckon shows what the game knows"


def test_sums_stand_below_the_rows() -> None:
    sheet = Sheet("R", "Rows", "Om", COLUMNS, [Row("x", 2), Row("y", 3.5)], sums=("number",))
    data = as_workbook(words("en"), [sheet], "Case", MADE)
    page = openpyxl.load_workbook(BytesIO(data)).active
    assert [cell.value for cell in page[4]] == ["Total", "=SUBTOTAL(109,Rows[Value])", None, None]
    (table,) = page.tables.values()
    assert (table.ref, table.totalsRowCount) == ("A1:D4", 1)
    assert openpyxl.load_workbook(BytesIO(data), data_only=True).active["B4"].value == 5.5


# ------------------------------------------------------------------ as it is written
@pytest.fixture(scope="module")
def book(written) -> openpyxl.Workbook:
    return openpyxl.load_workbook(written("finished") / "oversigter.xlsx")


@pytest.mark.slow
def test_the_workbook_has_every_register(book) -> None:
    assert book.sheetnames == [
        "Overblik",
        "Gevinstoversigt",
        "Risikolog",
        "Handlingsliste",
        "Økonomioverblik",
        "Gevinstprofil",
        "Målinger pr. periode",
        "Estimater",
        "Tjek",
        "Diagram, knuder",
        "Diagram, forbindelser",
        "I spillet",
        "I spillet, tidslinje",
    ]


def test_every_sheet_is_ready_to_work_in(book) -> None:
    names = []
    for page in book.worksheets[1:]:
        assert page.freeze_panes is not None
        (table,) = page.tables.values()
        assert table.ref.startswith("A1:")
        assert table.autoFilter is not None
        names.append(table.name)
        head = [cell.value for cell in page[1]]
        assert all(isinstance(title, str) and title for title in head)
        assert len(set(head)) == len(head)
        assert page["A1"].font.b
        assert page["A1"].alignment.wrap_text
        assert page["A2"].value is None or page["A2"].alignment.wrap_text
        assert page.column_dimensions["A"].width >= 8
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.paperSize == 9
    assert len(set(names)) == len(names)


def test_tables_have_the_same_names_in_both_languages(book, written) -> None:
    english = openpyxl.load_workbook(written("finished", "en") / "registers.xlsx")
    assert [[*page.tables] for page in english] == [[*page.tables] for page in book]


def test_the_overview_tells_of_every_sheet(book) -> None:
    rows = [[cell.value for cell in row] for row in book["Overblik"].iter_rows()]
    told = {row[0]: row for row in rows}
    assert list(told)[-len(book.sheetnames) + 1 :] == book.sheetnames[1:]
    for page in book.worksheets[1:]:
        (table,) = page.tables.values()
        count = int(table.ref.rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1
        count -= table.totalsRowCount or 0
        assert told[page.title][1] == count or (told[page.title][1], count) == (0, 1)
        assert told[page.title][2].endswith(".")


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
    page = openpyxl.load_workbook(folder / "oversigter.xlsx")["Gevinstoversigt"]
    in_book = [[cell.value for cell in row][:2] for row in page.iter_rows(min_row=2)]
    in_csv = [row[:2] for row in rows_of((folder / "gevinstoversigt.csv").read_bytes(), ";")[1:]]
    assert in_book == [[id, title.removeprefix("'")] for id, title in in_csv]


def test_hostile_words_are_text_in_every_sheet(written) -> None:
    book = openpyxl.load_workbook(written("own_project") / "oversigter.xlsx")
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    formulas = {cell.value for cell in cells if cell.data_type == "f"}
    assert formulas
    assert not [text for text in formulas if "cmd" in text or "<script>" in text]
    assert any(cell.quotePrefix for cell in cells)
    for name in ("gevinstoversigt.csv", "risikolog.csv"):
        for row in rows_of((written("own_project") / name).read_bytes(), ";"):
            assert not [cell for cell in row if cell.startswith(tuple("=+@"))]
            assert not [cell for cell in row if re.match(r"-\D", cell)]
