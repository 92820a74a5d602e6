"""The sounds of decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from game.engine import Event
from game.engine import events as ev

SoundName = Literal["place", "rattle", "roll", "die", "track", "timer", "verdict"]
"""A card is laid down, dice are shaken, are thrown, are shown at once, a track moves, a timer is
out, the game is over."""

SOUNDS: Mapping[type[Event], SoundName | None] = {
    ev.Begun: None,
    ev.RoundOpened: None,
    ev.EventTurned: None,
    ev.OptionChosen: None,
    ev.Dealt: None,
    ev.TurnBegan: None,
    ev.TurnsEnded: None,
    ev.Passed: None,
    ev.PhaseEnded: None,
    ev.EndedEarly: None,
    ev.Ended: None,
    ev.Spent: None,
    ev.ActionGained: None,
    ev.CapacityChanged: None,
    ev.TrustChanged: None,
    ev.TrustSpent: None,
    ev.PostNamed: "place",
    ev.BalanceShifted: None,
    ev.TrackMoved: "track",
    ev.LikelihoodRaised: None,
    ev.MaturityLowered: None,
    ev.OwnerLeft: None,
    ev.Paused: None,
    ev.Stopped: None,
    ev.CorrectionMade: "track",
    ev.IdeaPlaced: "place",
    ev.IdeaWritten: "place",
    ev.BenefitClaimed: "place",
    ev.TruthDrawn: None,
    ev.DownsideNamed: "place",
    ev.AmendsMade: "place",
    ev.EstimateRevised: None,
    ev.ClaimWithdrawn: "place",
    ev.RangeSet: None,
    ev.RangeDropped: None,
    ev.BenefitAnchored: "place",
    ev.BenefitHandedOver: None,
    ev.RiskNamed: "place",
    ev.RiskWritten: "place",
    ev.RiskTurnedUp: None,
    ev.Picked: None,
    ev.RiskMitigated: "place",
    ev.IdeaShelved: "place",
    ev.IdeaImplemented: "place",
    ev.TrialThrown: None,
    ev.TrialSetUp: "place",
    ev.TrialReported: None,
    ev.AdjustmentAsked: None,
    ev.IdeaAdjusted: "place",
    ev.Learned: None,
    ev.AbilityUsed: None,
    ev.PerkUsed: None,
    ev.EffectsOpened: None,
    ev.NothingFound: None,
    ev.FreeClaimGiven: None,
    ev.FreeClaimUsed: None,
    ev.CostLowered: None,
    ev.CheckBegan: None,
    ev.ClaimTested: None,
    ev.ClaimAnswered: "place",
    ev.RiskTested: None,
    ev.NothingTested: None,
    ev.RiskThrown: None,
    ev.FalseAlarm: None,
    ev.StumbleThrown: None,
    ev.RealityThrown: None,
    ev.Harvested: None,
    ev.IdeaRealised: None,
    ev.FollowedUp: "track",
    ev.CheckEnded: None,
    ev.EstimatesCalled: None,
    ev.EstimateGiven: None,
    ev.EstimatesTurned: None,
    ev.EstimatesClosed: None,
    ev.SeatAdded: None,
    ev.SeatLeft: None,
    ev.SeatReturned: None,
    ev.SeatReplaced: None,
    ev.RoleMoved: None,
    ev.ActionsShared: None,
    ev.DecisionPassed: None,
}
"""The sound of every kind of event; most have none."""
_LOUDEST_FIRST: tuple[SoundName, ...] = ("track", "place")


def sound_of(events: Sequence[Event]) -> SoundName | None:
    """The sound of a decision's outcome; a check and a die play their own when they are shown."""
    kinds = {type(event) for event in events}
    if ev.CheckBegan in kinds:
        return None
    sounds = {SOUNDS[kind] for kind in kinds}
    return next((name for name in _LOUDEST_FIRST if name in sounds), None)
