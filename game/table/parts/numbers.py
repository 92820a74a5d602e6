"""Numbers as people write them, in either language."""

from __future__ import annotations

import re
from typing import Final

from game.i18n import Lang, mark

MAX_NUMBER: Final = 16
"""The most letters of a number that is typed."""
NO_NUMBER: Final = mark("This is not a number. Write it like {example}.")
TOO_LARGE: Final = mark("The number is too large.")
_MARKS: dict[Lang, tuple[str, str]] = {"da": (".", ","), "en": (",", ".")}
"""What stands between thousands, and before decimals."""


def parse_number(text: str, lang: Lang) -> float | None:
    """A number as the language writes it, and as the other one does where that is no other number.

    ``None`` for an empty text; :class:`ValueError` for one that is no number. The result is whole
    (an ``int``) where it can be.

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
    """A number of months, or ``None`` for an empty text; else :class:`ValueError`."""
    text = text.strip()
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > 240:
        raise ValueError(text)
    return int(text)
