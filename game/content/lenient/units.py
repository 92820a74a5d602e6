"""Units as people write them in Danish and English: ``mio. kr.``, ``DKK k``, ``timer om ugen``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from game.content.lenient.characters import plain
from game.content.unit_words import one_of

T = TypeVar("T")

UNITS: Final = {
    "kr": r"kr\.?|kroner|krone|dkk|,-",
    "%": r"%|pct\.?|procent|per ?cent",
    "minutes": r"min\.?|minut(?:ter|ters)?|minutes?",
    "hours": r"timer?|hours?|hrs?",
    "days": r"dage?|days?",
    "weeks": r"uger?|weeks?",
    "months": r"mdr\.?|md\.?|mdn\.?|mån\.?|måned(?:er)?|months?",
    "quarters": r"kvartal(?:er)?|quarters?",
    "years": r"år|years?",
    "points": r"point|points|pts?\.?",
    "rounds": r"runder?|rounds?",
}
_SIZES: Final = {
    r"mia\.?|mia|milliard(?:er)?|bn\.?|billions?": 1e9,
    r"mio\.?|mill\.?|million(?:er)?|millions?|m": 1e6,
    r"t\.?|tusinde?r?|thousands?|k": 1e3,
}
_PERIODS: Final = {
    "day": r"dag(?:en|lig)?|day",
    "week": r"ugen?|week",
    "month": r"måned(?:en)?|md\.?|month",
    "year": r"året|år|year",
}
_TIMES: Final[tuple[Mapping[str, int], ...]] = (
    {"minutes": 1, "hours": 60},
    {"months": 1, "quarters": 3, "years": 12},
)
_SIZE: Final = re.compile(
    r"\s*(?:" + "|".join(f"({words})" for words in _SIZES) + r")(?![^\W\d_])\.?", re.IGNORECASE
)
_DKK_FIRST: Final = re.compile(rf"^dkk({_SIZE.pattern})", re.IGNORECASE)
"""*DKK m*, as English has it."""
_UNIT: Final = re.compile(
    r"\s*(?:" + "|".join(f"({words})" for words in UNITS.values()) + r")(?![^\W\d_])\.?",
    re.IGNORECASE,
)
_PER: Final = re.compile(
    r"\s*(?:om|pr\.?|per|i|a|an|/|hver|each|every)?\s*(?:"
    + "|".join(f"({words})" for words in _PERIODS.values())
    + r")(?!\w)\.?",
    re.IGNORECASE,
)


def unit_of(text: str) -> tuple[str, float] | None:
    """The unit and the size that a field is counted in; ``None`` if the text is none we know.

    >>> unit_of("mio. kr."), unit_of("DKK k")
    (('kr', 1000000.0), ('kr', 1000.0))
    """
    size, unit, rest = sized_unit(_DKK_FIRST.sub(r"\1 kr", plain(text).strip()))
    if unit and (not rest.strip(" .") or period_after(rest)):
        return unit, size
    word = text.strip().casefold()
    return (word, 1.0) if word else None


def factor_between(unit: str, theirs: str) -> float | None:
    """By how much a value is multiplied to be counted in another unit, if that is exact."""
    if one_of(unit.casefold()) == one_of(theirs.casefold()):
        return 1.0
    for times in _TIMES:
        if unit in times and theirs in times:
            return times[unit] / times[theirs]
    return None


def sized_unit(text: str) -> tuple[float, str, str]:
    """The size and the unit that a text begins with, and what comes behind them."""
    size = _SIZE.match(text)
    factor = _picked(size, _SIZES.values()) if size else 1.0
    behind = text[size.end() :] if size else text
    unit = _UNIT.match(behind)
    if size and size[0].strip().lower() in ("t", "m", "k") and unit is None and behind.strip():
        return 1.0, "", text
    word = _picked(unit, UNITS) if unit else ""
    if word == "" and text.strip().lower().rstrip(".") in ("tkr", "kkr"):
        return 1e3, "kr", ""
    return factor, word, behind[unit.end() :] if unit else behind


def period_after(text: str) -> tuple[str, str] | None:
    """The period that a text begins with (*om ugen*), and what comes behind it; or ``None``."""
    per = _PER.match(text)
    return (_picked(per, _PERIODS), text[per.end() :]) if per else None


def _picked(found: re.Match[str], meanings: Iterable[T]) -> T:
    """The meaning of the one alternative that matched."""
    return [*meanings][(found.lastindex or 1) - 1]
