"""Setups, games decision by decision, and tables whose hidden parts are shuffled about."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from game.bots import BOT_NAMES, Bot
from game.engine import (
    Action,
    Applied,
    Idea,
    IdeaCard,
    Seat,
    Setup,
    State,
    apply,
    observe,
    start,
)
from tests import staging
from tests.effort import sampled


def _kind(name: str) -> str:
    """What sets a group apart, without how much of it and of which habit."""
    return re.sub(r"-\d+|(?<=-without)-\w+", "", name)


GROUPS = sampled(
    BOT_NAMES, 3, always=list({_kind(name): name for name in reversed(BOT_NAMES)}.values())
)
"""By day the first of each kind and three of the others; at night all."""


def passports() -> Setup:
    return staging.case().setup


def begin(setup: Setup, seats: int, seed: int) -> State:
    return start(setup, [Seat(f"{n}", ()) for n in range(seats)], seed).state


def done(state: State, action: Action) -> State:
    applied = apply(state, action)
    assert isinstance(applied, Applied), (action, applied)
    return applied.state


def decisions(setup: Setup, seats: int, seed: int, bot: Bot) -> Iterator[tuple[State, Action]]:
    """Every state of a game with what the bot does in it."""
    rng, state = random.Random(seed), begin(setup, seats, seed)
    while not state.over:
        action = bot(observe(state), rng)
        yield state, action
        state = done(state, action)


def another_world(s: State) -> State:
    """The same table, but what nobody sees is otherwise: effects, risks, decks, chance."""
    new = s.copy()
    new.setup = _other_truths(s.setup)
    new.seed, new.dice, new.picks = s.seed + 1, s.dice + 5, s.picks + 3
    on_table = {idea.id: idea for idea in s.ideas}
    new.truth = {id: _other_effects(on_table.get(id), four) for id, four in s.truth.items()}
    new.ideas = tuple(_other_card(new.setup, idea) for idea in s.ideas)
    for deck in ("idea_deck", "benefit_deck", "risk_deck", "event_deck"):
        setattr(new, deck, tuple(reversed(getattr(s, deck))))
    return new


def _other_truths(setup: Setup) -> Setup:
    cards = tuple(
        IdeaCard(c.id, c.track, c.kind, c.cost, c.maturity, c.delay, c.promise, {}, ())
        for c in setup.ideas
    )
    return Setup(
        setup.id,
        cards,
        setup.benefits,
        setup.risks,
        setup.events,
        setup.roles,
        setup.goals,
        setup.rules,
        setup.posts,
    )


def _other_card(setup: Setup, idea: Idea) -> Idea:
    if idea.written:
        return idea
    new = idea.copy()
    new.card = setup.by_id.ideas[idea.id]
    return new


def _other_effects(idea: Idea | None, four: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    opened = idea.opened if idea else 0
    a, b, c, d = (n if opened >> i & 1 else 3 - n for i, n in enumerate(four))
    return (a, b, c, d)
