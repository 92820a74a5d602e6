"""How well an owner answers for a benefit: best at home, and not for too many."""

from __future__ import annotations

from game.engine.events.reality_check import Short
from game.engine.setup import Track
from game.engine.state import State


def owner_falls_short(s: State, owner: int, track: Track) -> Short | None:
    """Why a benefit with this owner gives one point less than it could, or ``None``."""
    if not at_home(s, owner, track):
        return "away"
    return "overloaded" if load(s, owner) > s.setup.rules.owner_load else None


def at_home(s: State, seat: int, track: Track) -> bool:
    """Whether a role of the seat is at home on a track."""
    return any(track in role.home for role in s.roles_of(seat))


def load(s: State, seat: int) -> int:
    """How many benefits a seat owns that are not yet realised."""
    return sum(
        1
        for idea in s.ideas
        if idea.status != "realised"
        for b in idea.benefits
        if b is not None and b.owner == seat
    )
