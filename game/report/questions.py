"""What a group is asked to fill into the register before it goes home: of what matters most.

Each question is about one row and a few of its columns; what is known already is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal

from game.frozen import frozen
from game.report.register_items import raised_risks
from game.report.registers import Registers
from game.report.rows import BenefitRow, RiskRow
from game.report.source import ReportSource
from game.session import RegisterColumn, RegisterSubject

QuestionCode = Literal["owner", "method", "baseline", "targets", "watch"]

MOST_BENEFITS: Final = 5
MOST_RISKS: Final = 3
"""About how many a group can fill in at the end of a debrief, at a question a minute."""


@frozen
class FillQuestion:
    """A question: of which row (id, title, more of it, its unit), and which columns it fills."""

    code: QuestionCode
    row: RegisterSubject
    id: str
    title: str
    about: str
    unit: str
    columns: tuple[RegisterColumn, ...]
    open: bool


_BENEFIT: Final[
    Mapping[QuestionCode, tuple[tuple[RegisterColumn, ...], Callable[[BenefitRow], bool]]]
] = {
    "owner": (
        ("owner_name", "owner_role", "owner_unit"),
        lambda b: not b.owner or b.owner_is_outside,
    ),
    "method": (
        ("method", "frequency", "measurer"),
        lambda b: not (b.method and b.frequency),
    ),
    "baseline": (
        ("baseline", "baseline_source", "baseline_date"),
        lambda b: not b.baseline_known,
    ),
    "targets": (
        ("target_low", "target_likely", "target_high"),
        lambda b: None in (b.target_low, b.target_likely, b.target_high),
    ),
}
"""The questions of a benefit, in order: the columns they fill, and when they are open."""
_RISK_COLUMNS: Final[tuple[RegisterColumn, ...]] = ("owner", "early_sign", "deadline")


def fill_questions(source: ReportSource, found: Registers) -> tuple[FillQuestion, ...]:
    """Every question of the benefits that matter most, then of the risks; open ones and others."""
    return (*_of_benefits(found), *_of_risks(source, found))


def _of_benefits(found: Registers) -> Iterator[FillQuestion]:
    """Those of benefits that somebody owns come first, then those with the most points."""
    rows = sorted(found.living, key=lambda b: (not b.owner, -(b.estimate or 0), b.id))
    for row in rows[:MOST_BENEFITS]:
        subject: RegisterSubject = ("benefit", row.idea, row.track, None)
        for code, (columns, is_open) in _BENEFIT.items():
            yield FillQuestion(
                code, subject, row.id, row.title, row.description, row.unit, columns, is_open(row)
            )


def _of_risks(source: ReportSource, found: Registers) -> Iterator[FillQuestion]:
    own = source.case.own_project
    raised = raised_risks(source.history, source.debrief.risks, own_project=own)
    refs = {risk.id: risk.story.risk for risk in raised}
    rows = sorted(found.live_risks, key=lambda r: (-r.score, r.id))
    for row in rows[:MOST_RISKS]:
        subject: RegisterSubject = ("risk", refs[row.id].idea.id, None, refs[row.id].id)
        missing = not (row.owner and row.early_sign and row.deadline)
        yield FillQuestion(
            "watch", subject, row.id, row.event, row.consequence, "", _RISK_COLUMNS, missing
        )


def row_of(found: Registers, question: FillQuestion) -> BenefitRow | RiskRow:
    """The row that a question is about, as it stands."""
    rows: list[BenefitRow | RiskRow] = [*found.benefits, *found.risks]
    return next(row for row in rows if row.id == question.id)
