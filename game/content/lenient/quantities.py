"""One number as people type it where a unit is known: ``12,5``, ``62 dage``, ``0,4 mio. kr.``.

The figures are read as the language writes them; what stands behind them has to go with the unit.
"""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from typing import Final, Literal

from game.content.lenient.amounts import Amount, read_amount
from game.content.lenient.units import unit_of
from game.content.unit_words import one_of
from game.i18n import Lang
from game.i18n.numbers import parse_number

_FIGURES: Final = re.compile(
    r"\s*(?P<before>[^\d+−-]*)(?P<figures>[-+−]?\s?[\d.,\s]*\d)(?P<behind>(?:\s*[^\d\s].*)?)",
    re.DOTALL,
)
"""A number, what stands behind it, and before it: *DKK 2.4m*."""


class QuantityError(ValueError):
    """A text is no number, one of another unit, or two."""

    def __init__(self, why: Literal["none", "other_unit", "several"]) -> None:
        super().__init__(why)
        self.why = why


def read_quantity(text: str, lang: Lang, unit: str = "") -> float | None:
    """The number that was typed, counted in ``unit``; ``None`` for an empty text.

    >>> read_quantity("1.049 dage", "da", "dage"), read_quantity("400.000 kr.", "da", "mio. kr.")
    (1049, 0.4)
    """
    found = _FIGURES.fullmatch(text)
    in_unit = found is not None and _begins(unit, found["before"] + found["behind"])
    with suppress(ValueError):
        return parse_number(found["figures"] if found and in_unit else text, lang)
    amount = _amount(text, lang, unit)
    if amount is None or amount.about or amount.bound or (amount.unit and not unit):
        raise QuantityError("none")
    values = amount.counted_in(unit) if unit else amount.values
    if values is None:
        raise QuantityError("other_unit")
    if len(values) > 1:
        raise QuantityError("several")
    return int(values[0]) if values[0].is_integer() else values[0]


def _begins(unit: str, said: str) -> bool:
    """Whether a unit is what was said, or begins with it: % and % of cases, not DKK and DKK m."""
    word = re.escape(said.strip().rstrip("."))
    units = (unit.strip(), one_of(unit.strip()))
    begins = any(re.match(rf"{word}(?!\w)", one, re.IGNORECASE) for one in units)
    return begins and _size(unit) == _size(said)


def _size(unit: str) -> float:
    return (unit_of(unit) or ("", 1.0))[1]


def _amount(text: str, lang: Lang, unit: str) -> Amount | None:
    """What a text says, its figures read in the language; a size alone is one of money."""
    found = _FIGURES.fullmatch(text)
    if found is not None:
        with suppress(ValueError):
            figures = f"{Decimal(repr(parse_number(found['figures'], lang))):f}".replace(".", ",")
            text = found["before"] + figures + found["behind"]
    amount = read_amount(text)
    if amount is not None and not amount.unit and amount.size > 1:
        money = (unit_of(unit) or ("",))[0] == "kr"
        return read_amount(f"{text} kr.") if money else None
    return amount
