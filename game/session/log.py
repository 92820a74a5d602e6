"""A session in memory: its entries, and which decisions are in force after undo and redo."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from game.engine import Event, Setup, State
from game.engine.actions import Arrive
from game.engine.events import Begun
from game.i18n import Lang
from game.paths import name_of
from game.session.annotations import (
    ActionItem,
    Annotation,
    CheckIn,
    Note,
    Outcome,
    Tags,
    Withdrawable,
    Withdrawn,
    check_annotation,
)
from game.session.codec import decode_events, to_json
from game.session.errors import CodecError, ReadError, Trouble, unreadable
from game.session.folding import FOLD_ERRORS, fold_recorded
from game.session.group_entries import GroupEntry
from game.session.group_rounds import (
    VoteCount,
    WritingRound,
    check_group_entry,
    votes,
    writing_rounds,
)
from game.session.limits import LONGEST_TALK
from game.session.line_format import FileLines, Stays
from game.session.reading import read_lines
from game.session.records import (
    Bookmark,
    Decision,
    Guided,
    Header,
    Language,
    Origin,
    Progress,
    Record,
    Redo,
    Repaired,
    Resumed,
    Undo,
    digest_of,
    header_of,
    record_of,
)
from game.session.register_entries import (
    RegisterColumn,
    RegisterEntry,
    RegisterSubject,
    subject_of_entry,
)
from game.session.uncollected import uncollected
from game.session.upcasts import Raw
from game.session.writing import whole_file


@dataclass(slots=True)
class Log:
    """The content of a session file.

    ``begun`` and ``digest`` are the events and the fingerprint of the start. ``records`` has
    every entry, entry ``n`` at index ``n`` - 1; ``history`` has the decisions that were not undone,
    ``undone`` those that can be redone, the next one last. ``troubles`` is everything that is wrong
    with the file: entries after the first damaged line are not in ``records``. ``fingerprint``
    identifies the session under any file name; ``numbers`` are those of the entries' lines, and
    ``stays`` is why the file stays as it is when something is added.
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
    numbers: list[int] = field(default_factory=list)
    stays: Stays | None = None
    _times: list[float] = field(default_factory=lambda: [0.0])
    _away: float = 0.0
    _items: dict[int, list[ActionItem]] = field(default_factory=dict)
    _withdrawn: set[int] = field(default_factory=set)
    _rounds: tuple[int, list[WritingRound]] = field(default_factory=lambda: (0, []))
    _votes: tuple[int, list[VoteCount]] = field(default_factory=lambda: (0, []))

    def check_next(self, record: Record) -> None:
        """Raise :class:`CodecError` unless it can be the next entry."""
        if record.n != len(self.records) + 1:
            raise CodecError("wrong_number", found=record.n, expected=len(self.records) + 1)
        if self.records and record.at < self.records[-1].at:
            raise CodecError("earlier")
        if isinstance(record, Decision):
            return
        if isinstance(record, Undo):
            _check_last(self.history, record.of)
        elif isinstance(record, Redo):
            _check_last(self.undone, record.of)
        elif isinstance(record, Annotation):
            check_annotation(record, self.seat_count())
            if isinstance(record, ActionItem) and record.item not in (record.n, *self._items):
                raise CodecError("no_such_item", item=record.item)
            if isinstance(record, Withdrawn) and not self.is_withdrawable(record.withdrawn):
                raise CodecError("not_withdrawable", of=record.withdrawn)
        elif isinstance(record, GroupEntry):
            check_group_entry(record, self.records)

    def seat_count(self) -> int:
        """How many seats there are by now."""
        come = sum(isinstance(decision.action, Arrive) for decision in self.history)
        return len(self.header.seats) + come

    def add(self, record: Record) -> None:
        """Append an entry. Raises :class:`CodecError` when it cannot come next."""
        self.check_next(record)
        away = self._away_until(record)
        if isinstance(record, Decision):
            self.history.append(record)
            self.undone.clear()
        elif isinstance(record, Undo):
            self.undone.append(self.history.pop())
        elif isinstance(record, Redo):
            self.history.append(self.undone.pop())
        elif isinstance(record, ActionItem):
            self._items.setdefault(record.item, []).append(record)
        elif isinstance(record, Withdrawn):
            self._withdrawn.add(record.withdrawn)
        elif isinstance(record, Repaired):
            self._tell(repaired(record, self.line_of(record.n)))
        self._times.append(self._played(record, away))
        self._away = away
        self.records.append(record)

    def is_withdrawable(self, entry: int) -> bool:
        """Whether an entry was told after the game, and counts still."""
        there = 0 < entry <= len(self.records)
        told = there and isinstance(self.records[entry - 1], Withdrawable)
        return told and self.stands(self.records[entry - 1])

    def line_of(self, entry: int) -> int:
        """The number of the line in which an entry stands; 0 is the start."""
        return self.numbers[entry - 1] if 0 < entry <= len(self.numbers) else 1

    def _tell(self, trouble: Trouble) -> None:
        if trouble not in self.troubles:
            self.troubles.append(trouble)

    def until(self, entry: int) -> Log:
        """The log as it was after an entry; 0 is the start."""
        earlier = Log(self.path, self.header, self.begun, self.digest, fingerprint=self.fingerprint)
        for record in self.records[:entry]:
            earlier.add(record)
        return earlier

    def origin_at(self, entry: int) -> Origin:
        """The origin of a file that goes on right after an entry; 0 is the start."""
        return Origin(name_of(self.path), entry, self.fingerprint)

    def now_after(self, record: Record) -> int:
        """The number of the last decision in force, once this entry is appended."""
        if isinstance(record, Decision):
            return record.n
        if isinstance(record, Undo):
            return self.history[-2].n if len(self.history) > 1 else 0
        return record.of if isinstance(record, Redo) else self.now

    def progress_after(self, record: Record, state: State) -> Progress:
        """The progress of the game after the next entry; ``state`` is the state it leads to."""
        decisions = len(self.history)
        if isinstance(record, Decision | Redo):
            decisions += 1
        elif isinstance(record, Undo):
            decisions -= 1
        played = self._played(record, self._away_until(record))
        return Progress(state.round_now, state.step, state.verdict, decisions, played)

    def _played(self, record: Record, away: float) -> float:
        """The time at the table, including the next entry; ``away``: how long nobody played."""
        if not isinstance(record, Decision) and isinstance(record, Resumed | Repaired | Annotation):
            return self.played
        return round(record.at - away, 2)

    def _away_until(self, record: Record) -> float:
        """The time in which nobody played, until the next entry.

        The file was closed, the table was left, or the clock was set while the game was played.
        """
        if isinstance(record, Resumed):
            return record.at - self.played
        passed = record.at - (self.records[-1].at if self.records else 0.0)
        return self._away + (passed if passed > LONGEST_TALK else 0.0)

    @property
    def played(self) -> float:
        """The time at the table in seconds, without breaks and while the file was closed."""
        return self._times[-1]

    def played_until(self, at: float) -> float:
        """The time at the table until a moment after the last entry.

        So long a silence as would be a break is counted no further.
        """
        last = self.records[-1].at if self.records else 0.0
        return last - self._away + min(at - last, LONGEST_TALK)

    def played_at(self, entry: int) -> float:
        """The time at the table when an entry was made; 0 is the start."""
        return self._times[entry]

    def step_of(self, entry: int) -> int:
        """The step at which an entry was made: how many decisions in force there were by then."""
        return bisect_right(self.history, entry, key=lambda decision: decision.n)

    @property
    def now(self) -> int:
        """The number of the last decision in force; 0 is the start."""
        return self.history[-1].n if self.history else 0

    @property
    def lang(self) -> Lang:
        """The current language of the table."""
        changes = (r.lang for r in reversed(self.records) if isinstance(r, Language))
        return next(changes, self.header.lang)

    @property
    def guided(self) -> bool:
        """Whether hints for the group are on."""
        changes = (r.guided for r in reversed(self.records) if isinstance(r, Guided))
        return next(changes, False)

    @property
    def standing(self) -> list[Record]:
        """The entries without those that were withdrawn."""
        if not self._withdrawn:
            return self.records
        return [record for record in self.records if self.stands(record)]

    def stands(self, record: Record) -> bool:
        """Whether an entry was not withdrawn."""
        return record.n not in self._withdrawn

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The bookmarks."""
        return [record for record in self.records if isinstance(record, Bookmark)]

    @property
    def notes(self) -> list[Note]:
        """The notes written afterwards."""
        return [record for record in self.standing if isinstance(record, Note)]

    @property
    def outcomes(self) -> list[Outcome]:
        """The outcomes in the real world, as reported."""
        return [record for record in self.standing if isinstance(record, Outcome)]

    @property
    def check_ins(self) -> dict[int, CheckIn]:
        """The last check-in of each seat."""
        said = (record for record in self.records if isinstance(record, CheckIn))
        return {record.seat: record for record in said if record.seat is not None}

    @property
    def nameless_check_ins(self) -> list[CheckIn]:
        """The check-ins that are nobody's, by mood and word, so that no order tells whose."""
        said = [r for r in self.records if isinstance(r, CheckIn) and r.seat is None]
        return sorted(said, key=lambda record: (-(record.mood or 0), record.word.casefold()))

    @property
    def action_items(self) -> list[ActionItem]:
        """The action list as it stands: the latest entry of each item that was not removed."""
        return [item[-1] for item in self.item_versions if item[-1].status != "removed"]

    @property
    def item_versions(self) -> list[tuple[ActionItem, ...]]:
        """Every item that ever was on the action list, with all its entries, the latest last."""
        return [standing for item in self._items if (standing := self.versions(item))]

    def versions(self, item: int) -> tuple[ActionItem, ...]:
        """The entries of an item of the action list, the latest last; empty if there is none."""
        return tuple(filter(self.stands, self._items.get(item, ())))

    @property
    def writing(self) -> WritingRound | None:
        """The latest round of silent writing."""
        rounds = self.writing_rounds
        return rounds[-1] if rounds else None

    @property
    def writing_rounds(self) -> list[WritingRound]:
        """Every round of silent writing, the latest last; read once, as screens ask each frame."""
        if self._rounds[0] != len(self.records):
            self._rounds = len(self.records), writing_rounds(self.records)
        return self._rounds[1]

    @property
    def votes(self) -> list[VoteCount]:
        """Every vote, the latest last; read once, as phones ask for each page."""
        if self._votes[0] != len(self.records):
            self._votes = len(self.records), votes(self.records)
        return self._votes[1]

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that the session has now."""
        changes = (r.tags for r in reversed(self.records) if isinstance(r, Tags))
        return next(changes, ())

    @property
    def register_entries(self) -> dict[RegisterSubject, dict[RegisterColumn, RegisterEntry]]:
        """What people filled into the registers, by row and column: the last entry of each."""
        found: dict[RegisterSubject, dict[RegisterColumn, RegisterEntry]] = {}
        for record in self.standing:
            if isinstance(record, RegisterEntry):
                found.setdefault(subject_of_entry(record), {})[record.column] = record
        return found

    @property
    def repairs(self) -> list[Repaired]:
        """How it was built anew from a damaged file; also before it branched off."""
        return [record for record in self.records if isinstance(record, Repaired)]

    @property
    def is_repair(self) -> bool:
        """Whether this very file was built anew, rather than going on from another game."""
        origin = self.header.origin
        return origin is not None and any(one.n == origin.entry + 1 for one in self.repairs)

    @property
    def origin(self) -> Origin | None:
        """The origin of a branch; in the first format its header is unknown ("")."""
        if self.header.origin is not None:
            return self.header.origin
        for record in self.records:
            if isinstance(record, Resumed) and record.source is not None:
                return Origin(record.source, record.n - 1, "")
        return None

    @property
    def intact(self) -> bool:
        """Whether the file has only harmless troubles, or none."""
        return self.damage is None

    @property
    def damage(self) -> Trouble | None:
        """The first trouble that is not harmless."""
        return next((trouble for trouble in self.troubles if not trouble.harmless), None)

    @property
    def cut_off(self) -> Trouble | None:
        """That the file ends in the middle of a line: nobody knows what came after that."""
        return next((trouble for trouble in self.troubles if trouble.code == "torn"), None)

    def states(self, setup: Setup) -> dict[int, State]:
        """The state after each decision by its number, undone ones too; 0 is the start.

        Folds the recorded events without running the rules. If an event does not fit (a manipulated
        file), that is added to ``troubles`` and the states end before it.
        """
        states = {}
        before = Log(self.path, self.header, (), "")
        try:
            states[0] = fold_recorded(State(setup), self.begun)
            for record in self.records:
                if isinstance(record, Decision):
                    states[record.n] = fold_recorded(states[before.now], record.events)
                before.add(record)
        except FOLD_ERRORS:
            entry = len(before.records) + 1 if states else 0
            self._tell(Trouble("cannot_fold", self.line_of(entry)))
        return states


def _check_last(decisions: list[Decision], of: int) -> None:
    if not decisions or decisions[-1].n != of:
        raise CodecError("wrong_undo", of=of)


def read(path: Path) -> Log:
    """Read a session from its file: all intact entries, and every trouble.

    The rules are not run, and no scenario is needed. Raises :class:`ReadError` without a readable
    header.
    """
    with uncollected():
        return log_of(read_lines(path), path)


def log_of(lines: FileLines, path: Path) -> Log:
    """The log of lines that were read."""
    log = begin_log(lines, path)
    log.troubles += lines.troubles
    for line in lines.good[1:]:
        try:
            log.add(record_of(line.raw))
        except CodecError as error:
            log.troubles.append(unreadable(error, line.number))
            break
    log.troubles.sort(key=lambda trouble: trouble.line)
    return log


def repaired(record: Repaired, line: int = 0) -> Trouble:
    """What is said of a session that was built anew from a damaged file."""
    code = "repaired_in_part" if record.lost else "repaired"
    return Trouble(code, line, {"file": record.source, "count": len(record.lost)})


def begin_log(lines: FileLines, path: Path) -> Log:
    """A log with the header and no entries yet."""
    raw = lines.good[0].raw
    try:
        log = Log(path, header_of(raw), decode_events(raw["events"]), digest_of(raw))
        _check_seats(log)
    except CodecError as error:
        if unreadable(error, 1).newer and not lines.header_damaged:
            raise ReadError("newer", file=path.name) from None
        raise ReadError(error.trouble.code, 1, **error.trouble.params) from None
    log.fingerprint, log.stays = lines.fingerprint, lines.stays
    log.numbers = [line.number for line in lines.good[1:]]
    return log


def _check_seats(log: Log) -> None:
    """Raise :class:`CodecError` unless the game started with as many seats as the header has."""
    started = [event.seats for event in log.begun if isinstance(event, Begun)]
    if any(len(seats) != len(log.header.seats) for seats in started):
        raise CodecError("bad_value", where="session.seats", value=len(log.header.seats))


def header_after(lines: FileLines, origin: Origin) -> Raw:
    """The header of a new file that goes on after its origin in this one."""
    return {**lines.good[0].raw, "origin": to_json(origin)}


def branched(lines: FileLines, origin: Origin) -> list[bytes]:
    """The lines of that file, up to the origin's entry."""
    entries = (line.raw for line in lines.good[1 : origin.entry + 1])
    return whole_file(header_after(lines, origin), entries)
