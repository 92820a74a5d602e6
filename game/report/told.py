"""What was told after a game, entry by entry: by commands, and where it can be withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from game.debrief import Debrief
from game.engine import Idea, Measure, Track
from game.i18n import Words
from game.i18n.days import short_day
from game.report import columns as co
from game.report.filled import content_of
from game.session import (
    REGISTER_FIELDS,
    ActionItem,
    Log,
    Note,
    Outcome,
    RegisterEntry,
    Withdrawable,
)
from game.wording import figures, terms
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.action_items import item_status
from game.wording.debrief_texts.doubts import subject_measure
from game.wording.debrief_texts.follow_up import HELD

FieldRow = tuple[str, str, str, str]


def told_entries(
    fmt: DebriefFormatter, d: Debrief, log: Log
) -> Iterator[tuple[Withdrawable, tuple[str, ...]]]:
    """Every entry that can be withdrawn, with the parts of what it says: first what it is about."""
    called, measure = fmt.names, partial(subject_measure, fmt, d)
    for record in log.standing:
        if isinstance(record, Withdrawable):
            m = measure((record.idea, record.track)) if isinstance(record, Outcome) else None
            parts = _parts(called, d, record, m)
            yield record, tuple([part.replace("\n", " ") for part in parts if part])


def _parts(
    called: CaseNames, d: Debrief, record: Withdrawable, m: Measure | None
) -> tuple[str, ...]:
    t = called.t
    if isinstance(record, Note):
        return t("Note"), record.text or "★"
    if isinstance(record, Outcome):
        value, day = told_value(t, record, m), told_day(t, record.date)
        return about(called, d.end.ideas, record), value, day, record.text, record.by
    if isinstance(record, ActionItem):
        due, status = told_day(t, record.due), item_status(t, record.status)
        return t("Action list"), record.text, record.who, due, status
    idea, row, column, content = field_row(called, d, record)
    return idea, row, column, content or t("(empty)")


# ------------------------------------------------------------------ outcomes
def about(called: CaseNames, ideas: Sequence[Idea], outcome: Outcome) -> str:
    """What an outcome is about: a track, a trial or a benefit; ``ideas`` are those at the end."""
    track = "" if outcome.track is None else terms.track(called.t, outcome.track)
    if outcome.idea is None:
        return track
    idea = next((i for i in ideas if i.id == outcome.idea), None)
    name = _named(called, idea, outcome.track) if idea else outcome.idea
    return f"{name}: {track}" if track else name


def told_value(t: Words, outcome: Outcome, m: Measure | None) -> str:
    """What an outcome says, in the unit of its measure."""
    held = "" if outcome.held is None else t(HELD[outcome.held])
    unit = "" if m is None else m.unit
    value = "" if outcome.value is None else figures.quantity(t, outcome.value, unit)
    return ", ".join(filter(None, (held, value)))


def told_day(t: Words, day: str | None) -> str:
    """A day of an entry, as the tables of the language write it."""
    return short_day(t, date.fromisoformat(day)) if day else ""


# ------------------------------------------------------------------ registers
def field_row(called: CaseNames, d: Debrief, entry: RegisterEntry) -> FieldRow:
    """A field of a register: idea or benefit, row, column, and what was filled in."""
    t, idea = called.t, next((i for i in d.end.ideas if i.id == entry.idea), None)
    columns = co.BENEFITS if entry.register == "benefit" else co.RISKS
    column = next(column for column in columns if column.key == entry.column)
    field = REGISTER_FIELDS[entry.register][entry.column]
    content = co.shown(t, column, content_of(field, entry.content))
    if not _has_row(d, entry):
        why = t("There is no such row in the register.")
        content = f"{content} – {t('Does not count: {why}', why=why)}"
    name = "" if idea is None else f"{idea.letter}: {_named(called, idea, entry.track)}"
    return name, _row_name(called, entry, idea), co.title(t, column), content


def _has_row(d: Debrief, entry: RegisterEntry) -> bool:
    """Whether the game knows the benefit or the risk of an entry."""
    if entry.register == "benefit":
        return any(b.benefit.key == (entry.idea, entry.track) for b in d.benefits)
    return any((r.risk.idea.id, r.risk.id) == (entry.idea, entry.risk) for r in d.risks)


def _named(called: CaseNames, idea: Idea, track: Track | None) -> str:
    """What the benefit of an idea on a track is called, or without a track the idea."""
    benefit = None if track is None else idea.benefit(track)
    if benefit is None or track is None:
        return called.idea(idea)
    return called.benefit_title(idea, track, benefit)


def _row_name(called: CaseNames, entry: RegisterEntry, idea: Idea | None) -> str:
    """What the row of an entry is called beside its idea: the track, or the risk."""
    if entry.track is not None:
        return terms.track(called.t, entry.track)
    risks = () if idea is None else idea.risks
    return next((called.risk(risk) for risk in risks if risk.id == entry.risk), "")
