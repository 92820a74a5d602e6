"""The rows of what ideas cost somebody: downsides that were named, and harms that were found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.engine import Benefit, Idea, Track
from game.report.benefits import (
    PURPOSES,
    benefit_play,
    enabler,
    estimate_history,
    priority_of,
)
from game.report.register_items import ClaimedBenefit, Harm
from game.report.rows import BenefitPlay, BenefitRow
from game.report.source import ReportSource
from game.report.trials import tried_and_found
from game.wording import card_pictures as pictures
from game.wording import figures


def downside_row(source: ReportSource, claimed: ClaimedBenefit) -> BenefitRow:
    """The row of a downside that was named: who bears it, and what makes up for it."""
    track, b = claimed.track, claimed.benefit
    title = source.names.benefit_title(claimed.idea, track, b)
    row = _row(source, claimed.id, title, claimed.idea, track)
    return replace(
        row,
        description=" ".join(_told(source, track, b)),
        beneficiary=b.bearer or "",
        amends=_amends(source, b),
        status="shelved" if claimed.put_away else "named",
        picture=pictures.claim(source.case, claimed.idea, b),
        priority=priority_of(-b.estimate),
        history=estimate_history(source, claimed),
        estimate=b.estimate,
        harvested=b.given,
        play=benefit_play(claimed),
    )


def _amends(source: ReportSource, b: Benefit) -> str:
    """What makes up for a downside: in an own project only what somebody wrote, no move of play."""
    if b.amends == "" and not source.case.own_project:
        return source.t("In play; nobody wrote how")
    return b.amends or ""


def _told(source: ReportSource, track: Track, b: Benefit) -> Iterator[str]:
    """What was said of a downside: how much, and whom it costs that."""
    t = source.t
    points = figures.signed(t, b.estimate)
    yield t("Named: {track} {points}.", track=source.track(track), points=points)
    if b.bearer:
        yield t("Borne by: {whom}.", whom=b.bearer.rstrip("."))


def harm_row(source: ReportSource, harm: Harm) -> BenefitRow:
    """The row of a harm: an effect below zero on a track where nothing was claimed."""
    t, idea, track = source.t, harm.placed.idea, harm.track
    title = t("{idea} takes from {track}", track=source.track(track), idea=source.names.idea(idea))
    loss = figures.signed(t, harm.points)
    row = _row(source, harm.id, title, idea, track)
    found = t("Found in the game: {track} {points}.", track=source.track(track), points=loss)
    return replace(
        row,
        description=found,
        status="shelved" if harm.placed.shelved else "found",
        priority=priority_of(-harm.points),
        harvested=harm.points if harm.realised else None,
        play=harm_play(harm),
    )


def harm_play(harm: Harm) -> BenefitPlay:
    """What the game made of a harm that nobody had named."""
    if harm.realised:
        return "came_true"
    return "under_way" if harm.placed.idea.status == "implemented" else "not_carried_out"


def _row(source: ReportSource, id: str, title: str, idea: Idea, track: Track) -> BenefitRow:
    """What all rows of negative benefits say alike; a project fills in the rest.

    No risk threatens one: what comes on top of a loss is a loss of its own.
    """
    t, text = source.t, source.case.tracks[track]
    return BenefitRow(
        id=id,
        title=title,
        description="",
        track=track,
        type=None,
        sign="disbenefit",
        beneficiary="",
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
        risks=(),
        confidence=None,
        confidence_reason="",
        next_trial="",
        review=None,
        status="named",
        priority="low",
        history="",
        estimate=None,
        tried=tried_and_found(source, idea, track),
        idea=idea.id,
        letter=idea.letter,
        short=title,
    )
