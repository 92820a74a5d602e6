"""What became of it, told on the command line: the unusual is asked about, the impossible shown."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from game.session import SavedSession, read
from tests.cli.conftest import Screen
from tests.cli.programs import LEFT
from tests.report import sessions


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A game that was left before its end, in an older format."""
    return Path(shutil.copy(LEFT, tmp_path / "inklusion.jsonl"))


def test_what_is_unusual_is_asked_about_in_a_terminal(
    screen: Screen, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.names.is_terminal", lambda: True)
    answers = iter(("", "yes"))
    monkeypatch.setattr("click.prompt", lambda *_, default, **__: next(answers) or default)
    held = ("sessions", "outcome", left, "--idea", "a", "--held", "no")
    assert screen.run(*held) == 1
    assert screen.run(*held) == 0
    (copy,) = left.parent.glob(f"{left.stem}-*.jsonl")
    (told,) = read(copy).outcomes
    assert told.confirmed


def test_what_an_older_program_took_is_shown_with_the_reason(screen: Screen, left: Path) -> None:
    session = SavedSession(left)
    session.outcome(track="citizen", value=999_999, day=date.today())
    assert screen.run("sessions", "show", session.path) == 0
    assert "Does not count: 999,999% cannot be" in " ".join(screen.out.split())


@pytest.mark.parametrize(
    ("lang", "typed", "value"),
    [
        ("da", "1.250", 1250),
        ("da", "1.250,5", 1250.5),
        ("da", "1 250", 1250),
        ("da", "12.5", 12.5),
        ("en", "1,250.5", 1250.5),
        ("en", "1.250", 1.25),
    ],
)
def test_a_value_is_read_as_it_is_written_in_the_language(
    screen: Screen, left: Path, lang: str, typed: str, value: float
) -> None:
    told = ("--track", "economy", "--value", typed, "--confirm")
    assert screen.run("--lang", lang, "sessions", "outcome", left, *told) == 0
    (copy,) = left.parent.glob(f"{left.stem}-*.jsonl")
    assert read(copy).outcomes[-1].value == value


@pytest.mark.parametrize("typed", ["1_250", "1e3", "nan", "", "9" * 400])
def test_a_value_that_is_no_number_is_refused(screen: Screen, left: Path, typed: str) -> None:
    assert screen.run("sessions", "outcome", left, "--track", "economy", "--value", typed) == 2
    assert "is not a number" in screen.err


def test_days_and_values_are_taken_and_shown_as_the_language_writes_them(
    screen: Screen, tmp_path: Path
) -> None:
    path = sessions.own_project(tmp_path)
    told = ("sessions", "outcome", path, "--track", "citizen", "--confirm")
    for day in ("20-11-2026", "20.11.26", "20. november 2026", "2026-11-20"):
        assert screen.run("--lang", "da", *told, "--value", "50", "--date", day) == 0
        assert read(path).outcomes[-1].date == "2026-11-20"
    assert screen.run("--lang", "da", *told, "--value", "50", "--date", "i går") == 2
    assert "Skriv den som 31-01-2027" in screen.err
    session = SavedSession(path)
    session.fill(("benefit", "written-1", "citizen", None), "baseline", "38.0", "asked")
    session.fill(("benefit", "written-1", "citizen", None), "review", "2027-03-01", "asked")
    assert screen.run("--lang", "da", "sessions", "show", path) == 0
    shown = [line.split() for line in screen.out.splitlines()]
    assert ["Borger", "50", "%", "20-11-2026"] in [line[:4] for line in shown]
    assert "38" in [line[-1] for line in shown if line]
    assert "01-03-2027" in [line[-1] for line in shown if line]
