"""Rooms kept on the disk, so that phones find their seats after the laptop was started anew.

What is kept are the keys of a room, so it never stands in the session, which people pass on. Only
this user may read the file; one that cannot be read is a room that was never kept.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.i18n import Lang
from game.phones.limits import MAX_MEMBERS, MAX_NAME
from game.phones.messages import Token
from game.phones.room import Member, Room

_LARGEST: Final = 100_000
_FOR: Final = 14 * 86_400.0
"""Seconds after which a room is forgotten: a game is gone on with within days or never."""


class _KeptMember(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    number: Annotated[int, Field(ge=1, le=100_000)]
    token: Token
    name: Annotated[str, Field(max_length=MAX_NAME)]
    seat: Annotated[int, Field(ge=0, le=7)] | None = None
    lang: Lang | None = None


class _KeptRoom(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    room: Literal[1] = 1
    secret: Annotated[str, Field(min_length=8, max_length=64)]
    code: Annotated[str, Field(pattern=r"^[A-Z]{4}$")]
    locked: bool
    allows_turns: bool
    ip: Annotated[str, Field(max_length=45)]
    port: Annotated[int, Field(ge=0, le=65_535)]
    is_open: bool
    arrived: Annotated[int, Field(ge=0)]
    members: Annotated[list[_KeptMember], Field(max_length=MAX_MEMBERS)]


def kept_room(folder: Path, session: str) -> Room | None:
    """The room of a session as it was kept, if it was; ``session`` is its fingerprint."""
    _forget_old(folder)
    return _read(folder / f"{session}.json")


def keep(room: Room, folder: Path, session: str) -> None:
    """Keep a room with a session from now on."""
    file = folder / f"{session}.json"
    room.changed = lambda: _write(file, room)
    room.changed()


def _read(file: Path) -> Room | None:
    try:
        with file.open("rb") as kept:
            raw = _KeptRoom.model_validate_json(kept.read(_LARGEST))
    except (OSError, ValueError, ValidationError):
        return None
    members = {m.token: Member(m.number, m.token, m.name, m.seat, lang=m.lang) for m in raw.members}
    return Room(
        raw.secret,
        raw.code,
        raw.locked,
        raw.allows_turns,
        raw.ip,
        raw.port,
        raw.is_open,
        members,
        max(raw.arrived, *(m.number for m in raw.members), 0),
    )


def _write(file: Path, room: Room) -> None:
    """Keep a room; where it cannot be kept, phones ask for their seats again after a restart."""
    members = [
        _KeptMember(number=m.number, token=m.token, name=m.name, seat=m.seat, lang=m.lang)
        for m in room.members.values()
    ]
    kept = _KeptRoom(
        secret=room.secret,
        code=room.code,
        locked=room.locked,
        allows_turns=room.allows_turns,
        ip=room.ip,
        port=room.port,
        is_open=room.is_open,
        arrived=room.arrived,
        members=members,
    )
    beside = file.with_suffix(".new")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as new:
            new.write(kept.model_dump_json().encode())
        os.replace(beside, file)


def _forget_old(folder: Path) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".json") and entry.stat().st_mtime < time.time() - _FOR:
                os.unlink(entry.path)
