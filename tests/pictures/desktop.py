"""What runs beside the game: timers, settings, the list of what was done, and the calm screen."""

from __future__ import annotations

from pathlib import Path

from game.table.crash_screen import Calm
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.game import Game
from game.table.setup.settings import SettingsScreen
from tests.pictures.studio import Studio, look, nothing

_LOG = Path("C:/Users/dorthe/AppData/Local/gevinstbordet/Logs/gevinst.log")


def _timed(game: Game) -> Game:
    """Three timers are on: one has just begun, one is paused, one is out."""
    timing = game.timing
    timing.set_length("turn", 60)
    timing.set_length("round", 600)
    timing.set_length("phase", 3600)
    for what in ("turn", "round", "phase"):
        timing.start(what)
    timing.timers.advance(61)
    timing.toggle("round")
    return game


@look("42-timers-table")
def _timers_table(studio: Studio) -> None:
    _timed(studio.fullest())


@look("43-timer-running")
def _timer_running(studio: Studio) -> None:
    game = studio.middle()
    game.timing.set_length("turn", 750)
    game.timing.start("turn")


@look("44-timer-out")
def _timer_out(studio: Studio) -> None:
    game = studio.middle()
    game.timing.start("turn")
    game.timing.timers.advance(9000)


@look("45-timers")
def _timers(studio: Studio) -> None:
    game = _timed(studio.middle())
    game.timing.stop("phase")
    studio.app.push(TimersDialog(game))


@look("46-history")
def _history(studio: Studio) -> None:
    listed = HistoryDialog(studio.late())
    listed.count = 4
    studio.app.push(listed)


@look("47-settings")
def _settings(studio: Studio) -> None:
    studio.app.push(SettingsScreen(studio.middle().speak))


@look("48-calm")
def _calm(studio: Studio) -> None:
    studio.show(Calm("ValueError (board.py, 123)", "", _LOG, True, nothing))


@look("49-calm-without-log")
def _calm_without_log(studio: Studio) -> None:
    studio.show(Calm("KeyError (start.py, 45)", "", None, False, nothing))


@look("98-strong-table")
def _strong_table(studio: Studio) -> None:
    _timed(studio.fullest())
    studio.app.prefer(colours="strong")


@look("98-strong-settings")
def _strong_settings(studio: Studio) -> None:
    studio.app.push(SettingsScreen(studio.middle().speak))
    studio.app.prefer(colours="strong")
