"""The debrief: stories, measures and key moments of a session, independent of the rules.

Everything is computed from the recorded events, so it works for every saved session, also one
played by older rules. The results are codes and numbers; their texts are in
:mod:`game.wording.debrief_texts`.
"""

from game.debrief.assembly import Debrief, debrief, debrief_of
from game.debrief.benefits import (
    BenefitStory,
    EstimateMade,
    Gap,
    Poll,
    Strike,
    Unclaimed,
)
from game.debrief.comparison import Comparison, Difference, compare
from game.debrief.curves import Curves
from game.debrief.evidence import Evidence
from game.debrief.highlights import MOST_SHOWN, select_highlights
from game.debrief.history import HistoryStep, Position
from game.debrief.interventions import Interventions, interventions
from game.debrief.measures import Measures, TrackMeasures
from game.debrief.moments import KINDS, About, Moment
from game.debrief.participation import SeatStory
from game.debrief.references import BenefitRef, IdeaRef, Person, RiskRef
from game.debrief.risks import Mitigation, RiskStory
from game.debrief.rounds import RoundStory
from game.debrief.trail import TrailEntry, trail
from game.debrief.waterfall import Waterfall, WaterfallPart

__all__ = [
    "KINDS",
    "MOST_SHOWN",
    "About",
    "BenefitRef",
    "BenefitStory",
    "Comparison",
    "Curves",
    "Debrief",
    "Difference",
    "EstimateMade",
    "Evidence",
    "Gap",
    "HistoryStep",
    "IdeaRef",
    "Interventions",
    "Measures",
    "Mitigation",
    "Moment",
    "Person",
    "Poll",
    "Position",
    "RiskRef",
    "RiskStory",
    "RoundStory",
    "SeatStory",
    "Strike",
    "TrackMeasures",
    "TrailEntry",
    "Unclaimed",
    "Waterfall",
    "WaterfallPart",
    "compare",
    "debrief",
    "debrief_of",
    "interventions",
    "select_highlights",
    "trail",
]
