"""What a decision sounds like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from game.engine import Event
from game.engine import events as ev

Name = Literal["place", "die", "track", "timer", "verdict"]
"""A card is laid down, a die is thrown, a track moves, a timer is out, the game is over."""

_LAID = frozenset(
    {
        ev.IdeaPlaced,
        ev.IdeaWritten,
        ev.BenefitClaimed,
        ev.BenefitAnchored,
        ev.RiskNamed,
        ev.RiskWritten,
        ev.RiskMitigated,
        ev.IdeaImplemented,
        ev.IdeaShelved,
    }
)
"""Something was laid on the table, taken from it, or marked on it."""
_MOVED = frozenset({ev.TrackMoved, ev.FollowedUp, ev.CorrectionMade})


def sound_of(events: Sequence[Event]) -> Name | None:
    """The sound of what came of a decision; a reality check sounds by itself, step by step."""
    kinds = {type(event) for event in events}
    if ev.CheckBegan in kinds:
        return None
    if ev.TrialThrown in kinds:
        return "die"
    if kinds & _MOVED:
        return "track"
    return "place" if kinds & _LAID else None
