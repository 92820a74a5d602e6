"""Summaries of saved sessions, read from the first and the last line only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from game.engine.events import Ended, Seat, Verdict
from game.session.codec import reader
from game.session.errors import CodecError, SessionError
from game.session.line_format import MOST_ENTRY, MOST_LINE, fingerprint, unseal
from game.session.locations import newest_first
from game.session.log import read
from game.session.records import Header, Standing, header_of, standing_of
from game.session.upcasts import FORMAT, lift

_TAIL: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class Glance:
    """What a list says of a session: read from its first and its last line only.

    ``saved`` is when it was last written to, in seconds since 1970; ``at`` how many seconds after
    its creation its last entry was made; ``played`` the seconds at the table. ``seats`` have the
    roles that were dealt, ``decisions`` counts those that stand. ``fingerprint`` is what the file
    is known by under any name (see :class:`game.session.Origin`).
    """

    path: Path
    header: Header
    seats: tuple[Seat, ...]
    fingerprint: str
    saved: float
    at: float
    round: int
    over: bool
    verdict: Verdict | None
    decisions: int
    played: float


def glance(path: Path) -> Glance | None:
    """A quick look at a session; ``None`` when it is none, or is damaged where we look."""
    with suppress(OSError, SessionError, LookupError, StopIteration, TypeError, ValueError):
        return _glance(path)
    return None


def _glance(path: Path) -> Glance:
    first, tail, saved = _ends(path)
    raw = unseal(first)
    format = raw["format"]
    if raw["gevinstbordet"] != "session" or not 1 <= format <= FORMAT:
        raise CodecError("damaged")
    begun = lift(raw, format)
    last = _last(tail, format) or begun
    stands = standing_of(last)
    if stands.decisions is None or stands.played is None:  # of a format that did not tell
        stands = _counted(path, stands)
    return Glance(
        path,
        header_of(begun),
        _seats(begun),
        fingerprint(first),
        saved,
        reader(float)(last.get("at", 0.0), "at"),
        stands.round,
        stands.step == "over",
        stands.verdict,
        stands.decisions or 0,
        stands.played or 0.0,
    )


def _ends(path: Path) -> tuple[bytes, bytes, float]:
    """The first line, the end of the file with its last line, and when it was written to."""
    if not path.is_file():  # to open a pipe would wait for ever
        raise CodecError("damaged")
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        first = file.readline(MOST_LINE).rstrip(b"\r\n")
        for size in (_TAIL, 2 * MOST_ENTRY):
            file.seek(max(0, status.st_size - size))
            tail = file.read(size)
            if tail.count(b"\n") > 2:  # a whole line, also when the very last one was cut off
                break
        return first, tail, status.st_mtime


def _last(tail: bytes, format: int) -> dict[str, Any] | None:
    """The last whole entry in the end of a file."""
    for text in reversed(tail.split(b"\n")):
        with suppress(CodecError):
            raw = unseal(text.removesuffix(b"\r"))
            return None if "gevinstbordet" in raw else lift(raw, format)
    return None


def _seats(begun: dict[str, Any]) -> tuple[Seat, ...]:
    """The seats with the roles that were dealt to them, and nothing else of the beginning."""
    dealt = next(event["seats"] for event in begun["events"] if event["type"] == "Begun")
    read_seats = reader(tuple[Seat, ...])
    seats: tuple[Seat, ...] = read_seats(dealt, "seats")
    if len(seats) != len(begun["seats"]):
        raise CodecError("bad_value", where="session.seats", value=len(seats))
    return seats


def _counted(path: Path, stands: Standing) -> Standing:
    """What the last line leaves open, from all of them."""
    log = read(path)
    events = (event for decision in log.history for event in decision.events)
    verdict = next((event.verdict for event in events if isinstance(event, Ended)), None)
    return replace(stands, verdict=verdict, decisions=len(log.history), played=log.played)


def sessions(folder: Path) -> Iterator[Glance]:
    """The sessions in a folder, the last one written to first, each looked at when asked for."""
    for path in newest_first(folder):
        seen = glance(path)
        if seen is not None:
            yield seen


def unfinished(folder: Path) -> Iterator[Glance]:
    """The sessions that a group might want to continue, the last one written to first.

    Looks through the twenty latest at most, so that a full folder costs the start screen nothing.
    """
    for path in newest_first(folder)[:20]:
        seen = glance(path)
        if seen is not None and not seen.over:
            yield seen
