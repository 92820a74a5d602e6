"""Chance that is the same everywhere: numbered draws from named streams.

CPython promises the same numbers across versions only for part of :mod:`random`, so each draw is a
hash of the seed, the stream's name and the draw's number. One more draw in one stream never shifts
another, and a state needs to remember only how many draws it has made. ``tests/engine/test_chance``
holds test vectors, so that the streams can be written again in another language.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_SPAN = 1 << 64


def draw(seed: int, stream: str, n: int, sides: int) -> int:
    """Draw number ``n`` of a stream: a whole number from 0 to ``sides`` - 1, all equally likely."""
    limit = _SPAN - _SPAN % sides
    text = f"{seed}:{stream}:{n}"
    value = int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
    while value >= limit:
        text += "+"
        value = int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
    return value % sides


def die(seed: int, n: int) -> int:
    """Throw number ``n`` of the session's die: 1 to 6."""
    return draw(seed, "dice", n, 6) + 1


def shuffled(seed: int, stream: str, cards: Sequence[T]) -> tuple[T, ...]:
    """The cards in an order that only the seed and the stream decide (Fisher and Yates)."""
    order = list(cards)
    for i in range(len(order) - 1, 0, -1):
        j = draw(seed, stream, i, i + 1)
        order[i], order[j] = order[j], order[i]
    return tuple(order)
