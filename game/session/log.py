"""A session in memory: what was written down, and which decisions stand after undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game.engine import Event, Setup, State, evolve_into
from game.engine.events import Begun
from game.i18n import Lang
from game.session.annotations import Added, CheckIn, Note, Outcome, mind_added
from game.session.codec import decode_events, plain
from game.session.errors import CodecError, ReadError, Trouble, unreadable
from game.session.line_format import Lines, read_lines, seal
from game.session.records import (
    Bookmark,
    Decision,
    Guided,
    Header,
    Language,
    Origin,
    Record,
    Redo,
    Resumed,
    Standing,
    Undo,
    digest_of,
    header_of,
    record_of,
)


@dataclass(slots=True)
class Log:
    """What a session file holds.

    ``begun`` and ``digest`` are what the beginning gave. ``records`` has every entry, entry ``n``
    at place ``n`` - 1; ``history`` has the decisions that stand, ``undone`` those that can be put
    back, the next one last. ``troubles`` is everything that is wrong with the file: what stands
    after the first damaged line is not in ``records``. ``fingerprint`` is what the session is known
    by under any name.
    """

    path: Path
    header: Header
    begun: tuple[Event, ...]
    digest: str
    records: list[Record] = field(default_factory=list)
    history: list[Decision] = field(default_factory=list)
    undone: list[Decision] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    fingerprint: str = ""
    _times: list[float] = field(default_factory=lambda: [0.0])
    _away: float = 0.0

    def mind(self, record: Record) -> None:
        """It can be the next entry. Raises :class:`CodecError`."""
        if record.n != len(self.records) + 1:
            raise CodecError("wrong_number", found=record.n, expected=len(self.records) + 1)
        if isinstance(record, Decision):
            return
        if isinstance(record, Undo):
            _mind_last(self.history, record.of)
        elif isinstance(record, Redo):
            _mind_last(self.undone, record.of)
        elif isinstance(record, Added):
            mind_added(record, len(self.header.seats))

    def add(self, record: Record) -> None:
        """Take up the next entry. Raises :class:`CodecError` when it cannot come next."""
        self.mind(record)
        if isinstance(record, Decision):
            self.history.append(record)
            self.undone.clear()
        elif isinstance(record, Undo):
            self.undone.append(self.history.pop())
        elif isinstance(record, Redo):
            self.history.append(self.undone.pop())
        elif isinstance(record, Resumed):
            self._away = record.at - self.played
        self._times.append(self._played(record))
        self.records.append(record)

    def now_after(self, record: Record) -> int:
        """The number of the last decision that stands once this entry is taken up."""
        if isinstance(record, Decision):
            return record.n
        if isinstance(record, Undo):
            return self.history[-2].n if len(self.history) > 1 else 0
        return record.of if isinstance(record, Redo) else self.now

    def standing(self, record: Record, state: State) -> Standing:
        """What the line of the next entry says of the game; ``state`` is what it leads to."""
        decisions = len(self.history)
        if isinstance(record, Decision | Redo):
            decisions += 1
        elif isinstance(record, Undo):
            decisions -= 1
        played = self._played(record)
        return Standing(state.round, state.step, state.verdict, decisions, played)

    def _played(self, record: Record) -> float:
        """The time at the table, the next entry included."""
        if not isinstance(record, Decision) and isinstance(record, Resumed | Added):
            return self.played
        return round(record.at - self._away, 2)

    @property
    def played(self) -> float:
        """The time at the table in seconds: without breaks in which the file was closed."""
        return self._times[-1]

    def played_at(self, entry: int) -> float:
        """The time at the table when an entry was made; 0 is the beginning."""
        return self._times[entry]

    @property
    def now(self) -> int:
        """The number of the last decision that stands; 0 is the beginning."""
        return self.history[-1].n if self.history else 0

    @property
    def lang(self) -> Lang:
        """The language the table spoke last."""
        spoken = (r.lang for r in reversed(self.records) if isinstance(r, Language))
        return next(spoken, self.header.lang)

    @property
    def guided(self) -> bool:
        """Whether the group is given hints."""
        said = (r.guided for r in reversed(self.records) if isinstance(r, Guided))
        return next(said, False)

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The moments that were marked."""
        return [record for record in self.records if isinstance(record, Bookmark)]

    @property
    def notes(self) -> list[Note]:
        """What was noted while looking back."""
        return [record for record in self.records if isinstance(record, Note)]

    @property
    def outcomes(self) -> list[Outcome]:
        """What became of it in the real world, as it was told."""
        return [record for record in self.records if isinstance(record, Outcome)]

    @property
    def check_ins(self) -> dict[int, CheckIn]:
        """How each seat felt, by seat; who checks in again changes their mind."""
        return {record.seat: record for record in self.records if isinstance(record, CheckIn)}

    @property
    def origin(self) -> Origin | None:
        """Where it branched off. Of a branch in the first format the header is not known ("")."""
        if self.header.origin is not None:
            return self.header.origin
        for record in self.records:
            if isinstance(record, Resumed) and record.source is not None:
                return Origin(record.source, record.n - 1, "")
        return None

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong, or nothing that matters."""
        return all(trouble.harmless for trouble in self.troubles)

    def states(self, setup: Setup) -> dict[int, State]:
        """The state after each decision by its number, undone ones too; 0 is the beginning.

        Folds what was recorded and decides nothing. Should an event not fit (a file that was
        tampered with), it is added to ``troubles`` and the states end before it.
        """
        states = {}
        before = Log(self.path, self.header, (), "")
        try:
            states[0] = fold(State(setup), self.begun)
            for record in self.records:
                if isinstance(record, Decision):
                    states[record.n] = fold(states[before.now], record.events)
                before.add(record)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            trouble = Trouble("cannot_fold", len(before.records) + 2 if states else 1)
            if trouble not in self.troubles:
                self.troubles.append(trouble)
        return states


def fold(state: State, events: tuple[Event, ...]) -> State:
    """The state that events lead to. The state given is left as it was."""
    new = state.copy()
    for event in events:
        evolve_into(new, event)
    return new


def _mind_last(decisions: list[Decision], of: int) -> None:
    if not decisions or decisions[-1].n != of:
        raise CodecError("wrong_undo", of=of)


def read(path: Path) -> Log:
    """A session from its file: all that is good in it, and every trouble there is.

    Decides nothing and needs no scenario. Raises :class:`ReadError` without a readable header.
    """
    return log_of(read_lines(path), path)


def log_of(lines: Lines, path: Path) -> Log:
    """What lines that were read say."""
    log = begin_log(lines, path)
    log.troubles += lines.troubles
    for number, line in enumerate(lines.good[1:], 2):
        try:
            log.add(record_of(line.raw))
        except CodecError as error:
            log.troubles.append(unreadable(error, number))
            break
    log.troubles.sort(key=lambda trouble: trouble.line)
    return log


def begin_log(lines: Lines, path: Path) -> Log:
    """A log with the header and no entries yet."""
    raw = lines.good[0].raw
    try:
        log = Log(path, header_of(raw), decode_events(raw["events"]), digest_of(raw))
        _mind_seats(log)
    except CodecError as error:
        if unreadable(error, 1).newer and not lines.header_damaged:
            raise ReadError("newer", file=path.name) from None
        raise ReadError(error.trouble.code, 1, **error.trouble.params) from None
    log.fingerprint = lines.fingerprint
    return log


def _mind_seats(log: Log) -> None:
    """Those who were to play are those who sat down. Raises :class:`CodecError`."""
    sat = [event.seats for event in log.begun if isinstance(event, Begun)]
    if any(len(seats) != len(log.header.seats) for seats in sat):
        raise CodecError("bad_value", where="session.seats", value=len(log.header.seats))


def branched(lines: Lines, origin: Origin) -> list[bytes]:
    """The lines of a new file that goes on right after the origin's entry of this one."""
    first = seal({**lines.good[0].raw, "origin": plain(origin)})
    return [first, *(line.sealed for line in lines.good[1 : origin.entry + 1])]
