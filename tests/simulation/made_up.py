"""Simulations that nobody has played: totals as a test wants them."""

from __future__ import annotations

import dataclasses
from collections import Counter

from game.bots import NAMES
from game.content import Case
from game.simulation import Simulation, Tally
from game.simulation.tally import Payoff, Sum
from tests import staging

GAMES = 1000
PLAYS_WELL = {
    "random": 0,
    "rush": 0,
    "method": 680,
    "method-without-trials": 400,
    "method-without-anchoring": 300,
    "method-without-risks": 350,
    "method-without-abilities": 450,
    "method-without-tracks": 200,
    "economist": 10,
}
"""In how many of a thousand games each bot reaches all four goals."""


def case() -> Case:
    return staging.case()


def tally(won: int, games: int = GAMES) -> Tally:
    """Games of which so many are won; nothing else of note: every card is used, every idea pays."""
    setup = case().setup
    every = Sum(games, 50 * games, 2600 * games)
    return Tally(
        games=games,
        verdicts=Counter(realised=won, on_the_way=games - won),
        reached=Counter(citizen=won, process=games, economy=games, employee=games),
        rates=dict.fromkeys(("citizen", "process", "economy", "employee"), every),
        realism=every,
        decisions=every,
        actions=Counter(Trial=games * 3),
        placed=Counter({card.id: games for card in setup.ideas}),
        claimed=Counter({card.id: games for card in setup.benefits}),
        met=Counter({card.id: games for card in setup.risks}),
        implemented=Counter({card.id: games // 2 for card in setup.ideas}),
        ideas={
            card.id: Payoff(Sum(games // 2, 2 * games, 10 * games), games // 2, games // 2)
            for card in setup.ideas
        },
    )


def simulation(seats: tuple[int, ...] = (4, 6), games: int = GAMES, **won: int) -> Simulation:
    """A simulation of a case that plays well, but for the bots named (``_`` stands for ``-``)."""
    changed = {name.replace("_", "-"): n for name, n in won.items()}
    assert changed.keys() <= PLAYS_WELL.keys()
    shares = {**PLAYS_WELL, **changed}
    tallies = {
        (name, k): tally(shares[name] * games // GAMES, games) for name in NAMES for k in seats
    }
    return Simulation(case().setup, NAMES, seats, 1, games, games, tallies)


def with_tally(simulation: Simulation, name: str, **changes: object) -> Simulation:
    """The same, but for some totals of one bot."""
    tallies = {
        (bot, seats): dataclasses.replace(tally, **changes) if bot == name else tally
        for (bot, seats), tally in simulation.tallies.items()
    }
    return dataclasses.replace(simulation, tallies=tallies)
