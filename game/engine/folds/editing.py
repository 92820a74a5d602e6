"""Changing a part of a draft. States share their parts, so each is copied before it changes.

The copies are drafts themselves, and settled with the state.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from game.engine import events as ev
from game.engine.setup import INDEX
from game.engine.state import Benefit, Hands, Idea, PerTrack, Risk, State
from game.engine.values import FrozenDict

T = TypeVar("T")
Folds = dict[type[ev.Event], Callable[[State, Any], None]]
"""How kinds of events are folded into a draft."""


def replaced(parts: tuple[T, ...], place: int, part: T) -> tuple[T, ...]:
    """The same with another part in one place."""
    new = list(parts)
    new[place] = part
    return tuple(new)


def edit(s: State, id: str) -> Idea:
    """A fresh copy of an idea, already in its place on the draft's table."""
    for i, idea in enumerate(s.ideas):
        if idea.id == id:
            new = idea.copy()
            s.ideas = replaced(s.ideas, i, new)
            s.edited = (new, s.edited)
            return new
    raise LookupError(f"no idea {id!r} on the table")


def edit_benefit(s: State, id: str, track: str) -> Benefit:
    """A fresh copy of a benefit, already in its place."""
    idea, place = edit(s, id), INDEX[track]
    old = idea.benefits[place]
    if old is None:
        raise LookupError(f"idea {id!r} has no benefit on {track}")
    new = old.copy()
    s.edited = (new, s.edited)
    idea.benefits = replaced(idea.benefits, place, new)
    return new


def edit_risk(s: State, id: str, risk: str) -> Risk:
    """A new copy of a risk of an idea, already inserted in the state."""
    idea = edit(s, id)
    for i, r in enumerate(idea.risks):
        if r.id == risk:
            new = r.copy()
            s.edited = (new, s.edited)
            idea.risks = replaced(idea.risks, i, new)
            return new
    raise LookupError(f"idea {id!r} has no risk {risk!r}")


def with_value(values: PerTrack, place: int, value: int) -> PerTrack:
    """The values of all tracks with another one in one place."""
    new = list(values)
    new[place] = value
    return (new[0], new[1], new[2], new[3])


def note_lowest(s: State) -> None:
    """Remember of every track how low it has stood."""
    a, b, c, d = map(min, s.points, s.lowest)
    s.lowest = (a, b, c, d)


def without(hands: Hands, seat: int, card: str) -> Hands:
    """The hands when a seat has put a card down."""
    hand = hands[seat]
    i = hand.index(card)
    return replaced(hands, seat, hand[:i] + hand[i + 1 :])


def with_dealt(hands: Hands, dealt: tuple[tuple[int, str], ...]) -> Hands:
    """The hands when each of these (seat, card) has been dealt."""
    new = [list(hand) for hand in hands]
    for seat, card in dealt:
        new[seat].append(card)
    return tuple(tuple(hand) for hand in new)


def add_risk(s: State, idea: str, risk: Risk) -> None:
    """Lay one more risk at an idea."""
    new = edit(s, idea)
    new.risks = (*new.risks, risk)


def learn(s: State, id: str, track: str, effect: int) -> None:
    """A true effect is told. Who knew it has nothing to learn; who follows the game notes it."""
    known, place = s.truth.get(id), INDEX[track]
    if known is not None and known[place] != effect:
        s.truth = FrozenDict({**s.truth, id: with_value(known, place, effect)})


def no_change(s: State, e: ev.Event) -> None:
    """For events that carry information and change nothing."""
