"""Texts of bots, lessons and measurements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from game.bots import NOISY, PEOPLE
from game.i18n import Words, half_up, mark
from game.simulation.intervals import Interval
from game.simulation.lessons import HABITS, Judgement, Lesson, LessonFinding

_BOTS: Final[Mapping[str, str]] = {
    "random": mark("Chance"),
    "rush": mark("Haste"),
    "method": mark("Method"),
    "economist": mark("Economy alone"),
    "careful-reader": mark("Method that reads with care"),
    "trick-harmless-risks": mark("Trick: calls its risks harmless"),
    "trick-claims-of-one": mark("Trick: claims one point of everything"),
    "trick-half-claims": mark("Trick: claims half of what it expects"),
    "trick-claims-when-open": mark("Trick: claims only what is open"),
    "trick-written-only": mark("Trick: writes all of its cards"),
    "trick-hoarding": mark("Trick: gathers capacity first"),
    "trick-hand-overs": mark("Trick: hands benefits on just before a reality check"),
    "trick-undo": mark("Trick: undoes what went badly"),
}
_WITHOUT: Final[Mapping[str, str]] = {
    "trials": mark("… without trials"),
    "anchoring": mark("… without anchoring"),
    "risks": mark("… without risk work"),
    "abilities": mark("… without abilities"),
    "downsides": mark("… without naming downsides"),
    "tracks": mark("… without thought for the other tracks"),
}
_LESSONS: Final[Mapping[Lesson, str]] = {
    "noise_20": mark("Method with 20% noise: all four goals in {least}–{most}"),
    "noise_30": mark("Method with 30% noise: all four goals in {least}–{most}"),
    "economy_alone": mark("Economy alone: all four goals in under 10%"),
    "economy_found": mark("Economy alone: its own goal in over 50%"),
    "rush": mark("Haste: all four goals in under 10%"),
    "random": mark("Chance: all four goals in under 3%"),
    "risks": mark("Without risk work: 8–50 percentage points fewer"),
    "tracks": mark("Without thought for the other tracks: 8–50 fewer"),
    "abilities": mark("Without abilities: 8–50 fewer"),
    "trials": mark("Without trials: 8–50 fewer"),
    "anchoring": mark("Without anchoring: 8–50 fewer"),
    "downsides": mark("Without naming downsides: 8–50 fewer"),
}
JUDGEMENT_SIGNS: Final[Mapping[Judgement, str]] = {
    "holds": "✓",
    "too_low": "↓",
    "too_high": "↑",
    "unsure": "?",
    "withheld": "–",
}
"""A sign for each judgement, for tables."""


def bot_name(t: Words, name: str) -> str:
    """The name of a group, by the bot that plays it."""
    if name in NOISY:
        return t("Method, {n}% at random", n=t.number(NOISY[name]))
    group, _, practice = name.partition("-without-")
    if practice:
        without = t(_WITHOUT[practice])
        return without if group == PEOPLE else f"{bot_name(t, group)} {without}"
    return t(_BOTS[name])


def lesson(t: Words, found: LessonFinding) -> str:
    """A lesson in one line, with what is meant."""
    least, most = t.number(half_up(found.least * 100)), t.percent(found.most)
    return t(_LESSONS[found.lesson], least=least, most=most)


def fine_percent(t: Words, share: float) -> str:
    """A share in percent, with a decimal where whole percents would hide it: ``0.4%``."""
    if 0 < abs(share) < 0.0095:
        return t("{n}%", n=t.number(half_up(share * 100, 1)))
    return t.percent(share)


def with_interval(t: Words, x: Interval) -> str:
    """A share with its interval: ``61% (57–65) of the games``."""
    return t("{share} ({span}) of the games", share=fine_percent(t, x.value), span=span(t, x))


def span(t: Words, x: Interval) -> str:
    """The interval of a share, in percent: ``57–65``."""
    low, high = (t.number(half_up(end * 100, 1 if x.high < 0.02 else 0)) for end in (x.low, x.high))
    return f"{low}–{high}" if x.low >= 0 else t("{low} to {high}", low=low, high=high)


def measured(t: Words, found: LessonFinding) -> str:
    """The number of a lesson: a share, or the percentage points that a habit is worth."""
    if found.lesson not in HABITS:
        return with_interval(t, found.measured)
    points = t.number(half_up(found.measured.value * 100))
    return t("{n} percentage points ({span})", n=points, span=span(t, found.measured))


def measured_briefly(t: Words, found: LessonFinding) -> str:
    """The number of a lesson for a table: percent, or percentage points."""
    return f"{t.number(half_up(found.measured.value * 100))} ({span(t, found.measured)})"


def at_seats(t: Words, found: Iterable[LessonFinding]) -> str:
    """A list of a lesson's numbers at each number of seats."""
    return t.listed([_at(t, f.seats, measured(t, f)) for f in found])


def _at(t: Words, seats: int, found: str) -> str:
    return t.plural("{found} with {n} seat", "{found} with {n} seats", seats, found=found)
