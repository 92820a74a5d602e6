"""The lessons that a case must teach: whether each of them holds, fails, or is unsure.

A lesson is a number that must lie in a band. It is unsure unless its whole interval lies inside the
band, or outside of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from game.simulation.games import Simulation
from game.simulation.intervals import Interval, difference, share

Lesson = Literal[
    "method",
    "economy_alone",
    "economy_found",
    "rush",
    "random",
    "risks",
    "tracks",
    "abilities",
    "trials",
    "anchoring",
]
"""In order of importance."""

LESSONS: Final[tuple[Lesson, ...]] = get_args(Lesson)
Judgement = Literal["holds", "too_low", "too_high", "unsure"]

HABITS: Final[tuple[Lesson, ...]] = ("risks", "tracks", "abilities", "trials", "anchoring")
"""The lessons that a habit is worth something: the loss from leaving it out."""

BANDS: Final[dict[Lesson, tuple[float, float]]] = {
    "method": (0.55, 0.80),
    "economy_alone": (0.0, 0.10),
    "economy_found": (0.50, 1.0),
    "rush": (0.0, 0.05),
    "random": (0.0, 0.01),
    **dict.fromkeys(HABITS, (0.08, 1.0)),
}
"""The band of each lesson's number, as shares of games."""


@dataclass(frozen=True, slots=True)
class LessonFinding:
    """The finding about a lesson at one number of seats.

    ``measured`` is a share of games: in which the method reached all four goals, by how many more
    than without a habit, in which economy alone reached its own goal (``economy_found``) or all
    four (``economy_alone``), in which haste and chance did.
    """

    lesson: Lesson
    seats: int
    measured: Interval
    judgement: Judgement


def lesson_findings(simulation: Simulation) -> list[LessonFinding]:
    """The findings of all lessons for which the necessary bots have played."""
    return [
        LessonFinding(lesson, seats, measured, judge(lesson, measured))
        for lesson in LESSONS
        for seats in simulation.seats
        if (measured := measure(simulation, lesson, seats)) is not None
    ]


def judge(lesson: Lesson, measured: Interval) -> Judgement:
    """The judgement of an interval against the band of a lesson."""
    least, most = BANDS[lesson]
    if measured.high < least:
        return "too_low"
    if measured.low > most:
        return "too_high"
    return "holds" if least <= measured.low and measured.high <= most else "unsure"


def measure(simulation: Simulation, lesson: Lesson, seats: int) -> Interval | None:
    """The number of a lesson; ``None`` when the bots it needs have not played."""
    if lesson in HABITS:
        method = _won(simulation, "method", seats)
        without = _won(simulation, f"method-without-{lesson}", seats)
        return None if method is None or without is None else difference(method, without)
    if lesson == "economy_found":
        tally = simulation.tally("economist", seats)
        return share(tally.reached["economy"], tally.games) if tally.games else None
    return _won(simulation, "economist" if lesson == "economy_alone" else lesson, seats)


def _won(simulation: Simulation, name: str, seats: int) -> Interval | None:
    tally = simulation.tally(name, seats)
    return share(tally.won, tally.games) if tally.games else None
