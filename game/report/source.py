"""The source of a report: a session's case, events, debrief and people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from game.anonymity import AS_FOUND, Anonymised, NameChoices, take_names_out
from game.content import Case, ScenarioError, parse
from game.debrief import Debrief, RiskRef, debrief_of
from game.debrief.doubts import Examined, examine
from game.debrief.history import GameHistory, history_of
from game.engine import INDEX, State, Track
from game.frozen import frozen
from game.i18n import Words, mark
from game.report.errors import ReportError
from game.report.filled import measured_as
from game.report.people import People, clean, log_by_roles, seat_people
from game.session import (
    Log,
    Outcome,
    RegisterColumn,
    RegisterEntry,
    RegisterSubject,
    as_played,
    read_sound,
)
from game.session.error_texts import REPLAY_SHOWS
from game.session.errors import Trouble
from game.wording import terms
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.doubts import scale_of

NO_CASE = (mark("The case in {file} cannot be used any longer. {why}"), REPLAY_SHOWS)
_NOTHING_LEFT = (
    mark("{file} is damaged where the game begins; nothing can be reported."),
    mark("Look for a copy."),
)


@frozen
class ReportSource:
    """A session opened for a report. ``log`` and ``history`` hold roles; ``people`` has the names.

    ``named`` is what was taken out of it, if it is anonymous; ``moods``: whether the report tells
    how each role felt. ``filled`` is what people filled into the registers. ``examined`` has what
    was told since the game, and what is to be doubted of it. ``troubles`` are the faults of the
    file for which something is missing from the report.
    """

    log: Log
    case: Case
    history: GameHistory
    debrief: Debrief
    people: People
    begun: datetime
    t: Words
    named: Anonymised | None
    moods: bool
    troubles: tuple[Trouble, ...]
    filled: Mapping[RegisterSubject, Mapping[RegisterColumn, RegisterEntry]]
    examined: Examined

    # ------------------------------------------------------------------ when
    @property
    def day(self) -> date:
        """The day on which the session was begun, in local time."""
        return self.begun.date()

    def day_of(self, entry: int) -> date:
        """The day an entry was made."""
        at = self.log.records[entry - 1].at if entry else 0
        return self.log.header.moment(at).date()

    # ------------------------------------------------------------------ what
    @property
    def anonymous(self) -> bool:
        """Whether no person is named in it."""
        return self.named is not None

    @property
    def told(self) -> tuple[Outcome, ...]:
        """What was told since the game, without what cannot be."""
        return self.examined.counted

    def trouble_text(self, trouble: Trouble) -> str:
        """A fault of the file in words; it may quote what stands there."""
        text = trouble.message.translate(self.t)
        return self.named.hide(text) if self.named is not None else text

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

    def filled_benefit(self, idea: str, track: Track) -> Mapping[RegisterColumn, RegisterEntry]:
        """What people filled into the row of a benefit."""
        return self.filled.get(("benefit", idea, track, None), {})

    def filled_risk(self, risk: RiskRef) -> Mapping[RegisterColumn, RegisterEntry]:
        """What people filled into the row of a risk."""
        return self.filled.get(("risk", risk.idea.id, None, risk.id), {})

    # ------------------------------------------------------------------ tracks
    def track(self, track: Track) -> str:
        """The name of a track."""
        return terms.track(self.t, track)

    def goal(self, track: Track) -> int:
        """The points at which a track has reached its target."""
        return self.case.setup.goals[INDEX[track]]


def round_number(source: ReportSource, number: int) -> int | None:
    """The number of a round that was played; ``None`` of the follow-up, which comes after all."""
    return number if number <= sum(source.debrief.setup.rules.rounds) else None


def open_session(
    path: Path,
    t: Words,
    *,
    anonymous: bool = False,
    choices: NameChoices = AS_FOUND,
    moods: bool = False,
) -> ReportSource:
    """Open a session for a report, as far as it is whole.

    If ``anonymous``, names are taken out of all that was written; ``choices`` says of which words
    somebody has decided. With ``moods`` the report tells how each role felt. Raises
    :class:`game.session.ReadError` when it is no session, :class:`ReportError` when its case cannot
    be read any longer or nothing of the game is left.
    """
    log, case = read_sound(path, lambda log: _case_of(log, t))
    return source_of(log, case, t, anonymous=anonymous, choices=choices, moods=moods)


def source_of(
    log: Log,
    case: Case,
    t: Words,
    *,
    anonymous: bool = False,
    choices: NameChoices = AS_FOUND,
    moods: bool = False,
) -> ReportSource:
    """A session that has been read, opened for a report as :func:`open_session` does.

    Raises :class:`ReportError` when nothing of the game is left.
    """
    named = None
    try:
        if anonymous:
            named = take_names_out(log, case, t, choices, moods=moods, clean=clean)
            log, case = named.log, named.case
        people = seat_people(log, case, t, anonymous=anonymous)
        by_roles = log_by_roles(log, people)
        begun = log.header.begun_at
    except (OSError, OverflowError, ValueError):
        raise ReportError(*_NOTHING_LEFT, file=log.path.name) from None
    return put_together(by_roles, case, people, begun, t, named=named, moods=moods)


def put_together(
    log: Log,
    case: Case,
    people: People,
    begun: datetime,
    t: Words,
    *,
    named: Anonymised | None = None,
    moods: bool = False,
) -> ReportSource:
    """Everything that a log says: the one place where a source is made of it.

    Raises :class:`ReportError` when nothing of the game is left.
    """
    history = history_of(log, case.setup)
    if not history.end.seats:
        raise ReportError(*_NOTHING_LEFT, file=log.path.name)
    found = debrief_of(history)
    fmt = DebriefFormatter(CaseNames(t, case), measured_as=measured_as(log))
    return ReportSource(
        log=log,
        case=case,
        history=history,
        debrief=found,
        people=people,
        begun=begun,
        t=t,
        named=named,
        moods=moods,
        troubles=tuple(trouble for trouble in log.troubles if not trouble.harmless),
        filled=log.register_entries,
        examined=examine(found, log, scale_of(fmt, found)),
    )


def find_names(
    path: Path, t: Words, choices: NameChoices = AS_FOUND, *, moods: bool = False
) -> Anonymised:
    """What an anonymous report would take out of a session. Raises as :func:`open_session`."""
    log, case = read_sound(path, lambda log: _case_of(log, t))
    try:
        return take_names_out(log, case, t, choices, moods=moods, clean=clean)
    except ValueError:
        raise ReportError(*_NOTHING_LEFT, file=path.name) from None


def _case_of(log: Log, t: Words) -> Case:
    header = log.header
    try:
        return as_played(parse(header.scenario, header.scenario_file, lang=t.lang), header)
    except ScenarioError as error:
        raise ReportError(*NO_CASE, file=log.path.name, why=error.message) from None
