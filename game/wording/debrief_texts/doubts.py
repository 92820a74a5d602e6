"""Doubts about an outcome in words, and the measures that its values are read on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.debrief import Debrief
from game.debrief.doubts import Doubt, DoubtCode, Scale, ScaleOf
from game.debrief.follow_up import OutcomeSubject
from game.engine import Benefit, Measure
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.wording import figures
from game.wording.debrief_texts.formatter import DebriefFormatter
from game.wording.units import is_kroner, is_percent

_TEXTS: Final[Mapping[DoubtCode, str]] = {
    "no_idea": mark("That idea is not on the table. Choose one that is."),
    "no_benefit": mark(
        "Nothing was promised of that idea on that track. Choose a track on which something was."
    ),
    "before_the_game": mark(
        "{day} is before the game. Give a day after the game on which it was measured."
    ),
    "not_yet": mark("{day} has not come yet. Give the day on which it was measured."),
    "above_hundred": mark("{value} cannot be right: there is no more than 100% of it."),
    "below_zero": mark("{value} cannot be right: what is counted here is never below zero."),
    "ahead": mark("{day} had not come when it was told."),
    "shelved": mark("Its idea was shelved in the game."),
    "never_tried": mark("No trial of that idea was agreed on in the game."),
    "past_hundred": mark("{value} is more than a hundred percent."),
    "far_too_much": mark("{value} is more than ten times what is known of it ({known})."),
    "far_too_little": mark("{value} is less than a tenth of what is known of it ({known})."),
    "worse": mark("{value} is worse than before ({known})."),
    "far_past_target": mark("{value} goes more than twice as far as the target ({known})."),
}
_QUESTIONS: Final[Mapping[DoubtCode, str]] = {
    "ahead": mark("Is the day right?"),
    "shelved": mark("Has it been implemented after all?"),
    "never_tried": mark("Has it been tried since?"),
    "past_hundred": mark("Can there be that much?"),
    "far_too_much": mark("Is it the right unit, and no digit too many?"),
    "far_too_little": mark("Is it the right unit, and no digit too few?"),
    "worse": mark("Is that what was measured?"),
    "far_past_target": mark("Is that what was measured?"),
}
"""What somebody can confirm is asked; what cannot be is not."""


def doubt_text(t: Words, doubt: Doubt, m: Measure | None) -> str:
    """A doubt, and what is asked about it; ``m`` is what the value is read on."""
    question = _QUESTIONS.get(doubt.code)
    fact = doubt_fact(t, doubt, m)
    return fact if question is None else f"{fact} {t(question)}"


def doubt_fact(t: Words, doubt: Doubt, m: Measure | None) -> str:
    """The same without the question, which somebody has answered."""
    return t(
        _TEXTS[doubt.code],
        day=short_day(t, doubt.told.day),
        value=_value(t, doubt, m),
        known="" if m is None else _known(t, m),
    )


def refused_text(t: Words, count: int) -> str:
    """How many outcomes in a session cannot be, and so do not count; empty if there are none."""
    if not count:
        return ""
    return t.plural(
        "{n} value cannot be right, and does not count. The follow-up says why.",
        "{n} values cannot be right, and do not count. The follow-up says why.",
        count,
    )


def _value(t: Words, doubt: Doubt, m: Measure | None) -> str:
    if doubt.told.value is None:
        return ""
    return figures.quantity(t, doubt.told.value, "" if m is None else m.unit)


def _known(t: Words, m: Measure) -> str:
    """What is known of a measure: from where to where, or one of the two."""
    if m.baseline is not None and m.target is not None:
        return figures.span(t, m.baseline, m.target, m.unit)
    end = m.target if m.baseline is None else m.baseline
    return "" if end is None else figures.quantity(t, end, m.unit)


# ------------------------------------------------------------------ measures
def subject_measure(fmt: DebriefFormatter, d: Debrief, subject: OutcomeSubject) -> Measure | None:
    """What a value is read on; ``None`` for a trial, and for what is not there."""
    id, track = subject
    if track is None:
        return None
    if id is None:
        return figures.measure(fmt.t, fmt.case, track, None)
    benefit = _benefit(d, subject)
    if benefit is None:
        return None
    return fmt.measured_as(subject, figures.measure(fmt.t, fmt.case, track, benefit))


def scale_of(fmt: DebriefFormatter, d: Debrief) -> ScaleOf:
    """The scale of each subject, for :func:`game.debrief.doubts.doubts`."""

    def scale(subject: OutcomeSubject) -> Scale | None:
        m, benefit = subject_measure(fmt, d, subject), _benefit(d, subject)
        if m is None:
            return None
        share, money = is_percent(m.unit), is_kroner(m.unit)
        downside = benefit is not None and benefit.downside
        return Scale(m.baseline, m.target, share, money, downside)

    return scale


def _benefit(d: Debrief, subject: OutcomeSubject) -> Benefit | None:
    """A benefit as it lies on the table; ``None`` if its idea was shelved."""
    id, track = subject
    idea = None if id is None else d.end.idea(id)
    return None if idea is None or track is None else idea.benefit(track)
