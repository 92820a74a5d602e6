"""Numbers and days that people type: what is said of them, and how they are written back."""

from __future__ import annotations

from typing import Final

from game.i18n import Lang, mark

MAX_NUMBER: Final = 30
"""The maximum length of a typed number, with its unit."""
NO_DAY: Final = mark("This is not a date. Write it like {example}.")
TOO_LARGE: Final = mark("The number is too large.")


def typed_number(value: float, lang: Lang) -> str:
    """A number as somebody would type it: no thousands marked, all its decimals.

    >>> typed_number(1250.5, "da"), typed_number(12.0, "en"), typed_number(1e-06, "en")
    ('1250,5', '12', '0.000001')
    """
    text = f"{value:.9f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "da" else text
