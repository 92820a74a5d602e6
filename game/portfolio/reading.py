"""Reads the facts of a session from its file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from game.content import Case, Prose, ScenarioError, parse
from game.debrief.follow_up import outcomes_by_subject
from game.debrief.progress import progress_share
from game.engine import TRACKS
from game.engine.agency import WON
from game.engine.results import early_end
from game.i18n import words
from game.portfolio.errors import PortfolioError
from game.portfolio.facts import Facts, SessionFact, TrackFact
from game.portfolio.guesses import guess_facts
from game.portfolio.practices import practices_of
from game.portfolio.register_facts import benefit_facts, risk_facts
from game.report.people import seat_people
from game.report.source import NO_CASE, ReportSource, put_together
from game.session import Log, SessionError, as_played, read, read_sound
from game.session.annotations import tag_key
from game.session.errors import Trouble

_LANG: Final = "da"
"""The language in which registers are asked; nothing in the facts depends on it."""


class DamagedError(SessionError):
    """Something in the session's file is wrong, so that its figures cannot be trusted."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.code, trouble.line, **trouble.params)


def read_facts(path: Path) -> Facts:
    """The facts of a session.

    Raises :class:`game.i18n.message.MessageError` when the file is none, damaged, or its case
    cannot be read any longer.
    """
    _refuse_damaged(read(path))
    log, case = read_sound(path, _case_of)
    _refuse_damaged(log)
    return _facts(_source(log, case))


def _refuse_damaged(log: Log) -> None:
    """Of what is damaged nothing else is said: the case may be what is missing."""
    if log.damage is not None:
        raise DamagedError(log.damage)


def _case_of(log: Log) -> Case:
    header = log.header
    try:
        case = _parsed(header.scenario, header.scenario_file)
    except ScenarioError as error:
        raise PortfolioError(*NO_CASE, file=log.path.name, why=error.message) from None
    return as_played(case, header)


@lru_cache(maxsize=24)
def _parsed(scenario: str, file: str) -> Case:
    """The case in a text; many sessions have the same."""
    return parse(scenario, file, lang=_LANG)


def _source(log: Log, case: Case) -> ReportSource:
    t = words(_LANG)
    people = seat_people(log, case, t, anonymous=True)
    return put_together(log, case, people, log.header.begun_at, t)


def _facts(source: ReportSource) -> Facts:
    history, session = source.history, _session(source)
    return Facts(
        session=session,
        benefits=tuple(benefit_facts(source)),
        tracks=tuple(_tracks(source)),
        risks=tuple(risk_facts(source)),
        guesses=tuple(guess_facts(source.case, history, source.debrief.benefits)),
        practices=practices_of(history, source.log) if session.finished else (),
    )


# ------------------------------------------------------------------ the session
def _session(source: ReportSource) -> SessionFact:
    log, case, end = source.log, source.case, source.state
    header, origin = log.header, log.origin
    early = early_end(end) is not None
    title = Prose() if case.own_project else case.title
    return SessionFact(
        fingerprint=log.fingerprint,
        family=f"{header.created} {header.seed}",
        origin=None if origin is None else origin.header,
        origin_entry=None if origin is None else origin.entry,
        entries=len(log.records),
        tags=tuple(map(tag_key, log.tags)),
        day=source.day,
        project=case.id,
        own_project=case.own_project,
        title_da=title.read("da"),
        title_en=title.read("en"),
        level=case.setup.level,
        edition=end.edition,
        seats=len(end.seats),
        minutes=round(log.played / 60, 1),
        decisions=len(log.history),
        finished=end.over and end.verdict != "stopped" and not early,
        ended_early=early,
        verdict=end.verdict,
        goals_reached=end.verdict in WON,
        trust=end.trust,
        measured=bool(source.told),
        refused=len(source.examined.refused),
        cut_off=log.cut_off is not None,
    )


def _tracks(source: ReportSource) -> Iterator[TrackFact]:
    """The tracks of which somebody reported a value since."""
    outcomes = outcomes_by_subject(source.told)
    for track in TRACKS:
        reported = outcomes.get((None, track), ())
        if not reported or (value := reported[-1].value) is None:
            continue
        text = source.case.tracks[track]
        yield TrackFact(
            track=track,
            baseline=text.baseline,
            target=text.target,
            value=value,
            measured_on=date.fromisoformat(reported[-1].date),
            share=progress_share(text.baseline, text.target, value),
        )
