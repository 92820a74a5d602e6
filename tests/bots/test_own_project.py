"""An own project has no decks: the game starts, is played to its end, and nobody stumbles on it."""

from __future__ import annotations

import pytest

from game.bots import NAMES, bot, play_game
from game.content import load
from game.engine import Seat, start
from game.resources import SCENARIOS

SETUP = load(SCENARIOS / "eget-projekt.toml").setup


def test_it_begins_with_empty_hands() -> None:
    state = start(SETUP, [Seat("Ane", ()), Seat("Bo", ())], seed=1).state
    hands = (*state.idea_hands, *state.benefit_hands, *state.risk_hands)
    assert not any(hands)
    assert not any((SETUP.ideas, SETUP.benefits, SETUP.risks))
    assert SETUP.goals == (7, 7, 7, 7)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seats", [1, 4, 8])
def test_every_bot_plays_it_to_its_end(name: str, seats: int) -> None:
    assert play_game(SETUP, seats=seats, seed=3, bot=bot(name)).state.over
