"""``gevinst register import``: what differs, asked one by one, and what is written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.cli import names
from game.cli.commands import register
from game.report import write_report
from game.session import read
from game.spreadsheet.conventions import WRITTEN_FROM
from tests.cli.conftest import Screen
from tests.report import sessions


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.own_project(tmp_path_factory.mktemp("made"))


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "benefits.csv"
    path.write_text(
        "Benefit id;Responsible for measuring;Colour\nG-01;Ole;red\nG-02;Åse;\nG-77;x;\n", "utf-8"
    )
    return path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at a terminal, one answer after the other."""
    given: list[str] = []
    monkeypatch.setattr(register, "is_terminal", lambda: True)
    monkeypatch.setattr(names, "is_terminal", lambda: True)
    typed: Iterator[str] = iter(given)
    monkeypatch.setattr("click.prompt", lambda *_, default="", **__: next(typed) or default)
    return given


def measurers(session: Path) -> list[str]:
    return [
        row["measurer"].content
        for row in read(session).register_entries.values()
        if "measurer" in row
    ]


def run(screen: Screen, file: Path, session: Path, *more: Any) -> int:
    return screen.run("register", "import", file, "--session", session, *more)


def test_without_approval_nothing_is_written_and_all_is_shown(
    screen: Screen, file: Path, session: Path
) -> None:
    before = session.read_bytes()
    for more in ((), ("--dry-run",), ("--dry-run", "--yes")):
        assert run(screen, file, session, *more) == 0
        assert session.read_bytes() == before
        assert "benefits: 3 rows\n" in screen.out
        assert "(empty) → Ole" in screen.out
        assert "(empty) → Åse" in screen.out
        assert "benefits, row 4 G-77: there is no G-77 in the register" in screen.out
        assert "not read: the column “Colour” of benefits" in screen.out


def test_with_yes_all_of_it_is_taken_over(screen: Screen, file: Path, session: Path) -> None:
    assert run(screen, file, session, "--yes") == 0
    assert measurers(session) == ["Ole", "Åse"]
    assert "3 differences were taken over.\n" in screen.out
    assert [note.text for note in read(session).notes]
    assert run(screen, file, session, "--yes") == 0
    assert "Nothing differs from the session.\n" in screen.out


def test_each_difference_is_approved_by_itself(
    screen: Screen, file: Path, session: Path, answers: list[str]
) -> None:
    answers += ["no", "y", "s"]
    assert run(screen, file, session) == 0
    assert measurers(session) == ["Åse"]


def test_the_rest_can_be_approved_at_once(
    screen: Screen, file: Path, session: Path, answers: list[str]
) -> None:
    answers += ["", "all"]
    assert run(screen, file, session) == 0
    assert measurers(session) == ["Åse"]
    assert len(read(session).notes) == 1


def test_headings_of_a_list_of_ones_own_are_asked_about_or_mapped(
    screen: Screen, session: Path, tmp_path: Path, answers: list[str]
) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("Nr;Gevinst;Hvem tæller\nG-01;;Ole\n", "utf-8")
    answers += ["1", "yes"]  # the first column that the list has not
    assert run(screen, own, session) == 0
    assert "  1  Description\n" in screen.out
    (entries,) = read(session).register_entries.values()
    assert entries["description"].content == "Ole"
    assert run(screen, own, session, "--map", "Hvem tæller=Måleansvarlig", "--yes") == 0
    assert measurers(session) == ["Ole"]


def test_a_session_shows_what_was_filled_in(screen: Screen, file: Path, session: Path) -> None:
    assert run(screen, file, session, "--yes") == 0
    assert screen.run("sessions", "show", session) == 0
    assert "Filled into the registers" in screen.out
    assert "Responsible for measuring" in screen.out
    assert screen.run("sessions", "show", session, "--json") == 0
    filled = json.loads(screen.out)["register_entries"]
    assert [(entry["column"], entry["who"]) for entry in filled] == [
        ("measurer", "Ole"),
        ("measurer", "Åse"),
    ]


def test_it_speaks_danish(screen: Screen, file: Path, session: Path) -> None:
    assert run(screen, file, session, "--lang", "da") == 0
    assert "række 4 G-77: der er ingen G-77 i oversigten" in screen.out


@pytest.mark.parametrize("mapping", ["Colour", "=title", "Colour=nonsense"])
def test_a_mapping_that_maps_nothing_is_used_wrongly(
    screen: Screen, file: Path, session: Path, mapping: str
) -> None:
    assert run(screen, file, session, "--map", mapping) == 2
    assert "does not say what" in screen.err


def test_a_file_without_a_register_is_said_to_be_none(
    screen: Screen, session: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("one;two\n1;2\n", "utf-8")
    assert run(screen, path, session) == 1
    assert "a.csv holds no register" in screen.err
    assert run(screen, tmp_path / "none.xlsx", session) == 1
    assert "none.xlsx cannot be opened" in screen.err


@pytest.mark.parametrize(("others", "told"), [(1, "1 more column\n"), (28, "28 more columns\n")])
def test_columns_that_are_not_read_are_named_or_counted(
    screen: Screen, session: Path, tmp_path: Path, others: int, told: str
) -> None:
    wide = tmp_path / "wide.csv"
    columns = [f"Own {n:02}" for n in range(12 + others)]
    wide.write_text(f"Benefit id;Title;{';'.join(columns)}\nG-01;;\n", "utf-8")
    assert run(screen, wide, session, "--dry-run") == 0
    assert screen.out.count("not read: the column “Own") == 12
    assert f"  not read: {told}" in screen.out


@pytest.fixture
def anothers(tmp_path: Path) -> Path:
    """The workbook of another game."""
    write_report(sessions.finished(tmp_path / "other"), tmp_path / "report", "en")
    return tmp_path / "report" / "registers.xlsx"


def test_the_workbook_of_another_game_is_not_taken_over_unasked(
    screen: Screen, session: Path, anothers: Path
) -> None:
    before = session.read_bytes()
    assert run(screen, anothers, session, "--dry-run") == 0
    assert "written from another session" in screen.out
    assert run(screen, anothers, session, "--yes") == 1
    assert "written from another session" in screen.out
    assert "--yes does not take over" in screen.err
    assert session.read_bytes() == before


def test_a_workbook_in_which_nothing_differs_is_not_asked_about(
    screen: Screen, session: Path, tmp_path: Path
) -> None:
    write_report(session, tmp_path / "report", "en")
    file = tmp_path / "report" / "registers.xlsx"
    book = openpyxl.load_workbook(file)
    book.custom_doc_props[WRITTEN_FROM].value = "another"
    book.save(file)
    assert run(screen, file, session, "--yes") == 0
    assert "written from another session" in screen.out
    assert "Nothing differs from the session.\n" in screen.out


def test_the_workbook_of_another_game_is_asked_about_first(
    screen: Screen, session: Path, anothers: Path, answers: list[str]
) -> None:
    before = session.read_bytes()
    answers += [""]
    assert run(screen, anothers, session) == 1
    assert session.read_bytes() == before
    answers += ["yes", "yes", "stop"]
    assert run(screen, anothers, session) == 0
    assert session.read_bytes() != before


UNUSUAL = "Benefit id;Measured since: value;Measured since: date\nG-01;1049.5;2026-11-20\n"


def test_what_is_doubtful_is_left_by_yes_and_asked_about_after_all(
    screen: Screen, session: Path, tmp_path: Path, answers: list[str]
) -> None:
    file = tmp_path / "benefits.csv"
    file.write_text(UNUSUAL, "utf-8")
    assert run(screen, file, session, "--yes") == 0
    assert "1 difference is doubtful, and was left" in screen.out
    assert not read(session).outcomes
    answers += ["yes"]
    assert run(screen, file, session) == 0
    (outcome,) = read(session).outcomes
    assert (outcome.value, outcome.confirmed) == (1049.5, True)


def test_names_stay_out_of_a_session_without_names(
    screen: Screen, session: Path, tmp_path: Path
) -> None:
    nameless, file = tmp_path / "nameless.jsonl", tmp_path / "benefits.csv"
    assert screen.run("sessions", "export", session, "--yes", "--to", nameless) == 0
    file.write_text(
        "Benefit id;Responsible for measuring;Frequency\n"
        "G-01;Hanne Bach;every month\nG-02;Controller;when Hanne asks\nG-77;Ditte Kjær;now\n",
        "utf-8",
    )
    assert run(screen, file, nameless, "--yes") == 0
    assert measurers(nameless) == ["Controller"]
    written = nameless.read_text("utf-8")
    assert "every month" in written
    assert not any(name in written for name in ("Hanne", "Bach", "Ditte", "Kjær"))
    assert "row 2 G-01: Responsible for measuring: names were taken out" in screen.out
    assert "look through it before you pass it on" in screen.out
    assert screen.run("sessions", "note", nameless, "Hanne ringer") == 0
    assert "look through it before you pass it on" in screen.err
