"""Groups with noise: the method, but for a share of decisions taken at random."""

from __future__ import annotations

import random

import pytest

from game.bots import NOISY, bot, play_game
from game.bots.method import methodical
from game.bots.noise import noisy
from game.bots.simple import play_randomly
from game.engine import digest, observe
from tests.bots.groups import decisions, passports


@pytest.mark.parametrize("percentage", [10, 20, 30, 40])
def test_as_many_decisions_are_random_as_the_name_says(percentage: int) -> None:
    """Counted on one decision, where chance hardly ever does what the method does."""
    state = next(s for s, _ in decisions(passports(), 4, 1, bot("method")))
    seen, method = observe(state), methodical(observe(state), random.Random(0))
    rng, choose = random.Random(3), bot(f"noisy-{percentage}")
    kept = sum(choose(seen, rng) == method for _ in range(1500)) / 1500
    assert kept == pytest.approx(1 - percentage / 100, abs=0.04)
    assert NOISY[f"noisy-{percentage}"] == percentage


def test_without_noise_it_is_the_method_and_with_nothing_else_it_is_chance() -> None:
    for n, (state, _) in enumerate(decisions(passports(), 4, 2, bot("method"))):
        seen = observe(state)
        assert noisy(0.0)(seen, random.Random(n)) == methodical(seen, random.Random(n))
        rng = random.Random(n)
        rng.random()
        assert noisy(1.0)(seen, random.Random(n)) == play_randomly(seen, rng)
        if n == 40:
            break


def test_the_same_seed_gives_the_same_noise() -> None:
    once, again = (play_game(passports(), 5, 7, bot("noisy-30")) for _ in range(2))
    assert digest(once.state) == digest(again.state)
    assert digest(once.state) != digest(play_game(passports(), 5, 7, bot("noisy-20")).state)
