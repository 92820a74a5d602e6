"""How well a group foresees: what it believed while the truth was hidden, beside what was true.

A guess is the estimate that stood when the effect came to light: at a trial, by an ability or an
event, when reality asked about the claim, or when the idea was realised. What is estimated after
that is knowledge, and does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine.setup import Track
from game.frozen import frozen


@frozen
class Guess:
    """A guess that was answered in a round; ``low`` and ``high`` are its range, if it had one.

    ``given`` is the round in which somebody made it.
    """

    round: int
    idea: str
    track: Track
    estimate: int
    effect: int
    low: int | None = None
    high: int | None = None
    given: int = 0

    @property
    def miss(self) -> int:
        """How many points it was beside the truth."""
        return abs(self.estimate - self.effect)


@frozen
class RoundForesight:
    """The guesses of a round that were answered, the points they were of, and by how many missed.

    It is the round in which they were made: what was guessed late can have been learned.
    Points of a downside count like those of a benefit.
    """

    round: int
    guesses: int
    points: int
    missed: int

    @property
    def miss(self) -> float:
        """By how many points they missed on average."""
        return self.missed / self.guesses


@frozen
class RangesHit:
    """Within how many of the ranges that were given the truth lay."""

    inside: int
    given: int


def realism(guesses: Sequence[Guess]) -> float | None:
    """1 minus missed ÷ guessed points, not below 0; ``None`` when nothing has been answered."""
    guessed = sum(abs(g.estimate) for g in guesses)
    if not guessed:
        return None
    return max(0, guessed - sum(g.miss for g in guesses)) / guessed


def by_round(
    guesses: Sequence[Guess], told_round: Callable[[int], int]
) -> tuple[RoundForesight, ...]:
    """The curve of a game: every round whose guesses were answered, by the number it is told."""
    rounds: dict[int, list[Guess]] = {}
    for g in guesses:
        rounds.setdefault(told_round(g.given), []).append(g)
    return tuple(
        RoundForesight(n, len(of), sum(abs(g.estimate) for g in of), sum(g.miss for g in of))
        for n, of in sorted(rounds.items())
    )


def ranges_hit(guesses: Sequence[Guess]) -> RangesHit:
    """How often the truth lay within the range that was given beforehand."""
    ranges = [(g.low, g.effect, g.high) for g in guesses if g.low is not None]
    inside = sum(1 for low, effect, high in ranges if high is not None and low <= effect <= high)
    return RangesHit(inside, len(ranges))
