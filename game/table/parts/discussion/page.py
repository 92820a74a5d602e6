"""The base class of discussion pages."""

from __future__ import annotations

from game.debrief import Moment
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts.discussion.discussion import Discussion


class DiscussionPage:
    """One page of a discussion; ``phase`` is the key of the part it belongs to.

    ``moment`` is the key moment it is about, if any.
    """

    phase: str
    moment: Moment | None = None

    def __init__(self, discussion: Discussion) -> None:
        self.discussion = discussion

    def build(self, ui: Ui, box: Box) -> None:
        """Draw the page and declare its widgets in a box."""
        raise NotImplementedError

    def save_fields(self, ui: Ui) -> None:
        """Called when the page is left: save what is still in its fields."""
