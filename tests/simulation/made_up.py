"""Simulations that nobody has played: totals as a test wants them."""

from __future__ import annotations

import dataclasses
from collections import Counter

from game.bots import USUAL
from game.content import Case
from game.simulation import Simulation, Tally
from game.simulation.games import reference_of
from game.simulation.tally import Payoff, Sum
from tests import staging

GAMES = 1000
PLAYS_WELL = {
    "random": 0,
    "rush": 0,
    "method": 900,
    "noisy-20-without-trials": 300,
    "noisy-20-without-anchoring": 250,
    "noisy-20-without-risks": 400,
    "noisy-20-without-abilities": 500,
    "noisy-20-without-downsides": 450,
    "noisy-20-without-tracks": 350,
    "economist": 10,
    "noisy-20": 650,
    "noisy-30": 500,
}
"""In how many of a thousand games each bot reaches all four goals."""


def case() -> Case:
    return staging.case()


def tally(won: int, games: int = GAMES, reference: int = 0) -> Tally:
    """Games of which so many are won; nothing else of note: every card is used, every idea pays.

    The reference won so many of the same games: all that were won here, or some of them.
    """
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
        gained=max(0, won - reference),
        lost=max(0, reference - won),
    )


def simulation(seats: tuple[int, ...] = (4, 6), games: int = GAMES, **won: int) -> Simulation:
    """A simulation of a case that plays well, but for the bots named (``_`` stands for ``-``).

    What is compared with a reference is compared with one that plays as usual.
    """
    changed = {name.replace("_", "-"): n for name, n in won.items()}
    assert changed.keys() <= PLAYS_WELL.keys()
    shares = {**PLAYS_WELL, **changed}
    won_of = {name: share * games // GAMES for name, share in shares.items()}
    usual = {name: share * games // GAMES for name, share in PLAYS_WELL.items()}
    tallies = {
        (name, k): tally(won_of[name], games, usual[reference_of(name)])
        for name in USUAL
        for k in seats
    }
    return Simulation(case().setup, USUAL, seats, 1, games, games, tallies)


def with_tally(simulation: Simulation, name: str, **changes: object) -> Simulation:
    """The same, but for some totals of one bot."""
    tallies = {
        (bot, seats): dataclasses.replace(tally, **changes) if bot == name else tally
        for (bot, seats), tally in simulation.tallies.items()
    }
    return dataclasses.replace(simulation, tallies=tallies)
