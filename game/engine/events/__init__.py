"""What happened: the facts that a state is folded from, and that a session remembers.

Events carry results, chance included, so that folding them never draws and never decides. A session
names them by their class, so a name stays for ever.
"""

from __future__ import annotations

from typing import get_args

from game.engine.events.cards import (
    AmendsMade,
    BenefitAnchored,
    BenefitClaimed,
    BenefitHandedOver,
    ClaimWithdrawn,
    DownsideNamed,
    EstimateRevised,
    IdeaImplemented,
    IdeaPlaced,
    IdeaShelved,
    IdeaWritten,
    Picked,
    PostNamed,
    RiskMitigated,
    RiskNamed,
    RiskTurnedUp,
    RiskWritten,
    TruthDrawn,
)
from game.engine.events.frame import (
    EARNED,
    ENDINGS,
    VERDICTS,
    Begun,
    Dealt,
    Ended,
    EndedEarly,
    Ending,
    EventTurned,
    OptionChosen,
    Passed,
    PhaseEnded,
    RoundOpened,
    Seat,
    TurnBegan,
    TurnsEnded,
    Verdict,
    ending_of,
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
    TrustSpent,
    Why,
)
from game.engine.events.poker import (
    EstimateGiven,
    EstimatesCalled,
    EstimatesClosed,
    EstimatesTurned,
)
from game.engine.events.ranges import RangeDropped, RangeSet
from game.engine.events.reality_check import (
    CheckBegan,
    CheckEnded,
    ClaimAnswered,
    ClaimTested,
    FalseAlarm,
    FollowedUp,
    Harvested,
    IdeaRealised,
    NothingTested,
    RealityThrown,
    RiskTested,
    RiskThrown,
    Short,
    StumbleThrown,
)
from game.engine.events.seating import (
    ActionsShared,
    DecisionPassed,
    RoleMoved,
    SeatAdded,
    SeatLeft,
    SeatReplaced,
    SeatReturned,
)
from game.engine.events.trials import (
    AbilityUsed,
    AdjustmentAsked,
    CostLowered,
    EffectsOpened,
    FreeClaimGiven,
    FreeClaimUsed,
    IdeaAdjusted,
    Learned,
    NothingFound,
    PerkUsed,
    TrialReported,
    TrialSetUp,
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
    | EndedEarly
    | Ended
    | Spent
    | ActionGained
    | CapacityChanged
    | TrustChanged
    | TrustSpent
    | BalanceShifted
    | TrackMoved
    | LikelihoodRaised
    | MaturityLowered
    | OwnerLeft
    | Paused
    | Stopped
    | CorrectionMade
    | SeatAdded
    | SeatLeft
    | SeatReturned
    | SeatReplaced
    | RoleMoved
    | ActionsShared
    | DecisionPassed
    | IdeaPlaced
    | IdeaWritten
    | TruthDrawn
    | BenefitClaimed
    | DownsideNamed
    | AmendsMade
    | PostNamed
    | EstimateRevised
    | ClaimWithdrawn
    | RangeSet
    | RangeDropped
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
    | TrialSetUp
    | TrialReported
    | AdjustmentAsked
    | IdeaAdjusted
    | Learned
    | AbilityUsed
    | PerkUsed
    | EffectsOpened
    | NothingFound
    | FreeClaimGiven
    | FreeClaimUsed
    | CostLowered
    | CheckBegan
    | ClaimTested
    | ClaimAnswered
    | RiskTested
    | NothingTested
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
    "EARNED",
    "ENDINGS",
    "EVENTS",
    "VERDICTS",
    "AbilityUsed",
    "ActionGained",
    "ActionsShared",
    "AdjustmentAsked",
    "AmendsMade",
    "BalanceShifted",
    "Begun",
    "BenefitAnchored",
    "BenefitClaimed",
    "BenefitHandedOver",
    "CapacityChanged",
    "CheckBegan",
    "CheckEnded",
    "ClaimAnswered",
    "ClaimTested",
    "ClaimWithdrawn",
    "CorrectionMade",
    "CostLowered",
    "Dealt",
    "DecisionPassed",
    "DownsideNamed",
    "EffectsOpened",
    "Ended",
    "EndedEarly",
    "Ending",
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
    "IdeaAdjusted",
    "IdeaImplemented",
    "IdeaPlaced",
    "IdeaRealised",
    "IdeaShelved",
    "IdeaWritten",
    "Learned",
    "LikelihoodRaised",
    "MaturityLowered",
    "NothingFound",
    "NothingTested",
    "OptionChosen",
    "OwnerLeft",
    "Passed",
    "Paused",
    "PerkUsed",
    "PhaseEnded",
    "Picked",
    "PostNamed",
    "RangeDropped",
    "RangeSet",
    "RealityThrown",
    "RiskMitigated",
    "RiskNamed",
    "RiskTested",
    "RiskThrown",
    "RiskTurnedUp",
    "RiskWritten",
    "RoleMoved",
    "RoundOpened",
    "Seat",
    "SeatAdded",
    "SeatLeft",
    "SeatReplaced",
    "SeatReturned",
    "Short",
    "Spent",
    "Stopped",
    "StumbleThrown",
    "TrackMoved",
    "TrialReported",
    "TrialSetUp",
    "TrialThrown",
    "TrustChanged",
    "TrustSpent",
    "TruthDrawn",
    "TurnBegan",
    "TurnsEnded",
    "Verdict",
    "Why",
    "ending_of",
]
