"""The profile: what each benefit gives in kroner, year by year, from its full effect on.

In the workbook the figures are formulas over the benefit register, so that they follow it.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from typing import Final

from game.frozen import frozen
from game.i18n import half_up, mark
from game.report.columns import BENEFITS, Column
from game.report.rows import BenefitRow
from game.report.sheets import whole_column
from game.report.source import ReportSource


@frozen
class ProfileRow:
    """A benefit in kroner, from the year of the session on; ``None`` where it is not known."""

    id: str
    title: str
    full_year_value: float | None
    effect_full: date | None
    year_0: float | None
    year_1: float | None
    year_2: float | None
    year_3: float | None
    year_4: float | None
    year_5: float | None


_PROFILE: Final = (
    Column("id", mark("Benefit id"), width=10),
    Column("title", mark("Title"), width=46),
    Column("full_year_value", mark("Yearly value at full effect (DKK)"), "kroner", 17),
    Column("effect_full", mark("Full effect"), "date", 12),
)
YEAR_KEYS: Final = tuple(name for name in ProfileRow.__annotations__ if name.startswith("year_"))


def profile_columns(source: ReportSource) -> tuple[Column, ...]:
    """The columns of a profile, which begins in the year of the session."""
    first = source.day.year
    years = (Column(key, str(first + n), "kroner", 14) for n, key in enumerate(YEAR_KEYS))
    return (*_PROFILE, *years)


def profile_rows(source: ReportSource, living: Sequence[BenefitRow]) -> list[ProfileRow]:
    """The benefits whose value in kroner is known."""
    first = source.day.year
    return [
        ProfileRow(
            b.id,
            b.title,
            b.full_year_value,
            b.effect_full,
            *(in_year(b.full_year_value, b.effect_full, first + n) for n in range(len(YEAR_KEYS))),
        )
        for b in living
        if b.full_year_value is not None
    ]


def in_year(value: float | None, full: date | None, year: int) -> float | None:
    """What a benefit gives in a year: nothing before its full effect, from then on by the day.

    >>> in_year(365_000, date(2027, 12, 31), 2027), in_year(365_000, date(2027, 12, 31), 2028)
    (1000.0, 365000.0)
    """
    if value is None or full is None:
        return None
    days = 366 if isleap(year) else 365
    left = days - (full - date(year, 1, 1)).days
    return half_up(value * max(0, min(days, left)) / days)


def profile_formulas(source: ReportSource, register: str) -> dict[str, str]:
    """The same by formulas, from the sheet ``register`` of benefits."""
    looked_up = {key: _look_up(register, key) for key in ("full_year_value", "effect_full")}
    return looked_up | {key: _of_year(source.day.year + n) for n, key in enumerate(YEAR_KEYS)}


def _look_up(register: str, key: str) -> str:
    """A cell of the benefit register, found by its id; empty where it is empty."""
    column, ids = (whole_column(register, BENEFITS, k) for k in (key, "id"))
    cell = f"INDEX({column},MATCH({{id}},{ids},0))"
    return f'IFERROR(IF({cell}="","",{cell}),"")'


def _of_year(year: int) -> str:
    start, end = f"DATE({year},1,1)", f"DATE({year + 1},1,1)"
    share = f"MAX(0,MIN(1,({end}-{{effect_full}})/({end}-{start})))"
    value = f"ROUND({{full_year_value}}*{share},0)"
    return f'IF(COUNT({{full_year_value}},{{effect_full}})=2,{value},"")'
