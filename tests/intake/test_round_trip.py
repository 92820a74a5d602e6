"""What goes home comes back: exported, edited, imported, and exported again."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.i18n import words
from game.report import columns as co
from game.report import write_report
from game.report.registers import registers
from game.report.source import open_session
from game.session import REGISTER_FIELDS, SavedSession, read
from tests.intake.conftest import SHEETS, T, differences, take_over

pytestmark = pytest.mark.usefixtures("plain_reports")

ROW = 2
VALUES: dict[str, Any] = {
    "text": "Counted every month",
    "person": "Kirsten Holm",
    "number": 12.5,
    "scale": 4,
    "day": date(2027, 3, 1),
}
REGISTERS = {"benefits": ("benefit", co.BENEFITS), "risks": ("risk", co.RISKS)}


def every_column() -> dict[tuple[str, int, str], Any]:
    """A value for every column that people can fill, in the first row of its register."""
    cells = {}
    for sheet, (register, columns) in REGISTERS.items():
        titles = {c.key: co.title(T, c) for c in columns}
        for key, field in REGISTER_FIELDS[register].items():
            at = -1 if key == "status" else 0
            value = co.code_text(T, field.codes[at]) if field.codes else VALUES[field.kind]
            cells[sheet, ROW, titles[key]] = value
    return cells


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {name: list(book[sheet].values) for name, sheet in SHEETS.items()}


@pytest.mark.parametrize("name", ["registers.xlsx", "benefits.csv", "risks.csv", "actions.csv"])
def test_what_nobody_edited_differs_in_nothing(exported: Path, session: Path, name: str) -> None:
    found = differences(exported / name, session)
    assert found.read
    assert (found.differences, found.left_out, found.missing) == ([], [], [])
    assert not found.strangers


def test_danish_files_are_compared_in_danish(made: Path, tmp_path: Path) -> None:
    write_report(made, tmp_path / "da", "da")
    for name in ("oversigter.xlsx", "gevinstoversigt.csv"):
        found = differences(tmp_path / "da" / name, made)
        assert (found.differences, found.left_out) == ([], [])


@pytest.mark.parametrize("name", ["registers.xlsx", "benefits.csv"])
def test_an_apostrophe_before_a_sign_comes_back(session: Path, tmp_path: Path, name: str) -> None:
    row = registers(open_session(session, T)).benefits[1]
    subject = ("benefit", row.idea, row.track, None)
    for column, text in {"assumptions": "'- 5 % at most", "method": "'=", "unit": "''+"}.items():
        SavedSession(session).fill(subject, column, text, "asked")
    write_report(session, tmp_path / "en", "en")
    assert differences(tmp_path / "en" / name, session).differences == []


def test_every_column_that_is_filled_in_comes_back(
    edit: Any, session: Path, tmp_path: Path
) -> None:
    cells = every_column()
    found = take_over(edit(cells), session)
    assert found.left_out == []
    assert {d.change.column for d in found.differences} <= {
        column for fields in REGISTER_FIELDS.values() for column in fields
    }
    write_report(session, tmp_path / "again", "en")
    page = (tmp_path / "again" / "report.html").read_text("utf-8")
    assert "Kirsten Holm" in page
    assert "Counted every month" in page
    again = rows_of(tmp_path / "again" / "registers.xlsx")
    for (register, row, heading), value in cells.items():
        head, line = again[register][0], again[register][row - 1]
        held = line[head.index(heading)]
        assert (held.date() if hasattr(held, "date") else held) == value, heading


def test_what_was_taken_over_differs_no_more(edit: Any, session: Path) -> None:
    file = edit(every_column())
    assert take_over(file, session).differences
    found = differences(file, session)
    assert (found.differences, found.left_out) == ([], [])


def test_what_follows_from_an_edit_is_not_undone_by_the_file_it_came_from(
    edit: Any, exported: Path, session: Path
) -> None:
    rows = rows_of(exported / "registers.xlsx")["benefits"]
    head = rows[0]
    value = head.index("Yearly value at full effect (DKK)")
    n = next(n for n, row in enumerate(rows[1:], 2) if row[value])
    file = edit({("benefits", n, "Target: likely"): 300})
    (difference,) = take_over(file, session).differences
    assert (difference.field, difference.old, difference.new) == ("Target: likely", "150", "300")
    assert differences(file, session).differences == []


def test_an_emptied_cell_empties_the_field(edit: Any, session: Path) -> None:
    (difference,) = take_over(
        edit({("benefits", ROW, "Change needed in the operation"): None}), session
    ).differences
    assert difference.new == ""
    (entries,) = read(session).register_entries.values()
    assert entries["change"].content == ""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_that_libreoffice_saved_comes_back_the_same(
    edit: Any, session: Path, tmp_path: Path
) -> None:
    file, folder = edit(every_column()), tmp_path / "saved"
    kind = "xlsx:Calc MS Excel 2007 XML"
    subprocess.run(
        ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, file],
        env=os.environ | {"HOME": str(tmp_path)},
        capture_output=True,
        timeout=120,
        check=True,
    )
    again = folder / file.name
    assert differences(again, session).differences == differences(file, session).differences
    take_over(file, session)
    found = differences(again, session)
    assert (found.differences, found.left_out) == ([], [])


def test_the_checks_stop_asking(edit: Any, session: Path) -> None:
    from game.report.checks import check_all
    from game.report.registers import registers
    from game.report.source import open_session

    def asked(code: str) -> tuple[str, ...]:
        found = registers(open_session(session, words("en")))
        return next(c.found for c in check_all(T, found) if c.code == code)

    before = asked("risk_without_owner")
    take_over(edit({("risks", ROW, "Risk owner"): "Kirsten Holm"}), session)
    assert len(asked("risk_without_owner")) == len(before) - 1
