"""What happened: the facts that a state is folded from, and that a session remembers.

Events carry results, chance included, so that folding them never draws and never decides. A session
names them by their class, so a name stays for ever.
"""

from __future__ import annotations

from typing import get_args

from game.engine.events.cards import (
    BenefitAnchored,
    BenefitClaimed,
    BenefitHandedOver,
    EstimateRevised,
    IdeaImplemented,
    IdeaPlaced,
    IdeaShelved,
    IdeaWritten,
    Picked,
    RiskMitigated,
    RiskNamed,
    RiskTurnedUp,
    RiskWritten,
)
from game.engine.events.frame import (
    VERDICTS,
    Begun,
    Dealt,
    Ended,
    EventTurned,
    OptionChosen,
    Passed,
    PhaseEnded,
    RoundOpened,
    Seat,
    TurnBegan,
    TurnsEnded,
    Verdict,
)
from game.engine.events.means import (
    ActionGained,
    BalanceShifted,
    CapacityChanged,
    CorrectionMade,
    LikelihoodRaised,
    MaturityLowered,
    OwnerLeft,
    Paused,
    Spent,
    Stopped,
    TrackMoved,
    TrustChanged,
    Why,
)
from game.engine.events.poker import (
    EstimateGiven,
    EstimatesCalled,
    EstimatesClosed,
    EstimatesTurned,
)
from game.engine.events.reality_check import (
    CheckBegan,
    CheckEnded,
    FalseAlarm,
    FollowedUp,
    Harvested,
    IdeaRealised,
    RealityThrown,
    RiskThrown,
    StumbleThrown,
)
from game.engine.events.trials import (
    AbilityUsed,
    CostLowered,
    EffectsOpened,
    FreeClaimGiven,
    FreeClaimUsed,
    Learned,
    NothingFound,
    PerkUsed,
    TrialThrown,
)

Event = (
    Begun
    | RoundOpened
    | EventTurned
    | OptionChosen
    | Dealt
    | TurnBegan
    | TurnsEnded
    | Passed
    | PhaseEnded
    | Ended
    | Spent
    | ActionGained
    | CapacityChanged
    | TrustChanged
    | BalanceShifted
    | TrackMoved
    | LikelihoodRaised
    | MaturityLowered
    | OwnerLeft
    | Paused
    | Stopped
    | CorrectionMade
    | IdeaPlaced
    | IdeaWritten
    | BenefitClaimed
    | EstimateRevised
    | BenefitAnchored
    | BenefitHandedOver
    | RiskNamed
    | RiskWritten
    | RiskTurnedUp
    | Picked
    | RiskMitigated
    | IdeaShelved
    | IdeaImplemented
    | TrialThrown
    | Learned
    | AbilityUsed
    | PerkUsed
    | EffectsOpened
    | NothingFound
    | FreeClaimGiven
    | FreeClaimUsed
    | CostLowered
    | CheckBegan
    | RiskThrown
    | FalseAlarm
    | StumbleThrown
    | RealityThrown
    | Harvested
    | IdeaRealised
    | FollowedUp
    | CheckEnded
    | EstimatesCalled
    | EstimateGiven
    | EstimatesTurned
    | EstimatesClosed
)
EVENTS: tuple[type[Event], ...] = get_args(Event)

__all__ = [
    "EVENTS",
    "VERDICTS",
    "AbilityUsed",
    "ActionGained",
    "BalanceShifted",
    "Begun",
    "BenefitAnchored",
    "BenefitClaimed",
    "BenefitHandedOver",
    "CapacityChanged",
    "CheckBegan",
    "CheckEnded",
    "CorrectionMade",
    "CostLowered",
    "Dealt",
    "EffectsOpened",
    "Ended",
    "EstimateGiven",
    "EstimateRevised",
    "EstimatesCalled",
    "EstimatesClosed",
    "EstimatesTurned",
    "Event",
    "EventTurned",
    "FalseAlarm",
    "FollowedUp",
    "FreeClaimGiven",
    "FreeClaimUsed",
    "Harvested",
    "IdeaImplemented",
    "IdeaPlaced",
    "IdeaRealised",
    "IdeaShelved",
    "IdeaWritten",
    "Learned",
    "LikelihoodRaised",
    "MaturityLowered",
    "NothingFound",
    "OptionChosen",
    "OwnerLeft",
    "Passed",
    "Paused",
    "PerkUsed",
    "PhaseEnded",
    "Picked",
    "RealityThrown",
    "RiskMitigated",
    "RiskNamed",
    "RiskThrown",
    "RiskTurnedUp",
    "RiskWritten",
    "RoundOpened",
    "Seat",
    "Spent",
    "Stopped",
    "StumbleThrown",
    "TrackMoved",
    "TrialThrown",
    "TrustChanged",
    "TurnBegan",
    "TurnsEnded",
    "Verdict",
    "Why",
]
