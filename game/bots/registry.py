"""The bots and the players by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from game.bots.driver import Bot, Player, player
from game.bots.habits import METHOD, Habits
from game.bots.method import methodical
from game.bots.noise import NOISY, noisy
from game.bots.reading import play_with_reading
from game.bots.simple import play_hastily, play_randomly
from game.bots.tricks import TRICK_BOTS, TRICKS
from game.engine import Action, Exempt
from game.engine import actions as act

T = TypeVar("T")

_HABITS = {
    "method": METHOD,
    "method-without-trials": Habits(trials=False),
    "method-without-anchoring": Habits(anchoring=False),
    "method-without-risks": Habits(risks=False),
    "method-without-abilities": Habits(abilities=False),
    "method-without-downsides": Habits(downsides=False),
    "method-without-tracks": Habits(tracks=False),
    "economist": Habits(only="economy"),
}
_BOTS: dict[str, Bot] = {
    "random": play_randomly,
    "rush": play_hastily,
    **{name: partial(methodical, habits=habits) for name, habits in _HABITS.items()},
    **{name: noisy(percentage / 100) for name, percentage in NOISY.items()},
    **TRICK_BOTS,
}
_PLAYERS: dict[str, Player] = {
    **{name: player(bot) for name, bot in _BOTS.items()},
    **TRICKS,
    "careful-reader": play_with_reading,
}

UNPLAYED: Mapping[type[Action], Exempt] = {
    act.SetRange: Exempt("a range moves nothing in the game; it is for the register at home"),
    act.HandOver: Exempt("bots share the benefits out when they anchor them"),
}
"""Actions of the players that no bot with a method chooses, only the random one."""

BOT_NAMES: tuple[str, ...] = tuple(_BOTS)
"""The names that :func:`bot` accepts."""

NAMES: tuple[str, ...] = tuple(_PLAYERS)
"""The names that :func:`player_named` accepts: every bot, and who plays with more than a bot."""

USUAL: tuple[str, ...] = ("random", "rush", *_HABITS, "noisy-20", "noisy-30")
"""Those by which a case is judged; the groups with noise stand for people."""


def bot(name: str) -> Bot:
    """The bot with this name. Raises :class:`ValueError` for a name not in :data:`BOT_NAMES`."""
    return _named(name, _BOTS)


def player_named(name: str) -> Player:
    """The player with this name. Raises :class:`ValueError` for a name not in :data:`NAMES`."""
    return _named(name, _PLAYERS)


def _named(name: str, known: Mapping[str, T]) -> T:
    try:
        return known[name]
    except KeyError:
        raise ValueError(f"no bot {name!r}; there are: {', '.join(known)}") from None
