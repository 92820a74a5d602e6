"""How fast rules and bots play, and how time grows with decisions, cards, seats and saved games."""

from __future__ import annotations

import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, process_time
from typing import Any, Final

import tomli
import tomli_w

from game.bots import bot, play_game
from game.cli import YOUNG
from game.content import check, described
from game.engine import Applied, Seat, apply, legal, observe, start
from game.resources import SCENARIOS
from game.session import read, verify
from game.session.index import SessionIndex
from tests import staging
from tests.lengthy import lengthy

CASE: Final = SCENARIOS / "koebenhavn-pas.toml"
Point = tuple[int, float]
"""How much of something, and the milliseconds it takes."""


def half(do: Callable[[], object], times: int = 7) -> float:
    """Milliseconds of the processor that half of the times take at most, in a command."""
    with _collecting_seldom():
        do()
        return statistics.median(_milliseconds(do) for _ in range(times))


def _milliseconds(do: Callable[[], object]) -> float:
    gc.collect()
    began = process_time()
    do()
    return 1000 * (process_time() - began)


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Garbage is looked for as in a command, and never in what is there before."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(YOUNG)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def random_game(seats: int = 4, seed: int = 1) -> int:
    """A game with uniformly random decisions, all legal ones listed each time; how many."""
    state = start(staging.case().setup, [Seat(f"{n}", ()) for n in range(seats)], seed).state
    pick, decisions = random.Random(seed).random, 0
    while not state.over:
        actions = legal(state)
        done = apply(state, actions[int(pick() * len(actions))])
        assert isinstance(done, Applied)
        state, decisions = done.state, decisions + 1
    return decisions


def tries() -> int:
    """Every legal action of the first 60 decisions of a methodical game, tried; how many."""
    setup, wish, tried = staging.case().setup, bot("method"), 0
    state, chance = start(setup, [Seat(f"{n}", ()) for n in range(4)], 1).state, random.Random(1)
    for _ in range(60):
        actions = legal(state)
        for action in actions:
            apply(state, action)
        tried += len(actions)
        done = apply(state, wish(observe(state), chance))
        assert isinstance(done, Applied)
        state = done.state
    return tried


RATES: Final[dict[str, Callable[[], int]]] = {
    "random decisions, 4 seats": random_game,
    "actions tried, one ply": tries,
    "decisions of the methodical bot": lambda: (
        play_game(staging.case().setup, 4, 1, bot("method")).decisions
    ),
}


# ------------------------------------------------------------------ growth
def by_seats() -> Iterator[Point]:
    """A random game."""
    for seats in (1, 2, 4, 8):
        yield seats, half(partial(random_game, seats))


def by_decisions() -> Iterator[Point]:
    """Reading a session, and folding it to its end."""
    with tempfile.TemporaryDirectory() as folder:
        for count in (300, 1_000, 10_000):
            path = _session(Path(folder), count)
            yield count, half(partial(read, path), 3)


def verified() -> Iterator[Point]:
    """Verifying a session."""
    case = staging.case()
    with tempfile.TemporaryDirectory() as folder:
        for count in (100, 300, 1_000):
            path = _session(Path(folder), count)
            yield count, half(partial(verify, path, lambda *_: case), 3)


def _session(folder: Path, decisions: int) -> Path:
    session = lengthy(folder, decisions)
    session.close()
    return session.path


def by_cards() -> Iterator[Point]:
    """Checking a case: as many ideas as it has, and more of them under other names."""
    yield from _checked(1, 2, 3)


def beyond_cards() -> Iterator[Point]:
    """Checking a case with too many ideas: it has errors, and is read as its author meant it."""
    yield from _checked(4, 8, 16)


def _checked(*times: int) -> Iterator[Point]:
    data = tomli.loads(CASE.read_text("utf-8"))
    for n in times:
        text = tomli_w.dumps({**data, "ideas": _ideas(data, n)})
        yield len(data["ideas"]) * n, half(partial(check, text, "grown.toml"), 3)


def _ideas(data: dict[str, Any], times: int) -> list[dict[str, Any]]:
    return [
        {**idea, "id": f"{idea['id']}-{n}" if n else idea["id"]}
        for n in range(times)
        for idea in data["ideas"]
    ]


def by_folder() -> Iterator[Point]:
    """Listing saved games that are in the index."""
    with tempfile.TemporaryDirectory() as scratch:
        content = _session(Path(scratch) / "one", 100).read_bytes()
        for count in (100, 1_000, 10_000):
            folder = Path(scratch) / f"{count}"
            folder.mkdir()
            for n in range(count):
                (folder / f"{n:05}.jsonl").write_bytes(content)
            index = SessionIndex(folder / "index.sqlite", described)
            yield count, half(lambda i=index, f=folder: [*i.sessions(f)], 3)


def started() -> Iterator[Point]:
    """The first frame of the start screen, process start included, when the games are known."""
    with tempfile.TemporaryDirectory() as scratch:
        content = _session(Path(scratch) / "one", 100)
        for count in (0, 1_000, 10_000, 50_000):
            folder = Path(scratch) / f"{count}"
            folder.mkdir()
            for n in range(count):
                os.link(content, folder / f"2026-11-21-koebenhavn-pas-{n:05}.jsonl")
            _first_frame(folder)
            yield count, statistics.median(_first_frame(folder) for _ in range(5))


def _first_frame(folder: Path) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.first_frame", "play", "--to", str(folder)]
    env = _kept_in(f"{folder}-home") | {"SDL_VIDEODRIVER": "dummy"}
    return float(subprocess.run(command, check=True, capture_output=True, env=env).stdout)


GROWS: Final[dict[str, Callable[[], Iterator[Point]]]] = {
    "a random game, by seats": by_seats,
    "a session read, by decisions": by_decisions,
    "a session verified, by decisions": verified,
    "a case checked, by ideas": by_cards,
    "a case with errors checked, by ideas": beyond_cards,
    "known games listed, by their number": by_folder,
    "the first frame, by saved games": started,
}


# ------------------------------------------------------------------ whole commands
def commands() -> Iterator[tuple[str, float, float]]:
    """The milliseconds of whole processes, their start included: waited for, and the processor's.

    They find Python's bytecode and what they keep themselves, as every start but the first does.
    """
    with tempfile.TemporaryDirectory() as scratch:
        session = staging.whole_game(Path(scratch), "method", 3)[0]
        session.close()
        report = ("report", str(session.path), "--to", f"{scratch}/out")
        for words in (("--version",), ("check", str(CASE)), report):
            _process(words, scratch)
            took = [_process(words, scratch) for _ in range(5)]
            waited, used = map(statistics.median, zip(*took, strict=True))
            yield words[0], waited, used


def _process(words: tuple[str, ...], home: str) -> tuple[float, float]:
    def used() -> float:
        children = getrusage(RUSAGE_CHILDREN)
        return 1000 * (children.ru_utime + children.ru_stime)

    before, began = used(), perf_counter()
    command = [sys.executable, "-m", "game", *words]
    subprocess.run(command, check=True, capture_output=True, env=_kept_in(home))
    return 1000 * (perf_counter() - began), used() - before


def _kept_in(home: str) -> dict[str, str]:
    """An environment with a home and bytecode of its own."""
    kept = {"GEVINST_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/bytecode"}
    return {**os.environ, **kept, "PYTHONDONTWRITEBYTECODE": ""}


# ------------------------------------------------------------------ peers
@cache
def _chess() -> Any:
    import chess

    return chess


def chess_game() -> int:
    """A random game of chess, legal moves listed each time."""
    board, pick, moves = _chess().Board(), random.Random(1).random, 0
    while not board.is_game_over() and moves < 300:
        possible = list(board.legal_moves)
        board.push(possible[int(pick() * len(possible))])
        moves += 1
    return moves


PEERS: Final[dict[str, tuple[str, Callable[[], int]]]] = {
    "python-chess": ("chess", chess_game),
}
"""By the package that they need."""
