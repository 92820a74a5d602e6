"""How much the tests try: by default what finds nearly every fault, and at night all of it.

With ``GEVINST_NIGHTLY=1`` in the environment (``.ci/nightly`` sets it) tests that are marked
``nightly`` run too, tests by chance try many more examples, and samples are whole.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

NIGHTLY: Final = os.environ.get("GEVINST_NIGHTLY", "") not in ("", "0")


def examples(count: int) -> int:
    """How many examples a test by chance tries that is worth ``count`` on a usual day."""
    return 3 * count if NIGHTLY else min(count, max(5, count // 4))


def sampled(items: Sequence[T], count: int, *, always: Sequence[T] = ()) -> list[T]:
    """At most ``count`` of the items, by a seed, in their order, and those that are never left out.

    At night all of them.
    """
    if NIGHTLY or count >= len(items):
        return list(items)
    kept = set(random.Random(1).sample(range(len(items)), count))
    return [item for n, item in enumerate(items) if n in kept or item in always]


def in_turns(settings: Sequence[T], turn: int) -> list[T]:
    """The setting whose turn it is, for many like things of which each needs one; at night all."""
    return list(settings) if NIGHTLY else [settings[turn % len(settings)]]
