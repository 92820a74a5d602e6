"""The number that is meant where a number should stand, and what is odd about how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, Final

from game.content.lenient.amounts import Amount, read_amount
from game.content.lenient.scalars import SCALAR
from game.content.lenient.shape import Shape
from game.content.lenient.tree import UNREADABLE
from game.content.lenient.vocabulary import key_for
from game.content.toml_values import number
from game.frozen import frozen
from game.i18n.message import Message

_THOUSANDS: Final = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")
_SCALE: Final = 20
"""The steps of a scale from which somebody chooses by feeling."""
_FIGURES: Final = re.compile(r"\s*\+?\d[\d_]*\s*")
_ZERO: Final = re.compile(r"[+-]?0\d")
_GROUPS: Final = re.compile(r"\d[.,\s'’]\d{3}(?!\d)")


@frozen
class Judged:
    """What was found about a value: a code, or none if it is as it should be.

    ``text`` is how TOML writes what is meant, ``value`` what it says; both are missing where
    nothing can be trusted.
    """

    value: Any = UNREADABLE
    code: str = ""
    text: str | None = None
    certain: bool = True
    params: Mapping[str, object] = field(default_factory=dict)


def judge_number(value: Any, written: str, shape: Shape, units: Iterable[str]) -> Judged:
    """What is meant by a value (``UNREADABLE`` for bare words) in the field of a number.

    ``units`` are the texts that say what the field is counted in, one in each language.
    """
    if isinstance(value, bool):
        return Judged(value)
    if isinstance(value, int | float):
        return _of_number(value, written, shape)
    if not (isinstance(value, str) or value is UNREADABLE):
        return Judged(value)
    said = value if isinstance(value, str) else written
    amount = read_amount(said)
    if amount is None:
        return _no_number(said, shape)
    return _of_amount(amount, said, shape, list(units), in_quotes=isinstance(value, str))


def _no_number(said: str, shape: Shape) -> Judged:
    """Words that are no number: a short scale is told, so that a place on it can be chosen."""
    if shape.kind == "whole" and shape.high - shape.low <= _SCALE:
        params = {"written": said, "low": number(shape.low), "high": number(shape.high)}
        return Judged(code="not_on_scale", params=params)
    if _FIGURES.fullmatch(said):  # so many that Python reckons no further
        return Judged(code="too_large", params={"limit": number(shape.high)})
    return Judged(code="not_a_number", params={"written": said})


def _of_number(value: float, written: str, shape: Shape) -> Judged:
    """A number that TOML can read; a fraction in the field of a whole one is not what is meant."""
    if shape.kind == "number" or isinstance(value, int):
        return Judged(value)
    if _THOUSANDS.fullmatch(written):
        meant = int(re.sub(r"\.", "", written))
        return _bounded(Judged(meant, "thousands_apart", str(meant)), shape)
    if value == int(value) if abs(value) < 1e15 else False:
        return Judged(int(value), "point_zero", str(int(value)))
    return _fraction(value, written)


def _fraction(value: float, written: str) -> Judged:
    if not abs(value) < 1e15:  # infinite, or no number
        return Judged(value)
    low = int(value // 1)
    params = {"written": written, "low": low, "high": low + 1}
    return Judged(code="fraction", text=str(low + 1), certain=False, params=params)


def _of_amount(
    amount: Amount, said: str, shape: Shape, units: list[str], *, in_quotes: bool
) -> Judged:
    unit = Message(shape.unit) if units == [shape.unit] else next(iter(units), "")
    params: dict[str, object] = {"written": said, "unit": unit}
    if amount.value is None:
        low, high = (number(value) for value in amount.values)
        return Judged(code="range_for_number", params={**params, "low": low, "high": high})
    values = _counted(amount, shape, units)
    if not units and (amount.unit or amount.per):
        text = number(amount.value)
        return Judged(code="unit_for_number", text=text, certain=False, params=params)
    if values is None and shape.kind == "whole" and shape.high - shape.low <= _SCALE:
        return _no_number(said, shape)
    if values is None:
        return Judged(code="wrong_unit", params=params)
    (value,) = values
    if not amount.sure and (shape.kind == "number" or "," in said):
        other = value / 1000 if value >= 1000 else value * 1000
        params |= {"one": number(value), "other": number(other)}
        return Judged(
            code="two_readings", text=number(max(value, other)), certain=False, params=params
        )
    if shape.kind == "whole" and value != int(value):
        return _fraction(value, said)
    value = int(value) if value == int(value) else value
    code = _code(amount, said, in_quotes=in_quotes)
    if code == "thousands_apart" and (size := _size(units)) > 1 and value >= size:
        text = number(value / size)
        return Judged(code="written_out", text=text, certain=False, params=params)
    return _bounded(Judged(value, code, number(value), not amount.bound, params), shape)


def _counted(amount: Amount, shape: Shape, units: list[str]) -> tuple[float, ...] | None:
    """The values in the unit of the field."""
    if shape.unit.startswith("points, a count"):
        return _of_aim(amount, units)
    if amount.unit and key_for(amount.unit, [shape.unit]):
        return amount.values
    for unit in units:
        if (values := amount.counted_in(unit)) is not None:
            return values
    return amount.values if not amount.unit else None


def _of_aim(amount: Amount, kinds: list[str]) -> tuple[float, ...] | None:
    """An aim's value: percent of a realism is a share."""
    if amount.unit == "%":
        share = "realism_at_least" in kinds
        return tuple(round(value / 100, 6) for value in amount.values) if share else None
    return amount.values if amount.unit in ("", "points") else None


def _size(units: list[str]) -> float:
    """What a number of the field stands for: a million, where it counts millions."""
    one = read_amount(f"1 {units[0]}") if units else None
    return one.values[0] if one is not None else 1.0


def _code(amount: Amount, said: str, *, in_quotes: bool) -> str:
    """What is odd about how an amount is written; the most telling first."""
    plain = SCALAR.fullmatch(said.strip())
    kinds = (
        (amount.bound, "bound_number"),
        (amount.about, "about_number"),
        (not re.search(r"\d", said) and not amount.unit, "number_in_words"),
        (amount.unit or amount.per or re.search(r"[^\W\d_]", said), "unit_with_number"),
        (in_quotes and plain, "quotes_round_number"),
        (_ZERO.match(said), "leading_zero"),
        (_GROUPS.search(said), "thousands_apart"),
        ("," in said, "decimal_comma"),
        (in_quotes, "quotes_round_number"),
    )
    return next((code for holds, code in kinds if holds), "odd_number")


def _bounded(judged: Judged, shape: Shape) -> Judged:
    """A value beyond what the field takes is told, and not put there."""
    if shape.low <= judged.value <= shape.high:
        return judged
    params = {**judged.params, "low": number(shape.low), "high": number(shape.high)}
    return Judged(code="out_of_bounds", params={"written": judged.text, **params})
