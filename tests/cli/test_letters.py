"""What a command is given to keep says which letters cannot be shown, and a name is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session import read
from tests.cli.conftest import Screen
from tests.session.playing import begin, play

BAD = "kære 中 alle"
COMMANDS = (
    ("play", "foerste-spil", "--headless", "--seat", BAD),
    ("new", BAD),
    ("sessions", "note", "game.jsonl", BAD),
    ("sessions", "tag", "game.jsonl", BAD),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_a_letter_that_cannot_be_shown_is_named(
    command: tuple[str, ...], tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    session = begin(tmp_path)
    play(session, 2)
    session.close()
    session.path.rename("game.jsonl")
    before = Path("game.jsonl").read_bytes()
    assert screen.run(*command) in (1, 2)
    assert "a Chinese letter (U+4E2D)" in " ".join(screen.err.split())
    assert Path("game.jsonl").read_bytes() == before
    assert not list(tmp_path.glob("*.toml"))


def test_a_name_of_several_lines_is_one(tmp_path: Path, screen: Screen) -> None:
    command = ("play", "foerste-spil", "--headless", "--to", tmp_path)
    pasted = "\r\nAne\r\nHansen\u2028Bo\n"
    assert screen.run(*command, "--seat", pasted, "--seat", "Cilla") == 0
    (file,) = tmp_path.glob("*.jsonl")
    assert [seat.name for seat in read(file).header.seats] == ["Ane Hansen Bo", "Cilla"]


def test_pictures_in_a_text_cost_none_of_its_letters(
    tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However wide the terminal is; a picture made of several stays one."""
    family = "👩\u200d👩\u200d👧"
    said = "Systemet kom for sent 😀 og ingen havde spurgt borgerne, som så ringede i stedet"
    command = ("play", "foerste-spil", "--headless", "--to", tmp_path, "--seat", f"Ane {family}")
    assert screen.run(*command) == 0
    assert f"Ane {family}" in screen.out
    (file,) = tmp_path.glob("*.jsonl")
    assert screen.run("sessions", "note", file, said) == 0
    assert screen.run("sessions", "--in", tmp_path, "--all") == 0
    assert family in screen.out
    for columns in range(80, 104):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert screen.run("sessions", "show", file) == 0
        assert said in " ".join(screen.out.split())
