"""The measurements as tables for a terminal; red marks what is not as it should be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from game.bots import NOISY, TRICKS
from game.engine import LEVELS, Level
from game.i18n import words
from game.simulation import Interval, bands
from game.simulation.lessons import BOT_OF, HABITS, Band, Lesson
from game.simulation.tally import Sum
from game.simulation.texts import bot_name, span
from tests.lessons.distances import Distance
from tests.lessons.measure import (
    AIM_BAND,
    LEVEL_BOTS,
    PRACTICES,
    READERS,
    REFERENCE,
    TOGETHER_LEAST,
    TOGETHER_SEATS,
    Measured,
)

T = words("en")
ANY = 0.0, 1.0
HABIT_BAND = bands("normal")["risks"]
WINNING: tuple[Lesson, ...] = ("noise_20", "noise_30", "random", "rush", "economy_alone")
"""The lessons that are shares of games won."""

NEAREST = 15
"""The number of pairs of cases that are listed."""


def levels(measured: Sequence[Measured]) -> Table:
    """What the method wins on each level, with and without noise, and others without it."""
    table = _table("All four goals reached, percent of games", "case", "level", "seats")
    for bot in LEVEL_BOTS:
        table.add_column(f"{NOISY[bot]}% noise" if bot in NOISY else bot_name(T, bot).lower())
    for case, seats in _rows(measured):
        for level in case.levels:
            meant = win_bands(level)
            cells = [_cell(case.won(level, bot, seats), meant.get(bot, ANY)) for bot in LEVEL_BOTS]
            usual = " *" if level == case.case.setup.level else ""
            table.add_row(case.case.id, level + usual, str(seats), *cells)
    table.caption = f"Meant: {_meant()}. * the level on which the case is usually played."
    return table


def win_bands(level: Level) -> dict[str, Band]:
    """The share of games that a group is meant to win on a level."""
    found = bands(level)
    return {BOT_OF[code]: found[code] for code in WINNING}


def _meant() -> str:
    """The bands of the groups with noise, level by level."""
    return "; ".join(
        f"{level} {_band(meant['noisy-20'])} and {_band(meant['noisy-30'])} with 20 and 30% noise"
        for level in LEVELS
        for meant in (win_bands(level),)
    )


def practices(measured: Sequence[Measured]) -> Table:
    """What leaving a practice out costs."""
    table = _table("What each practice is worth, percentage points", "case", "seats")
    for habit in HABITS:
        table.add_column(f"{habit}\n{_band(HABIT_BAND)}", justify="right")
    for case, seats in _rows(measured):
        cells = [_cell(case.worth(bot, seats), HABIT_BAND) for bot in PRACTICES]
        table.add_row(case.case.id, str(seats), *cells)
    return table


def tricks(measured: Sequence[Measured]) -> Table:
    """What each trick gains, red where it is surely more than nothing; and what reading gains."""
    table = _table("What each trick gains, percentage points", "case", "seats")
    for trick in TRICKS:
        table.add_column(trick.removeprefix("trick-").replace("-", " "), justify="right")
    table.add_column("(reading)", justify="right")
    for case, seats in _rows(measured):
        cells = [_cell(case.gain(trick, seats), (-1.0, 0.0)) for trick in TRICKS]
        reading = [_cell(case.gain(reader, seats), ANY) for reader in READERS]
        table.add_row(case.case.id, str(seats), *cells, *reading)
    return table


def aims(measured: Sequence[Measured]) -> Table:
    """How often the method meets each aim."""
    seats = measured[0].asked.seats
    heads = [f"{n} seats" for n in seats]
    table = _table(f"Aims met by the method, percent; {_band(AIM_BAND)} is meant", "case", "role")
    table.add_column("aim")
    for head in heads:
        table.add_column(head, justify="right")
    for case in measured:
        for role in case.case.setup.roles:
            what = " ".join(filter(None, (role.aim.kind, role.aim.track, f"{role.aim.value:g}")))
            met = [case.aim(role.id, n) for n in seats]
            cells = ["–" if x is None else _cell(x, AIM_BAND) for x in met]
            table.add_row(case.case.id, role.id, what, *cells)
    return table


def courses(measured: Sequence[Measured]) -> Table:
    """How the method's games went: verdicts, checks, decisions, guesses round by round."""
    table = _table("The course of the method's games", "case", "seats")
    rounds = sorted({n for case in measured for n in case.played.tally(REFERENCE).misses})
    heads = (
        f"together\nat {TOGETHER_SEATS}: ≥ {TOGETHER_LEAST:.0%}",
        "checks that\ntested",
        "decisions",
    )
    for head in (*heads, "realism", *(f"off in\nround {n}" for n in rounds)):
        table.add_column(head, justify="right")
    for case, seats in _rows(measured):
        tally = case.tally(REFERENCE, seats)
        least = TOGETHER_LEAST if seats == TOGETHER_SEATS else 0.0
        table.add_row(
            case.case.id,
            str(seats),
            _cell(case.together(seats), (least, 1.0)),
            _percent(case.tested(seats).value),
            _mean(tally.decisions),
            _mean(tally.realism, 1000, 2),
            *(_mean(tally.misses.get(n, Sum()), 1, 1) for n in rounds),
        )
    return table


def distances_table(found: Sequence[Distance]) -> Table:
    """The pairs of cases that are nearest to each other."""
    table = _table("How far apart cases are (0 the same, 100 nothing in common)", "case", "case")
    for head in ("mean", "rules", "shapes", "actions", "curve"):
        table.add_column(head, justify="right")
    for d in found[:NEAREST]:
        mean = _percent(d.mean) if d.apart else f"[bold red]{_percent(d.mean)}[/]"
        parts = (d.rules, d.shapes, d.actions, d.curve)
        table.add_row(d.a, d.b, mean, *map(_percent, parts))
    return table


# ------------------------------------------------------------------ parts
def _rows(measured: Sequence[Measured]) -> list[tuple[Measured, int]]:
    return [(case, seats) for case in measured for seats in case.asked.seats]


def _table(title: str, *heads: str) -> Table:
    return Table(
        *heads, title=f"\n{title}", title_justify="left", title_style="bold", box=SIMPLE_HEAD
    )


def _band(band: Band) -> str:
    low, high = (round(end * 100) for end in band)
    if high == 100:
        return f"≥ {low}"
    return f"≤ {high}" if low == 0 else f"{low}–{high}"


def _cell(x: Interval, band: Band) -> str:
    """A number with its interval; red when all of the interval lies outside of its band."""
    least, most = band
    value = _percent(x.value)
    if x.high < least or x.low > most:
        value = f"[bold red]{value} {'↓' if x.high < least else '↑'}[/]"
    return f"{value}\n[dim]{span(T, x)}[/]"


def _percent(share: float) -> str:
    return str(round(share * 100))


def _mean(numbers: Sum, scale: int = 1, digits: int = 0) -> str:
    x = numbers.mean(scale)
    return "–" if x is None else f"{x.value:.{digits}f}"


TABLES: tuple[Callable[[Sequence[Measured]], Table], ...] = (
    levels,
    practices,
    tricks,
    aims,
    courses,
)
"""The tables in the order in which they are printed."""
