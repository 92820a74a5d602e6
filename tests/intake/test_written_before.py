"""A file that was written before the session learned more: only what somebody edited comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.engine import Track
from game.report import write_report
from game.report.registers import registers
from game.report.source import open_session
from game.session import ItemDraft, SavedSession
from game.spreadsheet.conventions import WRITTEN_AFTER
from tests.intake.conftest import SHEETS, T, differences
from tests.report import sessions

pytestmark = pytest.mark.usefixtures("plain_reports")

ROW = 2
LATER = 1_900_000_000.0
DAY = date(2027, 1, 10)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """An own project with two items on its list, before anything was told of it."""
    path = sessions.own_project(tmp_path / "session")
    saved = SavedSession(path, clock=lambda: LATER)
    saved.action_item(ItemDraft("Count for two weeks", "Ane", date(2026, 12, 1)))
    saved.action_item(ItemDraft("Ask the supplier", "Bo"))
    return path


@pytest.fixture
def file(session: Path, tmp_path: Path) -> Path:
    write_report(session, tmp_path / "report", "en")
    return tmp_path / "report" / "registers.xlsx"


def learn(session: Path) -> None:
    """The session learns something of every kind after the file was written."""
    source = open_session(session, T)
    saved = SavedSession(session, clock=lambda: LATER)
    first, other = registers(source).benefits[:2]
    idea, track = first.idea, first.track
    saved.outcome(idea=idea, track=track, value=1.0, day=DAY, confirmed=True)
    saved.outcome(idea=idea, held="yes", day=DAY)
    saved.fill(("benefit", idea, track, None), "owner_name", "Hanne", "asked")
    saved.fill(("benefit", other.idea, other.track, None), "method", "Tally marks", "asked")
    risk = registers(source).risks[0]
    raised = next(r for r in source.debrief.risks if r.risk.idea.id == risk.idea and r.person)
    saved.fill(("risk", risk.idea, None, raised.risk.id), "owner", "Ane", "asked")
    done = source.log.action_items[0]
    saved.action_item(ItemDraft(done.text, done.who, date(2026, 12, 8), "done"), done.item)
    saved.action_item(ItemDraft("Call the caretaker", "Cecilie"))


def change(file: Path, register: str, heading: str, value: Any) -> None:
    book = openpyxl.load_workbook(file)
    page = book[SHEETS[register]]
    column = next(cell.column for cell in page[1] if cell.value == heading)
    page.cell(ROW, column).value = value
    book.save(file)


def test_what_nobody_edited_takes_nothing_back(file: Path, session: Path) -> None:
    learn(session)
    found = differences(file, session)
    assert (found.differences, found.left_out, found.missing) == ([], [], [])


@pytest.mark.parametrize(
    ("register", "heading", "value"),
    [
        ("benefits", "Method / data source", "The case system"),
        ("risks", "Early sign", "The phone rings"),
        ("actions", "Status", "dropped"),
    ],
)
def test_only_the_cell_that_was_edited_differs(
    file: Path, session: Path, register: str, heading: str, value: str
) -> None:
    learn(session)
    change(file, register, heading, value)
    found = differences(file, session)
    (difference,) = found.differences
    assert (difference.field, difference.new) == (heading, value)
    assert found.left_out == []


def test_what_was_edited_on_both_sides_is_shown(file: Path, session: Path) -> None:
    learn(session)
    change(file, "benefits", "Benefit owner: name", "Torben")
    (difference,) = differences(file, session).differences
    assert (difference.old, difference.new) == ("Hanne", "Torben")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_when_it_was_written(file: Path, session: Path, tmp_path: Path) -> None:
    kind, folder = "xlsx:Calc MS Excel 2007 XML", tmp_path / "saved"
    subprocess.run(
        ["soffice", "--headless", "--convert-to", kind, "--outdir", folder, file],
        env=os.environ | {"HOME": str(tmp_path)},
        capture_output=True,
        timeout=120,
        check=True,
    )
    learn(session)
    assert differences(folder / file.name, session).differences == []


@pytest.mark.parametrize("said", ["many", -1, 10**12, 2.5, True])
def test_a_number_that_cannot_be_is_as_good_as_none(file: Path, session: Path, said: Any) -> None:
    learn(session)
    plain = len(differences(file.with_name("benefits.csv"), session).differences)
    book = openpyxl.load_workbook(file)
    del book.custom_doc_props[WRITTEN_AFTER]
    kind = openpyxl.packaging.custom.StringProperty
    if isinstance(said, bool):
        kind = openpyxl.packaging.custom.BoolProperty
    elif isinstance(said, float):
        kind = openpyxl.packaging.custom.FloatProperty
    elif isinstance(said, int):
        kind = openpyxl.packaging.custom.IntProperty
    book.custom_doc_props.append(kind(name=WRITTEN_AFTER, value=said))
    for name in book.sheetnames:
        if name != SHEETS["benefits"]:
            del book[name]
    book.save(file)
    found = differences(file, session).differences
    assert len(found) == plain > 0, "compared with the session as it is now"


def test_an_anonymous_workbook_says_nothing_of_its_session(session: Path, tmp_path: Path) -> None:
    write_report(session, tmp_path / "nameless", "en", anonymous=True)
    book = openpyxl.load_workbook(tmp_path / "nameless" / "registers.xlsx")
    assert WRITTEN_AFTER not in book.custom_doc_props.names


def test_a_reading_that_is_not_the_last_any_more_is_no_news(file: Path, session: Path) -> None:
    source = open_session(session, T)
    first = registers(source).benefits[0]
    track: Track = first.track
    saved = SavedSession(session, clock=lambda: LATER)
    saved.outcome(idea=first.idea, track=track, value=1.0, day=DAY, confirmed=True)
    write_report(session, file.parent, "en")
    csv = shutil.copy(file.with_name("benefits.csv"), file.with_name("old.csv"))
    saved.outcome(idea=first.idea, track=track, value=2.0, day=date(2027, 2, 1), confirmed=True)
    told = [d for d in differences(Path(csv), session).differences if d.field == "Measured since"]
    assert told == []


def test_a_reading_of_an_earlier_day_is_not_told_as_replacing_a_later_one(
    session: Path, tmp_path: Path
) -> None:
    first = registers(open_session(session, T)).benefits[0]
    saved = SavedSession(session, clock=lambda: LATER)
    saved.outcome(idea=first.idea, track=first.track, value=1.0, day=DAY, confirmed=True)
    file = tmp_path / "list.csv"
    head = "Benefit id;Measured since: value;Measured since: date"
    file.write_text(f"{head}\n{first.id};2;2026-11-20\n", "utf-8")
    (told,) = differences(file, session).differences
    assert (told.field, told.old) == ("An earlier reading", "")
