"""The room that is kept on the disk: damaged or hostile, it is a room that was never kept."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from game.content import Case
from game.engine import Applied
from game.phones import keeping
from game.phones.keeping import Keeper, kept_room, room_of
from game.phones.room import Room
from game.session import Sender, Session
from tests.onward import onward
from tests.staging import begin

_TOKEN = "t" * 32


def _kept(tmp_path: Path, **changes: Any) -> Room | None:
    """A room with one member, kept, changed on the disk and read again."""
    room = Room()
    ane = room.come_in("Ane")
    assert ane is not None
    room.seat(ane, 2)
    assert room.stand_up_from_others(["Bo", "Eva", "Ane Ny"]) == []
    room.opened_at("10.0.0.7", 8080)
    Keeper(room, tmp_path, "s").write()
    file = tmp_path / "s.json"
    raw = json.loads(file.read_text())
    file.write_text(json.dumps(raw | changes))
    return kept_room(tmp_path, "s")


def test_a_kept_room_is_as_it_was(tmp_path: Path) -> None:
    room = _kept(tmp_path)
    assert room is not None
    (ane,) = room.members.values()
    assert (ane.name, ane.seat, ane.here) == ("Ane", 2, False)
    assert (room.ip, room.port, room.is_open, room.arrived) == ("10.0.0.7", 8080, True, 1)


def test_a_kept_seat_at_which_somebody_else_sits_by_now_is_free(tmp_path: Path) -> None:
    room = _kept(tmp_path)
    assert room is not None
    (ane,) = room.members.values()
    assert room.stand_up_from_others(["Bo", "Eva", "Finn"]) == [ane]
    assert ane.seat is None


def _decide_by_phone(session: Session[Case], phone: int) -> None:
    done = session.do(onward(session.state), Sender(phone, "Ane"))
    assert isinstance(done, Applied)


def test_no_phone_gets_the_number_of_one_that_the_session_knows(tmp_path: Path) -> None:
    session = begin(tmp_path, 2, 1)
    _decide_by_phone(session, 7)
    room = room_of(tmp_path / "rooms", session.log)
    session.close()
    ane = room.come_in("Ane")
    assert ane is not None
    assert ane.number == 8


def test_a_number_that_no_phone_can_have_is_no_phone_s(tmp_path: Path) -> None:
    """In the file of a stranger: the room opens, is kept, and counts from one."""
    session = begin(tmp_path, 2, 1)
    _decide_by_phone(session, 10**6)
    log = session.log
    room = room_of(tmp_path / "rooms", log)
    session.close()
    assert room.come_in("Ane") is not None
    Keeper(room, tmp_path / "rooms", log.fingerprint).write()
    kept = kept_room(tmp_path / "rooms", log.fingerprint)
    assert kept is not None
    assert kept.arrived == 1


def _member(**changes: Any) -> dict[str, Any]:
    return {"number": 1, "token": _TOKEN, "name": "Ane", "seat": 0, "lang": None} | changes


@pytest.mark.parametrize(
    "changes",
    [
        {"ip": "0.0.0.0"},
        {"ip": "evil.example"},
        {"ip": "::"},
        {"port": 70_000},
        {"port": "80"},
        {"secret": ""},
        {"code": "../x"},
        {"arrived": 10**12},
        {"room": 2},
        {"members": [_member(), _member()]},
        {"members": [_member(), _member(token="u" * 32, seat=1)]},
        {"members": [_member(), _member(token="u" * 32, number=2)]},
        {"members": [_member(number=n, token=f"{n:032}", seat=None) for n in range(1, 60)]},
        {"members": [_member(seat=8)]},
        {"members": [_member(token="short")]},
        {"members": [_member(name="x" * 200)]},
        {"members": "all"},
    ],
)
def test_a_room_that_cannot_be_is_not_opened(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert _kept(tmp_path, **changes) is None


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"{", b"[" * 90_000, b"null", b"{}", b"1" * 200_000]
)
def test_a_damaged_file_is_no_room(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s.json").write_bytes(content)
    assert kept_room(tmp_path, "s") is None


def test_what_is_no_file_is_no_room(tmp_path: Path) -> None:
    assert kept_room(tmp_path, "s") is None
    (tmp_path / "s.json").mkdir()
    assert kept_room(tmp_path, "s") is None


def test_a_name_that_cannot_be_shown_is_a_number(tmp_path: Path) -> None:
    room = _kept(tmp_path, members=[_member(name="\u202e\u200b\x00")])
    assert room is not None
    assert [m.name for m in room.members.values()] == ["#1"]


def test_a_room_that_changes_all_the_time_is_written_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    monkeypatch.setattr(keeping, "_write", lambda file, room: written.append(room.arrived))
    clock = [0.0]
    room = Room()
    keeper = Keeper(room, tmp_path, "s", lambda: clock[0])
    for _ in range(100):
        room.come_in("Ane")
        clock[0] += 0.05
        keeper.poll()
    assert 5 <= len(written) <= 7
    keeper.write()
    assert written[-1] == room.arrived


def test_a_room_is_read_by_this_user_alone_and_forgotten_in_time(tmp_path: Path) -> None:
    Keeper(Room(), tmp_path, "s")
    file = tmp_path / "s.json"
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    old = time.time() - 30 * 86_400
    os.utime(file, (old, old))
    assert kept_room(tmp_path, "s") is None
    assert not file.exists()


def test_where_nothing_can_be_written_the_room_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    room = Room()
    Keeper(room, tmp_path / "file" / "below", "s")
    assert room.come_in("Ane") is not None
