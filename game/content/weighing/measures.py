"""The indicators of tracks and benefits: figures that fit their unit, and run the right way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from game.content.card_tables import Indicator
from game.content.field_types import AnyText, Languages
from game.content.findings import Finding
from game.content.positions import KeyPath
from game.content.weighing import usual
from game.content.weighing.directions import direction
from game.content.weighing.subject import Check, Subject, beyond, warn
from game.engine.setup import TRACKS

Measured = tuple[KeyPath, Indicator, tuple[str, ...]]
"""Where an indicator stands, the indicator, and the names of the card that it belongs to."""

_APART: Final = 100
"""A target so many times the baseline, or the other way round, is hardly in the same unit."""
_PERCENT: Final = re.compile(
    r"^\s*(?:%|pct\.?|procent|per ?cent|percent)(?!\s*-?point|.*point)", re.I
)
_OVER: Final = re.compile(
    r"belægning|udnyttelse|normering|budget|vækst|stigning|ændring|fald|i forhold til|\bmod\b"
    r"|occupan|utili[sz]ation|staffing|growth|increase|change|compared|\bof (?:normal|plan)",
    re.I,
)
"""What may be more than all of it, or less than nothing."""
_SURELY_PERCENT: Final = 10
"""From so many on a percentage is not written as a part of 1."""
_SHARE: Final = re.compile(r"^(?:andel(?:en)?|share|percentage|procentdel)\b", re.I)
_COUNT: Final = re.compile(r"^(?:antal|number of)\b", re.I)
_ENDS: Final = r"(\d{1,3})\s*(?:-|–|til|to)\s*(\d{1,3})"
_SCALE_UNIT: Final = re.compile(rf"^\D{{0,12}}{_ENDS}\D{{0,8}}$")
_SCALE_TEXT: Final = re.compile(rf"\b(?:skala|scale)\b[^\d]{{0,12}}{_ENDS}", re.I)
_MOST: Final = re.compile(r"^\s*(?:ud af|af|out of|of|/)\s*(\d{1,3})\s*$", re.I)


def _measured(case: Subject) -> Iterator[Measured]:
    for track in TRACKS:
        yield ("tracks", track), case.track(track), ()
    for i, benefit in enumerate(case.scenario.benefits):
        yield ("benefits", i, "measure"), benefit.measure, tuple(written(benefit.name))


def written(prose: AnyText | None) -> Iterator[str]:
    """A text in each language that it is written in."""
    if isinstance(prose, Languages):
        yield from (text for text in (prose.da, prose.en) if text)
    elif prose:
        yield prose


def flat_measure(case: Subject) -> Iterator[Finding]:
    """A benefit moves what it is measured by; of a track that is an error."""
    for i, benefit in enumerate(case.scenario.benefits):
        if benefit.measure.baseline == benefit.measure.target:
            yield warn("flat_measure", ("benefits", i, "measure", "target"))


def beyond_scale(case: Subject) -> Iterator[Finding]:
    """A percentage is 0 to 100, and a figure lies on the scale that its unit names."""
    for path, indicator, _names in _measured(case):
        scale = _scale(indicator)
        for key in ("baseline", "target"):
            value = getattr(indicator, key)
            if scale and not scale[0] <= value <= scale[1] and not _may_be_more(indicator):
                code = "percent_beyond" if _is_percent(indicator) else "beyond_scale"
                yield warn(code, (*path, key), n=value, low=scale[0], high=scale[1])


def percent_as_share(case: Subject) -> Iterator[Finding]:
    """A percentage is no part of 1: ``0.8`` beside ``20`` is mostly 80 percent."""
    for path, indicator, _names in _measured(case):
        figures = {"baseline": indicator.baseline, "target": indicator.target}
        key, low = min(figures.items(), key=lambda one: one[1])
        high = max(figures.values())
        if _is_percent(indicator) and 0 < low < 1 and high >= _SURELY_PERCENT:
            whole = round(100 * low, 6)
            yield warn("percent_as_share", (*path, key), n=low, other=high, whole=whole)


def _may_be_more(indicator: Indicator) -> bool:
    """Whether a percentage is no share, but compares two amounts."""
    words = [*written(indicator.indicator), *written(indicator.unit)]
    return _is_percent(indicator) and any(map(_OVER.search, words))


def _is_percent(indicator: Indicator) -> bool:
    return any(map(_PERCENT.search, written(indicator.unit)))


def _scale(indicator: Indicator) -> tuple[int, int] | None:
    """The lowest and the highest value that can be, if the texts tell."""
    if _is_percent(indicator):
        return 0, 100
    units = list(written(indicator.unit))
    found = _first(_SCALE_UNIT, units) or _first(
        _SCALE_TEXT, [*units, *written(indicator.indicator)]
    )
    if found:
        low, high = int(found[1]), int(found[2])
        return (low, high) if low < high else None
    most = _first(_MOST, units)
    return (0, int(most[1])) if most else None


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> re.Match[str] | None:
    return next((found for text in texts if (found := pattern.search(text))), None)


def unit_and_words(case: Subject) -> Iterator[Finding]:
    """A share is counted in percent, a number is not."""
    for path, indicator, _names in _measured(case):
        words = list(written(indicator.indicator))
        if indicator.unit is None:
            continue
        if _is_percent(indicator) and _first(_COUNT, words):
            yield warn("percent_of_number", (*path, "unit"))
        units = list(written(indicator.unit))
        if _first(_SHARE, words) and not any("%" in u or "p" in u.lower()[:1] for u in units):
            yield warn("share_without_percent", (*path, "unit"))


def units_agree(case: Subject) -> Iterator[Finding]:
    """A unit means the same in both languages, as the figures are the same."""
    for path, indicator, _names in _measured(case):
        yield from _agree((*path, "unit"), indicator.unit)
    yield from _agree(("economy", "unit"), case.scenario.economy.unit)


def _agree(path: KeyPath, unit: AnyText | None) -> Iterator[Finding]:
    if not isinstance(unit, Languages) or not unit.da or not unit.en:
        return
    danish, english = _magnitude(unit.da), _magnitude(unit.en)
    if danish != english:
        yield warn("units_differ", path, da=unit.da, en=unit.en)


_MAGNITUDES: Final = (
    ("percent", re.compile(r"%|pct|procent|per ?cent", re.I)),
    ("billions", re.compile(r"\b(?:mia|bn|billion)", re.I)),
    ("millions", re.compile(r"\b(?:mio|mill(?!e\b))|DKK ?mn?\b|\bm\.? ?(?:kr|DKK)", re.I)),
    (
        "thousands",
        re.compile(
            r"\bt\.? ?(?:kr|DKK)|\btus|\bthousand|DKK ?k\b|\bk ?(?:DKK|kr)|\b1[,. ]?000|['’]000",
            re.I,
        ),
    ),
)


def _magnitude(unit: str) -> str:
    """Whether a unit is percent, or thousands, millions or billions of something."""
    return next((name for name, pattern in _MAGNITUDES if pattern.search(unit)), "")


def far_apart(case: Subject) -> Iterator[Finding]:
    """Baseline and target are counted in the same unit."""
    for path, indicator, _names in _measured(case):
        low, high = sorted((abs(indicator.baseline), abs(indicator.target)))
        if low and high > low * _APART:
            params = {"baseline": indicator.baseline, "target": indicator.target}
            yield warn("far_apart", (*path, "target"), **params)


def wrong_way(case: Subject) -> Iterator[Finding]:
    """What should fall falls, and what should rise rises; told only where the words are sure."""
    for path, indicator, names in _measured(case):
        if _is_percent(indicator):
            names = ()  # a share of what there will be less of may well rise
        way = direction(written(indicator.indicator), names)
        step = indicator.target - indicator.baseline
        if way * step < 0:
            params = {"baseline": indicator.baseline, "target": indicator.target}
            code = "should_fall" if way < 0 else "should_rise"
            yield warn(code, (*path, "target"), **params)


def months(case: Subject) -> Iterator[Finding]:
    """A measure is read while somebody still remembers the change."""
    for i, benefit in enumerate(case.scenario.benefits):
        n = benefit.measure.months
        path = ("benefits", i, "measure", "months")
        yield from beyond(n, usual.MONTHS, "far_months", "far_months", path, n=n)


ALWAYS: Final[tuple[Check, ...]] = (
    flat_measure,
    beyond_scale,
    percent_as_share,
    unit_and_words,
    units_agree,
    far_apart,
    wrong_way,
    months,
)
"""Of every case."""
