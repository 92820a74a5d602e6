"""The colours of what was measured in reality: worse than before is never green."""

from __future__ import annotations

from game.debrief.progress import GOOD, WORSE, RealStatus
from game.gui import theme
from game.gui.theme import Colour
from game.session.annotations import Held
from game.table.parts.meters import FALLEN

_HELD: dict[Held, Colour] = {"yes": theme.GOOD, "partly": theme.ACCENT, "no": FALLEN}


def ink_of(status: RealStatus | None) -> Colour:
    """The colour of a status; neutral where nothing can be told or there is some way to go."""
    if status in WORSE:
        return FALLEN
    return theme.GOOD if status in GOOD else theme.CHALK


def ink_of_trial(held: Held) -> Colour:
    """The colour of whether a trial held."""
    return _HELD[held]
