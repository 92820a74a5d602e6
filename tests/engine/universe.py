"""Every closed action there could be at a table, whether it may be done or not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product

from game.engine import TRACKS, Action, State
from game.engine import actions as act
from game.engine.rules.abilities import ON_AN_IDEA


def everything(s: State) -> Iterator[Action]:
    """All that players might ask for, of which :func:`game.engine.legal` lists some."""
    seats, ideas = range(len(s.seats)), [idea.id for idea in s.ideas]
    return chain(_cards(s, seats, ideas), _work(s, seats, ideas), _others(s, seats, ideas))


def _cards(s: State, seats: range, ideas: list[str]) -> Iterator[Action]:
    numbers = range(1, 7)
    cards = s.setup
    yield from (act.PlaceIdea(a, c.id, n) for a, c, n in product(seats, cards.ideas, numbers))
    for a, c, i in product(seats, cards.benefits, ideas):
        yield from (act.PlaceBenefit(a, c.id, i, n) for n in numbers)
    yield from (act.PlaceRisk(a, c.id, i) for a, c, i in product(seats, cards.risks, ideas))
    yield from (act.Claim(a, i, n) for a, i, n in product(seats, ideas, numbers))
    for a, i, t, n in product(seats, ideas, TRACKS, numbers):
        yield act.Revise(a, i, t, n)


def _work(s: State, seats: range, ideas: list[str]) -> Iterator[Action]:
    for a, i in product(seats, ideas):
        yield from (act.Trial(a, i), act.Shelve(a, i), act.Implement(a, i))
    for a, i, t in product(seats, ideas, TRACKS):
        yield act.FollowUp(a, i, t)
        yield from (act.Anchor(a, i, t, b) for b in seats)
        yield from (act.HandOver(a, i, t, b) for b in seats)
    for a, idea in product(seats, s.ideas):
        yield from (act.Mitigate(a, idea.id, risk.id) for risk in idea.risks)


def _others(s: State, seats: range, ideas: list[str]) -> Iterator[Action]:
    yield act.Proceed()
    for a in seats:
        yield from (act.Rally(a), act.Pass(a), act.Choose(a, 0), act.Choose(a, 1))
        yield from (act.GiveEstimate(a, n) for n in range(7))
    for a, role in product(seats, s.setup.roles):
        on = ideas if role.ability in ON_AN_IDEA else [None]
        yield from (act.UseAbility(a, role.id, i) for i in on)
