"""The habits of the methodical group; leaving one out shows what it is worth.

The last ones are no part of the method: tricks by which a group might win without playing as the
game teaches (:mod:`game.bots.tricks`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from game.engine import Track
from game.frozen import frozen

Claims = Literal["expected", "half", "one", "opened"]
"""What is claimed of an expected effect: all, half, one point, or all but only when it is open."""


@frozen
class Habits:
    """The habits of a group. All of them together are the method that the game teaches."""

    trials: bool = True
    """Tries ideas before they are implemented."""
    anchoring: bool = True
    """Gives benefits an owner and a measure, and follows them up."""
    risks: bool = True
    """Names risks and mitigates them."""
    abilities: bool = True
    """Uses the abilities of the roles."""
    downsides: bool = True
    """Says beforehand what an idea costs somebody, and makes up for it."""
    tracks: bool = True
    """Considers what each track lacks to its goal, not only the sum of points."""
    only: Track | None = None
    """The one track that counts, if only one does."""
    claims: Claims = "expected"
    """What it claims of the effects that it expects."""
    written_risk: tuple[int, int] = (3, 3)
    """The severity and likelihood that it writes on its own risks."""
    written_only: bool = False
    """Writes its cards itself also where the case deals some."""
    hoards: bool = False
    """Gathers capacity first, and implements only in the last round."""
    juggles: bool = False
    """Gives owners as much as they like, and hands it on just before each reality check."""
    hints: Mapping[str, Sequence[float]] | None = field(default=None, hash=False)
    """What the texts of the case's ideas tell of their effects, for who reads them with care."""

    def claim(self, effect: float, *, known: bool) -> int:
        """The estimate that it claims of an effect: a whole number that the rules allow."""
        if self.claims == "one" or (self.claims == "opened" and not known):
            return 1
        return estimate(effect / 2 if self.claims == "half" else effect)


def estimate(effect: float) -> int:
    """The nearest estimate that the rules allow: a whole number from 1 to 6."""
    return max(1, min(6, round(effect)))


METHOD = Habits()
