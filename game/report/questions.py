"""What a group is asked to fill into the register before it goes home: of what matters most.

Each question is about one row and a few of its columns; what is known already is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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


def rows_to_fill(source: ReportSource, found: Registers) -> tuple[RegisterSubject, ...]:
    """The rows that matter most: benefits, those that somebody owns first, then risks."""
    benefits = sorted(found.living, key=lambda b: (not b.owner, -(b.estimate or 0), b.id))
    risks = sorted(found.live_risks, key=lambda r: (-r.score, r.id))
    subjects = _subjects(source, found)
    return (
        *(subjects[row.id] for row in benefits[:MOST_BENEFITS]),
        *(subjects[row.id] for row in risks[:MOST_RISKS]),
    )


def _subjects(source: ReportSource, found: Registers) -> dict[str, RegisterSubject]:
    """What each row is about, by its id."""
    about: dict[str, RegisterSubject] = {
        row.id: ("benefit", row.idea, row.track, None) for row in found.benefits
    }
    own = source.case.own_project
    for raised in raised_risks(source.history, source.debrief.risks, own_project=own):
        risk = raised.story.risk
        about[raised.id] = ("risk", risk.idea.id, None, risk.id)
    return about


def fill_questions(
    source: ReportSource, found: Registers, rows: Sequence[RegisterSubject]
) -> tuple[FillQuestion, ...]:
    """Every question about these ``rows``, open or answered, in their order."""
    subjects = _subjects(source, found)
    asked = {subjects[b.id]: tuple(_of_benefit(b, subjects[b.id])) for b in found.benefits}
    asked |= {subjects[r.id]: (_of_risk(r, subjects[r.id]),) for r in found.risks}
    return tuple(question for row in rows for question in asked.get(row, ()))


def _of_benefit(row: BenefitRow, subject: RegisterSubject) -> Iterator[FillQuestion]:
    for code, (columns, is_open) in _BENEFIT.items():
        yield FillQuestion(
            code, subject, row.id, row.title, row.description, row.unit, columns, is_open(row)
        )


def _of_risk(row: RiskRow, subject: RegisterSubject) -> FillQuestion:
    missing = not (row.owner and row.early_sign and row.deadline)
    return FillQuestion(
        "watch", subject, row.id, row.event, row.consequence, "", _RISK_COLUMNS, missing
    )


def row_of(found: Registers, question: FillQuestion) -> BenefitRow | RiskRow:
    """The row that a question is about, as it stands."""
    rows: list[BenefitRow | RiskRow] = [*found.benefits, *found.risks]
    return next(row for row in rows if row.id == question.id)
