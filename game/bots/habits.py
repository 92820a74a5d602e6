"""The habits of the methodical group; leaving one out shows what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Track


@dataclass(frozen=True, slots=True)
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
    tracks: bool = True
    """Considers what each track lacks to its goal, not only the sum of points."""
    only: Track | None = None
    """The one track that counts, if only one does."""


METHOD = Habits()
