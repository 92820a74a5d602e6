"""Bots play on, whoever comes and goes."""

from __future__ import annotations

import random

import pytest

from game.bots import bot
from game.bots.driver import MAX_DECISIONS, PROCEED, begin, goes_on_by_itself
from game.engine import Applied, State, apply, observe
from game.engine import actions as act
from game.engine.examples import tiny
from tests.engine.random_games import seated_otherwise


@pytest.mark.parametrize("name", ["random", "rush", "method", "noisy-20"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_bot_plays_a_game_in_which_people_come_and_go(name: str, seed: int) -> None:
    chance, wish = random.Random(seed), bot(name)
    state, away = begin(tiny(), 3, seed).state, 0
    for _ in range(MAX_DECISIONS):
        if state.over:
            break
        state = _come_and_go(state, chance)
        away += bool(state.away)
        action = PROCEED if goes_on_by_itself(state) else wish(observe(state), chance)
        applied = apply(state, action)
        assert isinstance(applied, Applied), (action, applied)
        state = applied.state
    assert state.over
    assert away > 10
    assert state.seatings


def _come_and_go(state: State, chance: random.Random) -> State:
    """Now and then somebody comes or goes, and estimates are asked for."""
    wanted: list[act.Action] = [seated_otherwise(state, chance)]
    if state.ideas:
        wanted.append(act.CallEstimates(chance.choice(state.ideas).id, "process"))
    applied = apply(state, chance.choice(wanted)) if chance.random() < 0.3 else None
    return applied.state if isinstance(applied, Applied) else state
