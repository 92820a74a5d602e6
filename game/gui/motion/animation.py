"""Short animations (slide, fade, count, roll), over in 0.3 seconds at most.

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
    """Ease out: fast at first, slow at the end; 0 to 1."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


def between(a: float, b: float, share: float) -> float:
    """A number between two."""
    return a + (b - a) * share


def rolled(outcome: int, share: float) -> int:
    """The number that a rolling die shows: it changes at first, then stays at the outcome."""
    return outcome if share >= 0.8 else 1 + (outcome + int(share * 20) * 5) % 6


@dataclass
class Movement:
    """One animation: ``draw`` gets the canvas and the eased progress, 0 to 1."""

    draw: Callable[[Canvas, float], None]
    seconds: float
    done: Callable[[], None] | None = None
    wait: float = 0.0
    at: float = 0.0

    @property
    def share(self) -> float:
        """The progress, eased, 0 to 1."""
        return ease((self.at - self.wait) / self.seconds) if self.seconds else 1.0


class Animator:
    """The running animations."""

    def __init__(self, *, reduced: bool = False) -> None:
        self.reduced = reduced
        self._moving: list[Movement] = []

    @property
    def busy(self) -> bool:
        """Whether any animation is running."""
        return bool(self._moving)

    def play(
        self,
        draw: Callable[[Canvas, float], None],
        seconds: float = 0.25,
        *,
        done: Callable[[], None] | None = None,
        wait: float = 0.0,
    ) -> None:
        """Start an animation, after a wait. ``done`` is called once, when it is over or skipped."""
        if self.reduced:
            if done:
                done()
            return
        self._moving.append(Movement(draw, min(seconds, LONGEST), done, min(wait, LONGEST)))

    def advance(self, dt: float) -> None:
        """Advance time by ``dt`` seconds."""
        for movement in self._moving:
            movement.at += dt
        self._end([m for m in self._moving if m.at >= m.wait + m.seconds])

    def skip(self) -> None:
        """End all animations now."""
        self._end(list(self._moving))

    def draw(self, canvas: Canvas) -> None:
        """Draw the running animations."""
        for movement in self._moving:
            if movement.at >= movement.wait:
                movement.draw(canvas, movement.share)

    def _end(self, over: list[Movement]) -> None:
        self._moving = [m for m in self._moving if m not in over]
        for movement in over:
            if movement.done:
                movement.done()
