"""Kinds of moments that the session records itself."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.actions import Corrected


@dataclass(frozen=True, slots=True)
class Undone:
    """A decision was undone; ``action`` is the class name of its action."""

    action: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class FacilitatorCorrection:
    """The facilitator corrected something."""

    what: Corrected
    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class Bookmarked:
    """The facilitator or the trainer bookmarked the moment."""

    note: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The trainer wrote a note about the moment afterwards."""

    text: str
