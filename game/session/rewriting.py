"""Copies of sessions in which everything that was written is passed through a filter.

Texts are part of a state's fingerprint, so fingerprints that were correct are computed again: a
copy can be opened, verified and continued like any session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar

from game.engine import Event, Seat, Setup, digest
from game.engine.actions import Arrive, Replace
from game.engine.events import Begun, SeatAdded, SeatReplaced
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.session.errors import CannotExportError
from game.session.line_format import FileLines
from game.session.log import Log
from game.session.records import Decision, Header, Record, progress_of, raw_header, raw_record
from game.session.store import Store
from game.session.writing import whole_file

T = TypeVar("T")
TextFilter = Callable[[str], str]
FieldFilter = Callable[[str, str], str]
"""Takes a text and the name of the field that it stands in; returns the text to stand there."""
RecordFilter = Callable[[Record], Record]

TEXT_LIMITS: Final[Mapping[str, int]] = {
    "name": MAX_NAME,
    "text": MAX_TEXT,
    "note": MAX_TEXT,
    "bearer": MAX_NAME,
    "measure": MAX_TEXT,
    "reason": MAX_TEXT,
    "indicator": MAX_NAME,
    "unit": 40,
    "word": MAX_NAME,
    "by": MAX_NAME,
    "who": MAX_NAME,
    "question": MAX_TEXT,
    "options": MAX_TEXT,
    "source": MAX_TEXT,
    "file": MAX_TEXT,
}
"""The fields with written texts and file names, and their maximum lengths. All other strings are
ids of cards and codes of the rules."""

FILE_FIELDS: Final = frozenset({"source", "file"})
"""Those of them that hold the name of a file."""
PERSON_FIELDS: Final = frozenset({"by", "who"})
"""Those of them that hold the name of a person, who need not have been at the table."""


# ------------------------------------------------------------------ records
def rewrite_texts(record: T, rewrite: TextFilter) -> T:
    """A record, and all records in it, with every written text passed through ``rewrite``."""
    return rewrite_fields(record, lambda text, _: rewrite(text))


def rewrite_fields(record: T, rewrite: FieldFilter) -> T:
    """The same, where ``rewrite`` is told which field a text stands in."""
    result: Any = record
    if isinstance(record, tuple):
        result = tuple([rewrite_fields(item, rewrite) for item in record])
    elif is_dataclass(record) and not isinstance(record, type):
        changed: dict[str, Any] = {}
        for name in _field_names(type(record)):
            value = getattr(record, name)
            if name in TEXT_LIMITS and isinstance(value, str):
                changed[name] = shorten(rewrite(value, name), TEXT_LIMITS[name])
            elif name in TEXT_LIMITS and isinstance(value, tuple):
                written = (shorten(rewrite(text, name), TEXT_LIMITS[name]) for text in value)
                changed[name] = tuple(written)
            elif not isinstance(value, str):
                changed[name] = rewrite_fields(value, rewrite)
        result = replace(record, **changed)
    rewritten: T = result
    return rewritten


@cache
def _field_names(cls: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


def shorten(text: str, limit: int) -> str:
    """Shorten a text to the limit of the rules, since what stands in it now may be longer."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


# ------------------------------------------------------------------ a whole session
def rewritten_log(
    log: Log, names: Sequence[str], rewrite: RecordFilter, header: Header | None = None
) -> Log:
    """The same log with other ``names`` at the seats, and every entry passed through ``rewrite``.

    A seat keeps its name whoever sits there. ``header`` replaces that of the log, except for its
    seats.
    """
    header = header or log.header
    begun = tuple(
        replace(event, seats=_renamed(event.seats, names)) if isinstance(event, Begun) else event
        for event in log.begun
    )
    header = replace(header, seats=_renamed(header.seats, names))
    written = Log(
        log.path,
        header,
        begun,
        log.digest,
        troubles=list(log.troubles),
        fingerprint=log.fingerprint,
    )
    for record in log.records:
        written.add(rewrite(_reseated(record, names)))
    return written


def _renamed(seats: Sequence[Seat], names: Sequence[str]) -> tuple[Seat, ...]:
    if len(names) < len(seats):
        raise ValueError(f"{len(names)} names for {len(seats)} seats")
    return tuple(replace(seat, name=name) for seat, name in zip(seats, names, strict=False))


def _reseated(record: Record, names: Sequence[str]) -> Record:
    """An entry with other names where somebody comes, or takes a seat over."""
    if not isinstance(record, Decision) or not isinstance(record.action, Arrive | Replace):
        return record
    events = tuple(_named(event, names) for event in record.events)
    seats = [e for e in events if isinstance(e, SeatAdded | SeatReplaced)]
    action = replace(record.action, name=seats[0].name) if seats else record.action
    return replace(record, action=action, events=events)


def _named(event: Event, names: Sequence[str]) -> Event:
    """The event with the seat's name; a seat that is there only in what was undone has none."""
    if not isinstance(event, SeatAdded | SeatReplaced) or not 0 <= event.seat < len(names):
        return event
    return replace(event, name=names[event.seat])


def with_scenario(header: Header, scenario: str, file: str) -> Header:
    """A header with another text of its scenario; a fingerprint that was wrong stays so."""
    was_right = sha256(header.scenario.encode()).hexdigest() == header.scenario_hash
    mark = sha256(scenario.encode()).hexdigest() if was_right else header.scenario_hash
    return replace(header, scenario=scenario, scenario_file=file, scenario_hash=mark)


def refuse_damaged(log: Log) -> None:
    """Raise :class:`CannotExportError` unless all of a session can be read."""
    if log.damage is not None:
        raise CannotExportError(log.path.name, log.damage, len(log.records))


def save_copy(lines: FileLines, log: Log, copy: Log, setup: Setup, to: Path) -> Path:
    """Save the ``copy`` of a log as the new file ``to``; returns where it is.

    An existing file is never overwritten: the new one then gets a number. Raises
    :class:`CannotExportError` when the session is damaged, and the errors of saving.
    """
    refuse_damaged(log)
    stages = [progress_of(line.raw) for line in lines.good]
    header = raw_header(copy.header, copy.begun, copy.digest, stages[0])
    entries = zip(_with_fingerprints(log, copy, setup), stages[1:], strict=True)
    lines_of_copy = whole_file(header, (raw_record(*entry) for entry in entries))
    store = Store.create(to.parent, to.stem, lines_of_copy)
    store.close()
    return store.path


def _with_fingerprints(log: Log, copy: Log, setup: Setup) -> Iterator[Record]:
    """The entries with the fingerprints of their new states; a wrong one is left as it is."""
    before, after = log.states(setup), copy.states(setup)
    for record in copy.records:
        n = record.n
        if isinstance(record, Decision) and n in before and digest(before[n]) == record.digest:
            yield replace(record, digest=digest(after[n]))
        else:
            yield record
