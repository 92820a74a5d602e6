"""What the rows of a sum are called, and how its values are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.i18n import Words, capitalised, half_up, mark
from game.portfolio.practices import PRACTICES
from game.portfolio.roles import kind_text
from game.portfolio.sums import SumKind, Value
from game.portfolio.sums.model import LabelKind
from game.report.columns import code_text

DUE: Final[Mapping[str, str]] = {
    "1_overdue": mark("Overdue"),
    "2_soon": mark("Within three months"),
    "3_later": mark("Later"),
    "4_done": mark("Measured on the day of the review, or after"),
    "5_none": mark("No date"),
}
"""When a review is due."""

UNIT_KINDS: Final[Mapping[str, str]] = {
    "*kroner": mark("Other kroner"),
    "*working_time": mark("Other working time"),
    "*share": mark("Other shares"),
    "*waiting_time": mark("Other waiting time"),
    "*number": mark("Other numbers"),
    "*none": mark("No unit"),
}
"""What units are called that are not shown themselves."""


def label(t: Words, kind: LabelKind, code: Value) -> str:
    """The name of a row."""
    name = _LABELS[kind](t, "" if code is None else str(code))
    return name if kind == "unit" else capitalised(name)


def _type(t: Words, code: str) -> str:
    return code_text(t, code) if code else t("no type proposed")


def _unit(t: Words, code: str) -> str:
    return t(UNIT_KINDS[code]) if code in UNIT_KINDS else code


def _role(t: Words, code: str) -> str:
    return kind_text(t, code) if code else t("no owner")


def _due(t: Words, code: str) -> str:
    return t(DUE[code])


def _practice(t: Words, code: str) -> str:
    return t(PRACTICES[code].name)


def _itself(t: Words, code: str) -> str:
    return code


_LABELS: Final[Mapping[LabelKind, Callable[[Words, str], str]]] = {
    "type": _type,
    "unit": _unit,
    "role": _role,
    "track": code_text,
    "due": _due,
    "practice": _practice,
    "title": _itself,
    "risk": _itself,
}


# ------------------------------------------------------------------ values
_MILLION: Final = 1_000_000


def written(t: Words, kind: SumKind, value: Value) -> str:
    """A value as the page shows it; empty where there is none. A share is all only where it is."""
    if value is None or isinstance(value, str):
        return value or ""
    if kind == "share":
        return t.percent(value)
    if kind == "kroner":
        return kroner(t, value)
    if kind == "bias":
        rounded = half_up(value, 1)
        return t.number(rounded, sign=rounded != 0)
    return t.number(half_up(value, 1 if kind == "points" else 0))


def kroner(t: Words, value: float) -> str:
    """Kroner without false precision: three figures at most, and no less than a thousand.

    >>> from game.i18n import words
    >>> [kroner(words("en"), n) for n in (1_428_571.43, 86_400, 450, 0)]
    ['1.43 million kr.', '86,000 kr.', '0 kr.', '0 kr.']
    """
    step = 1000.0
    while abs(value) >= 1000 * step:
        step *= 10
    rounded = half_up(value / step) * step
    if abs(rounded) >= _MILLION:
        return t("{n} million kr.", n=t.number(rounded / _MILLION))
    return t("{n} kr.", n=t.number(rounded))
