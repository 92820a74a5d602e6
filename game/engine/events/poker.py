"""Estimate poker: everybody's own estimate of one benefit."""

from __future__ import annotations

from game.engine.records import record
from game.engine.setup import Track


@record
class EstimatesCalled:
    """Each seat is asked for its own estimate."""

    idea: str
    track: Track


@record
class EstimateGiven:
    """A seat has given its estimate; the number is hidden until all are in."""

    seat: int
    value: int


@record
class EstimatesTurned:
    """All estimates are in and are turned at once."""

    idea: str
    track: Track
    values: tuple[int, ...]


@record
class EstimatesClosed:
    """The estimate cards are put away."""
