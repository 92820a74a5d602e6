"""What a user may prefer at the table, beyond what every window has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.gui.preferences import Preferences, PreferencesFile
from game.gui.screen import ScreenHost
from game.i18n import mark

_NOT_SAVED = mark("The settings hold until the table is closed: {folder} cannot be written to.")


@dataclass(frozen=True, slots=True)
class TablePreferences(Preferences):
    """``guide`` shows hints while the game is learned; with ``timers_anew`` the timer of a turn,
    round or phase that is over starts anew for the next one."""

    guide: bool = True
    timers_anew: bool = True


def preferences_file(path: Path | None = None) -> PreferencesFile[TablePreferences]:
    """Where preferences are kept: at a path, or those of whoever is logged in."""
    if path is not None:
        return PreferencesFile(path, TablePreferences, _NOT_SAVED)
    return PreferencesFile.of_user(TablePreferences, _NOT_SAVED)


def preferences_of(app: ScreenHost) -> TablePreferences:
    """What is preferred at the table that an application shows."""
    found = app.preferences
    return found if isinstance(found, TablePreferences) else TablePreferences()
