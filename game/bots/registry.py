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

T = TypeVar("T")

_PRACTICES = {
    "trials": Habits(trials=False),
    "anchoring": Habits(anchoring=False),
    "risks": Habits(risks=False),
    "abilities": Habits(abilities=False),
    "downsides": Habits(downsides=False),
    "tracks": Habits(tracks=False),
}
"""The practices of the method, each with the habits of a group that leaves it out."""

PEOPLE = "noisy-20"
"""The group that stands for people; what a practice is worth shows when such a group leaves it out.

The method itself wins nearly every game, and would without most of its practices, too.
"""

WITHOUT: Mapping[str, str] = {practice: f"{PEOPLE}-without-{practice}" for practice in _PRACTICES}
"""The group of people that leaves a practice out, by the practice."""

_BOTS: dict[str, Bot] = {
    "random": play_randomly,
    "rush": play_hastily,
    "method": partial(methodical, habits=METHOD),
    "economist": partial(methodical, habits=Habits(only="economy")),
    **{f"method-without-{name}": partial(methodical, habits=h) for name, h in _PRACTICES.items()},
    **{name: noisy(percentage / 100) for name, percentage in NOISY.items()},
    **{WITHOUT[name]: noisy(NOISY[PEOPLE] / 100, h) for name, h in _PRACTICES.items()},
    **TRICK_BOTS,
}
_PLAYERS: dict[str, Player] = {
    **{name: player(bot) for name, bot in _BOTS.items()},
    **TRICKS,
    "careful-reader": play_with_reading,
}

BOT_NAMES: tuple[str, ...] = tuple(_BOTS)
"""The names that :func:`bot` accepts."""

NAMES: tuple[str, ...] = tuple(_PLAYERS)
"""The names that :func:`player_named` accepts: every bot, and who plays with more than a bot."""

USUAL: tuple[str, ...] = (
    "random",
    "rush",
    "economist",
    "method",
    "noisy-30",
    PEOPLE,
    *WITHOUT.values(),
)
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
