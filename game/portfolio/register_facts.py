"""Facts from the registers of a session: its benefits and its risks.

A session's own report and a portfolio cannot disagree: what stands in a row of the registers is
taken from there. The texts of the row are left behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.anonymity import NameReplacer
from game.anonymity.people import nameless_people
from game.content import Case, Prose
from game.debrief.progress import progress_share
from game.engine import Track
from game.frozen import frozen
from game.i18n import words
from game.portfolio.facts import BenefitFact, RiskFact
from game.portfolio.roles import kind_on_track
from game.report.register_items import (
    ClaimedBenefit,
    RaisedRisk,
    claimed_benefits,
    raised_risks,
)
from game.report.registers import benefit_rows
from game.report.risks import risk_row
from game.report.rows import BenefitRow
from game.report.source import ReportSource
from game.wording import figures
from game.wording.units import is_kroner, is_working_time


# ------------------------------------------------------------------ benefits
def benefit_facts(source: ReportSource) -> Iterator[BenefitFact]:
    """Every benefit, downside and harm of the register."""
    claims = claimed_benefits(source.history, source.debrief.benefits)
    risks = _raised(source)
    for claimed, row in benefit_rows(source, claims, risks):
        yield _benefit(source, row, claimed)


def _raised(source: ReportSource) -> list[RaisedRisk]:
    own = source.case.own_project
    return raised_risks(source.history, source.debrief.risks, own_project=own)


def _benefit(source: ReportSource, row: BenefitRow, claimed: ClaimedBenefit | None) -> BenefitFact:
    own_unit = "unit" in source.filled_benefit(row.idea, row.track)
    unit = Prose(row.unit, row.unit) if own_unit else _unit(source, row.track, claimed)
    seat = None if claimed is None else claimed.benefit.owner
    return BenefitFact(
        id=row.id,
        track=row.track,
        type=row.type,
        sign=row.sign,
        status=row.status,
        unit_da=unit.da,
        unit_en=unit.en,
        unit_kind=unit_kind(unit.da),
        own_unit=own_unit or source.case.own_project or _is_own(claimed),
        owner=None if seat is None else kind_on_track(source.state, seat, row.track),
        owned=bool(row.owner),
        baseline_source=row.baseline_source,
        baseline_known=row.baseline_known,
        dated=row.effect_full is not None,
        review=row.review,
        priority=row.priority,
        estimate=row.estimate,
        harvested=row.harvested,
        tried=bool(row.tried),
        proven=claimed is not None and claimed.idea.was_proven,
        ranged=row.target_low is not None or row.target_high is not None,
        amends=bool(row.amends),
        kroner=row.full_year_value,
        baseline=row.baseline,
        target=row.target_likely,
        value=row.measured,
        measured_on=row.measured_on,
        share=_share(row),
    )


def _share(row: BenefitRow) -> float | None:
    if row.measured is None:
        return None
    return progress_share(row.baseline, row.target_likely, row.measured)


def _unit(source: ReportSource, track: Track, claimed: ClaimedBenefit | None) -> Prose:
    """What a benefit is counted in, in both languages where the case has them."""
    benefit = None if claimed is None else claimed.benefit
    da, en = (
        figures.measure(words(lang), source.case, track, benefit).unit.strip()
        for lang in ("da", "en")
    )
    return Prose(da, en)


def _is_own(claimed: ClaimedBenefit | None) -> bool:
    """Whether the group wrote the measure of a benefit itself."""
    return claimed is not None and claimed.benefit.measure is not None


def unit_kind(unit: str) -> str:
    """What kind of unit it is, so that units that groups wrote can be counted without being shown.

    >>> [unit_kind(unit) for unit in ("mio. kr.", "timer pr. uge", "%", "dage", "hjælpere", "")]
    ['kroner', 'working_time', 'share', 'waiting_time', 'number', 'none']
    """
    first = (unit.strip(" .").casefold().split() or [""])[0]
    if is_kroner(unit):
        return "kroner"
    if is_working_time(unit):
        return "working_time"
    if first in ("%", "pct", "procent", "percent", "per", "procentpoint"):
        return "share"
    if first in ("dag", "dage", "uge", "uger", "døgn", "days", "day", "weeks", "week", "måneder"):
        return "waiting_time"
    return "number" if first else "none"


# ------------------------------------------------------------------ risks
@frozen
class _RiskName:
    """The card of a risk and its name; of one that a group wrote, without the names of people."""

    card: str | None
    name: Prose


def risk_facts(source: ReportSource) -> Iterator[RiskFact]:
    """Every risk of the register."""
    hidden = NameReplacer(nameless_people(source.log, source.case, source.people.names))
    for risk in _raised(source):
        story, row = risk.story, risk_row(source, risk, [])
        called = _risk_name(source.case, risk, hidden)
        yield RiskFact(
            track=story.risk.track,
            card=called.card,
            name_da=called.name.read("da"),
            name_en=called.name.read("en"),
            likelihood=row.likelihood,
            severity=row.severity,
            named=story.person is not None,
            mitigated=bool(story.mitigations),
            owned=bool(row.owner),
            status=row.status,
            play=story.fate,
        )


def _risk_name(case: Case, risk: RaisedRisk, hidden: NameReplacer) -> _RiskName:
    ref = risk.story.risk
    card = None if ref.name else case.risks.get(ref.id or "")
    if card is not None and not case.own_project:
        return _RiskName(f"{case.id}/{ref.id}", card.name)
    written = ref.name or ("" if card is None else card.name.read("da"))
    return _RiskName(None, Prose.of(" ".join(hidden(written).casefold().split())))
