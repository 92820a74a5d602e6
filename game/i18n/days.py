"""Days: formatting in a language, and reading them as people write them in either one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from game.frozen import frozen
from game.i18n import Lang, Words

_BETWEEN: Final = r"\s*[-–./ ]\s*"
_DAY: Final = r"([0-9]{1,2})"
_MONTH: Final = r"([^\W\d_]{3,})\.?"
_YEAR: Final = r"([0-9]{4}|[0-9]{2})"
_YEAR_FIRST: Final = re.compile(rf"([0-9]{{4}}){_BETWEEN}(?:{_DAY}|{_MONTH}){_BETWEEN}{_DAY}")
_YEAR_LAST: Final = re.compile(rf"{_DAY}{_BETWEEN}{_DAY}{_BETWEEN}{_YEAR}")
_NAMED: Final = re.compile(
    rf"(?:den\s+)?{_DAY}(?:st|nd|rd|th)?{_BETWEEN}{_MONTH}(?:{_BETWEEN}|,\s*){_YEAR}", re.I
)
_NAMED_FIRST: Final = re.compile(
    rf"{_MONTH}{_BETWEEN}{_DAY}(?:st|nd|rd|th)?(?:{_BETWEEN}|,\s*){_YEAR}", re.I
)
_MONTHS: Final[dict[Lang, tuple[str, ...]]] = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni",
           "juli", "august", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
}  # fmt: skip
_LEAP_YEARS: Final = 9
"""Among so many years in a row one has a 29 February."""


@frozen
class ReadDay:
    """The day that is meant; ``certain`` where what is written can be read in no other way."""

    day: date
    certain: bool


def short_day(t: Words, day: date) -> str:
    """A numeric date, as in a spreadsheet of the language: 21-11-2026, 2026-11-21."""
    return f"{day:%d-%m}-{day.year:04}" if t.lang == "da" else day.isoformat()


def month(t: Words, day: date) -> str:
    """A month by its name: ``November 2026``, ``november 2026``."""
    return f"{_MONTHS[t.lang][day.month - 1]} {day.year}"


def in_words(t: Words, day: date) -> str:
    """A day with the name of its month: ``21 November 2026``, ``21. november 2026``."""
    return f"{day.day}{'.' if t.lang == 'da' else ''} {month(t, day)}"


def read_day(text: str) -> ReadDay | None:
    """The day that a text says, the day before the month where only figures tell; else ``None``.

    Of a month the first letters are enough, and of a year the last two figures: it is of this
    century.

    >>> read_day("30. november 2026")
    ReadDay(day=datetime.date(2026, 11, 30), certain=True)
    >>> read_day("01.03.27")
    ReadDay(day=datetime.date(2027, 3, 1), certain=False)
    """
    said = text.strip().removesuffix(".")
    if found := _YEAR_FIRST.fullmatch(said):
        year, figures, name, day = found.groups()
        return _day(year, figures or _month(name), day, certain=True)
    if found := _YEAR_LAST.fullmatch(said):
        day, month, year = found.groups()
        told = len(year) == 4 and (int(day) > 12 or int(day) == int(month))
        return _day(year, month, day, certain=told)
    if found := _NAMED.fullmatch(said):
        return _day(found[3], _month(found[2]), found[1], certain=len(found[3]) == 4)
    if found := _NAMED_FIRST.fullmatch(said):
        return _day(found[3], _month(found[1]), found[2], certain=len(found[3]) == 4)
    return None


def parse_day(text: str) -> date:
    """The same where a day has to be; raises :class:`ValueError` for anything else."""
    read = read_day(text)
    if read is None:
        raise ValueError(text)
    return read.day


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
    if read := read_day(text):
        return read.day
    said = text.strip().removesuffix(".")
    for year in years:  # not every one has a 29 February
        read = read_day(f"{said} {year}")
        if read is not None and fits(read.day):
            return read.day
    raise ValueError(text)


def _month(name: str) -> int:
    """A month by its name, or by the first letters of it, in either language; 0 for none."""
    word = name.casefold()
    numbered = ((n, known) for names in _MONTHS.values() for n, known in enumerate(names, 1))
    return next((n for n, known in numbered if known.casefold().startswith(word)), 0)


def _day(year: str, month: str | int, day: str, *, certain: bool) -> ReadDay | None:
    century = 2000 if len(year) == 2 else 0
    try:
        return ReadDay(date(int(year) + century, int(month), int(day)), certain)
    except ValueError:
        return None
