"""What was measured, period by period: every reading that was told, and the next that is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from game.debrief.follow_up import outcomes_by_subject
from game.engine import TRACKS, Track
from game.frozen import frozen
from game.i18n import Words, mark
from game.report.benefits import PURPOSES
from game.report.columns import Column
from game.report.measured import share_told, told_by_formula
from game.report.registers import Registers
from game.report.rows import BenefitRow
from game.report.source import ReportSource
from game.session import Outcome


@frozen
class ActualRow:
    """A reading of a measure in a period: one that was told, or the next one that is due."""

    id: str
    title: str
    indicator: str
    unit: str
    baseline: float | None
    target: float | None
    period: str = ""
    day: date | None = None
    actual: float | None = None
    share: float | None = None
    owner: str = ""
    note: str = ""


ACTUALS: Final = (
    Column("id", mark("Benefit id"), width=10),
    Column("title", mark("Title"), width=40),
    Column("indicator", mark("Indicator"), width=32),
    Column("unit", mark("Unit"), width=11),
    Column("period", mark("Period"), width=10),
    Column("day", mark("Date"), "date", 12),
    Column("baseline", mark("Baseline: value"), "number", 11),
    Column("target", mark("Target: likely"), "number", 11),
    Column("actual", mark("Measured"), "number", 11),
    Column("share", mark("Of the way to the target"), "percent", 13),
    Column("owner", mark("Owner of the benefit"), width=24),
    Column("note", mark("Note"), width=50),
)
ACTUALS_FORMULAS: Final = {
    "share": 'IF(COUNT({baseline},{target},{actual})<3,"",'
    'IF({target}={baseline},"",'
    + told_by_formula("({actual}-{baseline})/({target}-{baseline})")
    + "))"
}


def actual_rows(source: ReportSource, found: Registers) -> list[ActualRow]:
    """Every reading of the tracks, then of each benefit, with the next one that is due."""
    told = outcomes_by_subject(source.told)
    rows = [
        row for track in TRACKS for row in _of_track(source, track, told.get((None, track), ()))
    ]
    for benefit in (*found.living, *(b for b in found.downsides if b.measured is not None)):
        rows += _of_benefit(source, benefit, told.get((benefit.idea, benefit.track), ()))
    return rows


def _of_track(
    source: ReportSource, track: Track, outcomes: Sequence[Outcome]
) -> Iterator[ActualRow]:
    text, lang = source.case.tracks[track], source.t.lang
    row = ActualRow(
        id=PURPOSES[track],
        title=source.track(track),
        indicator=text.indicator.read(lang),
        unit=text.unit.read(lang),
        baseline=text.baseline,
        target=text.target,
    )
    for outcome in outcomes:
        yield _reading(source.t, row, outcome)


def _of_benefit(
    source: ReportSource, b: BenefitRow, outcomes: Sequence[Outcome]
) -> Iterator[ActualRow]:
    row = ActualRow(
        id=b.id,
        title=b.title,
        indicator=b.indicator,
        unit=b.unit,
        baseline=b.baseline,
        target=b.target_likely,
        owner=b.owner,
    )
    for outcome in outcomes:
        yield _reading(source.t, row, outcome)
    last = date.fromisoformat(outcomes[-1].date) if outcomes else None
    if last is None or (b.review is not None and b.review > last):
        yield replace(row, period=_period(source.t, b.review), day=b.review)


def _reading(t: Words, row: ActualRow, outcome: Outcome) -> ActualRow:
    day, value = date.fromisoformat(outcome.date), outcome.value
    return replace(
        row,
        period=_period(t, day),
        day=day,
        actual=value,
        share=share_told(row.baseline, row.target, value),
        note=outcome.text,
    )


def _period(t: Words, day: date | None) -> str:
    """The quarter of a day: ``2027 Q1``, ``2027 K1``."""
    return "" if day is None else t("{year} Q{n}", year=day.year, n=(day.month + 2) // 3)
