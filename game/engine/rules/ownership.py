"""How well an owner answers for a benefit: best at home, and not for too many."""

from __future__ import annotations

from game.engine.events.reality_check import Short
from game.engine.lookups import is_at_home, owned_by
from game.engine.setup import Track
from game.engine.state import State


def owner_falls_short(s: State, owner: int, track: Track) -> Short | None:
    """Why a benefit with this owner gives one point less than it could, or ``None``."""
    if not is_at_home(s, owner, track):
        return "away"
    return "overloaded" if owned_by(s, owner) > s.setup.rules.owner_load else None
