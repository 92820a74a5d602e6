"""A saved game of a case that has changed since says so wherever it is looked at or goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import load
from game.engine import Seat
from game.session import Session
from tests.cli.conftest import Screen
from tests.content.scenario_text import MINIMAL

SAID = "Played with version 1 of the case; koe.toml is version 2 now."


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A game of the first version of a case, of which there is a second one now."""
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    path = tmp_path / "cases" / "koe.toml"
    path.parent.mkdir()
    path.write_text(MINIMAL + '\n[about]\nversion = "1"\n', "utf-8")
    seats = [Seat(name, ()) for name in ("Ane", "Bo")]
    with Session.create(load(path), seats, 1, tmp_path / "sessions") as session:
        path.write_text(MINIMAL + '\n[about]\nversion = "2"\n', "utf-8")
        return session.path


@pytest.mark.parametrize(
    "command",
    [
        ("sessions",),
        ("sessions", "show", "1"),
        ("replay", "1"),
        ("report", "1", "--to", "out"),
        ("play", "--resume", "@"),
    ],
    ids=" ".join,
)
def test_it_is_said_in_one_line(
    command: tuple[str, ...],
    saved: Path,
    screen: Screen,
    tables: list[object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    given = [str(saved) if part == "@" else part for part in command]
    assert screen.run(*given) == 0
    assert (screen.out + screen.err).count(SAID) == 1
    case = tmp_path / "cases" / "koe.toml"
    case.write_text(case.read_text("utf-8").replace('version = "2"', 'version = "1"'), "utf-8")
    assert screen.run(*given) == 0
    assert "of the case" not in screen.out + screen.err


def test_a_nameless_copy_says_nothing(saved: Path, screen: Screen, tmp_path: Path) -> None:
    to = tmp_path / "nameless" / "copy.jsonl"
    assert screen.run("sessions", "export", "1", "--to", to, "--yes") == 0
    assert screen.run("sessions", "show", to) == 0
    assert SAID not in screen.out + screen.err


def test_the_list_as_data_has_the_case_and_its_version(saved: Path, screen: Screen) -> None:
    assert screen.run("sessions", "--json") == 0
    assert '"case_id": "koe"' in screen.out
    assert '"case_version": "1"' in screen.out
