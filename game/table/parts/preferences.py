"""User preferences for the table, in addition to those of every window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Literal

from game.content import Case
from game.frozen import frozen
from game.gui.preferences import Preferences, PreferencesFile
from game.gui.screen import ScreenHost
from game.i18n import mark

_NOT_SAVED = mark("The settings hold until the table is closed: {folder} cannot be written to.")


CardFaces = Literal["fitting", "words", "signs"]
"""How cards of the hand look: with the words of their signs, without, or as the case asks for."""
FACES: tuple[CardFaces, ...] = ("fitting", "words", "signs")


@frozen
class TablePreferences(Preferences):
    """``guide`` shows hints for learning the game; with ``timers_anew`` the timer of a turn,
    round or phase restarts for the next one. ``walked``: the walk through the rules was offered.

    With ``moments`` a reality check is told by what deserves the room's attention, otherwise step
    by step. The moments suit the first check of a new group too: a rule that is met for the first
    time is one, so that each is explained once.

    ``facilitator_window`` opens with the table where there are two screens; ``facilitator_asked``
    is whether it was offered. ``cards`` says how cards of the hand look.
    """

    choices: ClassVar[Mapping[str, tuple[object, ...]]] = {**Preferences.choices, "cards": FACES}

    guide: bool = True
    timers_anew: bool = True
    walked: bool = False
    moments: bool = True
    facilitator_window: bool = False
    facilitator_asked: bool = False
    cards: CardFaces = "fitting"


def preferences_file(path: Path | None = None) -> PreferencesFile[TablePreferences]:
    """The preferences in the file at a path, or by default those of the current user."""
    if path is not None:
        return PreferencesFile(path, TablePreferences, _NOT_SAVED)
    return PreferencesFile.of_user(TablePreferences, _NOT_SAVED)


def preferences_of(app: ScreenHost) -> TablePreferences:
    """The table preferences of an application."""
    found = app.preferences
    return found if isinstance(found, TablePreferences) else TablePreferences()


def has_words(app: ScreenHost, case: Case) -> bool:
    """Whether the cards of a hand have the words of their signs.

    If nothing else is chosen they have in the first game, and on a level that is gentle.
    """
    chosen = preferences_of(app).cards
    if chosen == "fitting":
        return case.level == "first" or case.setup.level == "gentle"
    return chosen == "words"


def switch_faces(app: ScreenHost, case: Case) -> None:
    """Show the cards of a hand with words if they have none, and say so."""
    words = not has_words(app, case)
    app.prefer(cards="words" if words else "signs")
    app.toast(app.t("Cards with words.") if words else app.t("Cards with signs alone."))
