"""Formats numbers with their meaning: points, indicators, values with units, measures."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from game.content.unit_words import one_of
from game.engine import Measure
from game.engine.setup import INDEX, Track
from game.engine.state import Benefit
from game.i18n import Words, half_up
from game.wording.units import is_kroner, is_percent

if TYPE_CHECKING:  # the start screen must not wait for the cases to load
    from game.content.case import Case, MeasureText

_WHOLE: Final = 100.0
_FINEST: Final = 4
"""The most decimals that are written."""
_TOLERANCE: Final = 1e-9
_CURRENCY_FIRST: Final = re.compile(r"(?P<currency>DKK) ?(?P<size>(?:bn|m|k)\b)? ?(?P<rest>.*)")
"""*DKK*, *DKK m* and *DKK k a year*."""


def points(t: Words, n: int) -> str:
    """A number of points: ``4 points``."""
    return t.plural("{n} point", "{n} points", n)


def signed(t: Words, n: int) -> str:
    """A change: ``+3``, ``−2``, ``0``."""
    return t.number(n, sign=n != 0)


def quantity(t: Words, value: float, unit: str) -> str:
    """A value with its unit: ``45 min``, ``62%``, ``DKK 2.4m``, ``1 day``."""
    number = t.number(value)
    alone = number in (t.number(1), t.number(-1))
    return _in_unit(t, number, one_of(unit) if alone else unit)


def span(t: Words, baseline: float, target: float, unit: str) -> str:
    """From baseline to target: ``45 → 20 min``."""
    return _in_unit(t, f"{t.number(baseline)} → {t.number(target)}", unit)


def _in_unit(t: Words, number: str, unit: str) -> str:
    """A number, or two, with the unit where it is written: a currency stands before."""
    if unit == "%":
        return t("{n}%", n=number)
    money = _CURRENCY_FIRST.fullmatch(unit)
    if money is None:
        return f"{number} {unit}".rstrip()
    return f"{money['currency']} {number}{money['size'] or ''} {money['rest']}".rstrip()


# ------------------------------------------------------------------ tracks
class IndicatorRange(Protocol):
    """The baseline and target of a track's indicator."""

    @property
    def baseline(self) -> float:
        """Its value today."""

    @property
    def target(self) -> float:
        """Its value at the goal."""


def indicator_value(indicator_range: IndicatorRange, n: float, goal: int, unit: str = "") -> float:
    """The value of a track's indicator at ``n`` points: at ``goal`` points it is the target."""
    return value_at(indicator_range.baseline, indicator_range.target, n, goal, unit)


@lru_cache(maxsize=1000)
def value_at(baseline: float, target: float, n: float, goal: int, unit: str = "") -> float:
    """What is measured at ``n`` of the ``goal`` points between a baseline and a target.

    It is interpolated linearly, and rounded (half away from zero) to what both ends bear, as
    coarsely as still shows a difference of one point. Beyond the target it comes no nearer than a
    point to where it cannot go: no more than a hundred per cent, and nothing but money below zero.
    """
    step = (target - baseline) / goal
    value = baseline + step * n
    least, most = _bounds(baseline, target, abs(step), unit)
    return _rounded(max(least, min(most, value)), _decimals(baseline, target, abs(step)))


def _bounds(baseline: float, target: float, step: float, unit: str) -> tuple[float, float]:
    """The least and the most that an indicator can be at any number of points."""
    low, high = min(baseline, target), max(baseline, target)
    least, most = -math.inf, math.inf
    share = is_percent(unit)
    if low >= 0 and (share or (baseline > 0 and not is_kroner(unit))):
        least = min(low, step)  # what begins at nothing is a change, which may be a loss
    if high <= _WHOLE and share:
        most = max(high, _WHOLE - step)
    return least, most


def _decimals(baseline: float, target: float, step: float) -> int:
    """How many decimals both ends bear and a step needs; fewer than none are tens, hundreds …"""
    if not step:
        return 0
    coarsest = -math.floor(math.log10(step) + _TOLERANCE)
    return next(
        (n for n in range(coarsest, _FINEST) if all(_bears(end, n) for end in (baseline, target))),
        max(coarsest, _FINEST),
    )


def _bears(value: float, decimals: int) -> bool:
    """Whether a value is told in full with so many decimals."""
    return math.isclose(_rounded(value, decimals), value, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)


def _rounded(value: float, decimals: int) -> float:
    if decimals >= 0:
        return half_up(value, decimals)
    unit = 10.0**-decimals
    return half_up(value / unit) * unit


def indicator(t: Words, case: Case, track: Track, n: int) -> str:
    """A track's indicator at ``n`` points, with its unit: ``42 min``."""
    text = case.tracks[track]
    return told_at(t, text, n, case.setup.goals[INDEX[track]], text.unit.read(t.lang))


def told_at(t: Words, indicator_range: IndicatorRange, n: int, goal: int, unit: str) -> str:
    """An indicator at ``n`` of the ``goal`` points, with its unit.

    Beyond what it can show, its last value is not told as if it were that of ``n`` points.
    """
    value, baseline = indicator_value(indicator_range, n, goal, unit), indicator_range.baseline
    told = quantity(t, value, unit)
    if not goes_no_further(baseline, indicator_range.target, n, goal, unit):
        return told
    return past(t, told, rises=value > baseline)


def past(t: Words, told: str, *, rises: bool) -> str:
    """The last value that can be shown, as a text, of what goes past it: ``more than 93``."""
    return t("more than {value}", value=told) if rises else t("less than {value}", value=told)


def is_beyond(t: Words, case: Case, track: Track, n: int) -> bool:
    """Whether a track's indicator has no room for the last of ``n`` points."""
    text = case.tracks[track]
    unit = text.unit.read(t.lang)
    return goes_no_further(text.baseline, text.target, n, case.setup.goals[INDEX[track]], unit)


def goes_no_further(baseline: float, target: float, n: int, goal: int, unit: str) -> bool:
    """Whether what is measured has no room for the last of ``n`` points, or only for part of it."""
    step = (target - baseline) / goal
    least, most = _bounds(baseline, target, abs(step), unit)
    value = baseline + step * n
    return abs(n) > 1 and not least - _TOLERANCE <= value <= most + _TOLERANCE


def track_span(t: Words, case: Case, track: Track) -> str:
    """A track's baseline and target: ``45 → 20 min``."""
    text = case.tracks[track]
    return span(t, text.baseline, text.target, text.unit.read(t.lang))


# ------------------------------------------------------------------ measures
def measure(t: Words, case: Case, track: Track, b: Benefit | None) -> Measure:
    """The measure of a benefit: as written, from its card, else its track's indicator.

    A written measure may lack a baseline or a target. On its track's indicator a benefit's target
    is its own: as far as its points take the track. Without a benefit it is the track's measure.
    """
    if b is not None and b.measure is not None:
        return b.measure
    card = None if b is None else case.benefits.get(b.card or "")
    if card is not None:
        return printed_measure(t, card.measure)
    text = case.tracks[track]
    points = None if b is None else b.estimate
    return Measure(
        text.indicator.read(t.lang),
        text.unit.read(t.lang),
        text.baseline,
        text.target if points is None else track_value(t, case, track, points),
    )


def track_value(t: Words, case: Case, track: Track, n: int) -> float:
    """What a track's indicator comes to at ``n`` points."""
    text, goal = case.tracks[track], case.setup.goals[INDEX[track]]
    return indicator_value(text, n, goal, text.unit.read(t.lang))


def benefit_measure_text(t: Words, case: Case, track: Track, b: Benefit) -> str:
    """The measure of a benefit, in one line."""
    return measure_text(t, measure(t, case, track, b))


def printed_measure(t: Words, m: MeasureText) -> Measure:
    """The measure of a card, in the language that is spoken."""
    lang = t.lang
    return Measure(m.indicator.read(lang), m.unit.read(lang), m.baseline, m.target, m.months)


def measure_text(t: Words, m: Measure) -> str:
    """A measure in one line, without the parts that are not filled in.

    >>> from game.i18n import words
    >>> measure_text(words("en"), Measure("Calls", "a week", 160, 60, 6))
    'Calls: 160 → 60 a week, after 6 months'
    """
    value = _values(t, m)
    text = f"{m.indicator}: {value}" if value else m.indicator
    if m.months is not None:
        after = t.plural("after {n} month", "after {n} months", m.months)
        text = f"{text}, {after}"
    return text


def _values(t: Words, m: Measure) -> str:
    if m.baseline is not None and m.target is not None:
        return span(t, m.baseline, m.target, m.unit)
    if m.target is not None:
        return t("to {value}", value=quantity(t, m.target, m.unit))
    if m.baseline is not None:
        return t("from {value}", value=quantity(t, m.baseline, m.unit))
    return m.unit
