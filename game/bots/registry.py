"""The bots by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from game.bots.driver import Bot
from game.bots.habits import METHOD, Habits
from game.bots.method import methodical
from game.bots.simple import play_hastily, play_randomly
from game.engine import Action, Exempt
from game.engine import actions as act

_HABITS = {
    "method": METHOD,
    "method-without-trials": Habits(trials=False),
    "method-without-anchoring": Habits(anchoring=False),
    "method-without-risks": Habits(risks=False),
    "method-without-abilities": Habits(abilities=False),
    "method-without-tracks": Habits(tracks=False),
    "economist": Habits(only="economy"),
}
_BOTS: dict[str, Bot] = {
    "random": play_randomly,
    "rush": play_hastily,
    **{name: partial(methodical, habits=habits) for name, habits in _HABITS.items()},
}

UNPLAYED: Mapping[type[Action], Exempt] = {
    act.SetRange: Exempt("a range moves nothing in the game; it is for the register at home"),
    act.HandOver: Exempt("bots share the benefits out when they anchor them"),
}
"""Actions of the players that no bot with a method chooses, only the random one."""

NAMES: tuple[str, ...] = tuple(_BOTS)
"""The names that :func:`bot` accepts."""


def bot(name: str) -> Bot:
    """The bot with this name. Raises :class:`ValueError` for a name not in :data:`NAMES`."""
    try:
        return _BOTS[name]
    except KeyError:
        raise ValueError(f"no bot {name!r}; there are: {', '.join(NAMES)}") from None
