"""The rows of a follow-up meeting: one per subject that can have outcomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from game.debrief.follow_up import BenefitFollowed, StepFollowed, TrackFollowed, TrialFollowed
from game.engine import Track
from game.engine.actions import Measure
from game.i18n import Words
from game.i18n.days import short_day
from game.session import Note, Outcome
from game.table.after.follow_up.form import EntryKind, OutcomeForm
from game.table.after.follow_up.meeting import DOT, FollowUpMeeting
from game.wording import figures, terms
from game.wording.debrief_texts.follow_up import benefit_measure, track_measure


@dataclass(frozen=True, slots=True)
class ToldOutcome:
    """A recorded outcome as text: its value, and its date and source."""

    what: str
    source: str


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A subject as texts, its outcomes (the earliest first), and how to save another one.

    ``who`` is a likely source for it.
    """

    key: str
    kind: EntryKind
    title: str
    facts: str
    told: tuple[ToldOutcome, ...]
    save: Callable[[OutcomeForm], object]
    unit: str = ""
    letter: str = ""
    track: Track | None = None
    number: str = ""
    who: str = ""


SubjectRows = Callable[[FollowUpMeeting, Words], list[SubjectRow]]


def track_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The four tracks with their indicators."""
    return [_track(meeting, t, one) for one in meeting.found.tracks]


def _track(meeting: FollowUpMeeting, t: Words, one: TrackFollowed) -> SubjectRow:
    m = track_measure(meeting.say(t), one)
    played = t(
        "in play {value} ({points} of {goal} points)",
        value=figures.indicator(t, meeting.case, one.track, one.points),
        points=t.number(one.points),
        goal=one.goal,
    )
    return SubjectRow(
        f"track:{one.track}",
        "value",
        m.indicator,
        f"{_span(t, m)}{DOT}{played}",
        _told(meeting, t, one.outcomes, m.unit),
        _saving(meeting, t, track=one.track),
        unit=m.unit,
        track=one.track,
        who=terms.track(t, one.track),
    )


def benefit_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The benefits that were anchored, with their measures."""
    return [_benefit(meeting, t, one) for one in meeting.found.benefits]


def _benefit(meeting: FollowUpMeeting, t: Words, one: BenefitFollowed) -> SubjectRow:
    say, story = meeting.say(t), one.story
    m, ref = benefit_measure(say, one), story.benefit
    harvested = "–" if story.harvested is None else t.number(story.harvested)
    played = t("claimed {n}, harvested {m}", n=story.claimed, m=harvested)
    owner = "" if story.owner is None else say.owner(story.owner)
    measured = ": ".join(part for part in (m.indicator, _span(t, m)) if part)
    facts = DOT.join(part for part in (measured, played, owner) if part)
    return SubjectRow(
        f"benefit:{ref.idea.id}:{ref.track}",
        "value",
        meeting.written(t, say.benefit_name(ref)),
        meeting.written(t, facts),
        _told(meeting, t, one.outcomes, m.unit),
        _saving(meeting, t, idea=ref.idea.id, track=ref.track),
        unit=m.unit,
        letter=ref.idea.letter,
        track=ref.track,
        who=owner,
    )


def trial_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The ideas that were tried."""
    return [_trial(meeting, t, one) for one in meeting.found.trials]


def _trial(meeting: FollowUpMeeting, t: Words, one: TrialFollowed) -> SubjectRow:
    proven = t("proven in play") if one.proven else t("not proven in play")
    facts = DOT.join((*one.names, proven))
    return SubjectRow(
        f"trial:{one.idea.id}",
        "trial",
        meeting.written(t, meeting.say(t).idea_name(one.idea)),
        meeting.written(t, facts),
        _told(meeting, t, one.outcomes, ""),
        _saving(meeting, t, idea=one.idea.id),
        letter=one.idea.letter,
    )


def step_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The next steps that the group agreed on."""
    return [_step(meeting, t, n, one) for n, one in enumerate(meeting.found.steps, 1)]


def _step(meeting: FollowUpMeeting, t: Words, n: int, one: StepFollowed) -> SubjectRow:
    return SubjectRow(
        f"step:{one.note.n}",
        "step",
        meeting.written(t, one.note.text),
        "",
        tuple(
            ToldOutcome(meeting.written(t, note.text), _noted(meeting, t, note))
            for note in one.answers
        ),
        lambda form: meeting.additions.note(one.note.n, form.text("text")),
        number=str(n),
    )


# ------------------------------------------------------------------ parts
def _span(t: Words, m: Measure) -> str:
    """From baseline to target, as far as they are known."""
    if m.baseline is None and m.target is None:
        return t("no baseline and no target")
    if m.baseline is None or m.target is None:
        known = m.target if m.baseline is None else m.baseline
        value = figures.quantity(t, known or 0, m.unit)
        said = t("no baseline, target {value}", value=value)
        return said if m.baseline is None else t("baseline {value}, no target", value=value)
    return figures.span(t, m.baseline, m.target, m.unit)


def _told(
    meeting: FollowUpMeeting, t: Words, told: tuple[Outcome, ...], unit: str
) -> tuple[ToldOutcome, ...]:
    return tuple(ToldOutcome(meeting.value(t, one, unit), meeting.source(t, one)) for one in told)


def _noted(meeting: FollowUpMeeting, t: Words, note: Note) -> str:
    """The day a note was written."""
    begun = datetime.fromisoformat(meeting.log.header.created).astimezone()
    return short_day(t, (begun + timedelta(seconds=note.at)).date())


def _saving(
    meeting: FollowUpMeeting, t: Words, *, idea: str | None = None, track: Track | None = None
) -> Callable[[OutcomeForm], object]:
    """A function that adds the outcome in a form to the session."""

    def save(form: OutcomeForm) -> object:
        return meeting.additions.outcome(
            idea=idea,
            track=track,
            held=form.held,
            value=form.number(t),
            text=form.text("text"),
            day=form.day(),
            by=form.text("by"),
        )

    return save
