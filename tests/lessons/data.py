"""The measurements as JSON data, with the numbers of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from game.bots import TRICKS
from game.simulation import Interval
from tests.lessons.distances import Distance, distances
from tests.lessons.judging import faults
from tests.lessons.measure import LEVEL_BOTS, PRACTICES, READERS, REFERENCE, Measured


def as_data(measured: Sequence[Measured]) -> dict[str, Any]:
    """All numbers. Shares and differences are of 1; an interval has value, low and high."""
    return {
        "cases": [_case(case) for case in measured],
        "distances": [_distance(d) for d in distances(measured)],
    }


def _case(case: Measured) -> dict[str, Any]:
    return {
        "case": case.case.id,
        "level": case.case.setup.level,
        "games": case.asked.games,
        "seed": case.asked.seed,
        "seats": {str(seats): _at_seats(case, seats) for seats in case.asked.seats},
        "faults": faults(case),
    }


def _at_seats(case: Measured, seats: int) -> dict[str, Any]:
    tally = case.tally(REFERENCE, seats)
    roles = [role.id for role in case.case.setup.roles]
    return {
        "won": {
            level: {bot: asdict(case.won(level, bot, seats)) for bot in LEVEL_BOTS}
            for level in case.levels
        },
        "practices": {bot: asdict(case.worth(bot, seats)) for bot in PRACTICES},
        "reading": {bot: asdict(case.gain(bot, seats)) for bot in READERS},
        "tricks": {trick: asdict(case.gain(trick, seats)) for trick in TRICKS},
        "aims": {role: _interval(case.aim(role, seats)) for role in roles},
        "together": asdict(case.together(seats)),
        "verdicts": dict(tally.verdicts),
        "checks_tested": asdict(case.tested(seats)),
        "decisions": _interval(tally.decisions.mean()),
        "realism": _interval(tally.realism.mean(1000)),
        "misses": {str(n): _interval(x.mean()) for n, x in sorted(tally.misses.items())},
        "actions": {name: n / tally.games for name, n in sorted(tally.actions.items())},
    }


def _interval(x: Interval | None) -> dict[str, float] | None:
    return None if x is None else asdict(x)


def _distance(d: Distance) -> dict[str, Any]:
    return {**asdict(d), "mean": d.mean, "apart": d.apart}
