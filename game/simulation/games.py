"""Plays many games of one case, distributed to processes, threads or machines, and totals them.

Games are numbered. Each number has its own seed for each number of seats, the same for every bot,
so that all bots get the same hidden effects and the same deals. A chunk is a range of numbers,
played by every bot at every number of seats, so whenever a simulation is stopped, all bots have
played the same games. The totals do not depend on how the games were distributed.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import field
from typing import Literal

from game.bots import PEOPLE, USUAL, WITHOUT, player_named
from game.engine import Setup
from game.engine.chance import draw
from game.frozen import frozen
from game.simulation.progress import WHOLE, Progress, ProgressCallback, Span, Stage
from game.simulation.tally import GameObserver, Tally
from game.simulation.workers import Cancels, StoppedError, completed, workers

SEATS = (4, 6)
"""The numbers of seats for which a case is judged, as far as it has roles for so many."""

GAMES = 700
"""The default number of games for each bot and number of seats: some minutes on two cores."""

SECONDS_PER_GAME = 0.02
"""The approximate duration of a game; only the size of chunks depends on it."""

SECONDS_PER_CHUNK = 0.8
"""The target duration of a chunk: distributed evenly, with negligible cost of sending."""

MOST_CHUNKS = 4_000

REFERENCE_BOT = "method"
"""The bot with which the others are compared, game by game, unless they leave a practice out."""

Kind = Literal["simulation", "trial"]
"""What numbered games are played for."""

Cell = tuple[str, int]
"""A bot and a number of seats."""

Tallies = dict[Cell, Tally]


@frozen
class Simulation:
    """The result of many games: a tally for each bot at each number of seats.

    ``games`` is the number requested, ``played`` the number played: fewer when it was stopped.
    """

    setup: Setup
    bots: tuple[str, ...]
    seats: tuple[int, ...]
    seed: int
    games: int
    played: int
    tallies: Tallies = field(default_factory=dict)

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all games were played."""
        return self.played < self.games

    def tally(self, name: str, seats: int | None = None) -> Tally:
        """The totals of a bot, at one number of seats or over all of them."""
        cells = [(name, seats)] if seats is not None else [(name, k) for k in self.seats]
        return sum((self.tallies.get(cell, Tally()) for cell in cells), Tally())


@frozen
class Chunk:
    """The games numbered from ``first`` up to but excluding ``last``, by every bot at all seats."""

    bots: tuple[str, ...]
    seats: tuple[int, ...]
    seed: int
    first: int
    last: int


def simulate(
    setup: Setup,
    *,
    bots: Sequence[str] = USUAL,
    seats: Sequence[int] | None = None,
    games: int = GAMES,
    seed: int = 1,
    jobs: int | None = None,
    executor: Executor | None = None,
    progress: ProgressCallback | None = None,
    cancels: Cancels | None = None,
    stage: Stage = "games",
    span: Span = WHOLE,
) -> Simulation:
    """Play ``games`` games of a case with each bot at each number of seats.

    Without ``seats`` those are the usual ones of the case (:func:`seats_of`).
    Runs in ``jobs`` processes (by default one for each core), or in any ``executor``: it gets
    chunks by ``submit`` and is not shut down. The totals are the same in all cases. When it is
    interrupted (:class:`KeyboardInterrupt`) or ``cancels`` says so, the games played so far are
    returned. ``span`` is which part of a larger work this is, for ``progress``. Raises
    :class:`ValueError` for an unknown bot.
    """
    for name in bots:
        player_named(name)
    job = Chunk(tuple(bots), tuple(seats or seats_of(setup)), seed, 0, games)
    tallies: Tallies = {}
    played = 0
    try:
        with workers(jobs, executor) as pool:
            tasks = ((chunk, (chunk, setup)) for chunk in chunks(job))
            for chunk, part in completed(pool, play_chunk, tasks, cancels):
                tallies = add_tallies(tallies, part)
                played += chunk.last - chunk.first
                if progress is not None:
                    progress(Progress(stage, played, games, span))
    except (KeyboardInterrupt, StoppedError):
        pass  # the result has the games played so far
    return Simulation(
        setup=setup,
        bots=job.bots,
        seats=job.seats,
        seed=seed,
        games=games,
        played=played,
        tallies=tallies,
    )


def seats_of(setup: Setup) -> tuple[int, ...]:
    """The numbers of seats for which a case is judged: no table of it is larger than its roles."""
    return tuple(dict.fromkeys(min(seats, setup.most_seats) for seats in SEATS))


def game_seed(seed: int, seats: int, game: int, kind: Kind = "simulation") -> int:
    """The seed of a numbered game; every bot plays it with the same one.

    The games of a trial are others than those that told that something should be changed.
    """
    return draw(seed, f"{kind}:{seats}", game, 1 << 64)


def add_tallies(a: Tallies, b: Tallies) -> Tallies:
    """The sum of two sets of tallies, cell by cell."""
    return {cell: a.get(cell, Tally()) + b.get(cell, Tally()) for cell in {**a, **b}}


# ------------------------------------------------------------------ distributing
def chunks(job: Chunk) -> list[Chunk]:
    """Divide games into chunks: each worth sending, and enough of them for every process."""
    games = job.last - job.first
    per_game = SECONDS_PER_GAME * max(1, len(job.bots) * len(job.seats))
    size = max(1, round(SECONDS_PER_CHUNK / per_game), -(-games // MOST_CHUNKS))
    return [
        Chunk(job.bots, job.seats, job.seed, first, min(first + size, job.last))
        for first in range(job.first, job.last, size)
    ]


def play_chunk(chunk: Chunk, setup: Setup) -> Tallies:
    """Play the games of a chunk and count them."""
    tallies = {}
    for seats in chunk.seats:
        won = {}
        for name in chunk.bots:
            tallies[name, seats], won[name] = _play_cell(setup, name, seats, chunk)
        for name in chunk.bots:
            if (reference := reference_of(name)) in won:
                _compare(tallies[name, seats], won[name], won[reference])
    return tallies


def reference_of(name: str) -> str:
    """The bot with which one is compared: people who leave something out, with people."""
    return PEOPLE if name in WITHOUT.values() else REFERENCE_BOT


def _play_cell(setup: Setup, name: str, seats: int, chunk: Chunk) -> tuple[Tally, list[bool]]:
    """The totals of a bot's games, and which of them it won."""
    tally, play, won = Tally(), player_named(name), []
    for number in range(chunk.first, chunk.last):
        observer, before = GameObserver(), tally.won
        game = play(setup, seats, game_seed(chunk.seed, seats, number), observer)
        observer.add_to(tally, game.state, game.decisions)
        won.append(tally.won > before)
    return tally, won


def _compare(tally: Tally, won: list[bool], reference: list[bool]) -> None:
    """Count the games that only one of two bots has won."""
    for here, there in zip(won, reference, strict=True):
        tally.gained += here and not there
        tally.lost += there and not here
