"""Summaries of saved sessions, read without decoding more than a few of their lines."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from game.engine.events import Ended, EndedEarly, PhaseEnded, Seat, Verdict
from game.engine.setup import LAST_WITH_TURNS
from game.frozen import frozen
from game.paths import opened
from game.session.annotations import Tags, check_annotation
from game.session.codec import decode
from game.session.containers import read_content
from game.session.errors import PASSING, CodecError, SessionError
from game.session.joining import saved_files
from game.session.limits import LONG_DAY, MAX_ENTRY, MAX_LINE
from game.session.line_format import fingerprint, seal, unseal
from game.session.locations import newest_first
from game.session.log import Log, read
from game.session.reading import CHAINED, read_lines
from game.session.records import (
    Header,
    Progress,
    Resumed,
    header_of,
    progress_of,
    record_of,
)
from game.session.seating import seated_before, seats_at_last
from game.session.upcasts import FORMAT, Raw, upcast
from game.session.writing import CASE, whole_header

_BEGINNING: Final = 3
"""How many lines the header has."""
_TAIL: Final = 1 << 14
_RESUMED: Final = "resumed"
"""The key of an entry that says that a game was gone on with."""
_TAGS: Final = b',"tags":['
"""Stands in an entry with tags and nowhere else: in a text, quotes are escaped."""
_TOLD_BY_ALL: Final = (
    *(b'"type":"EndedEarly"', b'"type":"PhaseEnded"'),
    *(b'"type":"SeatAdded"', b'"type":"SeatReplaced"', b'"type":"RoleMoved"'),
    b'"repaired":',
)
"""One of these stands in the file of a game that was ended before its time, whose seats changed, or
that was built anew: only all its entries tell how it was at last."""


@frozen
class Branch:
    """How a game went on from another one: from its ``step``, after as many decisions.

    ``begun`` is when it did, ``origin_begun`` when the other one was begun; UTC in ISO 8601.
    """

    step: int
    begun: str
    origin_begun: str


@frozen
class SessionSummary:
    """The summary of a session for a list, read from its first and its last line, and its tags.

    ``saved`` is when it was last written to, in seconds since 1970; ``at`` the seconds from its
    creation to its last entry; ``played`` the seconds at the table. ``seats`` are those at last,
    with the roles that were dealt or taken; ``before`` are the names of those from whom a seat was
    taken over. ``decisions`` counts those in force. ``fingerprint`` identifies the file under any
    name (see :class:`game.session.Origin`). ``branch``: how it went on from another game.
    ``ended_early``: the facilitator ended it before its last turn had been taken. ``repaired``: the
    file was built anew from a damaged one.
    """

    path: Path
    header: Header
    seats: tuple[Seat, ...]
    before: tuple[str, ...]
    fingerprint: str
    saved: float
    at: float
    round: int
    over: bool
    verdict: Verdict | None
    ended_early: bool
    decisions: int
    played: float
    tags: tuple[str, ...]
    branch: Branch | None = None
    repaired: bool = False


def read_summary(path: Path) -> SessionSummary | None:
    """The summary of a session; ``None`` if it is none, is damaged in the part read, or locked."""
    with suppress(OSError):
        return summary_to_keep(path)
    return None


def summary_to_keep(path: Path) -> SessionSummary | None:
    """What :func:`read_summary` gives, where that says something about the file.

    Raises :class:`OSError` where nothing could be found out for now (:data:`PASSING`).
    """
    with _damage_passed_over():
        return _read_summary(path)
    return None


@contextmanager
def _damage_passed_over() -> Iterator[None]:
    try:
        yield
    except SessionError as error:
        if error.trouble.code in PASSING:
            raise OSError(str(error)) from None
    except (LookupError, StopIteration, TypeError, ValueError):
        pass


def _read_summary(path: Path) -> SessionSummary:
    first, tail, saved = _first_and_last_bytes(path)
    try:
        format, begun, identity = _beginning(first)
    except (CodecError, LookupError, TypeError):
        lines = read_lines(path)
        format, begun, identity = FORMAT, lines.good[0].raw, lines.fingerprint
        tail = b"".join(seal(line.raw) for line in lines.good[1:][-1:])
    last = _last_entry(tail, format) or begun
    progress = progress_of(last)
    if progress.decisions is None or not _is_credible(progress.played):
        progress = _counted_progress(path, progress)
    header, content = header_of(begun), read_content(path).data
    log = read(path) if any(mark in content for mark in _TOLD_BY_ALL) else None
    seats, repaired = _seats(begun), log is not None and log.is_repair
    origin = None if repaired else header.origin
    return SessionSummary(
        path,
        header,
        seats if log is None else seats_at_last(log),
        () if log is None else seated_before(log),
        identity,
        saved,
        decode(float, last.get("at", 0.0), "at"),
        progress.round,
        progress.step == "over",
        progress.verdict,
        progress.step == "over" and log is not None and _ended_early(log),
        progress.decisions or 0,
        progress.played or 0.0,
        _tags(content, format),
        None if origin is None else _branch(path, header.created, origin.entry),
        repaired,
    )


def _branch(path: Path, created: str, entry: int) -> Branch | None:
    """How a game went on right after an entry; ``None`` where nobody played on from there."""
    step, origin_begun = 0, created
    with _damage_passed_over():
        for line in read_lines(path).good[1:]:
            n = line.raw["n"]
            if n == entry:
                step = progress_of(line.raw).decisions or 0
            record = record_of(line.raw) if _RESUMED in line.raw else None
            if not isinstance(record, Resumed) or record.source is None:
                continue
            if n > entry:
                return Branch(step, record.time, origin_begun)
            origin_begun = record.time
    return None


def _is_credible(played: float | None) -> bool:
    return played is not None and 0 <= played <= LONG_DAY


def _beginning(first: Sequence[bytes]) -> tuple[int, Raw, str]:
    """The format, the whole header and the fingerprint, from the first lines of a file."""
    raw = unseal(first[0])
    format = raw["format"]
    if raw["gevinstbordet"] != "session" or not 1 <= format <= FORMAT:
        raise CodecError("damaged")
    if format < CHAINED:
        return format, upcast(raw, format), fingerprint(first[0])
    start, case = unseal(first[1]), unseal(first[2])
    del raw["prev"], start["prev"]
    return format, whole_header(raw, start, case[CASE]), raw["id"]


def _first_and_last_bytes(path: Path) -> tuple[list[bytes], bytes, float]:
    """The first lines, the end of the file with its last line, and when it was written to."""
    with opened(path) as file:
        status = os.fstat(file.fileno())
        first = [file.readline(MAX_LINE).rstrip(b"\r\n") for _ in range(_BEGINNING)]
        for size in (_TAIL, 2 * MAX_ENTRY):
            file.seek(max(0, status.st_size - size))
            tail = file.read(size)
            if tail.count(b"\n") > 2:  # a whole line, also when the very last one was cut off
                break
        return first, tail, status.st_mtime


def _last_entry(tail: bytes, format: int) -> dict[str, Any] | None:
    """The last whole entry in the end of a file."""
    for text in reversed(tail.split(b"\n")):
        with suppress(CodecError):
            raw = unseal(text.removesuffix(b"\r"))
            if "n" in raw:
                raw.pop("prev", None)
                return upcast(raw, format)
    return None


def _ended_early(log: Log) -> bool:
    """Whether a game that is over was ended early, by a decision that was not undone."""
    events = (event for decision in log.history for event in decision.events)
    return any(
        isinstance(event, EndedEarly)
        or (isinstance(event, PhaseEnded) and event.phase == LAST_WITH_TURNS)
        for event in events
    )


def _tags(data: bytes, format: int) -> tuple[str, ...]:
    """The tags of a session: those in the last of its lines that has any, searched from the end."""
    at = data.rfind(_TAGS)
    while at >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        line = data[start:].split(b"\n", 1)[0]
        with suppress(CodecError, LookupError, TypeError, ValueError):
            raw = unseal(line.removesuffix(b"\r"), MAX_ENTRY)
            raw.pop("prev", None)
            record = record_of(upcast(raw, format))
            if isinstance(record, Tags):
                check_annotation(record, 0)
                return record.tags
        at = data.rfind(_TAGS, 0, start)
    return ()


def _seats(begun: dict[str, Any]) -> tuple[Seat, ...]:
    """The seats with the roles that were dealt, decoding nothing else of the start."""
    dealt = next(event["seats"] for event in begun["events"] if event["type"] == "Begun")
    seats: tuple[Seat, ...] = decode(tuple[Seat, ...], dealt, "seats")
    if len(seats) != len(begun["seats"]):
        raise CodecError("bad_value", where="session.seats", value=len(seats))
    return seats


def _counted_progress(path: Path, progress: Progress) -> Progress:
    """The progress computed from all lines, where it is not told or a clock was set."""
    log = read(path)
    events = (event for decision in log.history for event in decision.events)
    verdict = next((event.verdict for event in events if isinstance(event, Ended)), None)
    return replace(progress, verdict=verdict, decisions=len(log.history), played=log.played)


def session_summaries(folder: Path) -> Iterator[SessionSummary]:
    """The sessions in a folder, the most recently written first, read lazily."""
    for path in newest_first(folder):
        summary = read_summary(path)
        if summary is not None:
            yield summary


def unfinished_sessions(*places: Path) -> Iterator[SessionSummary]:
    """The unfinished sessions of some folders, or files by themselves, the latest written first.

    Reads only the twenty latest files, so that a full folder does not slow the start screen down.
    """
    for file in saved_files(places)[:20]:
        summary = read_summary(file.path)
        if summary is not None and not summary.over:
            yield summary
