"""Verifies a session: plays it again from its seed and finds the first difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any, Generic, Protocol, Self, TypeVar

from game.engine import RULES_VERSION, Event, Level, Refusal, Setup, State, apply, digest, start
from game.i18n.message import MessageError
from game.i18n.os_errors import reason
from game.session.codec import encode
from game.session.errors import (
    CodecError,
    ReadError,
    SessionError,
    Trouble,
    other_rules,
    unreadable,
)
from game.session.line_format import FileLine, FileLines
from game.session.log import Log, begin_log, log_of
from game.session.reading import read_lines
from game.session.records import (
    PROGRESS_FIELDS,
    Decision,
    Header,
    Progress,
    Record,
    Resumed,
    initial_progress,
    progress_of,
    record_of,
)
from game.session.splitting import hash_of
from game.session.uncollected import uncollected
from game.session.upcasts import Raw


class Playable(Protocol):
    """A case as far as a session needs it, such as :class:`game.content.Case`."""

    @property
    def source(self) -> str:
        """The whole text of the scenario."""

    @property
    def file(self) -> str:
        """The name of the file it came from."""

    @property
    def setup(self) -> Setup:
        """The case, compiled."""

    def at(self, level: Level) -> Self:
        """The same case on a level."""


C = TypeVar("C", bound=Playable)
Parse = Callable[[str, str], C]
"""Parses a scenario's text, given its file's name, as :func:`game.content.parse` does."""


@dataclass(slots=True)
class Verification(Generic[C]):
    """The result of verifying a session.

    ``log`` holds what was verified and ``states`` the state after each decision, 0 the start, which
    is missing when today's rules begin otherwise. ``decisions`` is the number of decisions
    verified, undone ones too: decided again, or under other rules found to agree with themselves.
    """

    case: C
    log: Log
    lines: FileLines
    states: dict[int, State] = field(default_factory=dict)
    decisions: int = 0

    @property
    def troubles(self) -> list[Trouble]:
        """Everything that is wrong, in the file's order."""
        return self.log.troubles

    @property
    def ok(self) -> bool:
        """Whether every step has the same result. A cut-off last line is not a failure."""
        return self.first_difference is None

    @property
    def consistent(self) -> bool:
        """Whether nothing is wrong with the record, even if today's rules decide otherwise."""
        return self.first_flaw is None

    @property
    def first_difference(self) -> Trouble | None:
        """The first trouble that is not harmless."""
        return next(self._differences(), None)

    @property
    def first_flaw(self) -> Trouble | None:
        """The first trouble of the record itself, not only of rules that decide otherwise."""
        return next((t for t in self._differences() if t.code != "other_rules"), None)

    @property
    def last_valid_entry(self) -> int:
        """The last entry before the first difference."""
        entries, first = len(self.log.records), self.first_difference
        if first is None or not first.line:
            return entries
        return min(entries, sum(number < first.line for number in self.log.numbers))

    def _differences(self) -> Iterator[Trouble]:
        return (t for t in self.troubles if t.newer or not t.harmless)

    def drop_after(self, entry: int) -> None:
        """Drop the entries after ``entry``, and the states that only they led to."""
        self.log = self.log.until(entry)
        remaining = {0, *(r.n for r in self.log.records if isinstance(r, Decision))}
        self.states = {n: state for n, state in self.states.items() if n in remaining}


@uncollected()
def verify(path: Path, parse: Parse[C]) -> Verification[C]:
    """Play a session again and compare every event and every fingerprint.

    Raises :class:`game.session.ReadError` without a readable header, and the errors of ``parse``
    for its scenario.
    """
    lines = read_lines(path)
    return _decided_again(lines, path, _case(begin_log(lines, path), parse))


def _decided_again(lines: FileLines, path: Path, case: C) -> Verification[C]:
    log = begin_log(lines, path)
    header = log.header
    log.troubles += lines.troubles
    if hash_of(header.scenario) != header.scenario_hash:
        log.troubles.append(Trouble("scenario_hash", 1))
    if header.rules != RULES_VERSION:
        log.troubles.append(other_rules(header.rules, RULES_VERSION))
    verification = Verification(case, log, lines)
    if _verify_start(verification):
        _verify_entries(verification, lines.good[1:])
    if header.rules != RULES_VERSION:
        _allow_for_other_rules(verification, path)
    if verification.consistent and (respelled := lines.first_respelled()):
        log.troubles.append(Trouble("not_as_written", respelled))
    log.troubles.sort(key=lambda trouble: trouble.line)
    return verification


def sound_log(lines: FileLines, path: Path, case: C) -> Log:
    """A session as far as each line follows from those before it: no more can be told of it.

    What is wrong is in its ``troubles``. Decisions by the rules of today are decided again; of
    others, those are told that lead to their fingerprints.
    """
    log = log_of(lines, path)
    if {log.header.rules, *(r.rules for r in log.records if isinstance(r, Resumed))} == {
        RULES_VERSION
    }:
        return _decided_again(lines, path, case).log
    flaw = _first_inconsistency(log, case.setup)
    return log if flaw is None else _until(log, flaw)


@uncollected()
def read_sound(path: Path, case_of: Callable[[Log], C]) -> tuple[Log, C]:
    """A session as far as it can be told, and its case, which ``case_of`` finds.

    Raises :class:`ReadError` without a readable header, and the errors of ``case_of``.
    """
    lines = read_lines(path)
    case = case_of(begin_log(lines, path))
    return sound_log(lines, path, case), case


def foldable_log(log: Log, setup: Setup) -> Log:
    """A session as far as its events fit each other, where its case is lost: nothing is decided."""
    known = len(log.troubles)
    log.states(setup)
    return _until(log, log.troubles[-1]) if len(log.troubles) > known else log


def _until(log: Log, flaw: Trouble) -> Log:
    """The log before the line in which something is wrong."""
    before = log.until(sum(number < flaw.line for number in log.numbers))
    before.numbers, before.stays = log.numbers, log.stays
    troubles = [flaw, *(trouble for trouble in log.troubles if trouble != flaw)]
    before.troubles = sorted(troubles, key=lambda trouble: trouble.line)
    return before


def verify_to_continue(path: Path, parse: Parse[C]) -> Verification[C]:
    """Verify a session in order to continue it; refuses one of rules that begin otherwise.

    Also one whose case can be played no longer: it can only be looked at.
    """
    try:
        verification = verify(path, parse)
    except SessionError:
        raise
    except MessageError as error:
        raise ReadError("case_refused", file=path.name, why=error.message) from None
    rules = verification.log.header.rules
    if rules > RULES_VERSION:
        raise ReadError("newer_game", file=path.name)
    if rules < RULES_VERSION and not verification.states:
        raise ReadError("older_game", file=path.name)
    return verification


def _case(log: Log, parse: Parse[C]) -> C:
    """The case in the file; a newer version may have written one that today's checks refuse."""
    header = log.header
    try:
        return as_played(parse(header.scenario, header.scenario_file), header)
    except ValueError:
        if header.rules > RULES_VERSION:
            raise ReadError("newer", file=log.path.name) from None
        if hash_of(header.scenario) != header.scenario_hash:
            raise ReadError("case_lost", file=log.path.name) from None
        raise


def as_played(case: C, header: Header) -> C:
    """A case on the level on which it was played; older sessions played it as it says."""
    return case if header.level in (None, case.setup.level) else case.at(header.level)


def _verify_start(verification: Verification[Any]) -> bool:
    header, raw = verification.log.header, verification.lines.good[0].raw
    try:
        begun = start(verification.case.setup, header.seats, header.seed)
    except ValueError as error:
        verification.troubles.append(Trouble("bad_start", 1, {"why": reason(error)}))
        return False
    params = _event_difference(raw, begun.events, digest(begun.state))
    trouble = Trouble("start_differs", 1, params) if params else None
    trouble = trouble or _progress_difference(raw, initial_progress(begun.state), 1)
    if trouble is not None:
        verification.troubles.append(trouble)
        return False
    verification.states[0] = begun.state
    return True


def _allow_for_other_rules(verification: Verification[Any], path: Path) -> None:
    """Accept differences due to other rules if the record is consistent in itself."""
    may_differ = ("differs", "refused", "start_differs", "misplaced", "bad_start")
    for i, trouble in enumerate(verification.troubles):
        if trouble.code in may_differ:
            log = log_of(verification.lines, path)
            inconsistency = _first_inconsistency(log, verification.case.setup)
            verification.troubles[i] = inconsistency or Trouble("other_rules", trouble.line)
            known = tuple(verification.troubles)
            verification.troubles.extend(t for t in log.troubles if t not in known)
            if inconsistency is None:
                verification.decisions = sum(isinstance(r, Decision) for r in log.records)
            return


def _first_inconsistency(log: Log, setup: Setup) -> Trouble | None:
    """The first decision whose recorded events do not lead to its recorded fingerprint."""
    states = log.states(setup)
    prints = {r.n: r.digest for r in log.records if isinstance(r, Decision)}
    for n, recorded in ({0: log.digest} | prints).items():
        if n not in states:
            return Trouble("cannot_fold", log.line_of(n))
        if digest(states[n]) != recorded:
            return Trouble("other_print", log.line_of(n), {"n": n})
    return None


def _verify_entries(verification: Verification[Any], lines: list[FileLine]) -> None:
    for line in lines:
        number = line.number
        try:
            trouble = _verify_entry(verification, line, number)
        except CodecError as error:
            trouble = unreadable(error, number)
        if trouble is not None:
            verification.troubles.append(_newer_version(line.raw, number) or trouble)
            return


def _newer_version(raw: Raw, number: int) -> Trouble | None:
    """The trouble of a line with unknown names, written by a newer version; ``None`` otherwise."""
    try:
        record_of(raw)
        progress_of(raw)
    except CodecError as error:
        trouble = unreadable(error, number)
        return trouble if trouble.newer else None
    return None


def _verify_entry(verification: Verification[Any], line: FileLine, number: int) -> Trouble | None:
    """Apply the next line's action and add it to the log; returns the first difference, if any."""
    log, record = verification.log, record_of(line.raw, events=False)
    log.check_next(record)
    if isinstance(record, Resumed) and record.rules > RULES_VERSION:
        return other_rules(record.rules, RULES_VERSION, number)
    if isinstance(record, Decision):
        applied = apply(verification.states[log.now], record.action)
        if isinstance(applied, Refusal):
            return Trouble("refused", number, {**_decision_params(record), "code": applied.code})
        state = applied.state
        n, at, action, sender = record.n, record.at, record.action, record.sender
        record = Decision(n, at, action, applied.events, digest(state), sender)
    else:
        state = verification.states[log.now_after(record)]
    trouble = _difference_in_line(line.raw, number, record, log.progress_after(record, state))
    if trouble is None:
        log.add(record)
        if isinstance(record, Decision):
            verification.states[record.n] = state
            verification.decisions += 1
    return trouble


def _difference_in_line(
    raw: Raw, number: int, record: Record, progress: Progress
) -> Trouble | None:
    """The first difference between a line and the computed entry, if any."""
    if isinstance(record, Decision):
        different = _event_difference(raw, record.events, record.digest)
        if different:
            return Trouble("differs", number, {**_decision_params(record), **different})
    return _progress_difference(raw, progress, number)


def _decision_params(decision: Decision) -> dict[str, object]:
    return {"n": decision.n, "action": type(decision.action).__name__}


def _progress_difference(raw: Raw, progress: Progress, line: int) -> Trouble | None:
    """The first difference between a line's progress and the game's, if any."""
    known = PROGRESS_FIELDS if raw["decisions"] is not None else PROGRESS_FIELDS[:2]
    for name in known:
        decided = getattr(progress, name)
        if raw[name] != decided:
            params = {"name": name, "recorded": raw[name], "decided": decided}
            return Trouble("misplaced", line, params)
    return None


def _event_difference(raw: Raw, events: Sequence[Event], mark: str) -> dict[str, object]:
    """The first event that differs, else the fingerprints if those differ, else nothing."""
    decided = [encode(event) for event in events]
    if raw["events"] != decided:
        recorded = raw["events"] if type(raw["events"]) is list else [raw["events"]]
        for old, new in zip_longest(recorded, decided):
            if old != new:
                return {"recorded": _one_line(old), "decided": _one_line(new)}
    return {} if raw["digest"] == mark else {"recorded": raw["digest"], "decided": mark}


def _one_line(event: Any) -> str:
    """An event on one line, short enough to read."""
    if event is None:
        return "–"
    if type(event) is not dict:
        return repr(event)[:200]
    fields = ", ".join(f"{key}={value!r}" for key, value in event.items() if key != "type")
    return f"{event.get('type')}({fields})"[:200]
