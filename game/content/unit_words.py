"""What one of a unit is called: *1 dag*, where the unit is *dage*."""

from __future__ import annotations

from functools import cache

from game.resources import ASSETS

_WORDS = ASSETS / "words" / "units-one-and-many.txt"
"""Danish and English words for many of a unit and for one, a pair a line."""


def one_of(unit: str) -> str:
    """A unit as it is called beside 1; as it is, where nobody knows another word for one.

    >>> one_of("timer pr. uge"), one_of("mio. kr.")
    ('time pr. uge', 'mio. kr.')
    """
    first, space, rest = unit.partition(" ")
    return _ones().get(unit) or f"{_ones().get(first, first)}{space}{rest}"


@cache
def _ones() -> dict[str, str]:
    lines = _WORDS.read_text("utf-8").splitlines()
    return dict(line.partition(";")[::2] for line in lines)
