"""What the group believes while the truth is hidden, and how reality answers it.

Since version 2 of the rules; before that nothing was kept of it.
"""

from __future__ import annotations

from game.engine.foresight import Guess
from game.engine.setup import INDEX, Track
from game.engine.state import Idea, State

SINCE = 2
"""The version of the rules from which on guesses are kept."""


def is_guess(s: State, idea: Idea, place: int) -> bool:
    """Whether a claim made now on a track is a guess: its effect is not known."""
    return s.edition >= SINCE and not idea.opened >> place & 1


def answer_guess(s: State, id: str, track: Track, effect: int) -> None:
    """An effect comes to light, which it does once: what was guessed stands beside it."""
    b = s.require_idea(id).benefits[INDEX[track]]
    if b is not None and b.guess is not None:
        answered = Guess(s.round, id, track, b.guess, effect, b.low, b.high)
        s.guesses = (*s.guesses, answered)
