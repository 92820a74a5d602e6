"""Texts of key moments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.debrief import moments as mo
from game.debrief.measured import SHARES
from game.debrief.rarity import rarity
from game.i18n import Words
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import (
    estimates,
    group,
    ideas,
    omissions,
    people,
    record,
    risks,
)
from game.wording.debrief_texts.drawn import as_drawn
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription

if TYPE_CHECKING:
    from game.content.case import Case

RARE, COMMON = 10, 50
"""Of a hundred games that the computer played, the most that may have what is called rare, and
those from which on it is not worth telling."""

MOMENT_TEXTS: dict[type[mo.About], Callable[[DebriefFormatter, Any], MomentDescription]] = {
    mo.EstimateChanged: estimates.estimate_changed,
    mo.EstimatesSpread: estimates.estimates_spread,
    mo.ClaimFaced: estimates.claim_faced,
    mo.HarvestedNothing: estimates.harvested_nothing,
    mo.HarvestWithoutOwner: estimates.harvest_without_owner,
    mo.WordKept: estimates.word_kept,
    mo.UnnamedRiskStruck: risks.unnamed_risk_struck,
    mo.NamedRiskStruck: risks.named_risk_struck,
    mo.FalseAlarmRaised: risks.false_alarm_raised,
    mo.RiskPrevented: risks.risk_prevented,
    mo.UntriedStumbled: ideas.untried_stumbled,
    mo.TrialChangedMinds: ideas.trial_changed_minds,
    mo.TrackHarmed: ideas.track_harmed,
    mo.HarmForeseen: ideas.harm_foreseen,
    mo.HarmKnown: ideas.harm_known,
    mo.ClaimAgainstKnown: ideas.claim_against_known,
    mo.OwnerLate: people.owner_late,
    mo.OwnerGone: people.owner_gone,
    mo.TurnWithoutMove: people.turn_without_move,
    mo.PhaseWithout: omissions.phase_without,
    mo.RalliedInstead: omissions.rallied_instead,
    mo.Stalled: omissions.stalled,
    mo.TrustLost: group.trust_lost,
    mo.TrustSlid: group.trust_slid,
    mo.ProjectPaused: group.project_paused,
    mo.VerdictDecided: group.verdict_decided,
    mo.Undone: record.undone,
    mo.FacilitatorCorrection: record.correction_made,
    mo.Bookmarked: record.bookmarked,
    mo.Noted: record.noted,
}


def moment_description(
    t: Words, case: Case, m: mo.Moment, *, named: bool = True
) -> MomentDescription:
    """The texts of a moment. People are shown by roles; without ``named`` owners too."""
    return describe_moment(DebriefFormatter(CaseNames(t, case), named), m)


def describe_moment(fmt: DebriefFormatter, m: mo.Moment) -> MomentDescription:
    """The texts of a moment by a formatter."""
    return as_drawn(fmt, m.about, MOMENT_TEXTS[type(m.about)](fmt, m.about))


def why_proposed(t: Words, m: mo.Moment) -> str:
    """Why a moment is worth its time in the room; empty where there is no special reason.

    The games are those that the computer has played: how many had one as strong.
    """
    if isinstance(m.about, mo.Bookmarked | mo.Noted):
        return t("You marked it yourselves.")
    have = round(100 * (1 - rarity(m)))
    if m.kind not in SHARES or have > COMMON:
        return ""
    if have < 1:
        return t("Rare: in hardly any game")
    if have > RARE:
        return t("In {n} of 100 games", n=have)
    return t("Rare: in {n} of 100 games", n=have)
