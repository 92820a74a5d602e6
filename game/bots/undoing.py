"""A group that undoes what went badly and chooses otherwise, as a session allows.

Undo takes back the last decision of a player with all that followed from it: a die, a report, a
reality check. The group sees what became of each decision; when it is disappointed, it takes it
back, does the next best thing, and keeps whichever disappointed it less. What it saw stays seen
at a real table; this group makes no further use of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from game.bots.driver import (
    MAX_DECISIONS,
    PROCEED,
    GameListener,
    PlayedGame,
    begin,
    do,
    goes_on_by_itself,
)
from game.bots.method import methodical, otherwise
from game.engine import Action, Event, Setup, State, observe
from game.engine import events as ev
from game.frozen import frozen

FAR_OFF = 3
"""How far off a tested claim is that costs trust."""


@frozen
class Outcome:
    """A decision with all that followed from it until somebody has to decide again."""

    state: State
    steps: tuple[tuple[Action, tuple[Event, ...]], ...]

    @property
    def disappointments(self) -> int:
        """How many of its events were bad news."""
        return sum(_is_bad_news(event) for _, events in self.steps for event in events)


def play_with_undo(
    setup: Setup, seats: int, seed: int, listener: GameListener | None = None
) -> PlayedGame:
    """Play a game methodically, undoing what disappoints; a listener is told of what stands."""
    rng, decisions = random.Random(seed), 0
    started = begin(setup, seats, seed)
    state = started.state
    if listener is not None:
        listener(None, started.events)
    while not state.over and decisions < MAX_DECISIONS:
        kept = _decide(state, rng)
        if listener is not None:
            for action, events in kept.steps:
                listener(action, events)
        state, decisions = kept.state, decisions + len(kept.steps)
    return PlayedGame(state, decisions)


def _decide(state: State, rng: random.Random) -> Outcome:
    """The outcome of the best decision, or of the next best where it disappointed less."""
    if goes_on_by_itself(state):
        return _outcome(state, PROCEED)
    seen = observe(state)
    first = methodical(seen, rng)
    outcome = _outcome(state, first)
    if not outcome.disappointments or state.step != "turn":
        return outcome
    second = _outcome(state, otherwise(seen, rng, first))
    return min(outcome, second, key=lambda o: o.disappointments)


def _outcome(state: State, action: Action) -> Outcome:
    steps = []
    while True:
        applied = do(state, action)
        steps.append((action, applied.events))
        state, action = applied.state, PROCEED
        if not goes_on_by_itself(state):
            return Outcome(state, tuple(steps))


# ------------------------------------------------------------------ bad news
def _is_bad_news(event: Event) -> bool:
    is_bad = _BAD_NEWS.get(type(event))
    return is_bad is not None and is_bad(event)


def _always(event: Event) -> bool:
    return True


_BAD_NEWS: dict[type[Event], Callable[[Any], bool]] = {
    ev.TrialReported: lambda e: not e.proven,
    ev.ClaimTested: lambda e: abs(e.estimate - e.effect) >= FAR_OFF,
    ev.RiskThrown: lambda e: e.struck,
    ev.StumbleThrown: lambda e: e.stumbled,
    ev.NothingFound: _always,
    ev.Paused: _always,
}
