"""Parsing of numbers as people write them, in either language."""

from __future__ import annotations

import re
from typing import Final

from game.i18n import Lang, mark

MAX_NUMBER: Final = 16
"""The maximum length of a typed number."""
NO_NUMBER: Final = mark("This is not a number. Write it like {example}.")
TOO_LARGE: Final = mark("The number is too large.")
_MARKS: dict[Lang, tuple[str, str]] = {"da": (".", ","), "en": (",", ".")}
"""The thousands separator and the decimal separator."""


def parse_number(text: str, lang: Lang) -> float | None:
    """Parse a number in a language's notation, or in the other's where that is unambiguous.

    ``None`` for an empty text; :class:`ValueError` if it is no number. The result is an ``int``
    if it is whole.

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
    return int(value) if value.is_integer() else value


def parse_months(text: str) -> int | None:
    """Parse a number of months; ``None`` for an empty text, :class:`ValueError` if it is none."""
    text = text.strip()
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > 240:
        raise ValueError(text)
    return int(text)
