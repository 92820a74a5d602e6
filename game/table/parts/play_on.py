"""The confirmation before a new game starts from a step of a recorded one."""

from __future__ import annotations

from collections.abc import Callable

from game.gui.dialogs.modal import Question
from game.i18n import Words


def play_on(t: Words, place: str, go: Callable[[], object]) -> Question:
    """The confirmation dialog, against accidental starts; ``place`` names the step."""
    text = t(
        "{place}: the table is laid as it was, in a new game of its own. "
        "This one stays as it is, and the two can be compared afterwards.",
        place=place,
    )
    return Question(t("Play on from here?"), text, t("Play on"), go)
