"""Kinds of moments about what was not done."""

from __future__ import annotations

from typing import Literal

from game.debrief.references import IdeaRef
from game.engine import Phase
from game.frozen import frozen

Missing = Literal["trial", "owner", "risk"]
"""What a phase can be without."""


@frozen
class PhaseWithout:
    """A whole phase in which this was not done, though there was something to do it for."""

    phase: Phase
    rounds: tuple[int, ...]
    missing: tuple[Missing, ...]


@frozen
class RalliedInstead:
    """In these rounds ``rallies`` of the ``actions`` that were spent gathered strength."""

    rounds: tuple[int, ...]
    rallies: int
    actions: int


@frozen
class Stalled:
    """Rounds in a row in which nothing was put on the table or worked on, while ``ideas`` lay."""

    rounds: tuple[int, ...]
    ideas: tuple[IdeaRef, ...]
