"""Short animations (slide, fade, count), over in 0.3 seconds at most, and those that are watched.

The state of the game never waits for a movement: any key or click ends all of them at once, and
with reduced motion they are over before they begin. What a room *watches*, such as a die that
rolls, may last longer; the key or click that ends it does nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.gui.paint.canvas import Canvas

LONGEST = 0.3
"""Seconds."""
LONGEST_WATCHED = 1.8
"""Seconds of a movement that is watched for its own sake."""


def ease(share: float) -> float:
    """Ease out: fast at first, slow at the end; 0 to 1."""
    return 1 - (1 - min(1.0, max(0.0, share))) ** 3


def between(a: float, b: float, share: float) -> float:
    """A number between two."""
    return a + (b - a) * share


@dataclass
class Movement:
    """One animation: ``draw`` gets the canvas and the progress, 0 to 1.

    The progress is eased, except where the movement is ``watched``.
    """

    draw: Callable[[Canvas, float], None]
    seconds: float
    done: Callable[[], None] | None = None
    wait: float = 0.0
    at: float = 0.0
    watched: bool = False

    @property
    def share(self) -> float:
        """The progress, 0 to 1."""
        if not self.seconds:
            return 1.0
        share = (self.at - self.wait) / self.seconds
        return min(1.0, max(0.0, share)) if self.watched else ease(share)


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
        watched: bool = False,
    ) -> None:
        """Start an animation, after a wait. ``done`` is called once, when it is over or skipped."""
        if self.reduced:
            if done:
                done()
            return
        seconds = min(seconds, LONGEST_WATCHED if watched else LONGEST)
        self._moving.append(Movement(draw, seconds, done, min(wait, LONGEST), watched=watched))

    def advance(self, dt: float) -> None:
        """Advance time by ``dt`` seconds."""
        for movement in self._moving:
            movement.at += dt
        self._end([m for m in self._moving if m.at >= m.wait + m.seconds])

    def skip(self) -> bool:
        """End all animations now; returns whether one of them was watched."""
        over = list(self._moving)
        self._end(over)
        return any(movement.watched for movement in over)

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
