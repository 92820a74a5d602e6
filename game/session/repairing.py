"""Builds a session anew from whatever lines of a damaged file are whole.

What was played is kept as far as it follows from what stands before it (:mod:`game.session.gaps`);
everything beside the game wherever it stands. The damaged file is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from game import __version__
from game.engine import RULES_VERSION, Setup, State, digest, start
from game.paths import name_of
from game.session.annotations import ActionItem, Note, TalkedMoment, TalkedOf, Withdrawn
from game.session.containers import read_content
from game.session.correcting import corrected
from game.session.errors import CodecError, ReadError
from game.session.folding import FOLD_ERRORS, fold_recorded
from game.session.gaps import Following, FoundEntry, is_played
from game.session.group_entries import SheetsMoved
from game.session.limits import MAX_ENTRIES
from game.session.line_format import guessed
from game.session.log import Log, begin_log, header_after
from game.session.reading import CHAINED, read_lines
from game.session.records import (
    Decision,
    Record,
    Redo,
    Repaired,
    Undo,
    initial_progress,
    raw_header,
    raw_record,
    read_header,
    record_of,
    written_moment,
)
from game.session.setup_from_log import recorded_setup
from game.session.splitting import Place, is_intact, parts_of, split
from game.session.store import Store
from game.session.upcasts import Raw, upcast
from game.session.verification import Parse, as_played
from game.session.writing import BEGINNING_LINES, REPEATED_EVERY, start_of, whole_file


@dataclass(slots=True)
class Repair:
    """What a repair came to, by the numbers that the entries had in the damaged file.

    ``restored`` are those whose lines were damaged or missing, and which are known nevertheless;
    ``missing`` those that are lost, ``dependent`` those that were whole and rest on one of them.
    ``wordless`` are those of the restored without what may have been written with them.
    ``lacks_its_end``: more stood at the end, and nothing tells how much. ``playable``: the case is
    there, so that the game can go on. ``path`` is the new file.
    """

    path: Path
    kept: int = 0
    restored: list[int] = field(default_factory=list)
    wordless: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    dependent: list[int] = field(default_factory=list)
    lacks_its_end: bool = False
    playable: bool = True

    @property
    def lost(self) -> tuple[int, ...]:
        """The entries that were not kept; of an end that is lost, the first."""
        beyond = self.kept + len(self.missing) + len(self.dependent) + 1
        return (*self.missing, *self.dependent, *([beyond] if self.lacks_its_end else []))

    @property
    def complete(self) -> bool:
        """Whether nothing is lost."""
        return not self.lost and self.playable


def repair(path: Path, parse: Parse[Any], to: Path, now: float) -> Repair:
    """Save what is whole in a file, or can be known, as a new session; an existing file stays.

    Raises :class:`ReadError` for what is no session, and the errors of saving.
    """
    try:
        lines = read_lines(path, partial(_begun_anew, parse))
    except ReadError as error:
        if error.trouble.code == "head_damaged":
            raise ReadError("cannot_repair", file=path.name) from None
        raise
    log = begin_log(lines, path)
    found = _Lines(path, lines.format)
    rebuilt = _Rebuilding(log, _setup(log, found.entries, parse), found.entries)
    rebuilt.run()
    done = rebuilt.done
    done.lacks_its_end = found.lack_their_end or lines.cut_short
    header = header_after(lines, log.origin_at(done.kept))
    time = written_moment(now)
    rebuilt.add(lambda n, at: Repaired(n, at, name_of(path), time, __version__, done.lost))
    store = Store.create(to.parent, to.stem, whole_file(header, rebuilt.raws))
    store.close()
    done.path = store.path
    return done


def _begun_anew(parse: Parse[Any], head: Raw, scenario: str) -> Raw | None:
    """The line of the start, where all that was written of it is damaged."""
    other = ("id", "gevinstbordet", "format")
    bare = {key: value for key, value in head.items() if key not in other}
    try:
        header = read_header({**bare, "scenario": scenario})
        case = as_played(parse(scenario, header.scenario_file), header)
        begun = start(case.setup, header.seats, header.seed)
    except (LookupError, TypeError, ValueError):
        return None
    raw = raw_header(header, begun.events, digest(begun.state), initial_progress(begun.state))
    return start_of(raw)


def _setup(log: Log, found: Mapping[int, FoundEntry], parse: Parse[Any]) -> tuple[Setup, bool]:
    """The case, and whether it is the one that was played: else only what is recorded is folded."""
    header = log.header
    try:
        return as_played(parse(header.scenario, header.scenario_file), header).setup, True
    except ValueError:
        whole = Log(log.path, header, log.begun, log.digest)
        whole.records += [line.record for line in found.values()]
        return recorded_setup(whole), False


# ------------------------------------------------------------------ the lines
class _Lines:
    """What can be read of a file: its entries by their numbers, a whole line before others."""

    def __init__(self, path: Path, format: int) -> None:
        self._chained = format >= CHAINED
        self._format = format
        self._last = 0
        self._unread = 0
        """How many lines cannot be read that stand after the last entry."""
        found: dict[int, FoundEntry] = {}
        for place in split(read_content(path).data)[0]:
            for part, intact in parts_of(place):
                self._take(part, found, intact=intact)
        self.entries = dict(sorted(found.items()))

    @property
    def lack_their_end(self) -> bool:
        """Whether something more stood at the end, of which nothing tells how much it was."""
        heads = self._chained and self._last > 0 and self._last % REPEATED_EVERY == 0
        return self._unread > heads

    def _take(self, place: Place, found: dict[int, FoundEntry], *, intact: bool) -> None:
        """Take the entry that can be read in a line, if there is any."""
        for entry in _readings(place, self._format):
            n = entry.record.n
            if not 0 < n <= MAX_ENTRIES:
                continue
            if n not in found or entry.whole > found[n].whole:
                found[n] = entry
            if n > self._last:
                self._last, self._unread = n, 0
            return
        beginning = BEGINNING_LINES if self._chained else 1
        self._unread += not intact and place.number > beginning


def _readings(place: Place, format: int) -> Iterator[FoundEntry]:
    """What a line may have said: as it stands, with one byte put right, or as far as it reads."""
    if is_intact(place):
        texts = [(place.plain, True)]
    else:
        mended = corrected(place.plain, lambda line: _record(guessed(line), format) is not None)
        texts = [(text, False) for text in (mended, place.plain) if text is not None]
    for text, whole in texts:
        record = _record(guessed(text), format)
        if record is not None:
            yield FoundEntry(record, whole)


def _record(raw: Raw, format: int) -> Record | None:
    raw.pop("prev", None)
    try:
        return record_of(upcast(raw, format)) if "n" in raw else None
    except (CodecError, LookupError, TypeError, ValueError):
        return None


# ------------------------------------------------------------------ the entries
class _Rebuilding:
    """Puts the entries that were found behind one another, with numbers without a gap."""

    def __init__(
        self, log: Log, setup: tuple[Setup, bool], found: Mapping[int, FoundEntry]
    ) -> None:
        self.log = log
        self.raws: list[Raw] = []
        self.done = Repair(log.path)
        self._found = found
        case, played = setup
        try:
            begun = fold_recorded(State(case), log.begun)
        except FOLD_ERRORS:
            raise ReadError("cannot_fold", 1) from None
        self.done.playable = played
        today = played and log.header.rules == RULES_VERSION
        self._following = Following(begun, found, case=played, today=today)
        self._states = {0: begun}
        self._numbers = {0: 0}
        """The new numbers of the entries, by those that they had."""

    def run(self) -> None:
        """Go through all numbers up to the highest that was found."""
        self._following.run()
        beside = {n: entry for n, entry in self._found.items() if not is_played(entry.record)}
        kept = beside | self._following.kept
        for n in range(1, max(self._found, default=0) + 1):
            if n in kept and self._add_as(kept[n].record):
                self.done.kept += 1
                if not kept[n].whole:
                    self.done.restored.append(n)
            elif n in self._found and self._found[n].whole:
                self.done.dependent.append(n)
            else:
                self.done.missing.append(n)
        self.done.wordless += self._following.wordless

    # ------------------------------------------------------------------ adding
    def _add_as(self, record: Record) -> bool:
        """Add an entry with the next number, and the new numbers of those that it is about."""
        n = len(self.raws) + 1
        latest = self.log.records[-1].at if self.log.records else 0.0
        if not self._add(self._renumbered(replace(record, n=n, at=max(record.at, latest)))):
            return False
        self._numbers[record.n] = n
        return True

    def _renumbered(self, record: Record) -> Record:
        """An entry that names others by their new numbers; what is lost is named no more."""
        if isinstance(record, Note | Undo | Redo):
            return replace(record, of=self._nearest(record.of))
        if isinstance(record, ActionItem):
            item = self._numbers.setdefault(record.item, record.n)  # of a lost one it is the first
            of = None if record.of is None else self._nearest(record.of)
            told = self._moments(() if record.moment is None else (record.moment,))
            return replace(record, item=item, of=of, moment=told[0] if told else None)
        if isinstance(record, TalkedOf):
            return replace(record, talked_of=self._moments(record.talked_of))
        if isinstance(record, Withdrawn):  # of a lost entry nothing is left to withdraw
            return replace(record, withdrawn=self._numbers.get(record.withdrawn, record.n))
        if isinstance(record, SheetsMoved):
            sheets = [self._numbers[n] for n in record.sheets if n in self._numbers]
            return replace(record, sheets=tuple(sheets))
        return record

    def _nearest(self, old: int) -> int:
        """The new number of an entry; of a lost one, that of the one before it."""
        return next((self._numbers[n] for n in range(old, -1, -1) if n in self._numbers), 0)

    def _moments(self, moments: Sequence[TalkedMoment]) -> tuple[TalkedMoment, ...]:
        """Those of some key moments whose entries are kept."""
        there = (moment for moment in moments if moment.entry in self._numbers)
        return tuple(replace(moment, entry=self._numbers[moment.entry]) for moment in there)

    def add(self, entry: Callable[[int, float], Record]) -> None:
        """Add an entry of today."""
        self._add(entry(len(self.raws) + 1, self.log.records[-1].at if self.log.records else 0.0))

    def _add(self, record: Record) -> bool:
        try:
            self.log.check_next(record)
            state = self._state_after(record)
        except (CodecError, *FOLD_ERRORS):
            return False
        self.raws.append(raw_record(record, self.log.progress_after(record, state)))
        self.log.add(record)
        if isinstance(record, Decision):
            self._states[record.n] = state
        return True

    def _state_after(self, record: Record) -> State:
        if isinstance(record, Decision):
            return fold_recorded(self._states[self.log.now], record.events)
        return self._states[self.log.now_after(record)]
