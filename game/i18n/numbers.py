"""Parsing of numbers as people write them, in either language."""

from __future__ import annotations

import re
from math import isinf

from game.i18n import Lang

_MARKS: dict[Lang, tuple[str, str]] = {"da": (".", ","), "en": (",", ".")}
"""The thousands separator and the decimal separator."""


def parse_number(text: str, lang: Lang) -> float | None:
    """Parse a number in a language's notation, or in the other's where that is unambiguous.

    ``None`` for an empty text; :class:`ValueError` if it is no number, or too large for one. The
    result is an ``int`` if it is whole.

    >>> parse_number("12,5", "da"), parse_number("1.250", "da"), parse_number("12.5", "da")
    (12.5, 1250, 12.5)
    >>> parse_number("12,5", "en"), parse_number("1,250", "en")
    (12.5, 1250)
    """
    plain = re.sub(r"\s", "", text).replace("\N{MINUS SIGN}", "-")
    if not plain:
        return None
    thousands, decimal = _MARKS[lang]
    if re.fullmatch(rf"[+-]?\d{{1,3}}(\{thousands}\d{{3}})+(\{decimal}\d+)?", plain):
        plain = plain.replace(thousands, "")
    plain = plain.replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", plain):
        raise ValueError(text)
    value = float(plain)
    if isinf(value):
        raise ValueError(text)
    return int(value) if value.is_integer() else value


def parse_whole(text: str, most: int) -> int | None:
    """A whole number from 0 to ``most`` as it is typed; ``None`` for anything else.

    >>> parse_whole(" 12 ", 20), parse_whole("21", 20), parse_whole("-1", 20)
    (12, None, None)
    """
    digits = text.strip()
    if not re.fullmatch(r"[0-9]+", digits) or len(digits.lstrip("0")) > len(str(most)):
        return None
    number = int(digits.lstrip("0") or "0")
    return number if number <= most else None
