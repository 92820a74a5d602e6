"""A group that reads the texts of the cards with care.

What texts tell is no number, so the mean of an idea's true range stands in for it: the group knows
what to expect of a card, not what will be drawn. It shows what reading may be worth.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from game.bots.driver import GameListener, PlayedGame, play_game
from game.bots.habits import Habits
from game.bots.method import methodical
from game.engine import TRACKS, IdeaCard, Setup


def play_with_reading(
    setup: Setup, seats: int, seed: int, listener: GameListener | None = None
) -> PlayedGame:
    """Play a game methodically, expecting of each card what its texts tell."""
    bot = partial(methodical, habits=Habits(hints=hints(setup)))
    return play_game(setup, seats, seed, bot, listener)


def hints(setup: Setup) -> Mapping[str, tuple[float, ...]]:
    """The mean of the true range of each idea on each track."""
    return {card.id: _means(card) for card in setup.ideas}


def _means(card: IdeaCard) -> tuple[float, ...]:
    ranges = [card.effects.get(track, (0, 0)) for track in TRACKS]
    return tuple((low + high) / 2 for low, high in ranges)
