"""What a page of the debrief is."""

from __future__ import annotations

from game.debrief import Moment
from game.i18n.debriefing import Phase
from game.table.debrief.talk import Talk
from game.table.frame import Box
from game.table.ui import Ui


class Page:
    """One step of the debrief, shown alone. ``moment`` is the one it is about, if it is."""

    phase: Phase
    moment: Moment | None = None

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    def build(self, ui: Ui, box: Box) -> None:
        """Draw it and declare its widgets in a box."""
        raise NotImplementedError

    def turned(self, ui: Ui) -> None:
        """It is being turned: write down what was left in its fields."""
