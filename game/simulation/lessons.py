"""The lessons that a case must teach: whether each of them holds, fails, or is unsure.

A lesson is a number that must lie in a band. It holds where its whole interval lies inside the
band. It fails only where a wider interval lies outside of it: many lessons are judged, each at each
number of seats, and one of so many would lie outside of its band by chance too often. The widths
are such that a case of which all lessons hold is told of a wrong one in at most one of twenty
simulations: one of forty for the balance, which is the first question and judged at few numbers,
and one of forty for all the others (Bonferroni in each of the two families; it can be wrong at one
end of a band alone, which halves 5 %). That all hold needs no such care: each of them has to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final, Literal, get_args

from game.bots import PEOPLE, WITHOUT
from game.engine import Level
from game.frozen import frozen
from game.simulation.games import Simulation, reference_of
from game.simulation.intervals import Interval, paired_difference, share

Lesson = Literal[
    "noise_20",
    "noise_30",
    "economy_alone",
    "economy_found",
    "rush",
    "random",
    "risks",
    "tracks",
    "abilities",
    "trials",
    "anchoring",
    "downsides",
]
"""In order of importance."""

LESSONS: Final[tuple[Lesson, ...]] = get_args(Lesson)
Judgement = Literal["holds", "too_low", "too_high", "unsure", "withheld"]
FAILING: Final[tuple[Judgement, ...]] = ("too_low", "too_high")
Extreme = Literal["floor", "ceiling"]
"""Where people win hardly ever, or nearly always: there it cannot be seen what else matters."""

FLOOR: Final = 0.20
CEILING: Final = 0.95
"""The shares of games that people win, below and above which comparisons tell nothing."""
ENOUGH_GAMES: Final = 20
"""In fewer games than these people may win all or none by luck, and nothing can be compared."""

BALANCE: Final[tuple[Lesson, ...]] = ("noise_20", "noise_30")
"""The lessons that tell whether a case is too hard or too easy for people, the decisive one first.
"""

HABITS: Final[tuple[Lesson, ...]] = (
    "risks",
    "tracks",
    "abilities",
    "trials",
    "anchoring",
    "downsides",
)
"""The lessons that a habit is worth something: the loss from leaving it out."""

Band = tuple[float, float]
"""The least and the most that a lesson's number may be, as shares of games."""

NOISE_BANDS: Final[Mapping[Level, tuple[Band, Band]]] = {
    "gentle": ((0.75, 0.98), (0.60, 0.95)),
    "normal": ((0.50, 0.85), (0.35, 0.75)),
    "demanding": ((0.25, 0.65), (0.10, 0.50)),
}
"""The bands of the groups with 20 and 30 % noise, which stand for people, by level."""


def bands(level: Level) -> dict[Lesson, Band]:
    """The band of each lesson's number on a level."""
    noise_20, noise_30 = NOISE_BANDS[level]
    return {
        "noise_20": noise_20,
        "noise_30": noise_30,
        "economy_alone": (0.0, 0.10),
        "economy_found": (0.50, 1.0),
        "rush": (0.0, 0.10),
        "random": (0.0, 0.03),
        **dict.fromkeys(HABITS, (0.08, 0.50)),
    }


BOT_OF: Final[dict[Lesson, str]] = {
    "noise_20": "noisy-20",
    "noise_30": "noisy-30",
    "economy_alone": "economist",
    "economy_found": "economist",
    "rush": "rush",
    "random": "random",
    **{habit: WITHOUT[habit] for habit in HABITS},
}
"""The bot whose games show a lesson."""


@frozen
class LessonFinding:
    """The finding about a lesson at one number of seats.

    ``measured`` is a share of games: in which a methodical group that takes 20 or 30 % of its
    decisions at random reached all four goals, by how many more the one with 20 % did than without
    a habit, in which economy alone reached its own goal (``economy_found``) or all four
    (``economy_alone``), in which haste and chance did. It should be ``least`` to ``most``.
    ``kept`` and ``left_out`` are the shares that were won with a habit and without it. The interval
    is that of this number alone; the judgement takes into account how many are judged.
    """

    lesson: Lesson
    seats: int
    measured: Interval
    judgement: Judgement
    least: float
    most: float
    kept: float = 0.0
    left_out: float = 0.0


@frozen
class Failure:
    """A lesson that fails in the same way at some numbers of seats."""

    lesson: Lesson
    judgement: Judgement
    seats: tuple[int, ...]


def failures(found: Iterable[LessonFinding]) -> list[Failure]:
    """The lessons that fail, in their order, each with all the numbers of seats where it does."""
    seats: dict[tuple[Lesson, Judgement], tuple[int, ...]] = {}
    for one in found:
        if one.judgement in FAILING:
            key = one.lesson, one.judgement
            seats[key] = (*seats.get(key, ()), one.seats)
    ordered = sorted(seats, key=lambda key: (LESSONS.index(key[0]), FAILING.index(key[1])))
    return [Failure(*key, seats[key]) for key in ordered]


def lesson_findings(simulation: Simulation) -> list[LessonFinding]:
    """The findings of all lessons for which the necessary bots have played."""
    measured = {
        (lesson, seats): number
        for lesson in LESSONS
        for seats in simulation.seats
        if (number := _measured(simulation, lesson, seats)) is not None
    }
    judged_at_once = Counter(lesson in BALANCE for lesson, _ in measured)
    band = bands(simulation.setup.level)
    return [
        LessonFinding(
            lesson,
            seats,
            number(1),
            _judged(simulation, lesson, seats, number, judged_at_once[lesson in BALANCE]),
            *band[lesson],
            *_with_and_without(simulation, lesson, seats),
        )
        for (lesson, seats), number in measured.items()
    ]


def _with_and_without(simulation: Simulation, lesson: Lesson, seats: int) -> tuple[float, ...]:
    """The shares that people win with a habit and without it; nothing of other lessons."""
    if lesson not in HABITS:
        return ()
    both = (simulation.tally(name, seats) for name in (PEOPLE, BOT_OF[lesson]))
    return tuple(tally.won / tally.games for tally in both)


def extreme(simulation: Simulation, seats: int) -> Extreme | None:
    """Whether people win hardly ever or nearly always; ``None`` after too few games to tell."""
    tally, level = simulation.tally(PEOPLE, seats), simulation.setup.level
    if tally.games < ENOUGH_GAMES:
        return None
    least, most = NOISE_BANDS[level][0]
    won = tally.won / tally.games
    if won < min(FLOOR, least):
        return "floor"
    return "ceiling" if won > max(CEILING, most) else None


_HIDDEN: Final[Mapping[Extreme, frozenset[Lesson]]] = {
    "floor": frozenset((*HABITS, "economy_found")),
    "ceiling": frozenset((*HABITS, "economy_alone", "rush", "random")),
}
"""The lessons that fail with the balance of a case, and say nothing more of it."""
_COMPARED: Final = frozenset[Lesson]().union(*_HIDDEN.values())


AtOnce = Callable[[int], Interval]
"""A measured value, with an interval that is one of so many that hold at once."""


def _judged(
    simulation: Simulation, lesson: Lesson, seats: int, number: AtOnce, among: int
) -> Judgement:
    found = extreme(simulation, seats)
    if found is not None and lesson in _HIDDEN[found]:
        return "withheld"
    if lesson in _COMPARED and 0 < simulation.tally(PEOPLE, seats).games < ENOUGH_GAMES:
        return "unsure"  # it may be one that is withheld
    return judge(number(1), number(among), bands(simulation.setup.level)[lesson])


def judge(alone: Interval, at_once: Interval, band: Band) -> Judgement:
    """The judgement of a number against the band of a lesson.

    ``alone`` is its own interval, ``at_once`` the wider one of all that are judged.
    """
    least, most = band
    if at_once.high < least:
        return "too_low"
    if at_once.low > most:
        return "too_high"
    return "holds" if least <= alone.low and alone.high <= most else "unsure"


def _measured(simulation: Simulation, lesson: Lesson, seats: int) -> AtOnce | None:
    """The number of a lesson; ``None`` when the bots it needs have not played."""
    name = BOT_OF[lesson]
    tally = simulation.tally(name, seats)
    if not tally.games:
        return None
    if lesson in HABITS:
        return _lead(simulation, name, seats)
    reached = tally.reached["economy"] if lesson == "economy_found" else tally.won
    return partial(share, reached, tally.games)


def lead_of_reference(simulation: Simulation, name: str, seats: int) -> Interval | None:
    """By how much more the bot that one is compared with wins, in the same games."""
    lead = _lead(simulation, name, seats)
    return None if lead is None else lead(1)


def _lead(simulation: Simulation, name: str, seats: int) -> AtOnce | None:
    if not simulation.tally(reference_of(name), seats).games:
        return None
    tally = simulation.tally(name, seats)
    return partial(paired_difference, tally.lost, tally.gained, tally.games)
