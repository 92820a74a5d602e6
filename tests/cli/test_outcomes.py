"""What became of it, told on the command line: the unusual is asked about, the impossible shown."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from game.session import SavedSession, read
from tests.cli.conftest import Screen
from tests.cli.test_sessions import LEFT


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """A game that was left before its end, in an older format."""
    return Path(shutil.copy(LEFT, tmp_path / "inklusion.jsonl"))


def test_what_is_unusual_is_asked_about_in_a_terminal(
    screen: Screen, left: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.handlers.sessions.outcome.is_terminal", lambda: True)
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
