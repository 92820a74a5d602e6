"""Texts of the follow-up meeting: its parts, the reported outcomes, the questions to ask next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, get_args

from game.debrief.follow_up import (
    BenefitFollowed,
    FollowUpAgenda,
    TrackFollowed,
    TrialFollowed,
)
from game.debrief.progress import WORSE, RealStatus, progress_share, real_status
from game.debrief.standing import Standing
from game.debrief.trials import TrialStory
from game.engine import INDEX, Measure
from game.i18n import Words, mark
from game.wording import figures
from game.wording.debrief_texts.action_items import item_status
from game.wording.debrief_texts.formatter import DebriefFormatter
from game.wording.units import is_level

MeetingPart = Literal["tracks", "benefits", "trials", "steps", "summary", "ask"]
PARTS: Final[tuple[MeetingPart, ...]] = get_args(MeetingPart)

_TEXTS: Final[Mapping[MeetingPart, tuple[str, str]]] = {
    "tracks": (
        mark("Where do the tracks stand?"),
        mark(
            "Weeks or months later: say what each indicator shows in reality, and on which "
            "day it was measured."
        ),
    ),
    "benefits": (
        mark("What became of the benefits?"),
        mark(
            "The benefit owner tells what the measure shows today, and of a downside those who "
            "bear it."
        ),
    ),
    "trials": (
        mark("What came of the trials?"),
        mark("What did you try in reality, and did it hold?"),
    ),
    "steps": (
        mark("What came of the next steps?"),
        mark("Go through what you agreed on, one by one."),
    ),
    "summary": (
        mark("Claimed, in play, in reality"),
        mark("First what you see, then why there is a difference."),
    ),
    "ask": (
        mark("What do you ask now?"),
        mark("In pairs first, then all together. Write down who does what."),
    ),
}
HELD: Final[Mapping[str, str]] = {
    "yes": mark("it held"),
    "partly": mark("it held in part"),
    "no": mark("it did not hold"),
}
_STATUSES: Final[Mapping[str, str]] = {
    "reached": mark("reached"),
    "harmed": mark("worse than before"),
    "came_true": mark("came true"),
    "did_not_come": mark("did not come"),
}
_MOST_NAMED: Final = 2
"""The most items that a question names; the others are counted."""


def part_name(t: Words, part: MeetingPart) -> str:
    """The title of a part of the meeting, a question."""
    return t(_TEXTS[part][0])


_OF_A_CASE: Final[Mapping[MeetingPart, str]] = {
    "tracks": mark(
        "Weeks or months later. The figures are an example: tell your own, or practise."
    ),
    "benefits": mark(
        "What does the measure show where you work? If you have none, practise or skip it."
    ),
    "trials": mark("What did you try where you work, and did it hold? Skip what you did not try."),
}
"""The figures of a case are an example: whoever tells of reality tells of their own."""


def part_lead(t: Words, part: MeetingPart, *, own_project: bool) -> str:
    """How to lead a part of the meeting, in a few sentences."""
    lead = _TEXTS[part][1]
    return t(lead if own_project else _OF_A_CASE.get(part, lead))


def tried_texts(t: Words, trials: Sequence[TrialStory]) -> Iterator[str]:
    """What each trial of an idea proved in play, by its name or by its place among them."""
    for n, trial in enumerate(trials, 1):
        name = trial.name or (t("Trial {n}", n=n) if len(trials) > 1 else "")
        proven = t("proven in play") if trial.proven else t("not proven in play")
        yield t("{trial}: {answer}", trial=name, answer=proven) if name else proven


# ------------------------------------------------------------------ reported outcomes
def measured_value_text(t: Words, name: str, m: Measure, value: float | None) -> str:
    """A measure with its current value, in one sentence.

    >>> from game.i18n import words
    >>> measured_value_text(words("en"), "Waiting time", Measure("", "min", 45, 20), 31)
    'Waiting time: from 45 to 31 min; the target is 20.'
    """
    now = "" if value is None else figures.quantity(t, value, m.unit)
    start = "" if m.baseline is None else t.number(m.baseline)
    target = "" if m.target is None else t.number(m.target)
    if value is None:
        text = _not_measured(t, m)
    elif m.baseline is not None and m.baseline == value:
        text = t("still {now}", now=now)
    elif start:
        text = t("from {start} to {now}", start=start, now=now)
    else:
        text = t("{now} now", now=now)
    if target and value is not None:
        text = t("{said}; the target is {target}", said=text, target=target)
    return f"{name}: {text}".removesuffix(".") + "."  # a unit may end in a stop of its own


def _not_measured(t: Words, m: Measure) -> str:
    if m.baseline is None or m.target is None:
        return t("not measured yet")
    start, target = t.number(m.baseline), figures.quantity(t, m.target, m.unit)
    return t("not measured yet; from {start} towards {target}", start=start, target=target)


def reported_results(fmt: DebriefFormatter, agenda: FollowUpAgenda) -> Iterator[str]:
    """One sentence for each reported outcome: tracks, benefits, trials, next steps."""
    for track in agenda.tracks:
        if track.value is not None:
            m = track_measure(fmt, track)
            yield measured_value_text(fmt.t, m.indicator, m, track.value)
    for benefit in agenda.benefits:
        if benefit.value is not None:
            name, m = benefit_name(fmt, benefit), benefit_measure(fmt, benefit)
            yield measured_value_text(fmt.t, name, m, benefit.value)
    for trial in agenda.trials:
        if trial.latest is not None and trial.latest.held is not None:
            held = fmt.t(HELD[trial.latest.held])
            words = f" – {trial.latest.text}" if trial.latest.text else ""
            yield f"{fmt.idea(trial.idea)}: {held}{words}"
    for followed in agenda.items:
        if not followed.is_open:
            status = item_status(fmt.t, followed.item.status)
            yield f"{fmt.written(followed.item.text)}: {status}"


def track_measure(fmt: DebriefFormatter, track: TrackFollowed) -> Measure:
    """The measure of a track."""
    return figures.measure(fmt.t, fmt.case, track.track, None)


def benefit_measure(fmt: DebriefFormatter, benefit: BenefitFollowed) -> Measure:
    """The measure of a benefit."""
    ref = benefit.story.benefit
    m = figures.measure(fmt.t, fmt.case, ref.track, benefit.benefit)
    return fmt.measured_as(ref.key, m)


def benefit_title(fmt: DebriefFormatter, standing: Standing) -> str:
    """What a benefit is called by now, alone."""
    return fmt.written(standing.title) or fmt.benefit_name(standing.story.benefit)


def benefit_name(fmt: DebriefFormatter, benefit: BenefitFollowed) -> str:
    """What a benefit is called by now, with its idea and track."""
    standing = benefit.standing
    return fmt.benefit(standing.story.benefit, fmt.written(standing.title))


def told_of_the_track(
    fmt: DebriefFormatter, agenda: FollowUpAgenda, benefit: BenefitFollowed
) -> float | None:
    """The value told of a benefit's track, where that is the benefit's as well: the same level.

    ``None`` once it was told of the benefit itself, where each benefit is a part of what the track
    shows, and of a downside: those who bear it tell.
    """
    track = _track_of_the_measure(fmt, agenda, benefit)
    if track is None:
        return None
    theirs = track_measure(fmt, track)
    return track.value if is_level(theirs.baseline, theirs.unit) else None


def told_of_the_track_text(
    fmt: DebriefFormatter, agenda: FollowUpAgenda, benefit: BenefitFollowed
) -> str:
    """That a benefit's track was told by the same measure; empty where it was not.

    A level is the benefit's, too. Of an amount the benefit gives a part, and which is not told.
    """
    track = _track_of_the_measure(fmt, agenda, benefit)
    if track is None or track.value is None:
        return ""
    told = figures.quantity(fmt.t, track.value, track_measure(fmt, track).unit)
    if told_of_the_track(fmt, agenda, benefit) is not None:
        return fmt.t("same measure as the track: {value}", value=told)
    return fmt.t("the track: {value} in all; of this part nothing is told yet", value=told)


def _track_of_the_measure(
    fmt: DebriefFormatter, agenda: FollowUpAgenda, benefit: BenefitFollowed
) -> TrackFollowed | None:
    """The track of a benefit of which nothing was told itself, where they share a measure."""
    ref, m = benefit.story.benefit, benefit_measure(fmt, benefit)
    if benefit.value is not None or ref.downside:
        return None
    track = next(track for track in agenda.tracks if track.track == ref.track)
    theirs = track_measure(fmt, track)
    same = (m.indicator.casefold(), m.unit) == (theirs.indicator.casefold(), theirs.unit)
    return track if same else None


def measure_progress(m: Measure, value: float | None) -> float | None:
    """The progress of a value from baseline to target; ``None`` where it is not defined."""
    return None if value is None else progress_share(m.baseline, m.target, value)


def track_status(m: Measure, track: TrackFollowed) -> RealStatus | None:
    """What the latest measurement says of a track."""
    return real_status(m.baseline, m.target, track.value)


def benefit_status(m: Measure, benefit: BenefitFollowed) -> RealStatus | None:
    """What the latest measurement says of a benefit or a downside."""
    downside = benefit.story.benefit.downside
    return real_status(m.baseline, m.target, benefit.value, downside=downside)


def reality_text(t: Words, m: Measure, value: float | None, *, downside: bool = False) -> str:
    """What a measurement says, in lower case for use within a sentence; empty without a way.

    How far it is on the way is said as it is, so that nobody has to know where a word for it ends.

    >>> from game.i18n import words
    >>> reality_text(words("en"), Measure("Waiting time", "min", 45, 20), 35)
    '40% of the way'
    """
    status = real_status(m.baseline, m.target, value, downside=downside)
    share = measure_progress(m, value)
    if status is None or share is None:
        return ""
    if status in _STATUSES:
        return t(_STATUSES[status])
    if share == 0:
        return t("no change")
    return t("{share} of the way", share=t.percent(share))


# ------------------------------------------------------------------ questions
def questions(fmt: DebriefFormatter, agenda: FollowUpAgenda, most: int = 5) -> list[str]:
    """The questions to ask, the most important first; the last is always when to meet again."""
    t = fmt.t
    selected = [
        *_harm(fmt, agenda),
        *_reached_only_in_play(fmt, agenda),
        *_unsuccessful_trials(fmt, agenda.trials),
    ]
    selected += [*_unmeasured(fmt, agenda), *_unreported(fmt, agenda), *_reached(fmt, agenda)]
    again = t("When do you meet next, and what must have changed by then?")
    return [*selected[: most - 1], again]


def _indicators(
    fmt: DebriefFormatter, agenda: FollowUpAgenda
) -> Iterator[tuple[TrackFollowed, str, float | None]]:
    """Each track with its indicator and its real progress."""
    for track in agenda.tracks:
        m = track_measure(fmt, track)
        yield track, m.indicator, measure_progress(m, track.value)


def _harm(fmt: DebriefFormatter, agenda: FollowUpAgenda) -> Iterator[str]:
    for track in agenda.tracks:
        m = track_measure(fmt, track)
        if track_status(m, track) in WORSE:
            yield fmt.t(
                "{indicator}: it is worse than before. Who feels it, and what do you do about it?",
                indicator=m.indicator,
            )
    for benefit in agenda.benefits:
        if benefit_status(benefit_measure(fmt, benefit), benefit) in WORSE:
            yield fmt.t(
                "{benefit}: it is worse than before. Who feels it, and what do you do about it?",
                benefit=benefit_name(fmt, benefit),
            )


def _reached_only_in_play(fmt: DebriefFormatter, agenda: FollowUpAgenda) -> Iterator[str]:
    for track, indicator, progress in _indicators(fmt, agenda):
        goal = fmt.case.setup.goals[INDEX[track.track]]
        if progress is not None and 0 <= progress < 1 and track.points >= goal:
            yield fmt.t(
                "{indicator}: reached in play, not in reality. What was easier at the table?",
                indicator=indicator,
            )


def _unsuccessful_trials(fmt: DebriefFormatter, trials: Sequence[TrialFollowed]) -> Iterator[str]:
    ideas = [fmt.idea(o.idea) for o in trials if o.latest and o.latest.held in ("no", "partly")]
    if ideas:
        yield fmt.t(
            "{ideas} did not hold as you had hoped. What did you learn, and what do you try now?",
            ideas=_first_few(fmt.t, ideas),
        )


def _unmeasured(fmt: DebriefFormatter, agenda: FollowUpAgenda) -> Iterator[str]:
    names = [indicator for track, indicator, _ in _indicators(fmt, agenda) if track.value is None]
    missing = [fmt.t("“{name}”", name=name) for name in names]
    if missing:
        yield fmt.t(
            "Who measures {indicators}, and by when?", indicators=_first_few(fmt.t, missing)
        )
    alive = [o for o in agenda.benefits if not o.standing.put_away]
    untold = [o for o in alive if o.value is None]
    unheard = [benefit_name(fmt, o) for o in untold if o.story.downside]
    unread = [
        benefit_name(fmt, o)
        for o in untold
        if o.standing.owned and not o.story.downside and told_of_the_track(fmt, agenda, o) is None
    ]
    if unheard:
        yield fmt.t(
            "{downsides}: who has asked those who bear it?",
            downsides=_first_few(fmt.t, unheard),
        )
    if unread:
        yield fmt.t(
            "{benefits}: it is not noted what the measure shows. What does the owner need?",
            benefits=_first_few(fmt.t, unread),
        )
    nobodys = [benefit_name(fmt, o) for o in alive if not o.standing.owned and not o.story.downside]
    if nobodys:
        yield fmt.t(
            "{benefits}: no owner is noted. Who takes it on, and who measures it?",
            benefits=_first_few(fmt.t, nobodys),
        )


def _unreported(fmt: DebriefFormatter, agenda: FollowUpAgenda) -> Iterator[str]:
    ideas = [fmt.idea(trial.idea) for trial in agenda.trials if trial.latest is None]
    if ideas:
        yield fmt.t(
            "What came of {ideas}? If it was never tried: what stood in the way?",
            ideas=_first_few(fmt.t, ideas),
        )
    undone = sum(followed.is_open for followed in agenda.items)
    if undone:
        yield fmt.t.plural(
            "{n} next step is not done yet. Is it still worth it, and what is in the way?",
            "{n} next steps are not done yet. Which are still worth it, and what is in the way?",
            undone,
        )
    open_ = sum(not step.answers for step in agenda.steps)
    if open_:
        yield fmt.t.plural(
            "{n} next step has no answer yet. Is it still worth it, and who takes it on?",
            "{n} next steps have no answer yet. Which are still worth it, and who takes them on?",
            open_,
        )


def _reached(fmt: DebriefFormatter, agenda: FollowUpAgenda) -> Iterator[str]:
    for _, indicator, progress in _indicators(fmt, agenda):
        if progress is not None and progress >= 1:
            yield fmt.t(
                "{indicator}: the target is reached. Who sees to it that it lasts?",
                indicator=indicator,
            )


def _first_few(t: Words, items: list[str]) -> str:
    """A list of the first few items by name, the others counted."""
    if len(items) <= _MOST_NAMED:
        return t.listed(items)
    return t.listed([*items[:_MOST_NAMED], t("{n} more", n=len(items) - _MOST_NAMED)])
