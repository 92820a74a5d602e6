"""Key moments of a game: a record for each kind.

A :class:`Moment` has a position, a weight and its evidence; ``about``, one of the records of
:data:`About`, says what happened. Their texts are in :mod:`game.wording.debrief_texts`; which of
them are shown is decided in :mod:`game.debrief.highlights`.
"""

from __future__ import annotations

from typing import get_args

from game.debrief.evidence import Evidence
from game.debrief.history import Position
from game.debrief.moments.estimates import (
    ClaimFaced,
    EstimateChanged,
    EstimatesSpread,
    HarvestedNothing,
    HarvestWithoutOwner,
    WordKept,
)
from game.debrief.moments.group import ProjectPaused, TrustLost, TrustSlid, VerdictDecided
from game.debrief.moments.ideas import (
    ClaimAgainstKnown,
    HarmForeseen,
    HarmKnown,
    TrackHarmed,
    TrialChangedMinds,
    UntriedStumbled,
)
from game.debrief.moments.omissions import Missing, PhaseWithout, RalliedInstead, Stalled
from game.debrief.moments.people import OwnerGone, OwnerLate, TurnWithoutMove
from game.debrief.moments.record import Bookmarked, FacilitatorCorrection, Noted, Undone
from game.debrief.moments.risks import (
    FalseAlarmRaised,
    NamedRiskStruck,
    RiskPrevented,
    UnnamedRiskStruck,
)
from game.engine.state import Step
from game.frozen import frozen

About = (
    EstimateChanged
    | EstimatesSpread
    | ClaimFaced
    | HarvestedNothing
    | HarvestWithoutOwner
    | WordKept
    | UnnamedRiskStruck
    | NamedRiskStruck
    | FalseAlarmRaised
    | RiskPrevented
    | UntriedStumbled
    | TrialChangedMinds
    | TrackHarmed
    | HarmForeseen
    | HarmKnown
    | ClaimAgainstKnown
    | OwnerLate
    | OwnerGone
    | TurnWithoutMove
    | PhaseWithout
    | RalliedInstead
    | Stalled
    | TrustLost
    | TrustSlid
    | ProjectPaused
    | VerdictDecided
    | Undone
    | FacilitatorCorrection
    | Bookmarked
    | Noted
)
KINDS: tuple[type[About], ...] = get_args(About)


@frozen
class Moment:
    """A moment worth discussing. ``weight`` is 0 to 10, on the same scale for every kind.

    ``evidence`` is what everything that is said of it rests on.
    """

    position: Position
    weight: float
    about: About
    evidence: Evidence

    @property
    def kind(self) -> str:
        """The kind of moment: the class name of its record."""
        return type(self.about).__name__

    @property
    def entry(self) -> int:
        """The number of its entry in the session; 0 is the start."""
        return self.position.entry

    @property
    def decision_index(self) -> int:
        """The number of decisions in force up to and including its own."""
        return self.position.decision_index

    @property
    def round(self) -> int:
        """Its round."""
        return self.position.round

    @property
    def step(self) -> Step:
        """The step of the turn: what the game was waiting for."""
        return self.position.step


__all__ = [
    "KINDS",
    "About",
    "Bookmarked",
    "ClaimAgainstKnown",
    "ClaimFaced",
    "EstimateChanged",
    "EstimatesSpread",
    "FacilitatorCorrection",
    "FalseAlarmRaised",
    "HarmForeseen",
    "HarmKnown",
    "HarvestWithoutOwner",
    "HarvestedNothing",
    "Missing",
    "Moment",
    "NamedRiskStruck",
    "Noted",
    "OwnerGone",
    "OwnerLate",
    "PhaseWithout",
    "ProjectPaused",
    "RalliedInstead",
    "RiskPrevented",
    "Stalled",
    "TrackHarmed",
    "TrialChangedMinds",
    "TrustLost",
    "TrustSlid",
    "TurnWithoutMove",
    "Undone",
    "UnnamedRiskStruck",
    "UntriedStumbled",
    "VerdictDecided",
    "WordKept",
]
