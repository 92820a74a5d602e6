"""Deciding a session again from its seed and actions, and naming the first step that differs."""

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
from game.session.line_format import Line, Lines, read_lines
from game.session.log import Log, begin_log, log_of
from game.session.records import (
    STANDING,
    Decision,
    Raw,
    Record,
    Resumed,
    Standing,
    beginning,
    record_of,
    standing_of,
)


class Playable(Protocol):
    """What a session needs of a case; :class:`game.content.Case` is one."""

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
"""Makes a case from a scenario's text and its file's name, as :func:`game.content.parse` does."""


@dataclass(slots=True)
class Verification(Generic[C]):
    """What came of deciding a session again.

    ``log`` holds what was verified and ``states`` the state after each decision, 0 the beginning;
    ``decisions`` is how many were decided again, undone ones too.
    """

    case: C
    log: Log
    lines: Lines
    states: dict[int, State] = field(default_factory=dict)
    decisions: int = 0

    @property
    def troubles(self) -> list[Trouble]:
        """Everything that is wrong, in the file's order."""
        return self.log.troubles

    @property
    def ok(self) -> bool:
        """Whether every step came out the same. A cut-off last line is told, but is no failure."""
        return self.differs is None

    @property
    def differs(self) -> Trouble | None:
        """The first thing that is not as it should be."""
        found = (t for t in self.troubles if t.newer or not t.harmless)
        return next(found, None)


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
    if done.ok and (respelt := lines.respelt()):
        log.troubles.append(Trouble("not_as_written", respelt))
    if header.rules != RULES_VERSION:
        _excuse(done, path)
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
    params = _difference(raw, begun.events, digest(begun.state))
    trouble = Trouble("start_differs", 1, params) if params else None
    trouble = trouble or _misplaced(raw, beginning(begun.state), 1)
    if trouble is not None:
        done.troubles.append(trouble)
    return trouble is None


def _excuse(done: Verification[Any], path: Path) -> None:
    """Under other rules a step may come out otherwise; what was saved must still fit together."""
    otherwise = ("differs", "refused", "start_differs", "misplaced", "bad_start")
    for i, trouble in enumerate(done.troubles):
        if trouble.code in otherwise:
            unfit = _unfit(log_of(done.lines, path), done.case.setup)
            done.troubles[i] = unfit or Trouble("other_rules", trouble.line)


def _unfit(log: Log, setup: Setup) -> Trouble | None:
    """The first decision whose recorded events do not lead to its recorded fingerprint."""
    states = log.states(setup)
    for record in log.records:
        if isinstance(record, Decision):
            if record.n not in states:
                return Trouble("cannot_fold", record.n + 1)
            if digest(states[record.n]) != record.digest:
                return Trouble("other_print", record.n + 1, {"n": record.n})
    return None


def _decide_all(done: Verification[Any], lines: list[Line]) -> None:
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
        standing_of(raw)
    except CodecError as error:
        trouble = unreadable(error, number)
        return trouble if trouble.newer else None
    return None


def _decide(done: Verification[Any], line: Line, number: int) -> Trouble | None:
    """Take up the next line, its action decided again; what differs, if anything does."""
    log, record = done.log, record_of(line.raw, events=False)
    log.mind(record)
    if isinstance(record, Resumed) and record.rules > RULES_VERSION:
        return other_rules(record.rules, RULES_VERSION, number)
    if isinstance(record, Decision):
        applied = apply(done.states[log.now], record.action)
        if isinstance(applied, Refusal):
            return Trouble("refused", number, {**_named(record), "code": applied.code})
        state = applied.state
        record = Decision(record.n, record.at, record.action, applied.events, digest(state))
    else:
        state = done.states[log.now_after(record)]
    trouble = _otherwise(line.raw, number, record, log.standing(record, state))
    if trouble is None:
        log.add(record)
        if isinstance(record, Decision):
            done.states[record.n] = state
            done.decisions += 1
    return trouble


def _otherwise(raw: Raw, number: int, record: Record, stands: Standing) -> Trouble | None:
    """What a line says otherwise than it comes out, if anything."""
    if isinstance(record, Decision):
        different = _difference(raw, record.events, record.digest)
        if different:
            return Trouble("differs", number, {**_named(record), **different})
    return _misplaced(raw, stands, number)


def _named(decision: Decision) -> dict[str, object]:
    return {"n": decision.n, "action": type(decision.action).__name__}


def _misplaced(raw: Raw, stands: Standing, line: int) -> Trouble | None:
    """Whether a line says otherwise than it is how far the game has come."""
    known = STANDING if raw["decisions"] is not None else STANDING[:2]
    for name in known:
        decided = getattr(stands, name)
        if raw[name] != decided:
            params = {"name": name, "recorded": raw[name], "decided": decided}
            return Trouble("misplaced", line, params)
    return None


def _difference(raw: Raw, events: Sequence[Event], mark: str) -> dict[str, object]:
    """The first event that differs, else the fingerprints when those do, else nothing."""
    decided = [encode(event) for event in events]
    if raw["events"] != decided:
        recorded = raw["events"] if type(raw["events"]) is list else [raw["events"]]
        for old, new in zip_longest(recorded, decided):
            if old != new:
                return {"recorded": _shown(old), "decided": _shown(new)}
    return {} if raw["digest"] == mark else {"recorded": raw["digest"], "decided": mark}


def _shown(event: Any) -> str:
    """An event on one line, short enough to read."""
    if event is None:
        return "–"
    if type(event) is not dict:
        return repr(event)[:200]
    fields = ", ".join(f"{key}={value!r}" for key, value in event.items() if key != "type")
    return f"{event.get('type')}({fields})"[:200]
