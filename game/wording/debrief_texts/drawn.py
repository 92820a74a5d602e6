"""What is said of moments that rest on what the game drew: an idea of the group's own has no truth.

In an own project every idea is such a one, and its pages say that they tell of play. Beside the
ideas of a case it has to be said with the moment. Nobody could have known what was drawn: it is
asked whether it might come so, and not who knew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from game.debrief import moments as mo
from game.debrief.references import IdeaRef
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription

_RESTS_ON_TRUTH: Final = (
    mo.ClaimFaced,
    mo.HarvestedNothing,
    mo.HarvestWithoutOwner,
    mo.WordKept,
    mo.UnnamedRiskStruck,
    mo.NamedRiskStruck,
    mo.FalseAlarmRaised,
    mo.RiskPrevented,
    mo.UntriedStumbled,
    mo.TrialChangedMinds,
    mo.TrackHarmed,
    mo.HarmForeseen,
    mo.HarmKnown,
    mo.ClaimAgainstKnown,
)
"""The moments that tell what an idea truly gives, or what truly threatens it."""
_ASKS_WHO_KNEW: Final = (
    mo.ClaimFaced,
    mo.HarvestedNothing,
    mo.UnnamedRiskStruck,
    mo.TrackHarmed,
)
"""Of these the ones that ask who had seen it coming, or who pays."""


def as_drawn(fmt: DebriefFormatter, about: mo.About, told: MomentDescription) -> MomentDescription:
    """The texts of a moment, where what it rests on was drawn."""
    if not isinstance(about, _RESTS_ON_TRUTH) or _idea(about).name is None:
        return told
    idea = fmt.idea(_idea(about))
    if isinstance(about, _ASKS_WHO_KNEW):
        question = fmt.t(
            "Could that happen to {idea} where you work, and who would see it first?", idea=idea
        )
        told = replace(told, question=question)
    if fmt.case.own_project:
        return told
    drawn = fmt.t(
        "{idea} is an idea of your own: what it gives and what threatens it was drawn by the game, "
        "as a stress test.",
        idea=idea,
    )
    return replace(told, text=f"{told.text} {drawn}")


def _idea(about: Any) -> IdeaRef:
    """The idea that a moment is about, by itself, by a benefit or by a risk."""
    of = getattr(about, "benefit", None) or getattr(about, "risk", about)
    idea: IdeaRef = of.idea
    return idea
