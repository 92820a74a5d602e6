"""Groups without a method: random and hasty play."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

from game.bots.written_cards import writing_actions
from game.engine import Action, State, legal
from game.engine import actions as act

T = TypeVar("T")

HASTY_PRIORITIES = (
    act.Implement,
    act.PlaceIdea,
    act.WriteIdea,
    act.PlaceBenefit,
    act.WriteBenefit,
    act.Rally,
)
"""The actions that a hasty group prefers, in order."""


def play_randomly(s: State, rng: random.Random) -> Action:
    """A random kind of legal action, then a random action of that kind."""
    return _pick_randomly(_options(s), rng)


def play_hastily(s: State, rng: random.Random) -> Action:
    """Implement as soon as possible, and until then place what that requires."""
    actions = _options(s)
    kinds = set(map(type, actions))
    for kind in HASTY_PRIORITIES:
        if kind in kinds:
            return _pick(_of_kind(kind, actions), rng)
    return _pick_randomly(actions, rng)


def _pick_randomly(actions: Sequence[Action], rng: random.Random) -> Action:
    kinds = list(dict.fromkeys(map(type, actions)))
    return _pick(_of_kind(_pick(kinds, rng), actions), rng)


def _of_kind(kind: type[Action], actions: Sequence[Action]) -> list[Action]:
    return [action for action in actions if type(action) is kind]


def _options(s: State) -> list[Action]:
    return [*_missing_first(s), *writing_actions(s)]


def _missing_first(s: State) -> list[Action]:
    """What is legal; of estimates those that are still missing, so that poker comes to an end."""
    if s.poker is None or s.poker.open:
        return legal(s)
    missing = s.poker.missing
    return [a for a in legal(s) if isinstance(a, act.GiveEstimate) and a.seat in missing]


def _pick(items: Sequence[T], rng: random.Random) -> T:
    """A random item; only :meth:`random.Random.random` is stable across Python versions."""
    return items[int(rng.random() * len(items))]
