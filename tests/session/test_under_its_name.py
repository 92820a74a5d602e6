"""Saved means: under the name that people will open, whatever became of the file meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine import actions as act
from game.session import SaveError, Session, read, verify
from game.session.store import Store
from tests.session.playing import TinyCase, accept, begin, parse, play
from tests.session.vanishing import WAYS, cut, of_another_game, replaced, unplugged

Table = Session[TinyCase]


ANY_WAY = pytest.mark.parametrize(("happens", "code"), WAYS.items())


@pytest.fixture
def table(tmp_path: Path) -> Table:
    session = begin(tmp_path / "games")
    play(session, 4)
    return session


def refused(table: Table) -> str:
    """The code with which the next decision is refused; nothing of the game has changed."""
    entries, state = len(table.log.records), table.state
    with pytest.raises(SaveError) as caught:
        table.do(act.Rally(table.state.turn))
    assert (len(table.log.records), table.state) == (entries, state)
    return caught.value.trouble.code


@ANY_WAY
def test_nothing_is_acknowledged_that_is_not_under_the_name(
    table: Table, happens: Callable[[Path], object], code: str
) -> None:
    happens(table.path)
    assert refused(table) == code


@ANY_WAY
def test_it_may_happen_while_the_line_is_written(
    table: Table, happens: Callable[[Path], object], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (fsync(fd), happens(table.path))[1])
    assert refused(table) in (code, "cut")


@ANY_WAY
def test_all_that_is_in_memory_can_be_saved_whole(
    table: Table, happens: Callable[[Path], object], code: str, tmp_path: Path
) -> None:
    happens(table.path)
    refused(table)
    left = {path: path.read_bytes() for path in tmp_path.rglob("*.jsonl")}
    for place in (table.path.parent, tmp_path / "elsewhere"):
        new = table.move_to(place)
        accept(table, act.Rally(table.state.turn))
        assert verify(new, parse).ok
        assert read(new).records == table.log.records
    assert all(path.read_bytes() == data for path, data in left.items())


@pytest.mark.parametrize("happens", [replaced, cut])
def test_trying_again_completes_an_older_copy_that_lies_there(
    table: Table, happens: Callable[[Path], object]
) -> None:
    happens(table.path)
    refused(table)
    accept(table, act.Rally(table.state.turn))
    table.close()
    assert read(table.path).records == table.log.records
    assert verify(table.path, parse).ok


def test_trying_again_leaves_a_strange_file_as_it_is(table: Table) -> None:
    of_another_game(table.path)
    assert [refused(table), refused(table)] == ["replaced", "replaced"]
    assert table.path.read_bytes() == b"something else altogether\n"


def test_trying_again_works_when_the_stick_is_back(table: Table) -> None:
    unplugged(table.path)
    refused(table)
    table.path.parent.rmdir()
    table.path.parent.with_name("the stick").rename(table.path.parent)
    accept(table, act.Rally(table.state.turn))
    assert read(table.path).records == table.log.records


def test_a_file_is_never_longer_than_can_be_read(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.session.store.MAX_FILE", table.path.stat().st_size)
    assert refused(table) == "full"


def test_what_would_help_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room is another thing than a folder in which nothing may be written."""
    store = Store.create(tmp_path, "x", [b"x\n"])
    for number, code, words in (
        (28, "no_room", "Make room"),
        (30, "not_allowed", "Nothing may be written there"),
        (13, "not_allowed", "Nothing may be written there"),
        (5, "not_saved", "Try again"),
    ):
        error = OSError(number, os.strerror(number))
        monkeypatch.setattr(os, "write", lambda *_, error=error: (_ for _ in ()).throw(error))
        with pytest.raises(SaveError, match=words) as caught:
            store.append(b"y\n")
        assert caught.value.trouble.code == code
        monkeypatch.undo()
