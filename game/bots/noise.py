"""The methodical group with noise: people who know the method and do not always follow it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Final

from game.bots.driver import Bot
from game.bots.habits import METHOD, Habits
from game.bots.method import methodical
from game.bots.simple import play_randomly
from game.engine import Action, State

NOISY: Final[Mapping[str, int]] = {f"noisy-{n}": n for n in (10, 20, 30, 40)}
"""The noisy groups by name, with the percentage of decisions that they take at random."""


def noisy(share: float, habits: Habits = METHOD) -> Bot:
    """A bot that takes this share of its decisions at random, and the rest with its habits."""

    def choose(s: State, rng: random.Random) -> Action:
        return play_randomly(s, rng) if rng.random() < share else methodical(s, rng, habits)

    return choose
