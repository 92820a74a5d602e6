"""An own project has no decks: the bots write their cards, and what the table shows is enough."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from functools import cache

import pytest

from game.bots import BOT_NAMES, bot, play_game
from game.bots.written_cards import writing_actions
from game.content import load
from game.engine import Action, Setup, State, check, digest, legal, observe, result
from game.engine import actions as act
from game.engine.examples import tiny
from game.resources import SCENARIOS
from tests.bots.groups import GROUPS, begin, decisions
from tests.effort import NIGHTLY

SETUP = load(SCENARIOS / "eget-projekt.toml").setup
WRITES = (act.WriteIdea, act.WriteBenefit, act.WriteRisk)
METHODS = [name for name in BOT_NAMES if name.startswith("method")]


@cache
def played(name: str, seats: int = 4, seed: int = 1) -> list[tuple[State, Action]]:
    return list(decisions(SETUP, seats, seed, bot(name)))


def test_it_begins_with_empty_hands() -> None:
    state = begin(SETUP, 2, 1)
    hands = (*state.idea_hands, *state.benefit_hands, *state.risk_hands)
    assert not any(hands)
    assert not any((SETUP.ideas, SETUP.benefits, SETUP.risks))
    assert len(set(SETUP.goals)) == 1, "no track of an own project is dearer than another"


@pytest.mark.parametrize("seats", [1, 3, 8])
@pytest.mark.parametrize("name", GROUPS)
def test_every_bot_plays_it_to_its_end_within_the_rules(name: str, seats: int) -> None:
    for state, action in played(name, seats, seats):
        assert check(state, action) is None, f"round {state.round}: {action}"
    wrote = {type(action) for _, action in played(name, seats, seats)}
    assert act.WriteIdea in wrote
    assert not wrote & {act.PlaceIdea, act.PlaceBenefit, act.PlaceRisk}


def test_everything_on_the_menu_is_allowed() -> None:
    sorts = Counter[type[Action]]()
    for state, _ in played("random", 4, 2)[::7] + played("method")[::9]:
        for action in writing_actions(state):
            sorts[type(action)] += 1
            assert check(state, action) is None, action
    assert set(sorts) == set(WRITES)


def test_the_menu_is_all_that_can_be_told_apart_but_the_words() -> None:
    """On a table with one written idea: a step past each end of the menu is refused."""
    state = next(s for s, _ in played("method") if s.ideas)
    for action in writing_actions(state):
        for field in ("estimate", "severity", "likelihood"):
            if hasattr(action, field):
                further = dataclasses.replace(action, **{field: getattr(action, field) + 1})
                assert (check(state, further) is None) == (further in writing_actions(state)), (
                    further
                )


def test_a_group_writes_only_what_its_case_does_not_deal() -> None:
    state = begin(tiny(), 2, 1)
    assert writing_actions(state) == []
    no_risks = dataclasses.replace(tiny(), risks=())
    state = begin(no_risks, 2, 1)
    state = next(s for s, a in decisions(no_risks, 2, 1, bot("method")) if s.ideas)
    assert {type(action) for action in writing_actions(state)} == {act.WriteRisk}
    assert not any(type(action) in WRITES for action in legal(state))


@pytest.mark.parametrize("name", GROUPS)
def test_it_is_the_same_every_time_and_decided_on_what_is_seen(name: str) -> None:
    once, again = (play_game(SETUP, 5, 7, bot(name)) for _ in range(2))
    assert digest(once.state) == digest(again.state)
    for n, (state, _) in enumerate(played(name, 4, 3)[::5]):
        elsewhere = state.copy()
        elsewhere.seed, elsewhere.dice = state.seed + 1, state.dice + 5
        elsewhere.event_deck = tuple(reversed(state.event_deck))
        here, there = random.Random(n), random.Random(n)
        assert bot(name)(observe(state), here) == bot(name)(observe(elsewhere), there)


def test_the_method_does_what_it_teaches_with_written_cards() -> None:
    done = Counter(type(action) for _, action in played("method"))
    for kind in (*WRITES, act.Anchor, act.Mitigate, act.Trial, act.Implement, act.FollowUp):
        assert done[kind], kind
    last = played("method")[-1][0]
    nameless = [idea for idea in last.ideas if idea.locked and not idea.risks]
    assert len(nameless) <= 1, "what nobody has named strikes more often"


def test_a_habit_left_out_is_left_out_here_too() -> None:
    left_out: dict[str, type[Action]] = {
        "method-without-trials": act.Trial,
        "method-without-anchoring": act.Anchor,
        "method-without-risks": act.WriteRisk,
        "method-without-abilities": act.UseAbility,
    }
    for name, kind in left_out.items():
        assert not any(type(action) is kind for _, action in played(name)), name


# ------------------------------------------------------------------ the lessons, on a small sample
GAMES = 60 if NIGHTLY else 30


@cache
def share(name: str, setup: Setup = SETUP) -> float:
    """How often benefit is realised with four seats."""
    games = (play_game(setup, 4, seed, bot(name)) for seed in range(GAMES))
    won = (result(game.state).verdict in ("realised", "together") for game in games)
    return sum(won) / GAMES


def test_method_mostly_succeeds_and_noise_makes_it_harder() -> None:
    assert share("method") >= 0.6
    assert 0.2 <= share("noisy-20") <= share("method") - 0.1


@pytest.mark.nightly
@pytest.mark.parametrize("name", ["random", "rush", "economist"])
def test_without_method_all_four_goals_are_out_of_reach(name: str) -> None:
    assert share(name) <= 0.05


@pytest.mark.nightly
@pytest.mark.parametrize("name", [name for name in METHODS if name != "method"])
def test_a_habit_left_out_is_missed(name: str) -> None:
    assert share(name) < share("method")


def test_economy_alone_finds_the_saving() -> None:
    games = [result(play_game(SETUP, 4, seed, bot("economist")).state) for seed in range(20)]
    assert sum(r.tracks[2].status == "reached" for r in games) > 10
