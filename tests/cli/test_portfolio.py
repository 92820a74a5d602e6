"""``gevinst portfolio``: what is said, what is named, and what it costs a second time."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NoReturn

import duckdb
import pytest

from game.i18n.message import Message
from game.portfolio import batches
from game.session import ReadError, SavedSession
from tests.cli.conftest import Screen
from tests.session.freezing import FOLDER


@pytest.fixture
def run(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs the command over a folder with a game, an own project and a damaged file."""
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    folder = tmp_path / "sessions" / "below"
    folder.mkdir(parents=True)
    shutil.copy(FOLDER / "format-2-whole-game.jsonl", folder / "game.jsonl")
    shutil.copy(FOLDER / "format-2-own-project.jsonl", folder / "own.jsonl")
    lines = (FOLDER / "format-2-whole-game.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "damaged.jsonl").write_bytes(b"".join([*lines[:30], b"x" + lines[30], *lines[31:]]))
    to = tmp_path / "out"
    return lambda *args: screen.run("portfolio", tmp_path / "sessions", "--to", to, *args)


def test_it_says_what_it_counted_and_names_what_it_could_not(
    run: Any, screen: Screen, tmp_path: Path
) -> None:
    assert run() == 0
    assert screen.out.startswith("2 sessions are counted.\n")
    assert str(tmp_path / "out" / "portfolio.html") in screen.out
    assert "1 file could not be counted:" in screen.err
    assert "damaged.jsonl" in screen.err
    assert "Line 31: The line is damaged." in screen.err


def test_it_speaks_danish(run: Any, screen: Screen, tmp_path: Path) -> None:
    assert run("--lang", "da") == 0
    assert screen.out.startswith("2 spil er talt med.\n")
    assert "Linje 31" in screen.err
    assert "Portefølje" in (tmp_path / "out" / "portefoelje.html").read_text("utf-8")


def test_a_second_run_reads_nothing(
    run: Any, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run() == 0
    first = screen.out, screen.err

    def never(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(batches, "read_facts", never)
    assert run() == 0
    assert (screen.out, screen.err) == first


def test_only_sessions_with_a_tag(run: Any, screen: Screen, tmp_path: Path) -> None:
    game = tmp_path / "sessions" / "below" / "game.jsonl"
    SavedSession(game).tag(("Forår i Straße",))
    for tag in ("Forår i Straße", "FORÅR I STRASSE", " forår  i straße"):
        assert run("--tag", tag) == 0
        assert screen.out.startswith("1 session is counted.\n")
    for tag in ("nowhere", "for\udce5r"):  # the latter comes of another encoding
        assert run("--tag", tag) == 1
        assert "No session could be counted." in screen.err


def test_a_store_that_fails_is_told_and_where_it_is(
    run: Any, screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise duckdb.IOException("No space left on device")

    monkeypatch.setattr("game.portfolio.store.FactStore.add", full)
    assert run() == 1
    assert "No space left on device" in screen.err
    assert f"delete {tmp_path / 'home'}" in screen.err.replace("\n", "")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--date", "yesterday"), 2, "“yesterday” is not a date. Write it like 2027-01-31."),
        (("--jobs", "0"), 2, "it must be from 1 to 1000, not 0."),
    ],
)
def test_what_cannot_be_is_refused(
    run: Any, screen: Screen, args: tuple[str, ...], code: int, said: str
) -> None:
    assert run(*args) == code
    assert said in screen.err


def test_a_folder_that_is_not_there_is_named(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("portfolio", tmp_path / "nowhere", "--to", tmp_path) == 1
    assert "There is no folder" in screen.err
    assert screen.run("portfolio", "--to", tmp_path) == 2


def test_what_was_read_before_it_was_stopped_is_kept(
    run: Any, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_facts, calls = batches.read_facts, []
    monkeypatch.setattr(batches, "FILES_PER_BATCH", 1)

    def stopped(path: Path) -> Any:
        calls.append(path.name)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return read_facts(path)

    monkeypatch.setattr(batches, "read_facts", stopped)
    assert run() == 130
    assert "Stopped." in screen.err
    assert run() == 0
    assert len(calls) == 4
    assert calls.count("damaged.jsonl") == 1


def test_a_message_of_a_broken_file_cannot_write_on_the_terminal(
    run: Any, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> NoReturn:
        raise ReadError("cannot_open", file="red \x1b[31m", why=Message.verbatim("red \x1b[31m"))

    monkeypatch.setattr(batches, "read_facts", broken)
    assert run() == 1
    assert "\x1b" not in screen.err
