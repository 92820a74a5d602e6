"""Tricks: ways to win without playing as the game teaches, each played by a group that tries it.

A trick plays the method in everything else, so what it wins more than the method is what the
trick is worth. None should be worth anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from game.bots.driver import Bot, Player, player
from game.bots.habits import Habits
from game.bots.method import methodical
from game.bots.undoing import play_with_undo

_HABITS = {
    "trick-harmless-risks": Habits(written_risk=(1, 1)),
    "trick-claims-of-one": Habits(claims="one"),
    "trick-half-claims": Habits(claims="half"),
    "trick-claims-when-open": Habits(claims="opened"),
    "trick-written-only": Habits(written_only=True),
    "trick-hoarding": Habits(hoards=True),
    "trick-hand-overs": Habits(juggles=True),
}
TRICK_BOTS: Final[Mapping[str, Bot]] = {
    name: partial(methodical, habits=habits) for name, habits in _HABITS.items()
}
"""The tricks that a bot can play by itself."""

TRICKS: Final[Mapping[str, Player]] = {
    **{name: player(bot) for name, bot in TRICK_BOTS.items()},
    "trick-undo": play_with_undo,
}
"""All tricks by name."""
