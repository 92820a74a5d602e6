"""The lessons that the rules must show, on a sample small enough for every day.

All cards and bots are seeded, so the shares are the same at every run.
"""

from __future__ import annotations

from functools import cache

import pytest

from game.bots import PEOPLE, WITHOUT, bot, play_game
from game.engine import result
from game.engine.results import Result
from tests.bots.groups import passports
from tests.effort import NIGHTLY

pytestmark = pytest.mark.slow

GAMES = 60 if NIGHTLY else 30


@cache
def results(name: str, seats: int) -> list[Result]:
    games = (play_game(passports(), seats, seed, bot(name)) for seed in range(GAMES))
    return [result(game.state) for game in games]


def share(name: str, seats: int = 4) -> float:
    """How often benefit is realised."""
    return sum(r.verdict in ("realised", "together") for r in results(name, seats)) / GAMES


def reached(name: str, track: int) -> float:
    return sum(r.tracks[track].status == "reached" for r in results(name, 4)) / GAMES


def test_the_method_succeeds_and_people_who_follow_it_mostly_do() -> None:
    assert share("method") >= 0.85
    assert 0.5 <= share(PEOPLE) <= 0.85


@pytest.mark.parametrize("name", ["random", "rush"])
def test_chance_and_haste_do_not(name: str) -> None:
    assert share(name) <= 0.05


@pytest.mark.nightly
@pytest.mark.parametrize("practice", WITHOUT)
def test_a_practice_left_out_is_missed_and_none_is_everything(practice: str) -> None:
    worth = share(PEOPLE) - share(WITHOUT[practice])
    assert 0.08 <= worth <= 0.50


def test_economy_alone_finds_the_saving_and_pays_the_price() -> None:
    assert reached("economist", 2) > 0.5
    assert share("economist") < 0.1


def test_a_game_is_about_a_hundred_decisions() -> None:
    decisions = [play_game(passports(), 4, seed, bot("method")).decisions for seed in range(5)]
    assert all(80 <= n <= 130 for n in decisions)
