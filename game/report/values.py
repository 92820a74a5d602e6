"""Dates of a register, reckoned in months as people do."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date | None:
    """The same day some months on, the last of a shorter month; ``None`` past the calendar's end.

    >>> months_after(date(2026, 8, 31), 6).isoformat()
    '2027-02-28'
    """
    year, month = divmod(day.month - 1 + months, 12)
    if not 1 <= day.year + year <= 9999:
        return None
    last = monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))
