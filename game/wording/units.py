"""What a unit says about its numbers: money, working time, a share of a hundred."""

from __future__ import annotations

import re
from typing import Final

_KRONER: Final = re.compile(
    r"(?P<before>dkk)?\s*(?P<size>mia|mio|million(?:er)?|m|t|tusinde?|thousand|k|1[.,]000)?\.?\s*"
    r"(?P<after>kr(?:oner)?|dkk)?\.?\s*(?P<year>(?:pr\.?|om|/|a|per)\s*(?:år(?:et)?|year))?",
    re.IGNORECASE,
)
_SIZES: Final = {"mia": 1e9, "mio": 1e6, "mil": 1e6, "m": 1e6}
_YEARLY: Final = re.compile(r"årlig|pr\.? år|om året|yearly|annual|a year|per year", re.IGNORECASE)
_TIME: Final = re.compile(r"(?:min(?:ut(?:ter)?|utes?)?|timer?|hours?)\b\.?", re.IGNORECASE)
_PERCENT: Final = re.compile(r"(?:%|pct\b|per ?cent\b|procent\b)", re.IGNORECASE)


def kroner_a_year(value: float, unit: str, indicator: str) -> float | None:
    """A value in whole kroner a year, where unit and indicator say that this is what it is.

    >>> kroner_a_year(1.5, "mio. kr.", "Årlig besparelse")
    1500000.0
    >>> kroner_a_year(30, "kr.", "Udgift pr. sag") is None
    True
    """
    found = _KRONER.fullmatch(unit.strip())
    if found is None or not (found["before"] or found["after"]):
        return None
    size = (found["size"] or "").lower()
    if not size and not found["year"] and not _YEARLY.search(indicator):
        return None  # "kr." alone may be the price of one case
    factor = _SIZES.get(size[:3], 1e3 if size else 1.0)
    return float(round(value * factor))


def is_level(baseline: float | None, unit: str) -> bool:
    """Whether all who read a measure read one level, instead of each a part that adds up.

    >>> is_level(14, "pr. time"), is_level(0, "mio. kr.")
    (True, False)
    """
    return bool(baseline) and not is_kroner(unit)


def is_kroner(unit: str) -> bool:
    """Whether a unit is money at all.

    >>> [is_kroner(unit) for unit in ("DKK thousand", "kr.", "min", "")]
    [True, True, False, False]
    """
    found = _KRONER.fullmatch(unit.strip())
    return bool(found and (found["before"] or found["after"]))


def is_working_time(unit: str) -> bool:
    """Whether a unit is minutes or hours, as freed time is counted; days are how long one waits.

    >>> [is_working_time(unit) for unit in ("min", "timer pr. uge", "hours", "dage", "t.kr.")]
    [True, True, True, False, False]
    """
    return _TIME.match(unit.strip()) is not None


def is_percent(unit: str) -> bool:
    """Whether a unit is a share of a hundred; percentage points are a difference of two.

    >>> [is_percent(unit) for unit in ("%", "pct. af borgerne", "per cent", "procentpoint", "min")]
    [True, True, True, False, False]
    """
    return _PERCENT.match(unit.strip()) is not None
