"""Numeric dates: formatting in a language, and parsing of typed dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from typing import Final

from game.i18n import Words

_BETWEEN: Final = re.compile(r"[.,] |[-./ ]")
_MONTHS: Final = (
    "januar februar marts april maj juni juli august september oktober november december",
    "january february march april may june july august september october november december",
)
_SHORTEST_NAME: Final = 3
_WHOLE: Final = 3
"""A day, a month and a year."""
_LONG_YEAR: Final = 4
_LEAP_YEARS: Final = 9
"""Among so many years in a row one has a 29 February."""


def short_day(t: Words, day: date) -> str:
    """A numeric date, as in a spreadsheet of the language: 21-11-2026, 2026-11-21."""
    return f"{day:%d-%m}-{day.year:04}" if t.lang == "da" else day.isoformat()


def parse_day(text: str) -> date:
    """Parse a date as typed in either language; raises :class:`ValueError` for anything else.

    >>> parse_day("1-3-2027") == parse_day("01.03.27") == parse_day("2027-03-01")
    True
    >>> parse_day("1. marts 2027") == parse_day("March 1, 2027")
    True
    """
    parts = _parts(text)
    if len(parts) != _WHOLE:
        raise ValueError(text)
    if len(parts[0]) == _LONG_YEAR and parts[0].isdigit():
        year, month, day = parts
    elif parts[0].isdigit():
        day, month, year = parts
    else:
        month, day, year = parts
    if len(year) not in (2, _LONG_YEAR):
        raise ValueError(text)
    return date(_number(year) + (2000 if len(year) == 2 else 0), _month(month), _number(day, 2))


def parse_coming_day(text: str, today: date) -> date:
    """The same, where the year may be left out: the next such day, ``today`` included.

    >>> parse_coming_day("1. marts", date(2026, 11, 29))
    datetime.date(2027, 3, 1)
    >>> parse_coming_day("24/12", date(2026, 11, 29))
    datetime.date(2026, 12, 24)
    """
    years = range(today.year, today.year + _LEAP_YEARS)
    return _first_of(text, years, lambda day: day >= today)


def parse_past_day(text: str, today: date) -> date:
    """The same the other way: the last such day, ``today`` included.

    >>> parse_past_day("30/11", date(2026, 11, 29))
    datetime.date(2025, 11, 30)
    """
    years = range(today.year, today.year - _LEAP_YEARS, -1)
    return _first_of(text, years, lambda day: day <= today)


def _first_of(text: str, years: Iterable[int], fits: Callable[[date], bool]) -> date:
    """The day as typed, in the first year in which it fits if it was typed without one."""
    parts = _parts(text)
    if len(parts) == _WHOLE:
        return parse_day(text)
    if len(parts) != 2:
        raise ValueError(text)
    day, month = parts if parts[0].isdigit() else reversed(parts)
    for year in years:
        with suppress(ValueError):  # not every year has a 29 February
            found = date(year, _month(month), _number(day, 2))
            if fits(found):
                return found
    raise ValueError(text)


def _parts(text: str) -> list[str]:
    return _BETWEEN.split(text.strip().removesuffix("."))


def _number(text: str, longest: int = _LONG_YEAR) -> int:
    if not re.fullmatch(r"[0-9]+", text) or len(text) > longest:
        raise ValueError(text)
    return int(text)


def _month(text: str) -> int:
    """A month by its number, or by its name or the first letters of it in either language."""
    if text.isdigit():
        return _number(text, 2)
    word = text.casefold()
    for names in _MONTHS:
        for number, name in enumerate(names.split(), 1):
            if len(word) >= _SHORTEST_NAME and name.startswith(word):
                return number
    raise ValueError(text)
