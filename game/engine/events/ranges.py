"""The range of an estimate: how sure the group is of it."""

from __future__ import annotations

from game.engine.setup import Track
from game.frozen import frozen


@frozen
class RangeSet:
    """The group says between which points a benefit lies."""

    seat: int
    idea: str
    track: Track
    low: int
    high: int


@frozen
class RangeDropped:
    """The range of a benefit is put away: its new estimate lies outside."""

    idea: str
    track: Track
