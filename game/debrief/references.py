"""References to people, ideas, benefits and risks, with what is needed to display their names.

Cards are referenced by their id and looked up in the case; what the group wrote has its own name.
"""

from __future__ import annotations

from game.engine import Track
from game.frozen import frozen


@frozen
class Person:
    """The person at a seat: the player's name and the ids of the roles."""

    seat: int
    name: str
    roles: tuple[str, ...]

    @property
    def key(self) -> tuple[int, str]:
        """The seat and the name: who it is, whatever roles are played."""
        return self.seat, self.name


@frozen
class IdeaRef:
    """An idea: its letter ("" while it is still in a hand) and, if it was written, its name."""

    id: str
    letter: str = ""
    name: str | None = None


@frozen
class BenefitRef:
    """A benefit: its card, or its written name, or (neither) the one the idea itself promises.

    A ``downside`` is what the idea costs somebody.
    """

    idea: IdeaRef
    track: Track
    card: str | None = None
    name: str | None = None
    downside: bool = False

    @property
    def key(self) -> tuple[str, Track]:
        """The idea and track, which identify it within the game."""
        return self.idea.id, self.track


@frozen
class RiskRef:
    """A risk of an idea: a card's id, or an id with a written name; without an id the unknown."""

    idea: IdeaRef
    track: Track
    id: str | None = None
    name: str | None = None
