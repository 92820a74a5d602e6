"""Kinds of moments that the session records itself."""

from __future__ import annotations

from game.engine.actions import Corrected
from game.frozen import frozen


@frozen
class Undone:
    """A decision was undone; ``action`` is the class name of its action."""

    action: str
    reason: str | None


@frozen
class FacilitatorCorrection:
    """The facilitator corrected something."""

    what: Corrected
    by: int
    reason: str


@frozen
class Bookmarked:
    """The facilitator or the trainer bookmarked the moment."""

    note: str


@frozen
class Noted:
    """The trainer wrote a note about the moment afterwards."""

    text: str
