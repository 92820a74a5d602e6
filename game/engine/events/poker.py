"""Estimate poker: everybody's own estimate of one benefit."""

from __future__ import annotations

from game.engine.setup import Track
from game.frozen import frozen


@frozen
class EstimatesCalled:
    """Each seat is asked for its own estimate."""

    idea: str
    track: Track


@frozen
class EstimateGiven:
    """A seat has given its estimate, hidden until all are in; ``None`` is no opinion."""

    seat: int
    value: int | None


@frozen
class EstimatesTurned:
    """All estimates are in and are turned at once.

    ``absent`` are the seats of which none was waited for; others without a number have no opinion.
    """

    idea: str
    track: Track
    values: tuple[int | None, ...]
    absent: tuple[int, ...] = ()

    @property
    def by_seat(self) -> tuple[tuple[int, int], ...]:
        """The seats that gave a number, with it."""
        return tuple((seat, n) for seat, n in enumerate(self.values) if n is not None)

    @property
    def answers(self) -> tuple[tuple[int, int | None], ...]:
        """The seats that answered, with their number; whoever has no opinion has none."""
        everybody = enumerate(self.values)
        return tuple((s, n) for s, n in everybody if n is not None or s not in self.absent)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that were given."""
        return tuple(n for _, n in self.by_seat)

    @property
    def unsure(self) -> tuple[int, ...]:
        """The seats that have no opinion."""
        silent = [seat for seat, n in enumerate(self.values) if n is None]
        return tuple(seat for seat in silent if seat not in self.absent)


@frozen
class EstimatesClosed:
    """The estimate cards are put away."""
