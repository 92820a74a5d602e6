"""Amounts as people write them in Danish and English: ``1,2 mio. kr.``, ``12 mdr``, ``2 til 4``.

Nothing is rounded and nothing is guessed: what can be read in two ways says so, and a unit that
does not fit a field is the field's to refuse (:meth:`Amount.counted_in`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from game.content.lenient.characters import plain
from game.content.lenient.units import UNITS, factor_between, period_after, sized_unit, unit_of
from game.frozen import frozen

LONGEST: Final = 80
"""The most letters an amount is looked for in."""


@frozen
class Amount:
    """A number, or a range from the lowest to the highest, with what it is counted in.

    ``values`` are in ``unit``, sizes such as *million* counted in. ``unit`` is one of ``kr``,
    ``%``, ``minutes``, ``hours``, ``days``, ``weeks``, ``months``, ``years``, ``points``,
    ``rounds``, or the word as it is written, or empty. ``per`` is a period (``week``, ``month``,
    ``year``, ``day``) where one is said. ``about`` is set where the text only says roughly
    (*ca.*), ``bound`` where it says a limit (*mindst*), ``sure`` unless the figures can be read in
    two ways: ``1.250``, ``1,250``. ``size`` is the largest that is said: a million is ``1e6``.
    """

    values: tuple[float, ...]
    unit: str = ""
    per: str = ""
    about: bool = False
    bound: bool = False
    sure: bool = True
    size: float = 1.0

    @property
    def value(self) -> float | None:
        """The one number; ``None`` where there is a range."""
        return self.values[0] if len(self.values) == 1 else None

    def counted_in(self, unit: str) -> tuple[float, ...] | None:
        """The values in the unit of a field, as its author wrote it; ``None`` if it is another one.

        >>> read_amount("1,2 mio. kr.").counted_in("t.kr.")
        (1200.0,)
        >>> read_amount("34 minutter").counted_in("mdr") is None
        True
        """
        theirs = unit_of(unit)
        if not self.unit:
            size = theirs[1] if theirs is not None and self.size > 1 else 1.0
            return tuple(round(value / size, 9) for value in self.values)
        if theirs is None:
            return None
        factor = factor_between(self.unit, theirs[0])
        if factor is None:
            return None
        return tuple(round(value * factor / theirs[1], 9) for value in self.values)


# ------------------------------------------------------------------ words
_WORDS: Final[Mapping[str, float]] = {
    "nul": 0, "zero": 0, "en": 1, "et": 1, "én": 1, "ét": 1, "one": 1, "a": 1, "an": 1, "to": 2,
    "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6,
    "syv": 7, "seven": 7, "otte": 8, "eight": 8, "ni": 9, "nine": 9, "ti": 10, "ten": 10,
    "elleve": 11, "eleven": 11, "tolv": 12, "twelve": 12, "tyve": 20, "twenty": 20,
    "tredive": 30, "thirty": 30, "halvanden": 1.5, "halvandet": 1.5, "et halvt": 0.5,
    "en halv": 0.5, "halvt": 0.5, "half a": 0.5, "et kvart": 0.25, "en kvart": 0.25,
}  # fmt: skip

_ABOUT: Final = re.compile(
    r"(?:~|≈|ca\.?|cirka|circa|omkring|omtrent|about|around|approx\.?|approximately|knap|godt)\s*",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"(?:[<>≤≥]=?|mindst|højst|under|over|op til|mere end|mindre end|at least|at most|up to|max\.?"
    r"|min\.)\s*(?=[\d+-])",
    re.IGNORECASE,
)
_FRACTIONS: Final[Mapping[str, float]] = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_NUMBER: Final = r"\d* ?[½¼¾]|[+-]?\s?(?:\d[\d.,'’ ]*\d|\d)|" + "|".join(
    rf"(?<!\w){word}(?!\w)" for word in sorted(_WORDS, key=len, reverse=True)
)
_FIRST: Final = re.compile(_NUMBER, re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(?:mellem|between|fra|from)\s+", re.IGNORECASE)
_AND: Final = re.compile(
    r"\s*(?:\.{2,3}|…|-|til|to|until|og|and|eller|or)\s*(?=[\d+-]|\w)", re.IGNORECASE
)
_CURRENCY: Final = re.compile(r"(?:dkk|kr\.?)\s*(?=[\d+-])", re.IGNORECASE)
_AND_PARTS: Final = r"\s*(?:,|&|og|and)?\s*(\d+)\s*"
_IN_TWO_UNITS: Final = tuple(
    (re.compile(rf"({_NUMBER})\s*(?:{large}){_AND_PARTS}(?:{small})", re.IGNORECASE), unit, times)
    for large, small, unit, times in (
        (rf"t\.?|h\.?|{UNITS['hours']}", rf"m|{UNITS['minutes']}", "minutes", 60),
        (UNITS["years"], UNITS["months"], "months", 12),
    )
)
"""*1 t 10 min*, *1 år og 6 måneder*: a number of the larger unit, and less than one of it."""
_LETTER: Final = re.compile(r"\d\s*[tm]\.?$")
"""Hours or thousands, metres or millions."""
_COMMA: Final = re.compile(r"\d,\d{3}(?![\d,.])")
"""Of kroner these are no decimals: an English reader means thousands."""
_GLUED: Final = re.compile(r"\d[^\W\d_]+[+-]?\d")
"""1e6, 0x10, 2x3: a number as a program writes it, or none."""
_OTHER: Final = re.compile(r"\s*([^\W\d_][\w. /-]{0,30})")


def read_amount(text: str) -> Amount | None:
    """The amount that a text is, or ``None`` if it says anything else, or nothing.

    >>> read_amount("2 til 4 point")
    Amount(values=(2.0, 4.0), unit='points', per='', about=False, bound=False, sure=True, size=1.0)
    >>> read_amount("et halvt år").counted_in("måneder")
    (6.0,)
    """
    if len(text) > LONGEST:
        return None
    rest, about, bound = _hedges(plain(text).strip())
    if (added := _in_two_units(rest)) is not None:
        return replace(added, about=about, bound=bound)
    if _GLUED.search(rest):
        return None
    currency, rest = _without(_CURRENCY, _without(_BETWEEN, rest)[1])
    first = _number(rest)
    if first is None:
        return None
    figures, size, unit, rest = _figures_and_unit(first, rest[first.length :])
    per, unit, rest = _ending(rest, unit or ("kr" if currency else ""))
    few = first.word and unit and unit not in UNITS  # "a few", "a good idea"
    if few or rest.strip(" .,"):
        return None
    factor, unit = (3, "months") if unit == "quarters" else (1, unit)
    values = tuple(round(one.value * factor, 9) for one in figures)
    sure = all(one.sure for one in figures) and not _LETTER.search(text)
    sure = sure or (unit == "kr" and not (size == 1 and _COMMA.search(text)))
    return Amount(values, unit, per, about, bound, sure, size)


def _in_two_units(text: str) -> Amount | None:
    """The two parts of a time in one unit, the smaller."""
    for form, unit, times in _IN_TWO_UNITS:
        found = form.fullmatch(text)
        whole = _number(found[1]) if found else None
        if found and whole is not None and int(found[2]) < times:
            return Amount((whole.value * times + int(found[2]),), unit)
    return None


def _figures_and_unit(first: _Figure, rest: str) -> tuple[list[_Figure], float, str, str]:
    """One figure or the two of a range, sizes counted in; size and unit; and what comes behind."""
    size, unit, rest = sized_unit(rest)
    second = _second(rest)
    if second is None:
        return [first.times(size)], size, unit, rest
    size_of_second, unit_of_second, rest = sized_unit(rest[second.length :])
    shared = size_of_second if size == 1 and not unit else size
    figures = [first.times(shared), second.times(size_of_second)]
    return figures, max(shared, size_of_second), unit_of_second or unit, rest


# ------------------------------------------------------------------ parts
@frozen
class _Figure:
    value: float
    length: int
    sure: bool = True
    word: bool = False

    def times(self, size: float) -> _Figure:
        """The figure with its size counted in."""
        return replace(self, value=self.value * size)


def _without(words: re.Pattern[str], text: str) -> tuple[bool, str]:
    """Whether a text begins with these words, and the text behind them."""
    found = words.match(text)
    return bool(found), text[found.end() :] if found else text


def _hedges(text: str) -> tuple[str, bool, bool]:
    """The text behind *ca.* or *mindst*, and whether either stood there."""
    about, text = _without(_ABOUT, text)
    bound, text = _without(_BOUND, text)
    return text, about, bound


def _number(text: str) -> _Figure | None:
    """The number that a text begins with."""
    found = _FIRST.match(text)
    if found is None:
        return None
    word = found[0].lower()
    if word in _WORDS:
        return _Figure(_WORDS[word], found.end(), word=True)
    if part := _FRACTIONS.get(word[-1]):
        return _Figure(float(word[:-1].strip() or 0) + part, found.end())
    return _figures(found[0])


_GROUPED: Final = re.compile(r"([+-]?\s?)(\d{1,3}(?:([.,'’ ])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?")
_DECIMAL: Final = re.compile(r"([+-]?\s?)(\d+)(?:([.,])(\d+))?")


def _figures(text: str) -> _Figure | None:
    """Figures with thousands and decimals in either language.

    A single point or comma before three figures may be either; a point is taken for thousands, as
    in Danish, and a comma for decimals.
    """
    return _grouped(text) or _decimal(text)


def _grouped(text: str) -> _Figure | None:
    found = _GROUPED.match(text)
    if found is None or text[found.end() : found.end() + 1].isdigit():
        return None
    sign, whole, mark, point, decimals = found.groups()
    single = mark in ".," and whole.count(mark) == 1 and decimals is None
    if point == mark or (single and mark == ","):
        return None
    digits = re.sub(r"\D", "", whole)
    return _Figure(float(f"{sign.strip()}{digits}.{decimals or 0}"), found.end(), not single)


def _decimal(text: str) -> _Figure | None:
    found = _DECIMAL.match(text)
    if found is None:
        return None
    sign, whole, mark, decimals = found.groups()
    sure = not (mark == "," and len(decimals) == 3 and len(whole) < 4)
    return _Figure(float(f"{sign.strip()}{whole}.{decimals or 0}"), found.end(), sure)


def _second(text: str) -> _Figure | None:
    """The upper end of a range, with the length of all that leads to it."""
    found = _AND.match(text)
    if found is None or not found[0]:
        return None
    second = _number(text[found.end() :])
    if second is None:
        return None
    return _Figure(second.value, found.end() + second.length, second.sure)


def _ending(text: str, unit: str) -> tuple[str, str, str]:
    """The period, the unit (a word that we do not know, where there was none), and what is left."""
    if text.strip() and (period := period_after(text)):
        return period[0], unit, period[1]
    other = _OTHER.fullmatch(text) if not unit else None
    return ("", other[1].strip(), "") if other else ("", unit, text)
