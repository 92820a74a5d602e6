"""How rare a key moment is: measured over games, so that what nearly every game has is none."""

from __future__ import annotations

from game.debrief.measured import SHARES
from game.debrief.moments import Moment


def rarity(moment: Moment) -> float:
    """The share of games that have no moment of this kind so strong; 1 where nobody measured."""
    shares = SHARES.get(moment.kind, ())
    return 1 - next((share for weight, share in reversed(shares) if weight <= moment.weight), 0)
