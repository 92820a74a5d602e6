"""Days in figures: as a language writes them, and as people type them."""

from __future__ import annotations

import re
from datetime import date

from game.i18n import Words


def short_day(t: Words, day: date) -> str:
    """A date in figures, as a spreadsheet in the language writes it: 21-11-2026, 2026-11-21."""
    return f"{day:%d-%m-%Y}" if t.lang == "da" else day.isoformat()


def parse_day(text: str) -> date:
    """A date as people write it in either language; :class:`ValueError` where it is none.

    >>> parse_day("1-3-2027") == parse_day("01.03.27") == parse_day("2027-03-01")
    True
    """
    found = re.fullmatch(r"(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})", text.strip(), re.ASCII)
    if found is None:
        raise ValueError(text)
    day, month, year = found.groups()
    if len(day) == 4:
        day, year = year, day
    if len(day) > 2 or len(year) not in (2, 4):
        raise ValueError(text)
    return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
