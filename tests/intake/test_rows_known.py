"""Which row of a register a line of a file is about: by its id, its name, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from game.engine import TRACKS, Applied, State, check
from game.engine import actions as act
from game.i18n.days import parse_day, short_day
from game.intake.differences import FieldChange
from game.report import write_report
from game.report.registers import registers
from game.report.rows import BenefitRow
from game.report.source import open_session
from game.session import ItemDraft, SavedSession, Session, read
from tests import staging
from tests.intake.conftest import SHEETS, T, differences, take_over
from tests.onward import onward
from tests.session.playing import Clock

pytestmark = pytest.mark.usefixtures("plain_reports")

TASKS = ("Ring til HR", "Book lokale", "Skriv referat")


@pytest.fixture
def agreed(session: Path) -> Path:
    """The own project with three items on its action list."""
    saved = SavedSession(session)
    for text in TASKS:
        saved.action_item(ItemDraft(text, "Ane", date(2027, 3, 1)))
    return session


def written(folder: Path, *lines: str) -> Path:
    path = folder / "liste.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def items(session: Path) -> Sequence[tuple[str, str, str | None]]:
    return [(item.text, item.who, item.due) for item in read(session).action_items]


# ------------------------------------------------------------------ a task list of one's own
def test_a_task_list_of_ones_own_empties_nothing(agreed: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "Opgave;Hvem;Frist;Status", f"{TASKS[0]};;;", f"{TASKS[1]};Bo;;")
    take_over(file, agreed)
    assert items(agreed)[:2] == [(TASKS[0], "Ane", "2027-03-01"), (TASKS[1], "Bo", "2027-03-01")]


@pytest.mark.parametrize("numbers", [("1", "2"), ("A1", "A2"), ("A-01", "A-02"), ("x", "")])
def test_a_task_list_of_ones_own_numbers_its_lines_as_it_likes(
    agreed: Path, tmp_path: Path, numbers: tuple[str, str]
) -> None:
    one, two = numbers
    file = written(tmp_path, "Nr;Opgave;Hvem", f"{one};Bestil kage;Bo", f"{two};{TASKS[2]};Bo")
    found = take_over(file, agreed)
    assert found.left_out == []
    assert items(agreed) == [
        (TASKS[0], "Ane", "2027-03-01"),
        (TASKS[1], "Ane", "2027-03-01"),
        (TASKS[2], "Bo", "2027-03-01"),
        ("Bestil kage", "Bo", None),
    ]
    assert differences(file, agreed).differences == []


def test_the_action_list_of_another_game_is_taken_for_one(agreed: Path, tmp_path: Path) -> None:
    head, other = "Handlings-id;Hvad der skal gøres", ("Bestil kage", "Hent projektor", "Vand")
    lines = [f"A-{n:02};{text}" for n, text in enumerate(other, 1)]
    assert differences(written(tmp_path, head, *lines), agreed).strangers
    lines = [f"A-{n:02};{text}" for n, text in enumerate((*TASKS[:2], "Vand"), 1)]
    assert not differences(written(tmp_path, head, *lines), agreed).strangers


# ------------------------------------------------------------------ days
@pytest.mark.parametrize("day", ["1-3-0207", "2206-03-01", "2020-01-01"])
def test_a_day_that_the_form_refuses_is_refused_from_a_file_too(
    agreed: Path, tmp_path: Path, day: str
) -> None:
    found = differences(written(tmp_path, "Opgave;Frist", f"Ny;{day}"), agreed)
    assert [d.new for d in found.differences] == ["Ny"]
    (left,) = found.left_out
    assert "is the year right?" in str(left.why)


@pytest.mark.parametrize("day", ["1-3-0207", "2206-03-01"])
def test_a_day_of_a_register_far_away_is_refused(session: Path, tmp_path: Path, day: str) -> None:
    file = written(tmp_path, "Risk id;Risk owner;Deadline", f"R-01;Ane;{day}")
    found = differences(file, session)
    assert [d.new for d in found.differences] == ["Ane"]
    (left,) = found.left_out
    assert "is the year right?" in str(left.why)


def test_a_day_of_long_ago_is_written_as_it_is_read() -> None:
    from game.i18n import words

    for t in (words("da"), words("en")):
        assert parse_day(short_day(t, date(207, 3, 1))) == date(207, 3, 1)


# ------------------------------------------------------------------ rows of the registers
def test_a_list_that_numbers_our_titles_anew_is_read_by_the_titles(
    session: Path, tmp_path: Path
) -> None:
    first, second = registers(open_session(session, T)).benefits[1:3]
    file = written(
        tmp_path, "Nr;Gevinst;Ejer", f"G2;{second.title};Bo", f"G3;{first.title};Kirsten"
    )
    changes = [d.change for d in differences(file, session).differences]
    assert [c.row[1:3] for c in changes if isinstance(c, FieldChange)] == [
        (second.idea, second.track),
        (first.idea, first.track),
    ]


def test_a_name_that_several_rows_have_is_told_with_their_ids(
    session: Path, tmp_path: Path
) -> None:
    rows = registers(open_session(session, T)).benefits
    title = rows[0].title
    ids = ", ".join(row.id for row in rows if row.title == title)
    found = differences(written(tmp_path, "Gevinst;Ejer", f"{title};Bo"), session)
    (left,) = found.left_out
    assert f"{ids} are all called that" in str(left.why)


def test_a_line_that_several_items_are_called_as_is_named(agreed: Path, tmp_path: Path) -> None:
    SavedSession(agreed).action_item(ItemDraft(TASKS[0], "Bo"))
    found = differences(written(tmp_path, "Opgave;Hvem", f"{TASKS[0]};Per"), agreed)
    assert found.differences == []
    (left,) = found.left_out
    assert "A-01, A-04 are all called that" in str(left.why)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_registers_without_rows_hold_none(tmp_path: Path, lang: str) -> None:
    tongue = "da" if lang == "da" else "en"
    made = Session.create(staging.case(), staging.seats(4), 7, tmp_path, lang=tongue, clock=Clock())
    made.close()
    write_report(made.path, tmp_path / "report", tongue)
    name = {"da": "oversigter.xlsx", "en": "registers.xlsx"}[lang]
    found = differences(tmp_path / "report" / name, made.path)
    assert (found.differences, found.left_out) == ([], [])


def test_a_formula_without_a_result_is_named_where_readings_stand(
    edit: object, session: Path
) -> None:
    assert callable(edit)
    day = date(2027, 3, 1)
    cells = {
        ("benefits", 3, "Measured since: value"): "=300-20",
        ("benefits", 3, "Measured since: date"): day,
        ("readings", 2, "Measured"): "=300-20",
        ("readings", 2, "Date"): day,
    }
    found = differences(edit(cells), session)
    assert found.differences == []
    assert ["without a saved result" in str(left.why) for left in found.left_out] == [True] * 2


# ------------------------------------------------------------------ a game that went on
def harms(session: Path) -> list[BenefitRow]:
    rows = registers(open_session(session, T)).benefits
    return [row for row in rows if row.sign == "disbenefit"]


def name_downside(session: Session) -> None:
    """Play on until somebody names a downside that was not known before."""
    known = {(row.idea, row.track) for row in harms(session.path)}
    while not session.state.over:
        wanted = _nameable(session.state, known)
        if wanted is not None and isinstance(session.do(wanted), Applied):
            return
        session.do(onward(session.state))
    pytest.fail("nobody could name a downside")


def _nameable(state: State, known: set[tuple[str, str]]) -> act.NameDownside | None:
    if state.step != "turn" or not state.actions:
        return None
    named = (
        act.NameDownside(state.turn, idea.id, track, 1, "", "")
        for idea in state.ideas
        for track in TRACKS
        if (idea.id, track) not in known
    )
    return next((action for action in named if check(state, action) is None), None)


@pytest.mark.parametrize("kind", ["registers.xlsx", "benefits.csv"])
def test_what_was_filled_in_stays_with_its_row_when_ids_move_on(tmp_path: Path, kind: str) -> None:
    session = Session.create(
        staging.case(), staging.seats(4), 5, tmp_path, lang="en", clock=Clock()
    )
    staging.play(session, staging.by("rush"), lambda s: s.round >= 5 and s.step == "turn")
    (before, *_) = harms(session.path)
    write_report(session.path, tmp_path / "report", "en")
    name_downside(session)
    session.close()
    (moved,) = (h for h in harms(session.path) if h.id == before.id)
    assert (moved.idea, moved.track) != (before.idea, before.track)
    file = tmp_path / "report" / kind
    _fill(file, before.id, "What makes up for it", "Extra hands in July")
    changes = [d.change for d in differences(file, session.path).differences]
    filled = [c for c in changes if isinstance(c, FieldChange) and c.column == "amends"]
    assert [(c.row[1:3], c.content) for c in filled] == [
        ((before.idea, before.track), "Extra hands in July")
    ]


def _fill(file: Path, id: str, heading: str, text: str) -> None:
    """Write a text into a row of the benefits, in the workbook or in CSV."""
    if file.suffix == ".csv":
        head, *lines = file.read_text("utf-8-sig").splitlines()
        at = head.split(";").index(heading)
        for n, line in enumerate(lines):
            cells = line.split(";")
            if cells[0] == id:
                cells[at] = text
                lines[n] = ";".join(cells)
        file.write_text("\n".join((head, *lines)) + "\n", "utf-8")
        return
    book = openpyxl.load_workbook(file)
    page = book[SHEETS["benefits"]]
    column = next(cell.column for cell in page[1] if cell.value == heading)
    row = next(cells[0].row for cells in page.iter_rows() if cells[0].value == id)
    page.cell(row, column).value = text
    book.save(file)
