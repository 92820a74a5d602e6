"""Bots that play whole games: to try out a case, and to measure what each habit is worth.

>>> from game.bots import bot, play_game
>>> from game.engine import result
>>> from game.engine.examples import tiny
>>> game = play_game(tiny(), seats=4, seed=1, bot=bot("method"))
>>> result(game.state).verdict in ("together", "realised", "price_paid", "on_the_way")
True

A bot sees only what the table shows.
"""

from game.bots.driver import Bot, GameListener, PlayedGame, Player, play_game
from game.bots.habits import METHOD, Habits
from game.bots.noise import NOISY
from game.bots.registry import BOT_NAMES, NAMES, PEOPLE, USUAL, WITHOUT, bot, player_named
from game.bots.tricks import TRICKS

__all__ = [
    "BOT_NAMES",
    "METHOD",
    "NAMES",
    "NOISY",
    "PEOPLE",
    "TRICKS",
    "USUAL",
    "WITHOUT",
    "Bot",
    "GameListener",
    "Habits",
    "PlayedGame",
    "Player",
    "bot",
    "play_game",
    "player_named",
]
