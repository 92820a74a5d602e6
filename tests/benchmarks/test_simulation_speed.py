"""Games a second for each bot, and how two processes do against one; run by hand.

``pytest tests/benchmarks/test_simulation_speed.py --benchmark-only``. Figures belong to the machine
they were taken on and to what else it was doing; compare them with others of the same run only.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from time import process_time

import pytest

from game.bots import NAMES
from game.content import load
from game.engine import Setup
from game.resources import SCENARIOS
from game.simulation import simulate
from game.simulation.games import Chunk, play_chunk

pytest.importorskip("pytest_benchmark")

GAMES = 40


@cache
def setup() -> Setup:
    return load(SCENARIOS / "koebenhavn-pas.toml").setup


@pytest.mark.parametrize("name", NAMES)
def test_games_of_one_bot(benchmark: object, name: str) -> None:
    """On one core, watched and counted, at four seats."""
    chunk = Chunk((name,), (4,), 1, 0, GAMES)
    benchmark(play_chunk, chunk, setup())
    rate(benchmark, GAMES)


@pytest.mark.parametrize("jobs", sorted({1, 2, os.cpu_count() or 1}))
def test_methodical_games_by_processes(benchmark: object, jobs: int) -> None:
    """A whole simulation, the start of its processes and the adding up included."""
    games = 1200

    def run() -> None:
        done = simulate(setup(), bots=["method"], seats=[4], games=games, jobs=jobs)
        assert done.played == games

    benchmark.pedantic(run, rounds=2)
    rate(benchmark, games)


def yardstick(_: int = 0) -> float:
    """Plain work without any sharing: seconds of one core."""
    began, total = process_time(), 0
    for n in range(6_000_000):
        total += n * n % 7
    return process_time() - began + total * 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_machines_own_scaling(benchmark: object, jobs: int) -> None:
    """The same plain work by as many processes: what two cores can give at best."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        list(pool.map(yardstick, range(jobs)))
        benchmark.pedantic(lambda: list(pool.map(yardstick, range(8))), rounds=2)
    rate(benchmark, 8)


def rate(benchmark: object, count: int) -> None:
    """Adds how many a second (of the fastest round) to the report's extra information."""
    stats = benchmark.stats
    if stats is not None:
        benchmark.extra_info["a second"] = round(count / stats.stats.min, 1)
