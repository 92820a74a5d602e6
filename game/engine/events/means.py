"""What the group shares: actions, capacity, trust, balance, the tracks, and what struck it."""

from __future__ import annotations

from typing import Literal

from game.engine.actions import Corrected
from game.engine.setup import Kind, Track
from game.frozen import frozen

Why = Literal[
    "income",
    "rally",
    "shelved",
    "ability",
    "event",
    "correction",
    "placing",
    "anchoring",
    "trying",
    "word_kept",
    "word_broken",
    "balanced",
    "unbalanced",
    "towards_zero",
    "below_zero",
    "pause",
    "risk",
    "harvest",
    "follow_up",
    "combination",
    "unspoken_harm",
    "stumble",
    "claim_held",
    "claim_missed",
    "demand",
    "invest",
    "patience",
    "everybody",
    "dropouts",
]


@frozen
class Spent:
    """Actions and capacity are spent by the seat whose turn it is."""

    actions: int
    capacity: int


@frozen
class TrustSpent:
    """The group asked for patience; other events carry what it gave and got."""

    seat: int


@frozen
class ActionGained:
    """The seat whose turn it is has more actions."""

    actions: int


@frozen
class CapacityChanged:
    """Capacity rises or falls; ``by`` is what really changed."""

    by: int
    why: Why


@frozen
class TrustChanged:
    """Trust rises or falls; ``by`` is what really changed."""

    by: int
    why: Why
    idea: str | None = None


@frozen
class BalanceShifted:
    """Balance moves towards steering (above zero) or autonomy (below)."""

    by: int
    why: Why


@frozen
class TrackMoved:
    """A track moves by ``by`` points; what would pass its end is lost."""

    track: Track
    by: int
    why: Why
    idea: str | None = None


@frozen
class LikelihoodRaised:
    """The true risks on a track have become more likely."""

    track: Track


@frozen
class MaturityLowered:
    """Unproven ideas of a kind have become less mature, those under way too."""

    kind: Kind


@frozen
class OwnerLeft:
    """A seat lost a benefit that it owned; the benefit is only claimed again."""

    seat: int
    idea: str
    track: Track


@frozen
class Paused:
    """Trust reached 0: nothing can be implemented in round ``round``."""

    round: int


@frozen
class Stopped:
    """Trust reached 0 for the second time."""


@frozen
class CorrectionMade:
    """The facilitator corrected something; another event carries the change itself."""

    what: Corrected
    by: int
    reason: str
