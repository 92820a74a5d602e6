"""What a methodical group does; each habit can be left out to see what it was worth."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Track


@dataclass(frozen=True, slots=True)
class Habits:
    """The habits of a group. All of them together are the method that the game teaches."""

    trials: bool = True
    """Tries ideas small before they are implemented."""
    anchoring: bool = True
    """Gives benefits an owner and a measure, and follows them up."""
    risks: bool = True
    """Names risks and does something about them."""
    abilities: bool = True
    """Uses what the roles round the table can do."""
    tracks: bool = True
    """Looks at how far each track still has to go, not at the sum of points alone."""
    only: Track | None = None
    """The one track that counts, if only one does."""


METHOD = Habits()
