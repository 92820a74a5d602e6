"""Playing whole games without a table: for the command line and for mass simulation."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from game.engine import Action, Event, Refusal, Seat, Setup, State, apply, observe, start
from game.engine.actions import Proceed

Bot = Callable[[State, random.Random], Action]
"""Chooses a legal action from what the table shows (:func:`game.engine.observe`)."""

GameListener = Callable[[Action | None, tuple[Event, ...]], None]
"""Is told every action with what came of it; at the start of a game there is no action."""

LONGEST = 5_000
"""Decisions after which a game is given up: a bot that never ends its turn is a mistake."""

_PROCEED = Proceed()


@dataclass(frozen=True, slots=True)
class PlayedGame:
    """A game that was played to its end; ``decisions`` counts every accepted action."""

    state: State
    decisions: int


def play_game(
    setup: Setup, seats: int, seed: int, bot: Bot, watch: GameListener | None = None
) -> PlayedGame:
    """Play a game with one bot at every seat. The same arguments always give the same game.

    ``seed`` decides both the cards and the bot's own chance. The bot sees only what the table
    shows; ``watch`` sees everything and changes nothing. Raises :class:`RuntimeError` when the bot
    asks for what is not allowed, or never ends.
    """
    chance = random.Random(seed)
    began = start(setup, [Seat(f"{n + 1}", ()) for n in range(seats)], seed)
    state = began.state
    if watch is not None:
        watch(None, began.events)
    for decision in range(LONGEST):
        if state.step == "over":
            return PlayedGame(state, decision)
        goes_on = state.step == "check" or state.step == "opening"
        action = _PROCEED if goes_on else bot(observe(state), chance)
        applied = apply(state, action)
        if isinstance(applied, Refusal):
            raise RuntimeError(f"the bot may not do this: {action} ({applied.code})")
        if watch is not None:
            watch(action, applied.events)
        state = applied.state
    raise RuntimeError(f"the bot did not end the game within {LONGEST} decisions")
