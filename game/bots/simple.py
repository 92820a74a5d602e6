"""Groups without a method: chance, and haste."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from game.bots.written_cards import writing_actions
from game.engine import Action, State, legal
from game.engine import actions as act

T = TypeVar("T")

HASTE = (
    act.Implement,
    act.PlaceIdea,
    act.WriteIdea,
    act.PlaceBenefit,
    act.WriteBenefit,
    act.Rally,
)
"""What a group in a hurry does, the first that it can."""


def by_chance(s: State, rng: random.Random) -> Action:
    """A kind of action among those that are allowed, then one of that kind; all equally likely."""
    return _one(_one(list(_by_kind(s).values()), rng), rng)


def in_haste(s: State, rng: random.Random) -> Action:
    """Implements as soon as it can, and until then places what it needs for that."""
    kinds = _by_kind(s)
    for kind in HASTE:
        if kind in kinds:
            return _one(kinds[kind], rng)
    return by_chance(s, rng)


def _by_kind(s: State) -> dict[type[Action], list[Action]]:
    kinds: dict[type[Action], list[Action]] = {}
    for action in (*legal(s), *writing_actions(s)):
        kinds.setdefault(type(action), []).append(action)
    return kinds


def _one(things: Sequence[T], rng: random.Random) -> T:
    """One of them; only :meth:`random.Random.random` stays the same across Python versions."""
    return things[int(rng.random() * len(things))]
