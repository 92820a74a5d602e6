"""What the group believes while the truth is hidden, and how reality answers it.

Since version 2 of the rules; before that nothing was kept of it.
"""

from __future__ import annotations

from game.engine.foresight import Guess
from game.engine.setup import INDEX, Track
from game.engine.state import Idea, State

SINCE = 2
"""The version of the rules from which on guesses are kept."""


def guessed_now(s: State, idea: Idea, place: int, estimate: int) -> tuple[int | None, int]:
    """What is claimed now on a track as a guess, with the round; none where its effect is known."""
    hidden = s.edition >= SINCE and not idea.opened >> place & 1
    return (estimate, s.round) if hidden else (None, 0)


def answer_guess(s: State, id: str, track: Track, effect: int) -> None:
    """An effect comes to light, which it does once: what was guessed stands beside it."""
    b = s.require_idea(id).benefits[INDEX[track]]
    if b is not None and b.guess is not None:
        answered = Guess(s.round, id, track, b.guess, effect, b.low, b.high, b.guessed)
        s.guesses = (*s.guesses, answered)
