"""Games shared out to workers: the same totals whoever plays them, also when it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import cache
from typing import Any, get_args

import pytest

from game.bots import bot, play_game
from game.engine import Rules, digest, result
from game.engine.examples import tiny
from game.simulation import Progress, Simulation, simulate
from game.simulation.games import (
    MOST_CHUNKS,
    SECONDS_PER_CHUNK,
    SECONDS_PER_GAME,
    Chunk,
    Kind,
    chunks,
    game_seed,
    play_chunk,
)

pytestmark = pytest.mark.slow

BOTS = ("random", "rush")
GAMES = 101
SHORT = tiny(Rules(rounds=(1, 1, 1), actions=2, actions_many_seats=2))
"""How games are shared out has nothing to do with how long they are."""


class AtOnce(Executor):
    """Plays each chunk when it is handed over, in this thread; is interrupted after some."""

    def __init__(self, interrupted_after: int | None = None) -> None:
        self.left = interrupted_after
        self.sent: list[Chunk] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
        if self.left is not None and len(self.sent) == self.left:
            raise KeyboardInterrupt
        self.sent.append(args[0])
        future: Future[Any] = Future()
        future.set_result(fn(*args, **more))
        return future


@cache
def alone() -> Simulation:
    """All games in one piece."""
    asked = Chunk(BOTS, (1, 2), 7, 0, GAMES)
    return Simulation(SHORT, BOTS, (1, 2), 7, GAMES, GAMES, play_chunk(asked, SHORT))


def played(**more: Any) -> Simulation:
    return simulate(SHORT, bots=BOTS, seats=(1, 2), games=GAMES, seed=7, **more)


@pytest.mark.parametrize("jobs", [1, 2, pytest.param(3, marks=pytest.mark.nightly)])
def test_the_same_totals_for_any_number_of_processes(jobs: int) -> None:
    assert played(jobs=jobs) == alone()


def test_the_same_totals_for_threads() -> None:
    with ThreadPoolExecutor(3) as threads:
        assert played(executor=threads) == alone()
        assert threads.submit(int, "1").result() == 1, "an executor that was lent is left open"


def test_another_seed_gives_other_games() -> None:
    other = simulate(SHORT, bots=BOTS, seats=(1, 2), games=GAMES, seed=8, executor=AtOnce())
    assert other.tallies != alone().tallies


def test_more_games_begin_with_the_same_ones() -> None:
    some = Chunk(BOTS, (4,), 7, 0, 5)
    rest = Chunk(BOTS, (4,), 7, 5, 8)
    whole = play_chunk(Chunk(BOTS, (4,), 7, 0, 8), SHORT)
    first, second = play_chunk(some, SHORT), play_chunk(rest, SHORT)
    assert {cell: first[cell] + second[cell] for cell in first} == whole


def test_every_bot_meets_the_same_deals() -> None:
    """The seed of a game knows nothing of who plays it; each number of seats has its own."""
    seeds = [game_seed(7, seats, game) for seats in (2, 4) for game in range(50)]
    assert len(set(seeds)) == 100
    assert all(0 <= seed < 2**64 for seed in seeds)
    for name in BOTS:
        tally = play_chunk(Chunk((name,), (4,), 7, 3, 4), SHORT)[name, 4]
        game = play_game(SHORT, 4, game_seed(7, 4, 3), bot(name))
        assert tally.verdicts == {result(game.state).verdict: 1}
        again = play_game(SHORT, 4, game_seed(7, 4, 3), bot(name))
        assert digest(game.state) == digest(again.state)


def test_changes_are_tried_in_other_games_than_those_that_asked_for_them() -> None:
    seeds = [game_seed(7, 4, game, kind) for kind in get_args(Kind) for game in range(50)]
    assert len(set(seeds)) == len(seeds) == 100


@pytest.mark.parametrize("games", [1, 7, 400, 100_000, 10_000_000])
def test_chunks_are_every_game_once_and_worth_sending(games: int) -> None:
    asked = Chunk(("random",), (4,), 1, 0, games)
    shared = chunks(asked)
    ends = [0, *(chunk.last for chunk in shared)]
    assert [chunk.first for chunk in shared] == ends[:-1]
    assert ends[-1] == games
    assert len(shared) <= MOST_CHUNKS
    worth_sending = round(SECONDS_PER_CHUNK / SECONDS_PER_GAME)
    assert all(chunk.last - chunk.first >= worth_sending for chunk in shared[:-1])


def test_progress_tells_of_every_game() -> None:
    told: list[Progress] = []
    done = played(executor=AtOnce(), progress=told.append)
    assert told[-1] == Progress("games", GAMES, GAMES)
    assert [p.done for p in told] == sorted({p.done for p in told})
    assert done.played == GAMES
    assert len(told) == len(chunks(Chunk(BOTS, (1, 2), 7, 0, GAMES))) > 2
    assert not done.stopped


def test_interrupted_it_gives_what_was_played() -> None:
    executor = AtOnce(interrupted_after=2)
    done = played(executor=executor)
    assert done.stopped
    assert done.played == executor.sent[-1].last < GAMES
    asked = Chunk(BOTS, (1, 2), 7, 0, done.played)
    assert done.tallies == play_chunk(asked, SHORT)


def test_interrupted_while_waiting_it_gives_up_what_is_not_begun() -> None:
    """Ctrl-C while workers play: what they have not begun is never played."""
    sent: list[Future[Any]] = []

    class Idle(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
            future: Future[Any] = Future()
            if not sent:
                future.set_result(fn(*args, **more))
            sent.append(future)
            return future

    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    done = played(executor=Idle(), progress=interrupt)
    assert done.stopped
    assert done.played == chunks(Chunk(BOTS, (1, 2), 7, 0, GAMES))[0].last
    assert all(future.cancelled() for future in sent[1:])


def test_cancelled_it_gives_what_was_played() -> None:
    answers = iter([False, False, True])
    executor = AtOnce()
    done = played(executor=executor, cancels=lambda: next(answers))
    assert done.stopped
    assert done.played == executor.sent[1].last < GAMES


def test_a_cancellation_is_heeded_while_all_workers_are_busy() -> None:
    class Busy(Executor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
            return Future()

    asked: list[int] = []

    def cancels() -> bool:
        asked.append(1)
        return len(asked) > 2

    done = played(executor=Busy(), cancels=cancels)
    assert (done.played, done.stopped) == (0, True)


def test_a_bot_that_there_is_not_is_said_at_once() -> None:
    with pytest.raises(ValueError, match="no bot 'mehtod'"):
        simulate(SHORT, bots=["mehtod"], games=1)


def test_a_cluster_gives_the_same_totals() -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert played(executor=client.get_executor(pure=False)) == alone()
