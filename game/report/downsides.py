"""The rows of what ideas cost somebody: downsides that were named, and harms that were found."""

from __future__ import annotations

from dataclasses import replace

from game.engine import Benefit, Idea, Track
from game.report.benefits import (
    BENEFICIARIES,
    PURPOSES,
    enabler,
    estimate_history,
    priority_of,
    threatening,
)
from game.report.register_items import ClaimedBenefit, Harm, RaisedRisk
from game.report.rows import BenefitRow, BenefitStatus
from game.report.source import ReportSource
from game.report.trials import tried_and_found
from game.wording import figures


def downside_row(
    source: ReportSource, claimed: ClaimedBenefit, risks: list[RaisedRisk]
) -> BenefitRow:
    """The row of a downside that was named: who bears it, and what makes up for it."""
    t, track, b = source.t, claimed.track, claimed.benefit
    title = source.names.benefit_title(claimed.idea, track, b)
    points = figures.signed(t, b.estimate)
    row = _row(source, claimed.id, title, claimed.idea, track, risks)
    return replace(
        row,
        description=t("Named: {track} {points}.", track=source.track(track), points=points),
        beneficiary=b.bearer or row.beneficiary,
        amends=t("Made up for in the game") if b.amends == "" else b.amends or "",
        status=_status(claimed, b),
        priority=priority_of(-b.estimate),
        history=estimate_history(source, claimed),
        estimate=b.estimate,
        harvested=b.harvested,
    )


def _status(claimed: ClaimedBenefit, b: Benefit) -> BenefitStatus:
    if claimed.placed.shelved:
        return "shelved"
    if b.harvested is None:
        return "expected"
    return "came_true" if b.harvested < 0 else "did_not_come"


def harm_row(source: ReportSource, harm: Harm, risks: list[RaisedRisk]) -> BenefitRow:
    """The row of a harm: an effect below zero on a track where nothing was claimed."""
    t, idea, track = source.t, harm.placed.idea, harm.track
    title = t("{track} pays for {idea}", track=source.track(track), idea=source.names.idea(idea))
    loss = figures.signed(t, harm.points)
    row = _row(source, harm.id, title, idea, track, risks)
    found = t("Found in the game: {track} {points}.", track=source.track(track), points=loss)
    status: BenefitStatus = "came_true" if harm.realised else "expected"
    return replace(
        row,
        description=found,
        status="shelved" if harm.placed.shelved else status,
        priority=priority_of(-harm.points),
        harvested=harm.points if harm.realised else None,
    )


def _row(
    source: ReportSource, id: str, title: str, idea: Idea, track: Track, risks: list[RaisedRisk]
) -> BenefitRow:
    """What all rows of negative benefits say alike; a project fills in the rest."""
    t, text = source.t, source.case.tracks[track]
    return BenefitRow(
        id=id,
        title=title,
        description="",
        track=track,
        type=None,
        sign="disbenefit",
        beneficiary=t(BENEFICIARIES[track]),
        owner_role="",
        owner_name="",
        indicator=text.indicator.read(t.lang),
        unit=text.unit.read(t.lang),
        baseline=text.baseline,
        baseline_source="estimate",
        target_likely=None,
        full_year_value=None,
        effect_full=None,
        enabler=enabler(source, idea),
        change=source.names.idea_text(idea),
        supports=f"{PURPOSES[track]} {source.track(track)}",
        risks=threatening(risks, idea, track),
        confidence=None,
        confidence_reason="",
        tried=tried_and_found(source, idea),
        next_trial="",
        review=None,
        status="expected",
        priority="low",
        history="",
        estimate=None,
        harvested=None,
        idea=idea.id,
        letter=idea.letter,
        short=title,
    )
