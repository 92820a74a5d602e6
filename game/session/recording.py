"""A recorded session: the state at any moment, folded from the recorded events.

The states are those of the events, so a session opens even if the rules have changed since. What
was decided by the rules of today is decided again when it is opened: nothing is told from the first
line on that does not come out as it was saved. Anything that can no longer be read from its
scenario is reconstructed from the events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, Generic, TypeVar

from game.engine import RULES_VERSION, Phase, Setup, State, fold
from game.engine.events import Ended
from game.frozen import frozen
from game.session.annotations import Annotation, Note
from game.session.errors import ReadError, Trouble, other_rules
from game.session.folding import FOLD_ERRORS, fold_recorded
from game.session.log import Log, log_of
from game.session.reading import read_lines
from game.session.records import Decision, Header, Record, Redo, Resumed, Undo
from game.session.setup_from_log import recorded_setup
from game.session.verification import Parse, Playable, as_played, foldable_log, sound_log

C = TypeVar("C", bound=Playable)
Mend = Callable[[str, str, Setup], C]
"""Makes a case of a scenario that cannot be parsed: from its text, its file name, and the cards and
roles that the session mentions."""

SNAPSHOT_INTERVAL: Final = 64
"""The number of decisions between two stored states; others are folded from the previous one.

Folding a decision takes about 10 µs, so any state takes less than a millisecond."""


@frozen
class RecordedStep:
    """One step of a recording: the entry, and the decisions in force before and after it.

    ``before`` and ``now`` are numbers of decisions, 0 the start. ``record`` is ``None`` for the
    start; ``seconds`` had been played by then. ``in_force`` says whether it is the start or a
    decision in force at the end.
    """

    record: Decision | Undo | Redo | None
    before: int
    now: int
    round: int
    phase: Phase
    seconds: float
    in_force: bool


@frozen
class RoundSpan:
    """A round of the game: the first and the last of its steps."""

    round: int
    phase: Phase
    first: int
    last: int


class Recording(Generic[C]):
    """A session as it was recorded.

    ``steps`` are the start and the decisions in force: step ``i`` is the game after ``i``
    decisions. ``everything`` also has those undone, and each undo and redo, in order. ``troubles``
    is what a reader should know: damage, other rules, a scenario that had to be mended. Use
    :func:`open_recording`.
    """

    def __init__(self, log: Log, case: C, troubles: Sequence[Trouble] = ()) -> None:
        self.log = log
        self.case = case
        self._parents: dict[int, int] = {}
        self._depths = {0: 0}
        self._snapshots: dict[int, State] = {0: fold(State(case.setup), log.begun)}
        self._recent: dict[int, State] = {}
        self._marks: dict[int, list[Record]] = {}
        self._last_in_force = [0]
        """The last decision in force after each entry; 0 is the start."""
        self.troubles = [*troubles, *log.troubles]
        self.everything = tuple(self._walk())
        self.steps = tuple(step for step in self.everything if self._is_final(step))

    @property
    def header(self) -> Header:
        """The header of the session."""
        return self.log.header

    @property
    def seconds(self) -> float:
        """The time at the table."""
        return self.log.played

    @property
    def over(self) -> bool:
        """Whether the game came to its end."""
        last = self.steps[-1].now
        return last > 0 and any(isinstance(e, Ended) for e in self.decision(last).events)

    # ------------------------------------------------------------------ states and marks
    @property
    def last(self) -> State:
        """The state after the last step."""
        return self.state(self.steps[-1].now)

    def state(self, decision: int) -> State:
        """The state after a decision by its number, also an undone one; 0 is the start."""
        missing: list[int] = []
        at = decision
        while (state := self._snapshots.get(at) or self._recent.get(at)) is None:
            missing.append(at)
            at = self._parents[at]
        for n in reversed(missing):
            state = fold(state, self.decision(n).events)
            self._remember(n, state)
        return state

    def before(self, n: int) -> int:
        """The last decision in force before a decision was taken; 0 is the start."""
        return self._parents[n]

    def decision(self, n: int) -> Decision:
        """A decision by its number."""
        record = self.log.records[n - 1]
        if not isinstance(record, Decision):
            raise LookupError(f"entry {n} is no decision")
        return record

    def marks(self, steps: Sequence[RecordedStep]) -> dict[int, list[Record]]:
        """All other entries (bookmarks, notes, timers, …), by the index of the step they belong to.

        An entry of a decision that is not among the steps belongs to the one before it.
        """
        indexes: dict[int, int] = {}
        for i, step in enumerate(steps):
            indexes.setdefault(step.now, i)
        found: dict[int, list[Record]] = {}
        for n, records in self._marks.items():
            while n not in indexes:
                n = self._parents[n]
            found.setdefault(indexes[n], []).extend(records)
        for records in found.values():
            records.sort(key=lambda record: record.n)
        return found

    # ------------------------------------------------------------------ building
    def _walk(self) -> Iterator[RecordedStep]:
        """Every step in order."""
        so_far = Log(self.log.path, self.log.header, (), "")
        start = self._snapshots[0]
        final_decisions = {0, *(decision.n for decision in self.log.history)}
        yield RecordedStep(None, 0, 0, start.round_now, start.phase, 0.0, in_force=True)
        for record in self.log.records:
            before = so_far.now
            if isinstance(record, Decision):
                self._add_decision(record, before)
            so_far.add(record)
            self._last_in_force.append(so_far.now)
            if isinstance(record, Decision | Undo | Redo):
                state, in_force = self.state(so_far.now), record.n in final_decisions
                round_, played = state.round_now, so_far.played
                yield RecordedStep(
                    record, before, so_far.now, round_, state.phase, played, in_force
                )
            elif self.log.stands(record):
                self.add_mark(record)

    def add_mark(self, record: Record) -> None:
        """Add an entry that is not a decision to the moment it belongs to."""
        if isinstance(record, Note):
            moment = self._last_in_force[min(record.of, len(self._last_in_force) - 1)]
        elif isinstance(record, Annotation):
            return  # reported after the game, not about a moment in it
        else:
            moment = self._last_in_force[-1]
        self._marks.setdefault(moment, []).append(record)

    def _add_decision(self, decision: Decision, before: int) -> None:
        state = fold(self.state(before), decision.events)
        self._parents[decision.n] = before
        self._depths[decision.n] = self._depths[before] + 1
        self._remember(decision.n, state)

    def _remember(self, n: int, state: State) -> None:
        """Store a state at every interval permanently, and the others while they are recent."""
        if self._depths[n] % SNAPSHOT_INTERVAL == 0:
            self._snapshots[n] = state
            return
        self._recent[n] = state
        if len(self._recent) > 2 * SNAPSHOT_INTERVAL:
            del self._recent[next(iter(self._recent))]

    @staticmethod
    def _is_final(step: RecordedStep) -> bool:
        return step.record is None or (step.in_force and isinstance(step.record, Decision))


def round_spans(steps: Sequence[RecordedStep]) -> tuple[RoundSpan, ...]:
    """The rounds of some steps, in order."""
    found: list[RoundSpan] = []
    for i, step in enumerate(steps):
        last = found[-1] if found else None
        if last and (last.round, last.phase) == (step.round, step.phase):
            found[-1] = RoundSpan(last.round, last.phase, last.first, i)
        else:
            found.append(RoundSpan(step.round, step.phase, i, i))
    return tuple(found)


def open_recording(path: Path, parse: Parse[C], mend: Mend[C] | None = None) -> Recording[C]:
    """Open a recorded session, as far as it can be told.

    When ``parse`` raises :class:`ValueError`, or gives a case that lacks cards the session
    mentions, ``mend`` makes the case. Raises :class:`ReadError` without a readable header, and the
    errors of ``parse`` when there is no ``mend``.
    """
    lines = read_lines(path)
    log = log_of(lines, path)
    header = log.header
    troubles = []
    resumed = (record.rules for record in log.records if isinstance(record, Resumed))
    newest = max((header.rules, *resumed))
    version = newest if newest > RULES_VERSION else header.rules
    if version != RULES_VERSION:
        troubles.append(other_rules(version, RULES_VERSION))
    recorded = recorded_setup(log)
    case: C | None = None
    try:
        case = parse(header.scenario, header.scenario_file)
    except ValueError:
        if mend is None:
            raise
    if mend is not None and (case is None or _has_unknown_cards(case.setup, recorded)):
        case = mend(header.scenario, header.scenario_file, recorded)
        troubles.append(Trouble("scenario_mended"))
        case = as_played(case, header)
        log = foldable_log(log, case.setup)
    else:
        assert case is not None
        case = as_played(case, header)
        log = sound_log(lines, path, case)
    try:
        fold_recorded(State(case.setup), log.begun)
    except FOLD_ERRORS:
        raise ReadError("cannot_fold", 1) from None
    return Recording(log, case, troubles)


def _has_unknown_cards(setup: Setup, recorded: Setup) -> bool:
    """Whether the session mentions cards or roles that a case does not have."""
    own, mentioned = setup.by_id, recorded.by_id
    return any(
        getattr(mentioned, deck).keys() - getattr(own, deck).keys()
        for deck in ("ideas", "benefits", "risks", "events", "roles")
    )
