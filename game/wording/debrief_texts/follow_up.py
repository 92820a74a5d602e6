"""The follow-up meeting in words: what is told, how far it has come, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, get_args

from game.debrief.follow_up import (
    BenefitFollowed,
    FollowUpAgenda,
    TrackFollowed,
    TrialFollowed,
    share,
    standing,
)
from game.engine import INDEX
from game.engine.actions import Measure
from game.i18n import Words, mark
from game.wording import figures
from game.wording.debrief_texts.formatter import DebriefFormatter

Part = Literal["tracks", "benefits", "trials", "steps", "summary", "ask"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)

_TEXTS: Final[Mapping[Part, tuple[str, str]]] = {
    "tracks": (
        mark("Where do the tracks stand?"),
        mark("Read the real value of each indicator, with the day it was measured."),
    ),
    "benefits": (
        mark("What became of the benefits?"),
        mark("The benefit owner tells what the measure shows today."),
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
        mark("Two and two first, then all together. Write down who does what."),
    ),
}
HELD: Final[Mapping[str, str]] = {
    "yes": mark("it held"),
    "partly": mark("it held in part"),
    "no": mark("it did not hold"),
}
_NAMED: Final = 2
"""So many things are named in a question; the others are counted."""


def part_name(t: Words, part: Part) -> str:
    """The question that a part of the meeting is called by."""
    return t(_TEXTS[part][0])


def part_lead(t: Words, part: Part) -> str:
    """How it is led, in a sentence or two."""
    return t(_TEXTS[part][1])


# ------------------------------------------------------------------ what is told
def told_in_words(t: Words, name: str, m: Measure, value: float | None) -> str:
    """Where a measure stands, in a sentence.

    >>> from game.i18n import words
    >>> told_in_words(words("en"), "Waiting time", Measure("", "min", 45, 20), 31)
    'Waiting time: from 45 to 31 min; the target is 20.'
    """
    now = "" if value is None else figures.quantity(t, value, m.unit)
    start = "" if m.baseline is None else t.number(m.baseline)
    target = "" if m.target is None else t.number(m.target)
    if value is None:
        said = _not_measured(t, m)
    elif m.baseline is not None and m.baseline == value:
        said = t("still {now}", now=now)
    elif start:
        said = t("from {start} to {now}", start=start, now=now)
    else:
        said = t("{now} now", now=now)
    if target and value is not None:
        said = t("{said}; the target is {target}", said=said, target=target)
    return f"{name}: {said}".removesuffix(".") + "."  # a unit may end in a stop of its own


def _not_measured(t: Words, m: Measure) -> str:
    if m.baseline is None or m.target is None:
        return t("not measured yet")
    start, target = t.number(m.baseline), figures.quantity(t, m.target, m.unit)
    return t("not measured yet; from {start} towards {target}", start=start, target=target)


def realities(fmt: DebriefFormatter, found: FollowUpAgenda) -> Iterator[str]:
    """Everything that has been told, a sentence each: tracks, benefits, trials."""
    for track in found.tracks:
        if track.value is not None:
            m = track_measure(fmt, track)
            yield told_in_words(fmt.t, m.indicator, m, track.value)
    for benefit in found.benefits:
        if benefit.value is not None:
            name, m = fmt.benefit(benefit.story.benefit), benefit_measure(fmt, benefit)
            yield told_in_words(fmt.t, name, m, benefit.value)
    for trial in found.trials:
        if trial.latest is not None and trial.latest.held is not None:
            held = fmt.t(HELD[trial.latest.held])
            words = f" – {trial.latest.text}" if trial.latest.text else ""
            yield f"{fmt.idea(trial.idea)}: {held}{words}"


def track_measure(fmt: DebriefFormatter, one: TrackFollowed) -> Measure:
    """What a track is measured by."""
    return figures.measure(fmt.t, fmt.case, one.track, None)


def benefit_measure(fmt: DebriefFormatter, one: BenefitFollowed) -> Measure:
    """What a benefit is measured by."""
    return figures.measure(fmt.t, fmt.case, one.story.benefit.track, one.benefit)


def how_far(m: Measure, value: float | None) -> float | None:
    """The share of the way that a value has come; ``None`` where it cannot be said."""
    return None if value is None else share(m.baseline, m.target, value)


# ------------------------------------------------------------------ what to ask next
def questions(fmt: DebriefFormatter, found: FollowUpAgenda, most: int = 5) -> list[str]:
    """What to ask now, the weightiest first; the last one is always when to meet again."""
    t = fmt.t
    asked = [*_harm(fmt, found), *_only_in_play(fmt, found), *_unheld(fmt, found.trials)]
    asked += [*_unmeasured(fmt, found), *_untold(fmt, found), *_reached(fmt, found)]
    again = t("When do you meet next, and what must have changed by then?")
    return [*asked[: most - 1], again]


def _indicators(
    fmt: DebriefFormatter, found: FollowUpAgenda
) -> Iterator[tuple[TrackFollowed, str, float | None]]:
    """Each track with its indicator and the share of the way it has really come."""
    for one in found.tracks:
        m = track_measure(fmt, one)
        yield one, m.indicator, how_far(m, one.value)


def _harm(fmt: DebriefFormatter, found: FollowUpAgenda) -> Iterator[str]:
    for _, indicator, far in _indicators(fmt, found):
        if far is not None and standing(far) == "harmed":
            yield fmt.t(
                "{indicator}: it is worse than before. Who feels it, and what do you do about it?",
                indicator=indicator,
            )


def _only_in_play(fmt: DebriefFormatter, found: FollowUpAgenda) -> Iterator[str]:
    for one, indicator, far in _indicators(fmt, found):
        goal = fmt.case.setup.goals[INDEX[one.track]]
        if far is not None and 0 <= far < 1 and one.points >= goal:
            yield fmt.t(
                "{indicator}: reached in play, not in reality. What was easier at the table?",
                indicator=indicator,
            )


def _unheld(fmt: DebriefFormatter, trials: Sequence[TrialFollowed]) -> Iterator[str]:
    ideas = [fmt.idea(o.idea) for o in trials if o.latest and o.latest.held in ("no", "partly")]
    if ideas:
        yield fmt.t(
            "{ideas} did not hold as you had hoped. What did you learn, and what do you try now?",
            ideas=_some(fmt.t, ideas),
        )


def _unmeasured(fmt: DebriefFormatter, found: FollowUpAgenda) -> Iterator[str]:
    names = [indicator for one, indicator, _ in _indicators(fmt, found) if one.value is None]
    missing = [fmt.t("“{name}”", name=name) for name in names]
    if missing:
        yield fmt.t("Who measures {indicators}, and before when?", indicators=_some(fmt.t, missing))
    unread = [fmt.benefit(o.story.benefit) for o in found.benefits if o.value is None]
    if unread:
        yield fmt.t(
            "{benefits}: nobody has told what the measure shows. What does the owner need?",
            benefits=_some(fmt.t, unread),
        )


def _untold(fmt: DebriefFormatter, found: FollowUpAgenda) -> Iterator[str]:
    ideas = [fmt.idea(one.idea) for one in found.trials if one.latest is None]
    if ideas:
        yield fmt.t(
            "What came of {ideas}? If it was never tried: what stood in the way?",
            ideas=_some(fmt.t, ideas),
        )
    open_ = sum(not step.came for step in found.steps)
    if open_:
        yield fmt.t.plural(
            "{n} next step has no answer yet. Is it still worth it, and who takes it on?",
            "{n} next steps have no answer yet. Which are still worth it, and who takes them on?",
            open_,
        )


def _reached(fmt: DebriefFormatter, found: FollowUpAgenda) -> Iterator[str]:
    for _, indicator, far in _indicators(fmt, found):
        if far is not None and far >= 1:
            yield fmt.t(
                "{indicator}: the target is reached. Who sees to it that it lasts?",
                indicator=indicator,
            )


def _some(t: Words, things: list[str]) -> str:
    """The first few by name, the others counted."""
    if len(things) <= _NAMED:
        return t.listed(things)
    return t.listed([*things[:_NAMED], t("{n} more", n=len(things) - _NAMED)])
