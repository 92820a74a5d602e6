"""How the answer of a check is shown: its sign, its colour and its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.gui import theme
from game.gui.theme import Colour
from game.i18n import Words, capitalised
from game.report.check import ANSWERS, CheckAnswer
from game.table.parts.meters import FALLEN

ANSWER_SIGNS: Final[Mapping[CheckAnswer, tuple[str, Colour]]] = {
    "missing": ("triangle-alert", FALLEN),
    "in_order": ("check", theme.GOOD),
    "nothing": ("minus", theme.CHALK_SOFT),
}


def answer_text(t: Words, answer: CheckAnswer) -> str:
    """An answer as the beginning of a sentence."""
    text = t(ANSWERS[answer])
    return capitalised(text)
