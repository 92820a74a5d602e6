"""A session without the names of those who played it, to be passed on.

Roles stand where names stood, in the seats and in everything that was written. Since written words
are part of a game's fingerprint, the fingerprints are made anew where the old ones were right: the
copy can be opened, decided again and gone on with like any session.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from game.engine import Seat, Setup, digest
from game.engine.events import Begun
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.session.errors import CannotExportError
from game.session.line_format import read_lines, seal
from game.session.log import Log, log_of
from game.session.records import Decision, Record, raw_header, raw_record, standing_of
from game.session.store import Store

T = TypeVar("T")
Say = Callable[[str], str]

WRITTEN: Final[Mapping[str, int]] = {
    "name": MAX_NAME,
    "text": MAX_TEXT,
    "note": MAX_TEXT,
    "reason": MAX_TEXT,
    "indicator": MAX_NAME,
    "unit": 40,
    "word": MAX_NAME,
    "by": MAX_NAME,
    "source": MAX_TEXT,
    "file": MAX_TEXT,
}
"""The fields that hold what somebody wrote, and how much they may hold; a file's name is written
too. All other texts are ids of cards and words of the rules."""

_NOBODY: Final = "NN"
"""For a name that two of them share."""
_SHORT: Final = 4
"""Shorter names are words as well (Bo, Liv): they count only with their capital letter."""


class Hiding:
    """Says a text with other words where a player is named.

    By the whole name, by any part of it of two letters or more, and in the genitive. ``found`` has
    the texts in which somebody was named.
    """

    def __init__(self, names: Sequence[str], instead: Sequence[str]) -> None:
        self.found: set[str] = set()
        self._told = _ways_to_call(zip(names, instead, strict=True))
        ways = "|".join(map(_pattern, sorted(self._told, key=len, reverse=True)))
        self._named = re.compile(rf"(?<!\w)(?:{ways})(?=(?:['’]?s)?(?!\w))") if ways else None

    def __call__(self, text: str) -> str:
        """The text without names."""
        if self._named is None:
            return text
        told, times = self._named.subn(lambda found: self._told[found[0].casefold()], text)
        if times:
            self.found.add(text)
        return told


def _ways_to_call(players: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What stands instead of each name and each part of one, in small letters."""
    told: dict[str, str] = {}
    for name, instead in players:
        for part in {name.strip(), *re.findall(r"[^\W\d_]{2,}", name)}:
            if len(part) > 1:
                known = told.setdefault(part.casefold(), instead)
                told[part.casefold()] = instead if known == instead else _NOBODY
    return told


def _pattern(name: str) -> str:
    """As a name is written in a note: a short one with a capital letter, a longer one anyhow."""
    if len(name) >= _SHORT:
        return f"(?i:{re.escape(name)})"
    return "|".join(dict.fromkeys(map(re.escape, (name.capitalize(), name.upper()))))


# ------------------------------------------------------------------ records said anew
def said_anew(record: T, say: Say) -> T:
    """A record, and all records in it, with what somebody wrote said in other words."""
    told: Any = record
    if isinstance(record, tuple):
        told = tuple([said_anew(item, say) for item in record])
    elif is_dataclass(record) and not isinstance(record, type):
        changed: dict[str, Any] = {}
        for name in _parts(type(record)):
            value = getattr(record, name)
            if isinstance(value, str) and name in WRITTEN:
                changed[name] = _within(say(value), WRITTEN[name])
            elif not isinstance(value, str):
                changed[name] = said_anew(value, say)
        told = replace(record, **changed)
    known: T = told
    return known


@cache
def _parts(cls: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


def _within(text: str, limit: int) -> str:
    """A role may be longer than the name was; the rules would refuse a text that is too long."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


# ------------------------------------------------------------------ a whole session
@dataclass(frozen=True, slots=True)
class Exported:
    """The new file, and in how many written texts somebody was named."""

    path: Path
    texts: int


def export(path: Path, to: Path, instead: Sequence[str], setup: Setup) -> Exported:
    """Save a session again without its players' names, as the new file ``to``.

    ``instead`` has what each seat is called from now on. An existing file is never touched: the
    new one then has a number. Raises :class:`CannotExportError` when the session is damaged, and
    as reading and saving do.
    """
    lines = read_lines(path)
    log = log_of(lines, path)
    for trouble in log.troubles:
        if not trouble.harmless:
            raise CannotExportError(path.name, trouble, len(log.records))
    hiding = Hiding([seat.name for seat in log.header.seats], instead)
    told = without_names(log, hiding, instead)
    stands = [standing_of(line.raw) for line in lines.good]
    sealed = [seal(raw_header(told.header, told.begun, told.digest, stands[0]))]
    for record, standing in zip(_printed(log, told, setup), stands[1:], strict=True):
        sealed.append(seal(raw_record(record, standing)))
    store = Store.create(to.parent, to.stem, sealed)
    store.close()
    return Exported(store.path, len(hiding.found))


def without_names(log: Log, hiding: Say, instead: Sequence[str]) -> Log:
    """The same log with ``instead`` for the seats' names, its texts as ``hiding`` says them."""
    header = replace(
        log.header,
        seats=_called(log.header.seats, instead),
        origin=said_anew(log.header.origin, hiding),
        anonymised=True,
    )
    begun = tuple(
        replace(event, seats=_called(event.seats, instead)) if isinstance(event, Begun) else event
        for event in log.begun
    )
    told = Log(log.path, header, begun, log.digest, troubles=list(log.troubles))
    for record in log.records:
        told.add(said_anew(record, hiding))
    return told


def _called(seats: Sequence[Seat], instead: Sequence[str]) -> tuple[Seat, ...]:
    return tuple(replace(seat, name=name) for seat, name in zip(seats, instead, strict=True))


def _printed(log: Log, told: Log, setup: Setup) -> Iterator[Record]:
    """The entries with fingerprints of what is written now; a wrong one stays wrong."""
    before, after = log.states(setup), told.states(setup)
    for record in told.records:
        n = record.n
        if isinstance(record, Decision) and n in before and digest(before[n]) == record.digest:
            yield replace(record, digest=digest(after[n]))
        else:
            yield record
