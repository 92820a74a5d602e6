"""The application settings of the table: name, icon, texts and keys."""

from __future__ import annotations

from collections.abc import Sequence

from game.gui.keys import KeyGroup
from game.gui.spec import AppSpec, AppTexts
from game.i18n import mark
from game.table.flow.window_icon import window_icon
from game.table.parts.preferences import TablePreferences
from game.table.parts.shortcuts import HELP


def _key_groups() -> Sequence[KeyGroup]:
    """The groups of keys, loaded when help is opened."""
    from game.table.flow.keys import GROUPS

    return GROUPS


TABLE = AppSpec(
    "Gevinstbordet",
    window_icon,
    AppTexts(
        too_small=mark("The window is too small for the table. Make it larger, or press F11."),
        close_title=mark("Close without saving it?"),
        close_text=mark("A decision waits to be saved. If the table is closed now, it is lost."),
        close=mark("Close the table"),
    ),
    character_aliases={"?": HELP.key},
    preferences=TablePreferences,
    key_groups=_key_groups,
)
"""What :class:`~game.gui.app.App` is given wherever the table is shown."""
