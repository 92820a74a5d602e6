"""What runs beside the game: timers, settings, the list of what was done, and the calm screen."""

from __future__ import annotations

from pathlib import Path

from game.table.flow.crash_screen import CrashScreen
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.game_timers import GameTimers
from game.table.play.table import TableScreen
from game.table.setup.settings import SettingsScreen
from tests.pictures.studio import Studio, look, nothing

_LOG = Path("C:/Users/dorthe/AppData/Local/gevinstbordet/Logs/gevinst.log")


def _timed(studio: Studio) -> GameTimers:
    """Three timers are on: one has just begun, one is paused, one is out."""
    timing = studio.services.timers
    timing.set_length("turn", 60)
    timing.set_length("round", 600)
    timing.set_length("phase", 3600)
    for what in ("turn", "round", "phase"):
        timing.start(what)
    timing.timers.advance(61)
    timing.toggle("round")
    return timing


@look("42-timers-table", TableScreen)
def _timers_table(studio: Studio) -> None:
    studio.fullest()
    _timed(studio)


@look("43-timer-running", TableScreen)
def _timer_running(studio: Studio) -> None:
    studio.middle()
    studio.services.timers.set_length("turn", 750)
    studio.services.timers.start("turn")


@look("44-timer-out", TableScreen)
def _timer_out(studio: Studio) -> None:
    studio.middle()
    studio.services.timers.start("turn")
    studio.services.timers.timers.advance(9000)


@look("45-timers", TimersDialog)
def _timers(studio: Studio) -> None:
    game = studio.middle()
    timers = _timed(studio)
    timers.stop("phase")
    studio.app.push(TimersDialog(game, timers))


@look("46-history", HistoryDialog)
def _history(studio: Studio) -> None:
    listed = HistoryDialog(studio.late())
    listed.count = 4
    studio.app.push(listed)


@look("47-settings", SettingsScreen)
def _settings(studio: Studio) -> None:
    studio.app.push(SettingsScreen(studio.middle().set_language))


@look("48-calm", CrashScreen)
def _calm(studio: Studio) -> None:
    studio.show(CrashScreen("ValueError (board.py, 123)", "", _LOG, True, nothing))


@look("49-calm-without-log", CrashScreen)
def _calm_without_log(studio: Studio) -> None:
    studio.show(CrashScreen("KeyError (start.py, 45)", "", None, False, nothing))


@look("98-strong-table", TableScreen)
def _strong_table(studio: Studio) -> None:
    studio.fullest()
    _timed(studio)
    studio.app.prefer(colours="strong")


@look("98-strong-settings", SettingsScreen)
def _strong_settings(studio: Studio) -> None:
    studio.app.push(SettingsScreen(studio.middle().set_language))
    studio.app.prefer(colours="strong")
