"""The environment passes PettingZoo's own tests, on a whole case and on a group's own project."""

from __future__ import annotations

import random
import warnings
from typing import Any

import pytest

pytest.importorskip("pettingzoo", reason="needs the extra: pip install gevinstbordet[agents]")

from pettingzoo.test import api_test, seed_test

from game.agents import environment
from game.agents.environment import GameEnv, env
from game.engine import actions as act
from game.engine import current_player, returns
from tests.agents.games import setup_of

each_case = pytest.mark.parametrize("case", ["koebenhavn-pas", "eget-projekt"])


NO_FAULTS = (
    "Observation space for each agent probably should be",  # a mask makes it a dictionary
    "Observation is not a NumPy array",
    "Action mask numpy array is all zeros",  # of an agent whose turn it is not
)
"""What PettingZoo warns of in its own environments with masks, too."""


# ------------------------------------------------------------------ PettingZoo's own tests
@each_case
def test_the_interface_is_as_pettingzoo_wants_it(case: str) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("error", module="pettingzoo")
        for why_not in NO_FAULTS:
            warnings.filterwarnings("ignore", why_not)
        api_test(env(setup_of(case)), num_cycles=300)


@each_case
def test_the_same_seed_is_the_same_game(case: str) -> None:
    seed_test(lambda: env(setup_of(case), 3), num_cycles=60)


# ------------------------------------------------------------------ a game
def play(made: Any, seed: int) -> list[tuple[str, int]]:
    """A game in which every agent does anything that its mask allows; who did what."""
    rng, done = random.Random(seed), []
    made.reset(seed=seed)
    for agent in made.agent_iter():
        seen, _, terminated, truncated, _ = made.last()
        if terminated or truncated:
            made.step(None)
            continue
        allowed = [n for n, may in enumerate(seen["action_mask"]) if may]
        done.append((agent, rng.choice(allowed)))
        made.step(done[-1][1])
    return done


def test_everybody_is_rewarded_at_the_end_by_what_the_game_came_to() -> None:
    made = GameEnv(setup_of("koebenhavn-pas"), 3)
    rewards = dict.fromkeys(("seat_0", "seat_1", "seat_2"), 0.0)
    made.reset(seed=4)
    for agent in made.agent_iter():
        seen, reward, terminated, _, _ = made.last()
        rewards[agent] += reward
        allowed = [n for n, may in enumerate(seen["action_mask"]) if may]
        made.step(None if terminated else allowed[-1])
    assert made.game.over
    assert tuple(rewards.values()) == returns(made.game)


def test_every_agent_decides_and_only_when_it_is_its_turn() -> None:
    made = GameEnv(setup_of("koebenhavn-pas"), 4)
    assert {agent for agent, _ in play(made, 2)} == set(made.possible_agents)
    made.reset(seed=2)
    masks = {agent: made.observe(agent)["action_mask"].any() for agent in made.agents}
    assert [agent for agent, may in masks.items() if may] == [made.agent_selection]
    assert current_player(made.game) == made.possible_agents.index(made.agent_selection)


def test_games_follow_one_another_by_chance() -> None:
    made = GameEnv(setup_of("eget-projekt"), 2)
    made.reset(seed=1)
    seeds = []
    for _ in range(3):
        made.reset()
        seeds.append(made.game.seed)
    assert len(set(seeds)) == 3


@pytest.mark.parametrize("action", [None, -1, 10**6])
def test_what_the_mask_does_not_allow_is_refused(action: Any) -> None:
    made = GameEnv(setup_of("koebenhavn-pas"), 2)
    made.reset(seed=1)
    before = made.game
    with pytest.raises(ValueError, match=r"seat_0 may not do .* now; the mask says what it may"):
        made.step(action)
    assert made.game is before


def test_a_game_without_an_end_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "MOST_DECISIONS", 5)
    made = GameEnv(setup_of("koebenhavn-pas"), 2)
    assert len(play(made, 3)) == 5
    assert not made.game.over
    assert made.agents == []


def test_it_can_be_looked_at() -> None:
    made = GameEnv(setup_of("koebenhavn-pas"), 2, render_mode="ansi")
    made.reset(seed=1)
    assert str(made.render()).startswith("round 1, turn, seat 0: citizen 0, process 0")
    silent = GameEnv(setup_of("koebenhavn-pas"), 2)
    silent.reset(seed=1)
    assert silent.render() is None


def test_what_an_agent_does_is_done_in_the_game() -> None:
    made = GameEnv(setup_of("koebenhavn-pas"), 2)
    made.reset(seed=1)
    code = made.codes.number(made.game, act.Pass(0))
    made.step(code)
    assert made.agent_selection == "seat_1"
    assert made.game.turn == 1
