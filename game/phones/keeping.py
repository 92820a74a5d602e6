"""Rooms kept on the disk, so that phones find their seats after the laptop was started anew.

What is kept are the keys of a room, so it never stands in the session, which people pass on. Only
this user may read the file; one that cannot be read is a room that was never kept.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from game.engine.limits import MAX_NAME as MAX_SEAT_NAME
from game.i18n import Lang
from game.paths import beginning
from game.phones.limits import MAX_MEMBERS, MAX_NAME
from game.phones.messages import Token
from game.phones.room import Member, Room, as_shown
from game.session import Decision, Log
from game.writing import forget_older, write

_LARGEST: Final = 100_000
_MOST_PHONES: Final = 100_000
"""A number that no room comes to: one that is larger, in a file of a stranger, is no phone's."""
_LARGEST_NUMBER: Final = 10 * _MOST_PHONES
_EVERY: Final = 1.0
"""Seconds between two times that a room is written, if it changes all the time."""
_FOR: Final = 14 * 86_400.0
"""Seconds after which a room is forgotten: a game is gone on with within days or never."""


class _KeptMember(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    number: Annotated[int, Field(ge=1, le=_LARGEST_NUMBER)]
    token: Token
    name: Annotated[str, Field(max_length=MAX_NAME)]
    seat: Annotated[int, Field(ge=0, le=7)] | None = None
    sits_as: Annotated[str, Field(max_length=MAX_SEAT_NAME)] = ""
    lang: Lang | None = None
    felt: bool = False


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
    arrived: Annotated[int, Field(ge=0, le=_LARGEST_NUMBER)]
    members: Annotated[list[_KeptMember], Field(max_length=MAX_MEMBERS)]

    @field_validator("ip")
    @classmethod
    def _of_one_network(cls, ip: str) -> str:
        """An address of one network card, or none: never all of them."""
        if ip and ipaddress.IPv4Address(ip).is_unspecified:
            raise ValueError(ip)
        return ip

    @field_validator("members")
    @classmethod
    def _all_different(cls, members: list[_KeptMember]) -> list[_KeptMember]:
        seats = [m.seat for m in members if m.seat is not None]
        for values in ([m.number for m in members], [m.token for m in members], seats):
            if len(set[object](values)) < len(values):
                raise ValueError("twice")
        return members


def kept_room(folder: Path, session: str) -> Room | None:
    """The room of a session as it was kept, if it was; ``session`` is its fingerprint."""
    forget_older(folder, ".json", _FOR)
    return _read(folder / f"{session}.json")


def room_of(folder: Path, log: Log) -> Room:
    """The room of a session as it was kept, or a new one.

    No phone that comes gets the number of one that the session knows: whose decisions those are
    would be another phone's, where the room was lost, or a game goes on as a new one.
    """
    room = kept_room(folder, log.fingerprint) or Room()
    known = (number for number in _phones_in(log) if number <= _MOST_PHONES)
    room.arrived = max(room.arrived, *known, 0)
    return room


def _phones_in(log: Log) -> Iterator[int]:
    for record in log.records:
        if isinstance(record, Decision) and record.sender is not None:
            yield record.sender.phone


class Keeper:
    """Keeps a room with a session from now on; ``now`` is a clock that only goes forward.

    Phones can change a room often: it is written at most once in :data:`_EVERY`, so that no phone
    slows the table.
    """

    def __init__(
        self,
        room: Room,
        folder: Path,
        session: str,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._room = room
        self._file = folder / f"{session}.json"
        self._now = now
        self._due = True
        self._next = now()
        room.changed = self._note
        self.poll()

    def _note(self) -> None:
        self._due = True
        self.poll()

    def poll(self) -> None:
        """Write what has changed, unless it was written a moment ago. Called between two frames."""
        if self._due and self._now() >= self._next:
            self.write()

    def write(self) -> None:
        """Write what has changed now."""
        if self._due:
            self._due, self._next = False, self._now() + _EVERY
            _write(self._file, self._room)


def _read(file: Path) -> Room | None:
    try:
        if not file.is_file():  # to open something else may wait for ever
            return None
        raw = _KeptRoom.model_validate_json(beginning(file, _LARGEST))
    except (OSError, ValueError, ValidationError):
        return None
    members = {
        m.token: Member(
            m.number,
            m.token,
            as_shown(m.name) or f"#{m.number}",
            m.seat,
            m.sits_as,
            lang=m.lang,
            felt=m.felt,
        )
        for m in raw.members
    }
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
        _KeptMember(
            number=m.number,
            token=m.token,
            name=m.name,
            seat=m.seat,
            sits_as=m.sits_as,
            lang=m.lang,
            felt=m.felt,
        )
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
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, kept.model_dump_json().encode(), private=True)
