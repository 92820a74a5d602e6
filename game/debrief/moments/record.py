"""Kinds of moments that the session records itself."""

from __future__ import annotations

from game.debrief.references import IdeaRef
from game.engine.actions import Corrected
from game.frozen import frozen


@frozen
class Undone:
    """A decision was undone; ``action`` is the class name of its action, ``idea`` what it was at.

    ``idea`` is ``None`` for one that was at no idea, or at one that was written in what was undone;
    it has no letter if it was never placed for good. ``opened`` is the round that it opened, if it
    did.
    """

    action: str
    reason: str | None
    idea: IdeaRef | None = None
    opened: int | None = None


@frozen
class FacilitatorCorrection:
    """The facilitator corrected something."""

    what: Corrected
    by: int
    reason: str


@frozen
class Bookmarked:
    """The moment was bookmarked: at the table, or by whoever looked back on it."""

    note: str
    looking_back: bool = False

    @property
    def written(self) -> str:
        """What was written beside the mark; empty if nothing was."""
        return self.note


@frozen
class Noted:
    """The trainer wrote a note about the moment afterwards."""

    text: str

    @property
    def written(self) -> str:
        """What was written."""
        return self.text
