"""Verifies a session: decides it again from its seed and finds the first difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from game.engine import RULES_VERSION, Event, Refusal, Setup, State, apply, digest, start
from game.i18n.os_errors import reason
from game.session.codec import encode
from game.session.errors import CodecError, ReadError, Trouble, other_rules, unreadable
from game.session.line_format import FileLine, FileLines, read_lines
from game.session.log import Log, begin_log, log_of
from game.session.records import (
    PROGRESS_FIELDS,
    Decision,
    Progress,
    Raw,
    Record,
    Resumed,
    initial_progress,
    progress_of,
    record_of,
)


class Playable(Protocol):
    """What a session needs of a case, such as :class:`game.content.Case`."""

    @property
    def source(self) -> str:
        """The whole text of the scenario."""

    @property
    def file(self) -> str:
        """The name of the file it came from."""

    @property
    def setup(self) -> Setup:
        """The case, compiled."""


C = TypeVar("C", bound=Playable)
Parse = Callable[[str, str], C]
"""Parses a scenario's text, given its file's name, as :func:`game.content.parse` does."""


@dataclass(slots=True)
class Verification(Generic[C]):
    """The result of verifying a session.

    ``log`` holds what was verified and ``states`` the state after each decision, 0 the beginning;
    ``decisions`` is how many were decided again, undone ones too.
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
        """Whether every step came out the same. A cut-off last line is no failure."""
        return self.differs is None

    @property
    def differs(self) -> Trouble | None:
        """The first thing that is not as it should be."""
        return next((t for t in self.troubles if t.newer or not t.harmless), None)


def verify(path: Path, parse: Parse[C]) -> Verification[C]:
    """Decide a session again and compare every event and every fingerprint.

    Raises :class:`game.session.ReadError` when there is no readable header, and whatever ``parse``
    raises when the scenario in it cannot be read.
    """
    lines = read_lines(path)
    log = begin_log(lines, path)
    header = log.header
    log.troubles += lines.troubles
    if sha256(header.scenario.encode()).hexdigest() != header.scenario_hash:
        log.troubles.append(Trouble("scenario_hash", 1))
    if header.rules != RULES_VERSION:
        log.troubles.append(other_rules(header.rules, RULES_VERSION))
    done = Verification(_case(log, parse), log, lines)
    if _start(done):
        _decide_all(done, lines.good[1:])
    if done.ok and (respelled := lines.first_respelled()):
        log.troubles.append(Trouble("not_as_written", respelled))
    if header.rules != RULES_VERSION:
        _allow_for_other_rules(done, path)
    log.troubles.sort(key=lambda trouble: trouble.line)
    return done


def _case(log: Log, parse: Parse[C]) -> C:
    """The case in the file; a newer version may have written what today's checks refuse."""
    header = log.header
    try:
        return parse(header.scenario, header.scenario_file)
    except ValueError:
        if header.rules > RULES_VERSION:
            raise ReadError("newer", file=log.path.name) from None
        raise


def _start(done: Verification[Any]) -> bool:
    header, raw = done.log.header, done.lines.good[0].raw
    try:
        begun = start(done.case.setup, header.seats, header.seed)
    except ValueError as error:
        done.troubles.append(Trouble("bad_start", 1, {"why": reason(error)}))
        return False
    done.states[0] = begun.state
    params = _event_difference(raw, begun.events, digest(begun.state))
    trouble = Trouble("start_differs", 1, params) if params else None
    trouble = trouble or _progress_event_difference(raw, initial_progress(begun.state), 1)
    if trouble is not None:
        done.troubles.append(trouble)
    return trouble is None


def _allow_for_other_rules(done: Verification[Any], path: Path) -> None:
    """Under other rules a step may come out differently; the record must still be consistent."""
    may_differ = ("differs", "refused", "start_differs", "misplaced", "bad_start")
    for i, trouble in enumerate(done.troubles):
        if trouble.code in may_differ:
            inconsistency = _first_inconsistency(log_of(done.lines, path), done.case.setup)
            done.troubles[i] = inconsistency or Trouble("other_rules", trouble.line)


def _first_inconsistency(log: Log, setup: Setup) -> Trouble | None:
    """The first decision whose recorded events do not lead to its recorded fingerprint."""
    states = log.states(setup)
    for record in log.records:
        if isinstance(record, Decision):
            if record.n not in states:
                return Trouble("cannot_fold", record.n + 1)
            if digest(states[record.n]) != record.digest:
                return Trouble("other_print", record.n + 1, {"n": record.n})
    return None


def _decide_all(done: Verification[Any], lines: list[FileLine]) -> None:
    for number, line in enumerate(lines, 2):
        try:
            trouble = _decide(done, line, number)
        except CodecError as error:
            trouble = unreadable(error, number)
        if trouble is not None:
            done.troubles.append(_newer(line.raw, number) or trouble)
            return


def _newer(raw: Raw, number: int) -> Trouble | None:
    """That a newer version wrote a line, if it did: it has names that are not known here."""
    try:
        record_of(raw)
        progress_of(raw)
    except CodecError as error:
        trouble = unreadable(error, number)
        return trouble if trouble.newer else None
    return None


def _decide(done: Verification[Any], line: FileLine, number: int) -> Trouble | None:
    """Decide the next line's action again and add it to the log; the first difference, if any."""
    log, record = done.log, record_of(line.raw, events=False)
    log.check_next(record)
    if isinstance(record, Resumed) and record.rules > RULES_VERSION:
        return other_rules(record.rules, RULES_VERSION, number)
    if isinstance(record, Decision):
        applied = apply(done.states[log.now], record.action)
        if isinstance(applied, Refusal):
            return Trouble("refused", number, {**_decision_params(record), "code": applied.code})
        state = applied.state
        record = Decision(record.n, record.at, record.action, applied.events, digest(state))
    else:
        state = done.states[log.now_after(record)]
    trouble = _difference_in_line(line.raw, number, record, log.progress_after(record, state))
    if trouble is None:
        log.add(record)
        if isinstance(record, Decision):
            done.states[record.n] = state
            done.decisions += 1
    return trouble


def _difference_in_line(
    raw: Raw, number: int, record: Record, progress: Progress
) -> Trouble | None:
    """The first difference between a line and what was decided, if any."""
    if isinstance(record, Decision):
        different = _event_difference(raw, record.events, record.digest)
        if different:
            return Trouble("differs", number, {**_decision_params(record), **different})
    return _progress_event_difference(raw, progress, number)


def _decision_params(decision: Decision) -> dict[str, object]:
    return {"n": decision.n, "action": type(decision.action).__name__}


def _progress_event_difference(raw: Raw, progress: Progress, line: int) -> Trouble | None:
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
