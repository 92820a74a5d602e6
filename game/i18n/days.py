"""Numeric dates: formatting in a language, and parsing of typed dates."""

from __future__ import annotations

import re
from datetime import date

from game.i18n import Words


def short_day(t: Words, day: date) -> str:
    """A numeric date, as in a spreadsheet of the language: 21-11-2026, 2026-11-21."""
    return f"{day:%d-%m-%Y}" if t.lang == "da" else day.isoformat()


def parse_day(text: str) -> date:
    """Parse a date as typed in either language; raises :class:`ValueError` for anything else.

    >>> parse_day("1-3-2027") == parse_day("01.03.27") == parse_day("2027-03-01")
    True
    """
    match = re.fullmatch(r"(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})", text.strip(), re.ASCII)
    if match is None:
        raise ValueError(text)
    day, month, year = match.groups()
    if len(day) == 4:
        day, year = year, day
    if len(day) > 2 or len(year) not in (2, 4):
        raise ValueError(text)
    return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
