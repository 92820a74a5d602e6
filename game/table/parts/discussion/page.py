"""What a page of a debrief is."""

from __future__ import annotations

from game.debrief import Moment
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts.discussion.discussion import Discussion


class DiscussionPage:
    """One step of a talk, shown alone; ``phase`` is the part it belongs to, by its key.

    ``moment`` is the one it is about, if it is.
    """

    phase: str
    moment: Moment | None = None

    def __init__(self, discussion: Discussion) -> None:
        self.discussion = discussion

    def build(self, ui: Ui, box: Box) -> None:
        """Draw it and declare its widgets in a box."""
        raise NotImplementedError

    def turned(self, ui: Ui) -> None:
        """It is being turned: write down what was left in its fields."""
