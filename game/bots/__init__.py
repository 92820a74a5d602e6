"""Bots that play whole games: to try out a case, and to measure what each habit is worth.

>>> from game.bots import bot, play_game
>>> from game.engine import result
>>> from game.engine.examples import tiny
>>> game = play_game(tiny(), seats=4, seed=1, bot=bot("method"))
>>> result(game.state).verdict in ("together", "realised", "price_paid", "on_the_way")
True

A bot sees only what the table shows.
"""

from game.bots.driver import Bot, GameListener, PlayedGame, play_game
from game.bots.habits import METHOD, Habits
from game.bots.registry import NAMES, bot

__all__ = ["METHOD", "NAMES", "Bot", "GameListener", "Habits", "PlayedGame", "bot", "play_game"]
