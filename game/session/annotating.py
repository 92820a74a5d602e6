"""Adding to a session without playing on: notes while looking back, check-ins, what became of it.

What was recorded is never altered: everything here is appended, and says when it was added.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from game.engine import Track
from game.engine.events import IdeaPlaced, IdeaWritten
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.engine.texts import check_text
from game.session.annotations import Added, CheckIn, Found, Held, Mood, Note, Outcome, mind_added
from game.session.errors import CannotAddError, CodecError, EntryError, unreadable
from game.session.line_format import Lines, read_lines, seal
from game.session.log import Log, branched, log_of
from game.session.records import Origin, Record, Standing, raw_record, standing_of
from game.session.store import Store

R = TypeVar("R", bound=Record)
A = TypeVar("A", bound=Added)
Clock = Callable[[], float]
"""Seconds since 1970."""


class Additions(ABC):
    """What can be added at any time, the game over or not.

    Each is on disk when the call returns. Raises :class:`EntryError` for what does not fit the
    session, and as saving does.
    """

    log: Log

    def note(self, of: int, text: str = "", *, bookmark: bool = False) -> Note:
        """Write about entry ``of`` (0: the beginning), and mark it with ``bookmark``."""
        _mind_text(text, MAX_TEXT)
        return self._add(lambda n, at: Note(n, at, of, text, bookmark))

    def check_in(self, seat: int, word: str = "", mood: Mood | None = None) -> CheckIn:
        """How a seat feels: a word, a number from 1 to 5, or both."""
        _mind_text(word, MAX_NAME)
        return self._add(lambda n, at: CheckIn(n, at, seat, word, mood))

    def outcome(
        self,
        *,
        idea: str | None = None,
        track: Track | None = None,
        held: Held | None = None,
        value: float | None = None,
        text: str = "",
        day: date,
        by: str = "",
    ) -> Outcome:
        """What became of a trial (idea and ``held``), of a track, or of a benefit (idea, track)."""
        _mind_text(text, MAX_TEXT)
        _mind_text(by, MAX_NAME)
        if idea is not None and idea not in _ideas(self.log):
            raise EntryError("no_such_idea")
        what: Found = "trial" if track is None else "track" if idea is None else "benefit"
        told = (what, idea, track, held, value, text, day.isoformat(), by)
        return self._add(lambda n, at: Outcome(n, at, *told))

    def _add(self, entry: Callable[[int, float], A]) -> A:
        def minded(n: int, at: float) -> A:
            record = entry(n, at)
            try:
                mind_added(record, len(self.log.header.seats))
            except CodecError as error:
                raise EntryError(error.trouble.code, 0, **error.trouble.params) from None
            return record

        return self._write(minded)

    @abstractmethod
    def _write(self, entry: Callable[[int, float], R]) -> R:
        """Save an entry that is made with its number and time."""


@dataclass(slots=True)
class _Seen:
    """What is known of the file: its size, how much of it is whole, and its last good line."""

    size: int
    whole: int
    ended: bool
    old: bool
    last: dict[str, Any]


class Afterwards(Additions):
    """A saved session to which something is added, its game over or its rules long gone.

    Nothing is decided again. The file is locked only while something is written, and read again
    when another program has written to it. One of an older format stays as it is: the first
    addition makes a new file beside it, which ``path`` then names. ``log`` is what is in the file.

    Raises :class:`ReadError` when it is no session; adding raises :class:`InUseError`,
    :class:`SaveError`, and :class:`CannotAddError` when the file is damaged.
    """

    def __init__(self, path: Path, *, clock: Clock = time.time) -> None:
        self.path = path
        self._clock = clock
        self._look(read_lines(path))

    def _look(self, lines: Lines) -> None:
        self.log = log_of(lines, self.path)
        size = self.path.stat().st_size
        self._seen = _Seen(size, lines.size, lines.ended, lines.old, lines.good[-1].raw)

    def _write(self, entry: Callable[[int, float], R]) -> R:
        store = Store.open(self.path)
        try:
            if self.path.stat().st_size != self._seen.size:
                self._look(read_lines(self.path))
            standing = self._standing()
            record = entry(*stamp(self.log, self._clock()))
            if self._seen.old:
                store.close()
                store = self._lift()
            store.keep(self._seen.whole)
            line = seal(raw_record(record, standing))
            store.append(line if self._seen.ended else b"\n" + line)
        finally:
            store.close()
        self.log.add(record)
        self._seen = replace(self._seen, size=store.size, whole=store.size, ended=True)
        return record

    def _standing(self) -> Standing:
        """How the game stands at the end of a file that is whole."""
        written = len(self.log.records)
        for trouble in self.log.troubles:
            if not trouble.harmless:
                raise CannotAddError(self.path.name, trouble, written)
        try:
            return standing_of(self._seen.last)
        except CodecError as error:
            because = unreadable(error, written + 1)
            raise CannotAddError(self.path.name, because, written) from None

    def _lift(self) -> Store:
        """A new file beside the old one, with the same entries in today's format."""
        origin = Origin(self.path.name, len(self.log.records), self.log.fingerprint)
        lines = branched(read_lines(self.path), origin)
        store = Store.create(self.path.parent, self.path.stem, lines)
        self.path = store.path
        self._look(read_lines(self.path))
        return store


def stamp(log: Log, now: float) -> tuple[int, float]:
    """The next entry's number and time; a clock that was set back does not turn time back."""
    created = datetime.fromisoformat(log.header.created).timestamp()
    passed = round(now - created, 2)
    return len(log.records) + 1, max(passed, log.records[-1].at if log.records else 0)


def _ideas(log: Log) -> set[str]:
    """The ideas that came on the table."""
    return {
        event.idea
        for decision in log.history
        for event in decision.events
        if isinstance(event, IdeaPlaced | IdeaWritten)
    }


def _mind_text(written: str, limit: int) -> None:
    """Nothing that cannot be shown, and not too long."""
    if refusal := check_text(written, limit, empty=True):
        raise EntryError(refusal.code, 0, **refusal.params)
