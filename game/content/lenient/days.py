"""Days as people write them: ``30-11-2026``, ``30/11 2026``, ``30. november 2026``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

_BETWEEN: Final = r"\s*[-–./ ]\s*"
_YEAR_FIRST: Final = re.compile(rf"(\d{{4}}){_BETWEEN}(\d\d?){_BETWEEN}(\d\d?)", re.ASCII)
_YEAR_LAST: Final = re.compile(rf"(\d\d?){_BETWEEN}(\d\d?){_BETWEEN}(\d{{4}})", re.ASCII)
_NAMED: Final = re.compile(r"(?:den\s+)?(\d\d?)\s*\.?\s*([^\W\d]+)\.?\s+(\d{4})")
_NAMED_FIRST: Final = re.compile(r"([^\W\d]+)\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})")


@dataclass(frozen=True)
class ReadDay:
    """The day that is meant; ``certain`` where what is written can be read in no other way."""

    day: date
    certain: bool


def read_day(said: str) -> ReadDay | None:
    """The day that a text names, the day before the month where only figures tell.

    >>> read_day("30. november 2026")
    ReadDay(day=datetime.date(2026, 11, 30), certain=True)
    """
    said = said.strip()
    if found := _YEAR_FIRST.fullmatch(said):
        year, month, day = map(int, found.groups())
        return _day(year, month, day, certain=True)
    if found := _YEAR_LAST.fullmatch(said):
        day, month, year = map(int, found.groups())
        return _day(year, month, day, certain=day > 12 or day == month)
    if found := _NAMED.fullmatch(said):
        return _named(found[1], found[2], found[3])
    if found := _NAMED_FIRST.fullmatch(said):
        return _named(found[2], found[1], found[3])
    return None


def _named(day: str, month: str, year: str) -> ReadDay | None:
    number = _months().get(month.casefold())
    return None if number is None else _day(int(year), number, int(day), certain=True)


def _day(year: int, month: int, day: int, *, certain: bool) -> ReadDay | None:
    with suppress(ValueError):
        return ReadDay(date(year, month, day), certain)
    return None


@cache
def _months() -> Mapping[str, int]:
    """The number of each month by its names in Danish and English, whole and shortened."""
    from babel.dates import get_month_names  # few files have such a day

    return {
        name.casefold().rstrip("."): number
        for lang in ("da", "en")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=lang).items()
    }
