"""Builds a session anew from whatever lines of a damaged file are whole.

A decision is kept where its events, folded to the state so far, lead to the fingerprint that was
saved with it: it then rests on nothing that is missing. Where one decision is missing, every action
that was allowed is tried: if one of them leads to what was saved next, it was that one. Everything
that is no decision is kept wherever it stands. The damaged file is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from game import __version__
from game.engine import Applied, Setup, State, apply, digest, fold, legal, start
from game.paths import name_of
from game.session.containers import read_content
from game.session.correcting import corrected
from game.session.errors import CodecError, ReadError
from game.session.limits import MAX_ENTRIES
from game.session.line_format import guessed
from game.session.log import FOLD_ERRORS, Log, begin_log, header_after
from game.session.reading import read_lines
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
from game.session.splitting import Place, is_intact, split
from game.session.store import Store
from game.session.upcasts import Raw, upcast
from game.session.verification import Parse, as_played
from game.session.writing import start_of, whole_file

_NAMED_AFTER: Final = ("of", "item")
"""Fields that name another entry by its number."""


class _Line(NamedTuple):
    """An entry that was found: its record, and whether its line was whole."""

    record: Record
    whole: bool


@dataclass(slots=True)
class Repair:
    """What a repair came to, by the numbers that the entries had in the damaged file.

    ``restored`` are those whose lines were damaged or missing, and which are known nevertheless;
    ``missing`` those that are lost, ``dependent`` those that were whole and rest on one of them.
    ``path`` is the new file.
    """

    path: Path
    kept: int = 0
    restored: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    dependent: list[int] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether nothing is lost."""
        return not self.missing and not self.dependent


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
    found = _found(path, lines.format)
    rebuilt = _Rebuilding(log, _setup(log, found, parse), found)
    rebuilt.run()
    done = rebuilt.done
    header = header_after(lines, log.origin_at(done.kept))
    time = written_moment(now)
    lost = (*done.missing, *done.dependent)
    rebuilt.add(lambda n, at: Repaired(n, at, name_of(path), time, __version__, lost))
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


def _setup(log: Log, found: Mapping[int, _Line], parse: Parse[Any]) -> tuple[Setup, bool]:
    """The case, and whether it is the one that was played: else only what is recorded is folded."""
    header = log.header
    try:
        return as_played(parse(header.scenario, header.scenario_file), header).setup, True
    except ValueError:
        whole = Log(log.path, header, log.begun, log.digest)
        whole.records += [line.record for line in found.values()]
        return recorded_setup(whole), False


# ------------------------------------------------------------------ the lines
def _found(path: Path, format: int) -> Mapping[int, _Line]:
    """Every entry of which a line can be read, by its number; a whole line goes before others."""
    found: dict[int, _Line] = {}
    for place in split(read_content(path).data)[0]:
        for line in _readings(place, format):
            known = found.get(line.record.n)
            if 0 < line.record.n <= MAX_ENTRIES and (known is None or line.whole > known.whole):
                found[line.record.n] = line
                break
    return dict(sorted(found.items()))


def _readings(place: Place, format: int) -> Iterator[_Line]:
    """What a line may have said: as it stands, with one byte put right, or as far as it reads."""
    if is_intact(place):
        texts = [(place.plain, True)]
    else:
        mended = corrected(place.plain, lambda line: _record(guessed(line), format) is not None)
        texts = [(text, False) for text in (mended, place.plain) if text is not None]
    for text, whole in texts:
        record = _record(guessed(text), format)
        if record is not None:
            yield _Line(record, whole)


def _record(raw: Raw, format: int) -> Record | None:
    raw.pop("prev", None)
    try:
        return record_of(upcast(raw, format)) if "n" in raw else None
    except (CodecError, LookupError, TypeError, ValueError):
        return None


# ------------------------------------------------------------------ the entries
class _Rebuilding:
    """Puts the entries that were found behind one another, with numbers without a gap."""

    def __init__(self, log: Log, setup: tuple[Setup, bool], found: Mapping[int, _Line]) -> None:
        self.log = log
        self.found = found
        self.raws: list[Raw] = []
        self.done = Repair(log.path)
        case, self._by_rules = setup
        try:
            self.states: dict[int, State] = {0: fold(State(case), log.begun)}
        except FOLD_ERRORS:
            raise ReadError("cannot_fold", 1) from None
        self._numbers = {0: 0}
        """The new numbers of the entries, by those that they had."""
        self._broken = False
        """Whether a decision is lost, so that later ones have nothing to stand on."""

    def run(self) -> None:
        """Go through all numbers up to the highest that was found."""
        for n in range(1, max(self.found, default=0) + 1):
            line = self.found.get(n)
            if line is None:
                self.done.missing.append(n)
            elif self._keep(line):
                self.done.kept += 1
                if not line.whole:
                    self.done.restored.append(n)
            elif line.whole:
                self.done.dependent.append(n)
            else:
                self.done.missing.append(n)

    def _keep(self, line: _Line) -> bool:
        """Add an entry; false if it cannot stand on what is there."""
        record = line.record
        if isinstance(record, Decision):
            return self._decision(record, whole=line.whole)
        if isinstance(record, Undo | Redo) and (self._broken or record.of not in self._numbers):
            self._broken = True
            return False
        return self._add_as(record)

    def _decision(self, decision: Decision, *, whole: bool) -> bool:
        """Add a decision that leads to its fingerprint, if need be after a missing one."""
        if self._broken:
            return False
        if not self._fits(decision, whole=whole):
            self._bridge(decision)
            if not self._fits(decision, whole=whole):
                self._broken = True
                return False
        return self._add_as(decision)

    def _fits(self, decision: Decision, *, whole: bool) -> bool:
        """Whether a decision stands on the state so far; one of a damaged line by the rules."""
        now = self.states[self.log.now]
        if whole:
            return _leads(now, decision)
        try:
            applied = apply(now, decision.action) if self._by_rules else None
        except FOLD_ERRORS:
            return False
        return isinstance(applied, Applied) and digest(applied.state) == decision.digest

    def _bridge(self, after: Decision) -> None:
        """Add the missing decision before this one, if an allowed action leads here."""
        lost = [n for n in self.done.missing if n not in self._numbers]
        if not lost or not self._by_rules:
            return
        for record in self._possible(lost[-1], after.at):
            if _leads(self._state_after(record), after) and self._add_as(record):
                self.done.missing.remove(record.n)
                self.done.restored.append(record.n)
                self.done.kept += 1
                return

    def _old(self, new: int) -> int:
        return next(old for old, number in self._numbers.items() if number == new)

    def _possible(self, n: int, at: float) -> Iterator[Decision | Undo]:
        """What may have been done here: the last decision undone, or any that was allowed."""
        if self.log.history:
            yield Undo(n, at, self._old(self.log.now), None)
        now = self.states[self.log.now]
        for action in legal(now):
            applied = apply(now, action)
            if isinstance(applied, Applied):
                yield Decision(n, at, action, applied.events, digest(applied.state))

    # ------------------------------------------------------------------ adding
    def _add_as(self, record: Record) -> bool:
        """Add an entry with the next number, and the new numbers of those that it is about."""
        values: dict[str, Any] = {"n": len(self.raws) + 1}
        names = {f.name for f in fields(record)}
        for name in _NAMED_AFTER:
            if name in names and getattr(record, name) is not None:
                values[name] = self._renumbered(getattr(record, name), record.n, values["n"])
        latest = self.log.records[-1].at if self.log.records else 0.0
        new = replace(record, **values, at=max(record.at, latest))
        if not self._add(new):
            return False
        self._numbers[record.n] = new.n
        return True

    def _renumbered(self, old: int, own: int, new: int) -> int:
        """The new number of an entry; of a lost one, that of the one before it."""
        if old == own:
            return new
        return next((self._numbers[n] for n in range(old, -1, -1) if n in self._numbers), 0)

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
            self.states[record.n] = state
        return True

    def _state_after(self, record: Record) -> State:
        if isinstance(record, Decision):
            return fold(self.states[self.log.now], record.events)
        return self.states[self.log.now_after(record)]


def _leads(state: State, decision: Decision) -> bool:
    """Whether a decision, taken in a state, leads to its fingerprint."""
    try:
        return digest(fold(state, decision.events)) == decision.digest
    except FOLD_ERRORS:
        return False
