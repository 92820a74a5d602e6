"""How fast the rules are; run by hand: ``pytest tests/benchmarks --benchmark-only``.

Figures belong to the machine they were taken on; compare them with others of the same run only.
"""

from __future__ import annotations

import random
from functools import cache

import pytest

from game.content import load
from game.engine import (
    TRACKS,
    Action,
    Applied,
    Seat,
    Setup,
    State,
    apply,
    digest,
    evolve,
    legal,
    observe,
    result,
    start,
)
from game.engine.actions import HandOver, NamePost, Revise
from game.engine.examples import tiny
from game.resources import SCENARIOS

pytest.importorskip("pytest_benchmark")

FREE = (Revise, HandOver, NamePost)
"""What a bot that looks one decision ahead would do for ever."""
CASES = ("tiny", *(file.stem for file in sorted(SCENARIOS.glob("*.toml"))))


@cache
def setup_of(case: str) -> Setup:
    """A shipped case; loaded only when something is measured."""
    return tiny() if case == "tiny" else load(SCENARIOS / f"{case}.toml").setup


def begun(setup: Setup, seats: int, seed: int) -> State:
    return start(setup, [Seat(f"seat {n}", ()) for n in range(seats)], seed).state


def after(state: State, action: Action) -> State:
    applied = apply(state, action)
    assert isinstance(applied, Applied)
    return applied.state


def random_games(setup: Setup) -> int:
    """Games at one to eight seats with uniformly random decisions; how many decisions."""
    rnd, decisions = random.Random(1).random, 0
    for seats in range(1, 9):
        state = begun(setup, seats, seats)
        while not state.over:
            actions = legal(state)
            state = after(state, actions[int(rnd() * len(actions))])
            decisions += 1
    return decisions


def looked_ahead(setup: Setup) -> tuple[int, int]:
    """A game by a bot that tries every legal action and keeps what promises most at once.

    How many decisions, and how many actions were tried for them. What is free is left out.
    """
    state, decisions, tries = begun(setup, 4, 1), 0, 0
    while not state.over:
        actions = [a for a in legal(state) if not isinstance(a, FREE)]
        tried = [after(state, action) for action in actions]
        state = max(tried, key=promising)
        decisions, tries = decisions + 1, tries + len(tried)
    return decisions, tries


def promising(s: State) -> tuple[int, ...]:
    claimed = sum(s.claimed(track) for track in TRACKS)
    return sum(s.points), -s.actions, claimed, s.capacity


def moments(setup: Setup, count: int = 150) -> list[tuple[State, Action]]:
    """States of one random game, each with the decision that was taken there."""
    rnd, state, found = random.Random(3).random, begun(setup, 4, 3), []
    while not state.over and len(found) < count:
        actions = legal(state)
        found.append((state, actions[int(rnd() * len(actions))]))
        state = after(*found[-1])
    return found


@pytest.mark.parametrize("case", CASES)
def test_random_play(benchmark: object, case: str) -> None:
    decisions = benchmark(random_games, setup_of(case))
    rate(benchmark, decisions)


@pytest.mark.parametrize("case", CASES)
def test_one_ply_bot(benchmark: object, case: str) -> None:
    decisions, tries = benchmark(looked_ahead, setup_of(case))
    rate(benchmark, decisions)
    rate(benchmark, tries, "tries/s")


def rate(benchmark: object, count: int, name: str = "decisions/s") -> None:
    """Adds how many a second (of the median round) to the report's extra information."""
    assert count > 0
    stats = benchmark.stats
    if stats is not None:
        benchmark.extra_info[name] = round(count / stats.stats.median)


def of_every_moment(benchmark: object, what: object) -> None:
    """Measures a function over all moments of a game; the report is for all of them together."""
    found = moments(setup_of("tiny"))
    benchmark.extra_info["calls a round"] = len(found)
    benchmark(lambda: [what(state, action) for state, action in found])


def test_legal_again(benchmark: object) -> None:
    of_every_moment(benchmark, lambda state, action: legal(state))


def test_legal_for_the_first_time(benchmark: object) -> None:
    def forgetful(state: State, action: Action) -> list[Action]:
        for idea in state.ideas:
            idea.memo.clear()
        return legal(state)

    of_every_moment(benchmark, forgetful)


def test_apply(benchmark: object) -> None:
    of_every_moment(benchmark, apply)


def test_digest(benchmark: object) -> None:
    of_every_moment(benchmark, lambda state, action: digest(state))


def test_observe(benchmark: object) -> None:
    of_every_moment(benchmark, lambda state, action: observe(state))


def test_result(benchmark: object) -> None:
    of_every_moment(benchmark, lambda state, action: result(state))


def test_fold(benchmark: object) -> None:
    began = start(setup_of("tiny"), [Seat("Ane", ()), Seat("Bo", ())], 1)
    events = list(began.events)
    state, rnd = began.state, random.Random(1).random
    while not state.over:
        actions = legal(state)
        applied = apply(state, actions[int(rnd() * len(actions))])
        assert isinstance(applied, Applied)
        events += applied.events
        state = applied.state

    def fold() -> State:
        folded = State(setup_of("tiny"))
        for event in events:
            folded = evolve(folded, event)
        return folded

    benchmark.extra_info["events"] = len(events)
    assert benchmark(fold) == state


@pytest.mark.parametrize("case", CASES)
def test_start(benchmark: object, case: str) -> None:
    benchmark(begun, setup_of(case), 4, 7)
