"""The measurements as tables for a terminal; red marks what is not as it should be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from game.bots import NOISY, TRICKS
from game.i18n import words
from game.simulation import BANDS, Interval
from game.simulation.lessons import HABITS
from game.simulation.tally import Sum
from game.simulation.texts import bot_name, span
from tests.lessons.distances import Distance
from tests.lessons.measure import (
    AIM_BAND,
    LEVEL_BOTS,
    PRACTICES,
    REFERENCE,
    TOGETHER_LEAST,
    TOGETHER_SEATS,
    Measured,
)

T = words("en")
ANY = 0.0, 1.0
NEAREST = 15
"""The number of pairs of cases that are listed."""

WIN_BANDS = {
    "noisy-20": BANDS["noise_20"],
    "noisy-30": BANDS["noise_30"],
    "random": BANDS["random"],
    "rush": BANDS["rush"],
    "economist": BANDS["economy_alone"],
}


def levels(measured: Sequence[Measured]) -> Table:
    """What the method wins, with and without noise, and what it takes to win without it."""
    table = _table("All four goals reached, percent of games", "case", "seats")
    for bot in LEVEL_BOTS:
        table.add_column(_headed(bot, WIN_BANDS.get(bot)), justify="right")
    for case, seats in _rows(measured):
        cells = [_cell(case.won(bot, seats), WIN_BANDS.get(bot, ANY)) for bot in LEVEL_BOTS]
        table.add_row(case.case.id, str(seats), *cells)
    return table


def practices(measured: Sequence[Measured]) -> Table:
    """What leaving a practice out costs."""
    table = _table("What each practice is worth, percentage points", "case", "seats")
    for habit in HABITS:
        table.add_column(f"{habit}\n{_band(BANDS[habit])}", justify="right")
    for case, seats in _rows(measured):
        pairs = zip(PRACTICES, HABITS, strict=True)
        cells = [_cell(case.worth(bot, seats), BANDS[habit]) for bot, habit in pairs]
        table.add_row(case.case.id, str(seats), *cells)
    return table


def tricks(measured: Sequence[Measured]) -> Table:
    """What each trick gains: red where it is surely more than nothing."""
    table = _table("What each trick gains, percentage points", "case", "seats")
    for trick in TRICKS:
        table.add_column(trick.removeprefix("trick-").replace("-", " "), justify="right")
    for case, seats in _rows(measured):
        cells = [_cell(case.gain(trick, seats), (-1.0, 0.0)) for trick in TRICKS]
        table.add_row(case.case.id, str(seats), *cells)
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


def _headed(bot: str, band: tuple[float, float] | None) -> str:
    name = f"{NOISY[bot]}% noise" if bot in NOISY else bot_name(T, bot).lower()
    return f"{name}\n{'' if band is None else _band(band)}"


def _band(band: tuple[float, float]) -> str:
    low, high = (round(end * 100) for end in band)
    if high == 100:
        return f"≥ {low}"
    return f"≤ {high}" if low == 0 else f"{low}–{high}"


def _cell(x: Interval, band: tuple[float, float]) -> str:
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
