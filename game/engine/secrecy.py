"""What somebody may know of an event: every kind of event is either told whole or has its secrets.

What is hidden has an empty value in its place: 0, no text, nothing in a dictionary. A card in a
deck keeps its place, so that everybody sees how many there are. A kind of event that is not
declared here is told to nobody, and a test names it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from game.engine import events as ev
from game.engine.values import FrozenDict


def visible(event: ev.Event, seat: int | None = None) -> ev.Event:
    """An event as a seat is told of it; without a seat as everybody at the table is.

    Raises :class:`LookupError` for an event of which nobody has declared what is secret in it.
    """
    kind = type(event)
    if kind in TOLD_WHOLE:
        return event
    told: ev.Event = WITH_SECRETS[kind](event, seat)
    return told


def face_down(deck: tuple[str, ...]) -> tuple[str, ...]:
    """A deck as it is seen: how many cards lie there, and not which."""
    return ("",) * len(deck)


# ------------------------------------------------------------------ events with secrets
def _begun(e: ev.Begun, seat: int | None) -> ev.Begun:
    return ev.Begun(
        seed=0,
        seats=e.seats,
        truth=FrozenDict(),
        ideas=face_down(e.ideas),
        benefits=face_down(e.benefits),
        risks=face_down(e.risks),
        events=face_down(e.events),
        rules=e.rules,
    )


def _truth_drawn(e: ev.TruthDrawn, seat: int | None) -> ev.TruthDrawn:
    return ev.TruthDrawn(e.idea, (0, 0, 0, 0), ())


def _estimate_given(e: ev.EstimateGiven, seat: int | None) -> ev.EstimateGiven:
    """Everybody's own; all are told when they are turned."""
    return e if e.seat == seat else ev.EstimateGiven(e.seat, 0)


WITH_SECRETS: Final[Mapping[type[ev.Event], Callable[[Any, int | None], ev.Event]]] = {
    ev.Begun: _begun,
    ev.TruthDrawn: _truth_drawn,
    ev.EstimateGiven: _estimate_given,
}
"""What is left of the events that not everybody may know whole."""

TOLD_WHOLE: Final[frozenset[type[ev.Event]]] = frozenset(
    {
        ev.RoundOpened,
        ev.EventTurned,
        ev.OptionChosen,
        ev.Dealt,
        ev.TurnBegan,
        ev.TurnsEnded,
        ev.Passed,
        ev.PhaseEnded,
        ev.EndedEarly,
        ev.Ended,
        ev.Spent,
        ev.ActionGained,
        ev.CapacityChanged,
        ev.TrustChanged,
        ev.TrustSpent,
        ev.BalanceShifted,
        ev.TrackMoved,
        ev.LikelihoodRaised,
        ev.MaturityLowered,
        ev.OwnerLeft,
        ev.Paused,
        ev.Stopped,
        ev.CorrectionMade,
        ev.SeatAdded,
        ev.SeatLeft,
        ev.SeatReturned,
        ev.SeatReplaced,
        ev.RoleMoved,
        ev.ActionsShared,
        ev.DecisionPassed,
        ev.IdeaPlaced,
        ev.IdeaWritten,
        ev.BenefitClaimed,
        ev.DownsideNamed,
        ev.AmendsMade,
        ev.PostNamed,
        ev.EstimateRevised,
        ev.ClaimWithdrawn,
        ev.RangeSet,
        ev.RangeDropped,
        ev.BenefitAnchored,
        ev.BenefitHandedOver,
        ev.RiskNamed,
        ev.RiskWritten,
        ev.RiskTurnedUp,
        ev.Picked,
        ev.RiskMitigated,
        ev.IdeaShelved,
        ev.IdeaImplemented,
        ev.TrialThrown,
        ev.TrialSetUp,
        ev.TrialReported,
        ev.AdjustmentAsked,
        ev.IdeaAdjusted,
        ev.Learned,
        ev.AbilityUsed,
        ev.PerkUsed,
        ev.EffectsOpened,
        ev.NothingFound,
        ev.FreeClaimGiven,
        ev.FreeClaimUsed,
        ev.CostLowered,
        ev.CheckBegan,
        ev.ClaimTested,
        ev.ClaimAnswered,
        ev.RiskTested,
        ev.NothingTested,
        ev.RiskThrown,
        ev.FalseAlarm,
        ev.StumbleThrown,
        ev.RealityThrown,
        ev.Harvested,
        ev.IdeaRealised,
        ev.FollowedUp,
        ev.CheckEnded,
        ev.EstimatesCalled,
        ev.EstimatesTurned,
        ev.EstimatesClosed,
    }
)
"""The events that happen before everybody's eyes."""
