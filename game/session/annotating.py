"""Annotating a session without playing on: notes, check-ins, what is talked about, outcomes, the
action list, the registers.

Existing entries are never changed: every annotation is appended with the time it was added.
"""

from __future__ import annotations

import time
from abc import abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeVar

from game.engine import Track
from game.engine.events import BenefitClaimed, DownsideNamed, IdeaPlaced, IdeaWritten
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.frozen import frozen
from game.session.annotations import (
    MAX_TAG,
    ActionItem,
    Annotation,
    CheckIn,
    ChosenBy,
    Held,
    ItemStatus,
    Mood,
    Note,
    Outcome,
    OutcomeKind,
    Tags,
    TalkedMoment,
    TalkedOf,
    Withdrawn,
)
from game.session.containers import plain_stem
from game.session.errors import (
    CannotAddError,
    CodecError,
    EntryError,
    SaveError,
    Trouble,
    unreadable,
)
from game.session.gate import check_written
from game.session.group_work import GroupWork
from game.session.keeping import NOT_KEPT, Keeping
from game.session.limits import MAX_ENTRIES, MAX_SECONDS
from game.session.line_format import FileLines, Stays
from game.session.log import Log, branched, log_of
from game.session.reading import read_lines
from game.session.records import (
    Progress,
    Record,
    progress_of,
    raw_record,
)
from game.session.register_entries import (
    REGISTER_FIELDS,
    FilledBy,
    RegisterColumn,
    RegisterEntry,
    RegisterSubject,
    spread_content,
)
from game.session.session_file import SessionFile
from game.session.store import Store
from game.session.upcasts import Raw

R = TypeVar("R", bound=Record)
A = TypeVar("A", bound=Annotation)
Clock = Callable[[], float]
"""Seconds since 1970."""


@frozen
class ItemDraft:
    """An item of the action list as it is to stand: :class:`ActionItem` without its number."""

    text: str
    who: str = ""
    due: date | None = None
    status: ItemStatus = "open"
    of: int | None = None
    idea: str | None = None
    track: Track | None = None
    risk: str | None = None
    moment: TalkedMoment | None = None

    @classmethod
    def like(cls, item: ActionItem) -> ItemDraft:
        """The draft of an item as it stands."""
        due = None if item.due is None else date.fromisoformat(item.due)
        subject = (item.idea, item.track, item.risk)
        return cls(item.text, item.who, due, item.status, item.of, *subject, item.moment)


class Annotatable(GroupWork):
    """A session that can be annotated at any time, whether the game is over or not.

    Each annotation is on disk when the call returns. Raises :class:`EntryError` for one that does
    not fit the session, and the errors of saving.
    """

    log: Log
    stayed: Stays | None = None
    """Why a new file was begun beside the one that was opened, if that was."""

    @property
    def in_place(self) -> bool:
        """Whether what is added goes into this file, so that no other one begins beside it."""
        return True

    def note(self, of: int, text: str = "", *, bookmark: bool = False) -> Note:
        """Add a note about entry ``of`` (0: the start), as a ``bookmark`` if wanted."""
        check_written(text, MAX_TEXT, empty=True)
        return self._add(lambda n, at: Note(n, at, of, text, bookmark))

    def check_in(self, seat: int | None, word: str = "", mood: Mood | None = None) -> CheckIn:
        """Record how a seat, or nobody in particular, feels: a word, a number of 1 to 5, both."""
        check_written(word, MAX_NAME, empty=True)
        return self._add(lambda n, at: CheckIn(n, at, seat, word, mood))

    def talk_of(self, moments: Iterable[TalkedMoment], chosen: ChosenBy) -> TalkedOf:
        """Say which key moments the debrief talks about from now on, and who chose them."""
        wanted = tuple(moments)
        return self._add(lambda n, at: TalkedOf(n, at, wanted, chosen))

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
        confirmed: bool = False,
    ) -> Outcome:
        """Record the outcome of a trial (``idea``, ``held``), a track, or a benefit (both).

        Its subject must be there, and the game be begun. A session does not know what can be
        measured: ask :func:`game.debrief.doubts.doubts` first, and say if it was ``confirmed``.
        """
        check_written(text, MAX_TEXT, empty=True)
        check_written(by, MAX_NAME, empty=True)
        if idea is not None and idea not in _known_ideas(self.log):
            raise EntryError("no_such_idea")
        if idea is not None and track is not None and (idea, track) not in _promised(self.log):
            raise EntryError("no_such_benefit")
        if day < begun_on(self.log):
            raise EntryError("before_the_game", date=day.isoformat())
        what: OutcomeKind = "trial" if track is None else "track" if idea is None else "benefit"
        values = (what, idea, track, held, value, text, day.isoformat(), by, confirmed)
        return self._add(lambda n, at: Outcome(n, at, *values))

    def action_item(self, draft: ItemDraft, item: int | None = None) -> ActionItem:
        """Add an item to the action list, or say how ``item`` stands from now on."""
        check_written(draft.text, MAX_TEXT, empty=True)
        check_written(draft.who, MAX_NAME, empty=True)
        if draft.idea is not None and draft.idea not in _known_ideas(self.log):
            raise EntryError("no_such_idea")
        if item is not None and not self.log.versions(item):
            raise EntryError("no_such_item", item=item)
        due = None if draft.due is None else draft.due.isoformat()
        values = (draft.text, draft.who, due, draft.status, draft.of)
        subject = (draft.idea, draft.track, draft.risk, draft.moment)
        return self._add(
            lambda n, at: ActionItem(n, at, n if item is None else item, *values, *subject)
        )

    def fill(
        self, row: RegisterSubject, column: RegisterColumn, content: str, way: FilledBy
    ) -> RegisterEntry:
        """Say what a column of a register holds in a row from now on; nothing, if empty.

        Numbers are written as Python does, days by ISO 8601, choices as their codes.
        """
        content = content.strip()
        register, idea, track, risk = row
        field = REGISTER_FIELDS[register].get(column)
        kind = "text" if field is None else field.kind
        check_written(content, MAX_NAME if kind == "person" else MAX_TEXT, empty=True)
        if idea not in _known_ideas(self.log):
            raise EntryError("no_such_idea")
        said = spread_content(kind, content)
        return self._add(
            lambda n, at: RegisterEntry(n, at, register, idea, track, risk, column, *said, way)
        )

    def withdraw(self, entry: int) -> Withdrawn:
        """Say that an entry was wrong, and counts no longer; it stays in the file."""
        if not self.log.is_withdrawable(entry):
            raise EntryError("not_withdrawable", of=entry)
        return self._add(lambda n, at: Withdrawn(n, at, entry))

    def tag(self, tags: Iterable[str]) -> Tags:
        """Give the session these tags, in place of those it had; spaces around them do not count.

        They stand in the session itself, so that they go with its file wherever it is moved, and
        are not lost with an index.
        """
        wanted = tuple(" ".join(tag.split()) for tag in tags)
        for tag in wanted:
            check_written(tag, MAX_TAG, empty=True)
        return self._add(lambda n, at: Tags(n, at, wanted))

    def _add(self, entry: Callable[[int, float], A]) -> A:
        def checked(n: int, at: float) -> A:
            record = entry(n, at)
            try:
                self.log.check_next(record)
            except CodecError as error:
                raise EntryError(error.trouble.code, 0, **error.trouble.params) from None
            return record

        return self._write(checked)

    @abstractmethod
    def take_trouble(self) -> Trouble | None:
        """What is wrong with the second copy, which stops nothing; it is told once."""

    @abstractmethod
    def _write(self, entry: Callable[[int, float], R]) -> R:
        """Append the entry that the factory ``entry`` creates from its number and time."""


@dataclass(slots=True)
class _FileState:
    """The state of the file: the size it was read with, that of its intact part, and what follows.

    ``head`` is repeated now and then, ``lines`` are all that stand there, ``last`` is the last
    entry.
    """

    size: int
    intact: int
    ended: bool
    elsewhere: bool
    head: Raw
    lines: list[bytes]
    last: Raw


_NOT_ADDED: Final = {
    "not_saved": "not_added",
    "no_room": "no_room_to_add",
    "not_allowed": "not_allowed_to_add",
}
"""What is said of an addition in place of a decision: no game is at the table that goes on."""


class SavedSession(Annotatable):
    """A saved session that can be annotated, even when its game is over or its rules have changed.

    The rules are not run again. The file is locked only while something is written, and read again
    when another program has written to it. A file of an older format is not changed: the first
    annotation creates a new file beside it, and ``path`` becomes that. ``log`` is its content.
    ``keeping`` says where its second copy is, which gets each annotation too; what is added to a
    second copy goes into a new file in the ``home`` of ``keeping``.

    Raises :class:`ReadError` when it is not a session; adding raises :class:`InUseError`,
    :class:`SaveError`, and :class:`CannotAddError` when the file is damaged.
    """

    def __init__(
        self, path: Path, *, clock: Clock = time.time, keeping: Keeping = NOT_KEPT
    ) -> None:
        self.path = path
        self._clock = clock
        self._keeping = keeping
        self._trouble: Trouble | None = None
        self._load(read_lines(path))

    def take_trouble(self) -> Trouble | None:
        """What is wrong with the second copy, which stops nothing; it is told once."""
        trouble, self._trouble = self._trouble, None
        return trouble

    def _load(self, lines: FileLines) -> None:
        self.log = log_of(lines, self.path)
        self._file = _FileState(
            lines.file_size,
            lines.size,
            lines.ended,
            lines.stays is not None,
            lines.head,
            lines.bytes,
            lines.good[-1].raw,
        )

    @property
    def in_place(self) -> bool:
        """Not where the file is of an older format, damaged, or only a second copy."""
        return not self._begins_anew and self.log.damage is None

    @property
    def _begins_anew(self) -> bool:
        """Whether what is added begins a new file: older formats and second copies stay whole."""
        return self._file.elsewhere or self._is_copy

    @property
    def _is_copy(self) -> bool:
        return self._keeping.home is not None and self._keeping.is_copy(self.path)

    def _write(self, entry: Callable[[int, float], R]) -> R:
        try:
            return self._added(entry)
        except SaveError as error:
            trouble = error.trouble
            code = _NOT_ADDED.get(trouble.code, trouble.code)
            raise SaveError(code, 0, **trouble.params) from None

    def _added(self, entry: Callable[[int, float], R]) -> R:
        store = Store.open(self.path)
        try:
            if store.file_size() != self._file.size:
                self._load(read_lines(self.path))
            progress = self._progress()
            record = entry(*next_stamp(self.log, self._clock()))
            if self._begins_anew:
                store.close()
                store = self._begin_anew()
            store.discard_after(self._file.intact)
            self._append(store, raw_record(record, progress))
        finally:
            store.close()
        self.log.add(record)
        self._file = replace(self._file, size=store.size, intact=store.size, ended=True)
        return record

    def _append(self, store: Store, raw: Raw) -> None:
        """Append an entry as a game does that is played: to the file, and to its second copy."""
        state, keeping = self._file, self._keeping
        file = SessionFile(store, state.lines, state.head, keeping=keeping, ended=state.ended)
        try:
            file.append(raw)
        finally:
            file.close()
        if (trouble := file.take_trouble()) is not None:
            self._trouble, self._keeping = trouble, replace(keeping, copies=None)

    def _progress(self) -> Progress:
        """The progress of the game at the end of the file. Raises unless all of it can be read."""
        written = len(self.log.records)
        if self.log.damage is not None:
            raise CannotAddError(self.path.name, self.log.damage, written)
        try:
            return progress_of(self._file.last)
        except CodecError as error:
            because = unreadable(error, written + 1)
            raise CannotAddError(self.path.name, because, written) from None

    def _begin_anew(self) -> Store:
        """A new file with the same entries in the current format, beside the old one.

        That of a second copy lies with the games, and the copy goes on as the copy of it.
        """
        lines, folder = self._file.lines, self.path.parent
        if self._file.elsewhere:
            origin = self.log.origin_at(len(self.log.records))
            lines = branched(read_lines(self.path), origin)
        if self._is_copy and self._keeping.home is not None:
            folder = self._keeping.home
        store = Store.create(folder, plain_stem(self.path), lines)
        self.stayed = self.log.stays
        self.path = store.path
        self._load(read_lines(self.path))
        return store


def next_stamp(log: Log, now: float) -> tuple[int, float]:
    """The next entry's number and time, which never decreases, even if the clock is set back.

    Raises :class:`SaveError` when a file has as many entries as are read again.
    """
    if len(log.records) >= MAX_ENTRIES:
        raise SaveError("full", file=log.path.name)
    return len(log.records) + 1, moment_of(log, now)


def moment_of(log: Log, now: float) -> float:
    """When an entry would be made now, in seconds since the session began."""
    return min(max(round(now - _created(log), 2), _latest(log)), MAX_SECONDS)


def last_moment(log: Log) -> float:
    """When the last entry was made, in seconds since 1970, by the clock of then."""
    return _created(log) + _latest(log)


def _created(log: Log) -> float:
    return datetime.fromisoformat(log.header.created).timestamp()


def _latest(log: Log) -> float:
    return log.records[-1].at if log.records else 0.0


def begun_on(log: Log) -> date:
    """The day on which a game was begun, where this program runs.

    A day that is still to come was told by a clock that was ahead: then nothing is before the game.
    """
    return min(log.header.begun_at.date(), date.today())


def _promised(log: Log) -> set[tuple[str, Track]]:
    """The benefits that were promised and the downsides that were named, whatever came of them."""
    return {
        (event.idea, event.track)
        for decision in log.history
        for event in decision.events
        if isinstance(event, BenefitClaimed | DownsideNamed)
    }


def _known_ideas(log: Log) -> set[str]:
    """The ids of the ideas that were placed or written."""
    return {
        event.idea
        for decision in log.history
        for event in decision.events
        if isinstance(event, IdeaPlaced | IdeaWritten)
    }
