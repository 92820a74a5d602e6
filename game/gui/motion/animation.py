"""Short movements: things that slide, fade, count and roll, over in 0.3 seconds at most.

The state of the game never waits for a movement: any key or click ends all of them at once, and
with reduced motion they are over before they begin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.gui.paint.canvas import Canvas

LONGEST = 0.3
"""Seconds."""


def ease(share: float) -> float:
    """Fast at first, gentle at the end; 0 to 1."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


def between(a: float, b: float, share: float) -> float:
    """A number between two."""
    return a + (b - a) * share


def rolled(outcome: int, share: float) -> int:
    """The eyes that a die shows on its way to an outcome: it tumbles, then lies still."""
    return outcome if share >= 0.8 else 1 + (outcome + int(share * 20) * 5) % 6


@dataclass
class Movement:
    """One movement: ``draw`` is given the canvas and how far it has come, eased, 0 to 1."""

    draw: Callable[[Canvas, float], None]
    seconds: float
    done: Callable[[], None] | None = None
    wait: float = 0.0
    at: float = 0.0

    @property
    def share(self) -> float:
        """How far it has come."""
        return ease((self.at - self.wait) / self.seconds) if self.seconds else 1.0


class Animator:
    """The movements under way."""

    def __init__(self, *, reduced: bool = False) -> None:
        self.reduced = reduced
        self._moving: list[Movement] = []

    @property
    def busy(self) -> bool:
        """Whether anything moves."""
        return bool(self._moving)

    def play(
        self,
        draw: Callable[[Canvas, float], None],
        seconds: float = 0.25,
        *,
        done: Callable[[], None] | None = None,
        wait: float = 0.0,
    ) -> None:
        """Begin a movement, after a wait. ``done`` is called once, when it is over or skipped."""
        if self.reduced:
            if done:
                done()
            return
        self._moving.append(Movement(draw, min(seconds, LONGEST), done, min(wait, LONGEST)))

    def advance(self, dt: float) -> None:
        """Let ``dt`` seconds pass."""
        for movement in self._moving:
            movement.at += dt
        self._end([m for m in self._moving if m.at >= m.wait + m.seconds])

    def skip(self) -> None:
        """End every movement now."""
        self._end(list(self._moving))

    def draw(self, canvas: Canvas) -> None:
        """Draw what moves."""
        for movement in self._moving:
            if movement.at >= movement.wait:
                movement.draw(canvas, movement.share)

    def _end(self, over: list[Movement]) -> None:
        self._moving = [m for m in self._moving if m not in over]
        for movement in over:
            if movement.done:
                movement.done()
