"""A simulation as JSON data for other tools, with the same numbers as in the tables."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from game.content import Case
from game.engine import TRACKS
from game.engine.events import VERDICTS
from game.i18n import Words
from game.simulation import cards
from game.simulation.advice import advise
from game.simulation.games import Simulation
from game.simulation.intervals import Interval, share
from game.simulation.lessons import lesson_findings
from game.simulation.tally import THOUSANDTHS, Tally


def simulation_data(t: Words, case: Case, simulation: Simulation) -> dict[str, Any]:
    """All counts and findings. Shares are 0 to 1; an interval has value, low and high."""
    return {
        "case": case.id,
        "file": case.file,
        "level": simulation.setup.level,
        "seed": simulation.seed,
        "games": simulation.games,
        "played": simulation.played,
        "stopped": simulation.stopped,
        "results": [
            {"bot": name, "seats": seats, **_tally(simulation.tally(name, seats))}
            for seats in simulation.seats
            for name in simulation.bots
        ],
        "ideas": [asdict(found) for found in cards.ideas(simulation)],
        "unused": asdict(cards.unused(simulation)),
        "lessons": [asdict(found) for found in lesson_findings(simulation)],
        "advice": [asdict(advice) for advice in advise(t, case, simulation)],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    games = tally.games
    return {
        "games": games,
        "verdicts": {v: _counted(tally.verdicts[v], games) for v in VERDICTS},
        "all_goals": _counted(tally.won, games),
        "tracks": {
            track: {
                "reached": _counted(tally.reached[track], games),
                "rate": _interval(tally.rates[track].mean(THOUSANDTHS)) if games else None,
            }
            for track in TRACKS
        },
        "realism": _interval(tally.realism.mean(THOUSANDTHS)),
        "decisions": _interval(tally.decisions.mean()),
        "actions": {name: count / games for name, count in sorted(tally.actions.items())},
    }


def _counted(count: int, of: int) -> dict[str, float]:
    return {"count": count, **asdict(share(count, of))}


def _interval(x: Interval | None) -> dict[str, float] | None:
    return None if x is None else asdict(x)
