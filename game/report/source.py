"""The source of a report: a session's case, events, debrief and people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from game.content import Case, ScenarioError, parse
from game.debrief import Debrief, debrief_of
from game.debrief.history import GameHistory, history_of
from game.engine import INDEX, State, Track
from game.i18n import Words, mark
from game.report.errors import ReportError
from game.report.people import People, log_by_roles, seat_people
from game.session import Log, as_played, read
from game.session.errors import Trouble
from game.wording import terms
from game.wording.case_names import CaseNames

_NO_CASE = mark("The scenario in {file} cannot be used any longer:\n{why}")
_NOTHING_LEFT = mark("{file} is damaged where the game begins; nothing can be reported.")


@dataclass(frozen=True, slots=True)
class ReportSource:
    """A session opened for a report. ``log`` and ``history`` hold roles; ``people`` has the names.

    ``troubles`` are the faults of the file for which something is missing from the report.
    """

    log: Log
    case: Case
    history: GameHistory
    debrief: Debrief
    people: People
    begun: datetime
    t: Words
    anonymous: bool = False
    troubles: tuple[Trouble, ...] = field(default=())

    # ------------------------------------------------------------------ when
    @property
    def day(self) -> date:
        """The day on which the session was begun, in local time."""
        return self.begun.date()

    def day_of(self, entry: int) -> date:
        """The day an entry was made."""
        at = self.log.records[entry - 1].at if entry else 0
        try:
            return (self.begun + timedelta(seconds=at)).date()
        except OverflowError:  # a damaged file may have a date centuries away
            return self.day

    # ------------------------------------------------------------------ what
    @property
    def state(self) -> State:
        """The latest state of the game."""
        return self.history.end

    @property
    def over(self) -> bool:
        """Whether the game was played to its end."""
        return self.state.over

    @property
    def names(self) -> CaseNames:
        """The names of ideas, benefits, risks and roles."""
        return CaseNames(self.t, self.case)

    # ------------------------------------------------------------------ tracks
    def track(self, track: Track) -> str:
        """The name of a track."""
        return terms.track(self.t, track)

    def goal(self, track: Track) -> int:
        """The points at which a track has reached its target."""
        return self.case.setup.goals[INDEX[track]]


def open_session(path: Path, t: Words, *, anonymous: bool = False) -> ReportSource:
    """Open a session for a report, as far as it is whole.

    Raises :class:`game.session.ReadError` when it is none, :class:`ReportError` when its case
    cannot be read any longer or nothing of the game is left.
    """
    log = read(path)
    header = log.header
    try:
        case = as_played(parse(header.scenario, header.scenario_file, lang=t.lang), header)
    except ScenarioError as error:
        raise ReportError(_NO_CASE, file=path.name, why=error) from None
    return source_of(log, case, t, anonymous=anonymous)


def source_of(log: Log, case: Case, t: Words, *, anonymous: bool = False) -> ReportSource:
    """A session that has been read, opened for a report.

    Raises :class:`ReportError` when nothing of the game is left.
    """
    people = seat_people(log, case, t, anonymous=anonymous)
    try:
        by_roles = log_by_roles(log, people, anonymous=anonymous)
        begun = datetime.fromisoformat(log.header.created).astimezone()
    except (OSError, OverflowError, ValueError):
        raise ReportError(_NOTHING_LEFT, file=log.path.name) from None
    history = history_of(by_roles, case.setup)
    if not history.end.seats:
        raise ReportError(_NOTHING_LEFT, file=log.path.name)
    return ReportSource(
        log=by_roles,
        case=case,
        history=history,
        debrief=debrief_of(history),
        people=people,
        begun=begun,
        t=t,
        anonymous=anonymous,
        troubles=_troubles(by_roles, history),
    )


def _troubles(log: Log, history: GameHistory) -> tuple[Trouble, ...]:
    """The reasons why something is missing from the report."""
    found = [trouble for trouble in log.troubles if not trouble.harmless]
    if len(history.steps) <= len(log.history):  # the next decision cannot be applied
        found.append(Trouble("cannot_fold", log.history[len(history.steps) - 1].n + 1))
    return tuple(found)
