"""The file on the disk: kill -9, a full disk, a folder that cannot be written to, two programs."""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.engine import Refusal, digest, legal
from game.engine import actions as act
from game.session import InUseError, SaveError, Session, read, rename_file, verify
from game.session.store import Store
from tests.session.playing import SEATS, Clock, TinyCase, accept, begin, parse, play
from tests.session.vanishing import disk_with_room_for

PLAYER = """
import random, sys
from pathlib import Path
from game.session import Session
from tests.session.playing import parse, wander
session = Session.resume(Path(sys.argv[1]), parse)
rng = random.Random(len(session.log.records))
while True:
    if session.state.over:
        session.undo("igen")
    else:
        session.do(wander(session.state, rng))
    sys.stdout.write(f"{len(session.log.records)}\\n")
    sys.stdout.flush()
"""


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_kill_9(tmp_path: Path) -> None:
    session = begin(tmp_path)
    session.close()
    rng = random.Random(8)
    for _ in range(6):
        told = _play_and_kill(session.path, rng.randint(1, 12), rng.uniform(0, 0.01))
        log = read(session.path)
        assert log.intact
        assert len(log.records) >= told
        assert verify(session.path, parse).ok
    assert len(read(session.path).history) > 12


def test_a_session_that_nobody_holds_any_more_lets_go_of_its_file(tmp_path: Path) -> None:
    session = begin(tmp_path)
    path = session.path
    with pytest.raises(InUseError):
        Session.resume(path, parse)
    del session
    gc.collect()
    Session.resume(path, parse).close()


def _play_and_kill(path: Path, decisions: int, after: float) -> int:
    """Let a child take some decisions, and kill it during a later one.

    Gives the last entry that it said it had saved.
    """
    child = subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(decisions)]
    time.sleep(after)  # so that it is killed anywhere in a decision, not only at its beginning
    child.kill()
    said += child.stdout.read().splitlines(keepends=True)
    child.wait()
    whole = [int(line) for line in said if line.endswith("\n")]
    return whole[-1] if whole else 1


def test_the_disk_has_been_waited_for_when_the_call_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(tmp_path)
    calls = []
    write, fsync = os.write, os.fsync
    monkeypatch.setattr(os, "write", lambda *a: (calls.append("write"), write(*a))[1])
    monkeypatch.setattr(os, "fsync", lambda fd: (calls.append("fsync"), fsync(fd))[1])
    accept(session, act.Rally(session.state.turn))
    session.undo()
    session.redo()
    session.bookmark("x")
    assert calls == ["write", "fsync"] * 4


# ------------------------------------------------------------------ no room


def test_a_full_disk_changes_nothing_and_the_group_may_press_again(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 5)
    before, mark = session.path.read_bytes(), digest(session.state)
    rally = act.Rally(session.state.turn)
    with disk_with_room_for(len(before) + 30):
        for deed in (lambda: session.do(rally), lambda: session.bookmark("her")):
            with pytest.raises(SaveError) as caught:
                deed()
            assert str(tmp_path) in str(caught.value)
    assert digest(session.state) == mark
    assert len(session.log.records) == 5
    assert session.path.read_bytes() == before
    accept(session, rally)
    session.close()
    assert verify(session.path, parse).ok


def test_a_write_that_cannot_be_taken_back_is_before_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is in the file, but the disk never said so, and would not cut it off either."""
    session = begin(tmp_path)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(os, "ftruncate", fail)
    with pytest.raises(SaveError):
        session.do(act.Rally(session.state.turn))
    monkeypatch.undo()
    accept(session, act.Pass(session.state.turn))
    session.close()
    assert [type(d.action) for d in read(session.path).history] == [act.Pass]
    assert verify(session.path, parse).ok


def test_a_session_goes_on_in_another_folder(tmp_path: Path) -> None:
    session = begin(tmp_path / "a")
    play(session, 12)
    old = session.path
    before = old.read_bytes()
    new = session.move_to(tmp_path / "b")
    assert new == session.path == session.log.path
    assert new.read_bytes() == before
    play(session, 3)
    assert old.read_bytes() == before
    assert len(read(new).records) == 15
    with pytest.raises(SaveError):
        session.move_to(new / "below a file")
    accept(session, act.Rally(session.state.turn))
    session.close()
    assert verify(new, parse).ok


def test_a_folder_that_cannot_be_written_to_is_told_and_got_round(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    places = [file / "a", tmp_path / "good", tmp_path / "unused"]
    session = Session.create(TinyCase(), SEATS, 1, file / "b", fallbacks=places, clock=Clock())
    assert session.path.parent == tmp_path / "good"
    assert session.warning is not None
    assert str(session.path.parent) in str(session.warning)
    assert not (tmp_path / "unused").exists()
    with pytest.raises(SaveError) as caught:
        Session.create(TinyCase(), SEATS, 1, file / "b", fallbacks=[file / "a"])
    assert str(file / "b") in str(caught.value)


def test_a_file_that_could_not_be_begun_is_not_left_behind(tmp_path: Path) -> None:
    with disk_with_room_for(100), pytest.raises(SaveError):
        Session.create(TinyCase(), SEATS, 1, tmp_path, fallbacks=[])
    assert list(tmp_path.iterdir()) == []


def test_no_session_is_ever_written_over(tmp_path: Path) -> None:
    paths = {begin(tmp_path).path for _ in range(3)}
    assert len(paths) == 3
    assert {p.stem[-2:] for p in paths} >= {"-2", "-3"}


# ------------------------------------------------------------------ one program at a time
def test_two_programs_cannot_have_it_open(tmp_path: Path) -> None:
    session = begin(tmp_path)
    with pytest.raises(InUseError) as caught:
        Session.resume(session.path, parse)
    assert session.path.name in str(caught.value)
    assert read(session.path).intact  # looking on is allowed
    session.close()
    Session.resume(session.path, parse).close()


def test_a_lock_ends_with_the_program_that_held_it(tmp_path: Path) -> None:
    session = begin(tmp_path)
    session.close()
    _play_and_kill(session.path, 2, 0.01)
    with Session.resume(session.path, parse) as again:
        assert again.state.over or not isinstance(again.do(legal(again.state)[0]), Refusal)


def test_what_follows_the_whole_lines_is_put_aside_not_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"whole\nhalf a li")
    store = Store.open(path)
    store.discard_after(6)
    store.append(b"next\n")
    store.close()
    assert path.read_bytes() == b"whole\nnext\n"
    assert path.with_suffix(".torn").read_bytes() == b"half a li\n"


def test_all_that_is_cut_off_is_kept_however_much_it_is(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    torn = b"".join(b"%d " % n for n in range(3_000_000))
    assert len(torn) > 1 << 24
    path.write_bytes(b"whole\n" + torn)
    store = Store.open(path)
    store.discard_after(6)
    store.close()
    assert path.read_bytes() == b"whole\n"
    assert path.with_suffix(".torn").read_bytes() == torn + b"\n"


def test_what_was_cut_off_goes_with_a_game_that_is_renamed_and_over_nothing(tmp_path: Path) -> None:
    session = begin(tmp_path)
    session.close()
    session.path.with_suffix(".torn").write_bytes(b"of this game")
    (tmp_path / "ours.torn").write_bytes(b"of a game of that name, which is gone")
    assert rename_file(session.path, "ours") == tmp_path / "ours.jsonl"
    assert (tmp_path / "ours.torn").read_bytes() == b"of a game of that name, which is gone"
    assert (tmp_path / "ours-2.torn").read_bytes() == b"of this game"
