"""Findings about the roles' aims: how often each of them is reached, and all of them together."""

from __future__ import annotations

from typing import Final

from game.bots import PEOPLE
from game.frozen import frozen
from game.simulation.games import REFERENCE_BOT, Simulation
from game.simulation.intervals import Interval, share

OUT_OF_REACH: Final = 0.10
"""An aim that even the method reaches in fewer of its games is out of reach.

That is to be sure of all aims at once (Bonferroni): one of so many is reached seldom by chance.
"""


@frozen
class AimFinding:
    """How often a role's aim is reached when the role is in play: by the method, and by people.

    ``None`` where a group has not played, or had the role in no game. It is ``out_of_reach`` where
    hardly any group can reach it.
    """

    role: str
    method: Interval | None
    people: Interval | None
    out_of_reach: bool


def aims(simulation: Simulation) -> list[AimFinding]:
    """The findings on all roles that were in play."""
    found = [
        AimFinding(
            role.id,
            _met(simulation, REFERENCE_BOT, role.id),
            _met(simulation, PEOPLE, role.id),
            _is_out_of_reach(simulation, role.id),
        )
        for role in simulation.setup.roles
    ]
    return [aim for aim in found if aim.method or aim.people]


def _is_out_of_reach(simulation: Simulation, role: str) -> bool:
    among = len(simulation.setup.roles)
    of_both = (_met(simulation, bot, role, among) for bot in (REFERENCE_BOT, PEOPLE))
    best = next(filter(None, of_both), None)
    return best is not None and best.high < OUT_OF_REACH


def _met(simulation: Simulation, bot: str, role: str, among: int = 1) -> Interval | None:
    tally = simulation.tally(bot)
    judged = tally.aims_judged[role]
    return share(tally.aims_met[role], judged, among) if judged else None


@frozen
class Together:
    """The games of a group in which all goals were reached, and those with all aims, too."""

    bot: str
    won: Interval
    together: Interval


def together(simulation: Simulation, bot: str = PEOPLE) -> Together | None:
    """How often a group wins, and how often with all aims; ``None`` if it has not played."""
    tally = simulation.tally(bot)
    if not tally.games:
        return None
    return Together(
        bot, share(tally.won, tally.games), share(tally.verdicts["together"], tally.games)
    )
