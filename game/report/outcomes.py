"""The rows of real-world outcomes, as reported after the game."""

from __future__ import annotations

from datetime import date

from game.report.benefits import enabler
from game.report.filled import measured_as
from game.report.measured import measure
from game.report.register_items import ClaimedBenefit, PlacedIdea, placed_ideas
from game.report.rows import OutcomeRow
from game.report.source import ReportSource
from game.session import Outcome
from game.wording import figures
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.doubts import doubt_fact, doubt_text, subject_measure
from game.wording.debrief_texts.follow_up import HELD


def outcome_rows(source: ReportSource, claims: list[ClaimedBenefit]) -> list[OutcomeRow]:
    """Every reported outcome, in the order reported."""
    ideas = placed_ideas(source.history)
    return [_row(source, outcome, ideas, claims) for outcome in source.log.outcomes]


def _row(
    source: ReportSource,
    outcome: Outcome,
    ideas: dict[str, PlacedIdea],
    claims: list[ClaimedBenefit],
) -> OutcomeRow:
    claim = next((c for c in claims if (c.idea.id, c.track) == (outcome.idea, outcome.track)), None)
    name = ""
    if claim is not None:
        name = f"{claim.id} {source.names.benefit_title(claim.idea, claim.track, claim.benefit)}"
    elif outcome.idea in ideas:
        name = enabler(source, ideas[outcome.idea].idea)
    elif outcome.track is not None:
        name = source.case.tracks[outcome.track].indicator.read(source.t.lang)
    return OutcomeRow(
        day=date.fromisoformat(outcome.date),
        what=outcome.what,
        name=name,
        track=outcome.track,
        found=_result(source, outcome, claim),
        text=outcome.text,
        by=outcome.by,
        doubt=_doubt(source, outcome),
    )


def _doubt(source: ReportSource, outcome: Outcome) -> str:
    """What is wrong or unusual about an outcome, and whether it was confirmed."""
    found, t = source.examined.doubts.get(outcome.n, ()), source.t
    if not found:
        return ""
    refused = source.examined.reasons(outcome.n)
    fmt = DebriefFormatter(source.names, measured_as=measured_as(source.log))
    m = subject_measure(fmt, source.debrief, (outcome.idea, outcome.track))
    told = doubt_fact if outcome.confirmed and not refused else doubt_text
    why = " ".join(told(t, doubt, m) for doubt in refused or found)
    if refused:
        return t("Does not count: {why}", why=why)
    if outcome.confirmed:
        return t("Unusual, and confirmed: {why}", why=why)
    return t("Unusual, and confirmed by nobody: {why}", why=why)


def _result(source: ReportSource, outcome: Outcome, claim: ClaimedBenefit | None) -> str:
    """Whether a trial held, or the value with its unit."""
    t, parts = source.t, []
    if outcome.held is not None:
        parts.append(t(HELD[outcome.held]))
    if outcome.value is not None:
        unit = _unit(source, outcome, claim)
        parts.append(figures.quantity(t, outcome.value, unit))
    return ", ".join(parts)


def _unit(source: ReportSource, outcome: Outcome, claim: ClaimedBenefit | None) -> str:
    if claim is not None:
        return measure(source, claim).unit
    if outcome.track is not None:
        return source.case.tracks[outcome.track].unit.read(source.t.lang)
    return ""
