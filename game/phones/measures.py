"""A measure as somebody wrote it on a phone: every field as text, numbers as they are written."""

from __future__ import annotations

from collections.abc import Mapping

from game.i18n import Words
from game.i18n.numbers import parse_number, parse_whole

_LONGEST = 240
"""Months."""


class MeasureError(Exception):
    """A field of a measure that cannot be read; its text says why."""


def read_measure(t: Words, written: Mapping[str, object]) -> dict[str, object] | None:
    """The measure as actions have it; ``None`` where none was written: that of the card counts."""
    texts = {name: str(value).strip() for name, value in written.items() if value is not None}
    if not any(texts.values()):
        return None
    if not texts.get("indicator"):
        raise MeasureError(t("Say what is measured."))
    return {
        "indicator": texts["indicator"],
        "unit": texts.get("unit", ""),
        "baseline": _number(t, texts.get("baseline", "")),
        "target": _number(t, texts.get("target", "")),
        "months": _months(t, texts.get("months", "")),
    }


def _number(t: Words, text: str) -> float | None:
    try:
        return parse_number(text, t.lang)
    except ValueError:
        raise MeasureError(t("Write a number, like {example}.", example=t.number(12.5))) from None


def _months(t: Words, text: str) -> int | None:
    if not text:
        return None
    months = parse_whole(text, _LONGEST)
    if months is None:
        raise MeasureError(t("A whole number, 0 to 240."))
    return months
