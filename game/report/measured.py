"""What was measured of a benefit since the game, and what that says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from game.debrief.follow_up import outcomes_by_subject
from game.debrief.progress import RealStatus, progress_share, real_status
from game.engine import Measure, Track
from game.i18n import TOLERANCE, Words, half_up, told_share
from game.report.columns import code_text
from game.report.filled import filled_measure
from game.report.register_items import ClaimedBenefit
from game.report.rows import BenefitRow, Reality, RealityRow
from game.report.source import ReportSource
from game.session import Outcome
from game.wording import figures
from game.wording.debrief_texts.follow_up import reality_text

REALITY: Final[Mapping[RealStatus, Reality]] = {
    "reached": "reached",
    "nearly": "nearly",
    "on_the_way": "on_the_way",
    "not_reached": "not_reached",
    "harmed": "worse",
    "came_true": "came_true",
    "did_not_come": "did_not_come",
}
"""What a measurement says, in the codes of the registers: play has a word for harm of its own."""


_ON_ITS_WAY: Final[tuple[Reality, ...]] = ("nearly", "on_the_way", "not_reached")
"""What is told by how much of the way it is, so that nobody has to know where a word begins."""


def measure(source: ReportSource, claimed: ClaimedBenefit) -> Measure:
    """How a benefit is measured: as people filled it in since, as it was written, as its card says,
    or by its track's indicator."""
    m = figures.measure(source.t, source.case, claimed.track, claimed.benefit)
    return filled_measure(m, source.filled_benefit(claimed.idea.id, claimed.track))


def last_told(source: ReportSource, idea: str | None, track: Track | None) -> Outcome | None:
    """The last outcome of a trial, a track or a benefit that counts."""
    outcomes = outcomes_by_subject(source.told).get((idea, track), ())
    return outcomes[-1] if outcomes else None


def reality_of(source: ReportSource, claimed: ClaimedBenefit) -> RealStatus | None:
    """What the last measurement says of a benefit or a downside; ``None`` without one."""
    found, m = last_told(source, claimed.idea.id, claimed.track), measure(source, claimed)
    value = None if found is None else found.value
    return real_status(m.baseline, m.target, value, downside=claimed.benefit.downside)


def says(t: Words, row: RealityRow | BenefitRow) -> str:
    """What a measurement says, as the follow-up says it on the screen."""
    if row.reality not in _ON_ITS_WAY:
        return code_text(t, row.reality) if row.reality is not None else ""
    target = row.target if isinstance(row, RealityRow) else row.target_likely
    return reality_text(t, Measure("", row.unit, row.baseline, target), row.measured)


def with_measured(source: ReportSource, claimed: ClaimedBenefit, row: BenefitRow) -> BenefitRow:
    """A row of the register with what was measured of it since."""
    found, status = last_told(source, row.idea, row.track), reality_of(source, claimed)
    if found is None:
        return row
    return replace(
        row,
        status=row.status if row.status == "shelved" else "measured_since",
        measured=found.value,
        measured_on=date.fromisoformat(found.date),
        reality=None if status is None else REALITY[status],
        real_value=_kroner(row, found.value),
    )


def share_told(baseline: float | None, target: float | None, value: float | None) -> float | None:
    """How much of the way a value has come, as it is told; ``None`` where that cannot be."""
    share = None if value is None else progress_share(baseline, target, value)
    return None if share is None else told_share(share)


def told_by_formula(share: str) -> str:
    """The formula of a share, as :func:`game.i18n.told_share` tells it."""
    return f"TRUNC(({share})*100+SIGN({share})*{TOLERANCE:.9f})/100"


def _kroner(row: BenefitRow, value: float | None) -> float | None:
    """Kroner a year that are there: as much of what was promised as there is of the way."""
    if value is None or row.full_year_value is None:
        return None
    share = progress_share(row.baseline, row.target_likely, value)
    return None if share is None else half_up(row.full_year_value * share)
