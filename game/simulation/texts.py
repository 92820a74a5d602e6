"""Texts of bots, lessons and measurements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from game.bots import NOISY, PEOPLE
from game.i18n import Words, half_up, mark
from game.simulation.games import Simulation
from game.simulation.intervals import Interval
from game.simulation.lessons import HABITS, Judgement, Lesson, LessonFinding
from game.simulation.moves import Direction

_BOTS: Final[Mapping[str, str]] = {
    "random": mark("Chance"),
    "rush": mark("Haste"),
    "method": mark("Method"),
    "economist": mark("Economy alone"),
    "careful-reader": mark("Method that reads with care"),
    "trick-harmless-risks": mark("Trick: calls its risks harmless"),
    "trick-claims-of-one": mark("Trick: claims one point of everything"),
    "trick-half-claims": mark("Trick: claims half of what it expects"),
    "trick-claims-when-open": mark("Trick: claims only what is known"),
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
    "noise_20": mark("Method, 20% at random: all four goals in {least}–{most}"),
    "noise_30": mark("Method, 30% at random: all four goals in {least}–{most}"),
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
QUESTIONS: Final[Mapping[Lesson, str]] = {
    "noise_20": mark("whether it is too hard or too easy"),
    "noise_30": mark("how it goes for people who play less well"),
    "economy_alone": mark("whether economy alone wins"),
    "economy_found": mark("whether the saving can be found"),
    "rush": mark("whether haste wins"),
    "random": mark("whether chance wins"),
    "risks": mark("what risk work is worth"),
    "tracks": mark("what thought for the other tracks is worth"),
    "abilities": mark("what the roles' abilities are worth"),
    "trials": mark("what trials are worth"),
    "anchoring": mark("what anchoring is worth"),
    "downsides": mark("what naming downsides is worth"),
}
"""What each lesson answers, inside a sentence."""
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
    least, most = t.number(half_up(found.least * 100)), t.chance(found.most)
    return t(_LESSONS[found.lesson], least=least, most=most)


def fine_percent(t: Words, share: float) -> str:
    """A share in percent, with a decimal where whole percents would hide it: ``0.4%``."""
    if 0 < abs(share) < 0.0095:
        return t("{n}%", n=t.number(half_up(share * 100, 1)))
    return t.chance(share)


def with_interval(t: Words, x: Interval) -> str:
    """A share with its interval: ``61% (57–65) of the games``."""
    return t("{share} ({span}) of the games", share=fine_percent(t, x.value), span=span(t, x))


def span(t: Words, x: Interval) -> str:
    """The interval of a share, in percent: ``57–65``."""
    low, high = (t.number(half_up(end * 100, 1 if x.high < 0.02 else 0)) for end in (x.low, x.high))
    return f"{low}–{high}" if x.low >= 0 else t("{low} to {high}", low=low, high=high)


def measured_briefly(t: Words, found: LessonFinding) -> str:
    """The number of a lesson for a table: percent, or percentage points."""
    return f"{t.number(half_up(found.measured.value * 100))} ({span(t, found.measured)})"


def at_seats(t: Words, found: Iterable[LessonFinding]) -> str:
    """A list of what was found of a lesson at each number of seats."""
    return t.listed([_habit_at(t, f) if f.lesson in HABITS else _share_at(t, f) for f in found])


def _share_at(t: Words, found: LessonFinding) -> str:
    """A share of the games: ``61% (57–65) of the games with 4 seats``."""
    share = with_interval(t, found.measured)
    return t.plural("{found} with {n} seat", "{found} with {n} seats", found.seats, found=share)


def _habit_at(t: Words, found: LessonFinding) -> str:
    """What people win with a habit and without it, which says more than the difference."""
    kept, left_out = fine_percent(t, found.kept), fine_percent(t, found.left_out)
    return t.plural(
        "{share} of the games with and {without} without ({n} seat)",
        "{share} of the games with and {without} without ({n} seats)",
        found.seats,
        share=kept,
        without=left_out,
    )


def with_seats(t: Words, seats: Sequence[int]) -> str:
    """The numbers of seats whose games are counted as one: ``with 4 and 6 seats together``."""
    if len(seats) == 1:
        return t.plural("with {n} seat", "with {n} seats", seats[0])
    return t("with {seats} seats together", seats=t.listed([t.number(n) for n in seats]))


def played(t: Words, simulation: Simulation) -> str:
    """How many games were played at which tables, and what the numbers in brackets are."""
    text = t.plural(
        "{n} game with each of {groups} groups at each number of seats ({seats}).",
        "{n} games with each of {groups} groups at each number of seats ({seats}).",
        simulation.played,
        groups=t.number(len(simulation.bots)),
        seats=t.listed([t.number(n) for n in simulation.seats]),
    )
    brackets = t("In brackets: between what a share lies, 19 times in 20.")
    return f"{text} {brackets}"


FIRST_MEND: Final[Mapping[Direction, str]] = {
    "easier": mark("The case is too hard: change that first, and simulate again."),
    "harder": mark("The case is too easy: change that first, and simulate again."),
}
"""What is said in place of advice that would undo what is advised of the whole case."""
