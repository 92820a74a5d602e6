"""Plays whole games without a user interface: for the command line and for simulations."""

from __future__ import annotations

import random
from collections.abc import Callable

from game.engine import Action, Applied, Event, Refusal, Seat, Setup, State, apply, observe, start
from game.engine.actions import Proceed
from game.frozen import frozen

Bot = Callable[[State, random.Random], Action]
"""Chooses a legal action from the visible information (:func:`game.engine.observe`)."""

GameListener = Callable[[Action | None, tuple[Event, ...]], None]
"""Called with every action and its events; at the start of a game the action is ``None``."""

MAX_DECISIONS = 5_000
"""The number of decisions after which a game is aborted: then the bot never ends its turn."""

PROCEED = Proceed()


@frozen
class PlayedGame:
    """A finished game; ``decisions`` counts every accepted action."""

    state: State
    decisions: int


Player = Callable[[Setup, int, int, GameListener | None], PlayedGame]
"""Plays a whole game of a case with this many seats and this seed, and tells a listener of it."""


def player(bot: Bot) -> Player:
    """The player that has this bot at every seat."""

    def play(
        setup: Setup, seats: int, seed: int, listener: GameListener | None = None
    ) -> PlayedGame:
        return play_game(setup, seats, seed, bot, listener)

    return play


def play_game(
    setup: Setup, seats: int, seed: int, bot: Bot, observer: GameListener | None = None
) -> PlayedGame:
    """Play a game with one bot at every seat. The same arguments always give the same game.

    ``seed`` determines both the cards and the random numbers of the bot. The bot sees only what the
    table shows; ``observer`` gets everything. Raises :class:`RuntimeError` when the bot chooses an
    illegal action, or when the game does not end.
    """
    rng = random.Random(seed)
    started = begin(setup, seats, seed)
    state = started.state
    if observer is not None:
        observer(None, started.events)
    for decision in range(MAX_DECISIONS):
        if state.step == "over":
            return PlayedGame(state, decision)
        action = PROCEED if goes_on_by_itself(state) else bot(observe(state), rng)
        applied = do(state, action)
        if observer is not None:
            observer(action, applied.events)
        state = applied.state
    raise RuntimeError(f"the bot did not end the game within {MAX_DECISIONS} decisions")


def begin(setup: Setup, seats: int, seed: int) -> Applied:
    """The start of a game, with seats that are named after their numbers."""
    return start(setup, [Seat(f"{n + 1}", ()) for n in range(seats)], seed)


def goes_on_by_itself(state: State) -> bool:
    """Whether there is nothing to decide: a reality check or the opening of a round is next."""
    return state.step == "check" or state.step == "opening"


def do(state: State, action: Action) -> Applied:
    """Apply what a bot has chosen. Raises :class:`RuntimeError` when it is not allowed."""
    applied = apply(state, action)
    if isinstance(applied, Refusal):
        raise RuntimeError(f"the bot may not do this: {action} ({applied.code})")
    return applied
