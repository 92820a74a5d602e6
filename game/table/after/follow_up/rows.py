"""The rows of a follow-up meeting: one per subject that can have outcomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.debrief.action_items import StepFollowed
from game.debrief.benefits import BenefitStory, Fate
from game.debrief.doubts import Told
from game.debrief.follow_up import BenefitFollowed, OutcomeSubject, TrackFollowed, TrialFollowed
from game.debrief.progress import real_status
from game.debrief.references import BenefitRef, IdeaRef
from game.engine import Measure, Track
from game.frozen import frozen
from game.gui import theme
from game.gui.theme import Colour
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.session import Note, Outcome
from game.table.after.follow_up.form import EntryKind, OutcomeForm
from game.table.after.follow_up.meeting import DOT, FollowUpMeeting
from game.table.parts.real import ink_of, ink_of_trial
from game.wording import figures
from game.wording.debrief_texts.follow_up import (
    benefit_measure,
    benefit_title,
    reality_text,
    told_of_the_track_text,
    track_measure,
    tried_texts,
)


@frozen
class OutcomeText:
    """A recorded outcome as text: its value, and its date and source.

    ``says`` is what a value says in a few words, ``ink`` its colour. ``wrong`` says why it does not
    count.
    """

    value: str
    source: str
    says: str = ""
    ink: Colour = theme.CHALK
    wrong: str = ""


@frozen
class SubjectRow:
    """A subject as texts, its outcomes (the earliest first), and how to save another one.

    ``refused`` are outcomes that cannot be. ``likely_source`` is the role or person likely to
    report it. ``known`` is what is known of it as long as it has no outcome. ``told`` is what is to
    be saved, to be asked about first.
    """

    key: str
    kind: EntryKind
    title: str
    facts: str
    outcomes: tuple[OutcomeText, ...]
    save: Callable[[OutcomeForm], object]
    told: Callable[[OutcomeForm], Told] | None = None
    refused: tuple[OutcomeText, ...] = ()
    unit: str = ""
    subject: IdeaRef | BenefitRef | None = None
    track: Track | None = None
    number: str = ""
    likely_source: str = ""
    known: str = ""


SubjectRows = Callable[[FollowUpMeeting, Words], list[SubjectRow]]


def track_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The four tracks with their indicators."""
    return [_track(meeting, t, followed) for followed in meeting.found.tracks]


def _track(meeting: FollowUpMeeting, t: Words, followed: TrackFollowed) -> SubjectRow:
    m = track_measure(meeting.formatter(t), followed)
    played = t(
        "in play {value} ({points}, goal {goal})",
        value=figures.indicator(t, meeting.case, followed.track, followed.points),
        points=figures.points(t, followed.points),
        goal=followed.goal,
    )
    return SubjectRow(
        f"track:{followed.track}",
        "value",
        m.indicator,
        f"{_span(t, m)}{DOT}{played}",
        _measured(meeting, t, m, followed.outcomes),
        _saving(meeting, t, (None, followed.track)),
        _telling(t, (None, followed.track)),
        _measured(meeting, t, m, followed.refused),
        unit=m.unit,
        track=followed.track,
    )


def benefit_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The benefits with their measures and owners, or that they have none, and the downsides."""
    return [_benefit(meeting, t, followed) for followed in meeting.found.benefits]


def _benefit(meeting: FollowUpMeeting, t: Words, followed: BenefitFollowed) -> SubjectRow:
    formatter, story, standing = meeting.formatter(t), followed.story, followed.standing
    m, ref = benefit_measure(formatter, followed), story.benefit
    owner = meeting.owner(t, standing)
    nobody = "" if owner or story.downside else t("nobody owns it")
    since = t("shelved since the game") if standing.shelved_since else ""
    measured = ": ".join(part for part in (m.indicator, _span(t, m)) if part)
    whose = (owner, nobody, story.bearer)
    facts = DOT.join(part for part in (measured, _played(t, story), since, *whose) if part)
    return SubjectRow(
        f"benefit:{ref.idea.id}:{ref.track}",
        "value",
        meeting.written(t, benefit_title(formatter, standing)),
        meeting.written(t, facts),
        _measured(meeting, t, m, followed.outcomes, downside=ref.downside),
        _saving(meeting, t, ref.key),
        _telling(t, ref.key),
        _measured(meeting, t, m, followed.refused),
        unit=m.unit,
        subject=ref,
        track=ref.track,
        likely_source=owner or meeting.written(t, story.bearer),
        known=told_of_the_track_text(formatter, meeting.found, followed),
    )


_CLAIMED: Final = mark("claimed {n}, in play {m}")
_NAMED: Final = mark("named {n}, in play {m}")
_CLAIMED_ALONE: Final = mark("points claimed: {n}, in play {fate}")
_NAMED_ALONE: Final = mark("points named: {n}, in play {fate}")
_FATES: Final[Mapping[Fate, str]] = {
    "claimed": mark("not implemented"),
    "implemented": mark("under way"),
    "realised": mark("realised"),
    "shelved": mark("shelved"),
    "withdrawn": mark("withdrawn"),
}
"""What became of a benefit that gave nothing yet."""


def _played(t: Words, story: BenefitStory) -> str:
    """What was said of it in the game, and what it came to there."""
    said = t.number(story.claimed)
    if story.given is None:
        text = _NAMED_ALONE if story.downside else _CLAIMED_ALONE
        return t(text, n=said, fate=t(_FATES[story.fate]))
    came = figures.points(t, story.given)
    text = _NAMED if story.downside else _CLAIMED
    return t(text, n=said, m=came)


def trial_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The ideas that were tried."""
    return [_trial(meeting, t, followed) for followed in meeting.found.trials]


def _trial(meeting: FollowUpMeeting, t: Words, followed: TrialFollowed) -> SubjectRow:
    facts = DOT.join(tried_texts(t, followed.trials))
    return SubjectRow(
        f"trial:{followed.idea.id}",
        "trial",
        meeting.written(t, meeting.formatter(t).idea_name(followed.idea)),
        meeting.written(t, facts),
        _held(meeting, t, followed.outcomes),
        _saving(meeting, t, (followed.idea.id, None)),
        _telling(t, (followed.idea.id, None)),
        _held(meeting, t, followed.refused),
        subject=followed.idea,
    )


def step_rows(meeting: FollowUpMeeting, t: Words) -> list[SubjectRow]:
    """The next steps that the group agreed on."""
    return [_step(meeting, t, n, followed) for n, followed in enumerate(meeting.found.steps, 1)]


def _step(meeting: FollowUpMeeting, t: Words, n: int, followed: StepFollowed) -> SubjectRow:
    return SubjectRow(
        f"step:{followed.note.n}",
        "step",
        meeting.written(t, followed.note.text),
        "",
        tuple(
            OutcomeText(meeting.written(t, note.text), _noted(meeting, t, note))
            for note in followed.answers
        ),
        lambda form: meeting.additions.note(followed.note.n, form.text("text")),
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
        target = t("no baseline, target {value}", value=value)
        return target if m.baseline is None else t("baseline {value}, no target", value=value)
    return figures.span(t, m.baseline, m.target, m.unit)


def _measured(
    meeting: FollowUpMeeting,
    t: Words,
    m: Measure,
    outcomes: tuple[Outcome, ...],
    *,
    downside: bool = False,
) -> tuple[OutcomeText, ...]:
    """Measured values, each with what it says of the way from baseline to target."""
    texts = []
    for outcome in outcomes:
        status = real_status(m.baseline, m.target, outcome.value, downside=downside)
        said = reality_text(t, m, outcome.value, downside=downside)
        value, source = meeting.value(t, outcome, m.unit), meeting.source(t, outcome)
        wrong = meeting.why_refused(t, outcome)
        texts.append(OutcomeText(value, source, said, ink_of(status), wrong))
    return tuple(texts)


def _held(
    meeting: FollowUpMeeting, t: Words, outcomes: tuple[Outcome, ...]
) -> tuple[OutcomeText, ...]:
    """Whether a trial held, each time that it was told."""
    return tuple(
        OutcomeText(
            meeting.value(t, outcome, ""),
            meeting.source(t, outcome),
            ink=theme.CHALK if outcome.held is None else ink_of_trial(outcome.held),
            wrong=meeting.why_refused(t, outcome),
        )
        for outcome in outcomes
    )


def _noted(meeting: FollowUpMeeting, t: Words, note: Note) -> str:
    """The day a note was written."""
    return short_day(t, meeting.log.header.moment(note.at).date())


def _telling(t: Words, subject: OutcomeSubject) -> Callable[[OutcomeForm], Told]:
    """A function that gives what a form is about to tell of a subject."""
    return lambda form: Told(*subject, form.number(t), form.day())


def _saving(
    meeting: FollowUpMeeting, t: Words, subject: OutcomeSubject
) -> Callable[[OutcomeForm], object]:
    """A function that adds the outcome in a form to the session."""
    idea, track = subject

    def save(form: OutcomeForm) -> object:
        return meeting.additions.outcome(
            idea=idea,
            track=track,
            held=form.held,
            value=form.number(t),
            text=form.text("text"),
            day=form.day(),
            by=form.text("by"),
            confirmed=form.confirmed,
        )

    return save
