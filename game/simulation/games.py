"""Many games of one case, distributed to processes, threads or machines, and added up again.

Games are numbered. Game number ``g`` at so many seats has a seed of its own, the same for every
bot, so that all of them meet the same truth and the same deals. A chunk is a range of numbers,
played by every bot at every number of seats: whenever it is stopped, all bots have played the same
games. The totals do not depend on how the games were distributed.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context

from game.bots import NAMES, bot, play_game
from game.engine import Setup
from game.engine.chance import draw
from game.simulation.tally import GameObserver, Tally

SEATS = (4, 6)
"""The numbers of seats that a case is judged at."""

GAMES = 700
"""Games for each bot and number of seats when nothing else is said: about a minute on two cores."""

GAME_TAKES = 0.008
"""Seconds that a game takes a bot, roughly; only the size of chunks depends on it."""

CHUNK_TAKES = 0.8
"""Seconds that a chunk should take: shared out evenly, and sending it costs next to nothing."""

MOST_CHUNKS = 4_000

Cell = tuple[str, int]
"""A bot and a number of seats."""

Tallies = dict[Cell, Tally]
ProgressCallback = Callable[[int], None]
"""Is told how many more game numbers have been played."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """What many games came to: a tally for each bot at each number of seats.

    ``games`` is how many were asked for, ``played`` how many there are: fewer when it was stopped.
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


@dataclass(frozen=True, slots=True)
class Chunk:
    """The games from number ``first`` up to ``last`` (left out), by every bot at all seats."""

    bots: tuple[str, ...]
    seats: tuple[int, ...]
    seed: int
    first: int
    last: int


def simulate(
    setup: Setup,
    *,
    bots: Sequence[str] = NAMES,
    seats: Sequence[int] = SEATS,
    games: int = GAMES,
    seed: int = 1,
    jobs: int | None = None,
    executor: Executor | None = None,
    progress: ProgressCallback | None = None,
) -> Simulation:
    """Play ``games`` games of a case with each bot at each number of seats.

    Runs in ``jobs`` processes (by default one for each core), or in any ``executor``: it gets
    chunks by ``submit`` and is left open. The totals are the same for all of them. When it is
    interrupted (:class:`KeyboardInterrupt`), what has been played so far is returned. Raises
    :class:`ValueError` for a bot that there is not.
    """
    for name in bots:
        bot(name)
    asked = Chunk(tuple(bots), tuple(seats), seed, 0, games)
    tallies: Tallies = {}
    played = 0
    try:
        for chunk, part in _chunks_played(setup, asked, jobs, executor):
            tallies = added(tallies, part)
            played += chunk.last - chunk.first
            if progress is not None:
                progress(chunk.last - chunk.first)
    except KeyboardInterrupt:
        pass  # what has been played is what there is
    return Simulation(
        setup=setup,
        bots=asked.bots,
        seats=asked.seats,
        seed=seed,
        games=games,
        played=played,
        tallies=tallies,
    )


def game_seed(seed: int, seats: int, game: int) -> int:
    """The seed of a numbered game; every bot plays it with the same one."""
    return draw(seed, f"simulation:{seats}", game, 1 << 64)


def added(a: Tallies, b: Tallies) -> Tallies:
    """Both, added cell by cell."""
    return {cell: a.get(cell, Tally()) + b.get(cell, Tally()) for cell in {**a, **b}}


# ------------------------------------------------------------------ distributing
def chunks(asked: Chunk) -> list[Chunk]:
    """Divide games into chunks: large enough to be worth sending, and enough for every process."""
    games = asked.last - asked.first
    a_game = GAME_TAKES * max(1, len(asked.bots) * len(asked.seats))
    size = max(1, round(CHUNK_TAKES / a_game), -(-games // MOST_CHUNKS))
    return [
        Chunk(asked.bots, asked.seats, asked.seed, first, min(first + size, asked.last))
        for first in range(asked.first, asked.last, size)
    ]


def _chunks_played(
    setup: Setup, asked: Chunk, jobs: int | None, executor: Executor | None
) -> Iterator[tuple[Chunk, Tallies]]:
    """Chunks with their totals, in the order in which they are done."""
    if executor is not None:
        yield from _played_by(executor, setup, asked)
        return
    with _processes(setup, jobs or os.cpu_count() or 1) as pool:
        sent: dict[Future[Tallies], Chunk] = {}
        with _cancelling(sent):
            with _interrupts_held_back():  # the pool starts its processes while it is sent work
                for chunk in chunks(asked):
                    sent[pool.submit(_play_chunk_of_this_case, chunk)] = chunk
            yield from _completed(sent)


def _played_by(executor: Executor, setup: Setup, asked: Chunk) -> Iterator[tuple[Chunk, Tallies]]:
    """The chunks played by an executor from elsewhere, which knows nothing of the case."""
    sent: dict[Future[Tallies], Chunk] = {}
    with _cancelling(sent):
        for chunk in chunks(asked):
            future = executor.submit(play_chunk, chunk, setup)
            if future.done():  # an executor that plays at once
                yield chunk, future.result()
            else:
                sent[future] = chunk
        yield from _completed(sent)


def _completed(sent: Mapping[Future[Tallies], Chunk]) -> Iterator[tuple[Chunk, Tallies]]:
    for done in as_completed(sent):
        yield sent[done], done.result()


@contextmanager
def _cancelling(sent: Mapping[Future[Tallies], Chunk]) -> Iterator[None]:
    """Cancel what has not been played when this is left."""
    try:
        yield
    finally:
        for future in sent:
            future.cancel()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Ctrl-C waits until this is left, and does not reach the processes that are started in it.

    A process that is interrupted while it starts breaks the pool, which may then hang. Windows
    cannot hold signals back.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _processes(setup: Setup, jobs: int) -> ProcessPoolExecutor:
    """A pool whose processes are sent the case once, when they start.

    They are started afresh (``spawn``), the same on every system: to fork a program in which a
    progress bar is drawn by a thread may hang.
    """
    return ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_take_case, initargs=(setup,)
    )


# ------------------------------------------------------------------ in the worker
_case: list[Setup] = []
"""The case of this worker process, sent once when it started."""


def _take_case(setup: Setup) -> None:
    _case[:] = [setup]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asked


def _play_chunk_of_this_case(chunk: Chunk) -> Tallies:
    return play_chunk(chunk, _case[0])


def play_chunk(chunk: Chunk, setup: Setup) -> Tallies:
    """Play the games of a chunk and count them."""
    return {
        (name, seats): _play_cell(setup, name, seats, chunk)
        for seats in chunk.seats
        for name in chunk.bots
    }


def _play_cell(setup: Setup, name: str, seats: int, chunk: Chunk) -> Tally:
    tally, choose = Tally(), bot(name)
    for number in range(chunk.first, chunk.last):
        observer = GameObserver()
        game = play_game(setup, seats, game_seed(chunk.seed, seats, number), choose, observer)
        observer.add_to(tally, game.state, game.decisions)
    return tally
