"""Every bot keeps the rules, at every table, and is the same every time."""

from __future__ import annotations

import dataclasses
import pickle
import random
from collections import Counter
from itertools import zip_longest

import pytest

from game.bots import BOT_NAMES, Habits, bot, play_game
from game.engine import Action, Rules, Setup, State, check, digest, is_listed, legal, observe
from game.engine import actions as act
from game.engine.examples import tiny
from tests.bots.groups import GROUPS, another_world, begin, decisions, done, passports
from tests.rows import each_row

CASES = [pytest.param(tiny, id="tiny"), pytest.param(passports, id="passports")]


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", GROUPS)
def test_only_legal_actions_with_any_number_of_seats(name: str, case) -> None:
    for seats in (1, 4, 8):
        for state, action in decisions(case(), seats, seats, bot(name)):
            told = f"{seats} seats, round {state.round}: {action}"
            assert check(state, action) is None, told
            assert action in legal(state) or not is_listed(type(action)), told


@pytest.mark.parametrize("name", GROUPS)
def test_the_same_seed_gives_the_same_game(name: str) -> None:
    once, again = (play_game(passports(), 5, 7, bot(name)) for _ in range(2))
    assert once.decisions == again.decisions
    assert digest(once.state) == digest(again.state)


@pytest.mark.parametrize("name", GROUPS)
def test_what_nobody_sees_changes_nothing(name: str) -> None:
    for n, (state, _) in enumerate(decisions(passports(), 4, 11, bot(name))):
        other = another_world(state)
        assert other != state
        assert observe(other) == observe(state)
        here, there = random.Random(n), random.Random(n)
        assert bot(name)(observe(state), here) == bot(name)(observe(other), there)


def test_two_games_at_once_do_not_disturb_each_other() -> None:
    """Cases with cards of the same names that promise something else, or with other rules."""
    method = bot("method")
    cases = tiny(), turned(tiny()), tiny(Rules(mitigation=1))
    alone = [[a for _, a in decisions(case, 4, 3, method)] for case in cases]
    games = [decisions(case, 4, 3, method) for case in cases]
    turns = zip_longest(*games)
    together = [[step[1] for step in game if step] for game in zip(*turns, strict=True)]
    assert together == alone
    assert alone[0] != alone[1] != alone[2] != alone[0]


def turned(setup: Setup) -> Setup:
    """The case with every idea's promise and price turned over."""
    ideas = tuple(
        dataclasses.replace(card, promise={t: 3 - n for t, n in card.promise.items()}, cost=3)
        for card in setup.ideas
    )
    return dataclasses.replace(setup, ideas=ideas)


def test_what_is_remembered_of_an_idea_is_for_whom_and_where_it_was_found() -> None:
    """Groups with other habits look at the same ideas, also where risks have become likelier."""
    groups = [bot(name) for name in BOT_NAMES if name.startswith(("method", "economist", "trick"))]
    for state, _ in list(decisions(passports(), 4, 11, bot("method")))[20::12]:
        seen = observe(state)
        likelier = dataclasses.replace(seen, likelier=(3, 3, 3, 3))
        pairs = [(s, pickle.loads(pickle.dumps(s))) for s in (seen, likelier)]
        for group in groups:
            for remembering, forgetful in (*pairs, pairs[0]):
                for idea in forgetful.ideas:
                    idea.memo.clear()
                chosen = group(forgetful, random.Random(1))
                assert group(remembering, random.Random(1)) == chosen


def test_a_case_without_cards_is_played_to_its_end() -> None:
    empty = dataclasses.replace(tiny(), ideas=(), benefits=(), risks=(), events=())
    for name in GROUPS:
        assert play_game(empty, 3, 1, bot(name)).state.over


@pytest.mark.parametrize("name", GROUPS)
def test_plays_on_from_what_people_have_written(name: str) -> None:
    rng, state = random.Random(1), begin(passports(), 2, 1)
    for action in (
        act.WriteIdea(state.turn, "Åbent hus", "citizen", "service", 3),
        act.WriteBenefit(state.turn, "Mindre kø", "process", "written-1", 2),
        act.WriteRisk(state.turn, "Ingen kommer", "citizen", "written-1", 2, 3),
    ):
        state = done(state, action)
    while not state.over:
        state = done(state, bot(name)(observe(state), rng))
    assert state.verdict == "stopped" or state.round == 8


@each_row("name", GROUPS)
def test_gives_an_estimate_when_estimates_are_called_for(name: str) -> None:
    state = begin(passports(), 3, 4)
    in_hand = state.idea_hands[1][0]
    state = done(state, act.CallEstimates(in_hand, "economy"))
    for _ in range(3):
        action = bot(name)(observe(state), random.Random(2))
        assert isinstance(action, act.GiveEstimate)
        state = done(state, action)
    assert state.poker is not None
    assert state.poker.open


def test_random_tries_every_kind_of_action_about_as_often() -> None:
    """On the first turn; many cards of one kind do not crowd out the others."""
    state = begin(passports(), 4, 1)
    kinds = {type(action) for action in legal(state)}
    rng = random.Random(5)
    seen = Counter(type(bot("random")(observe(state), rng)) for _ in range(600))
    assert set(seen) == kinds
    assert min(seen.values()) > 0.6 * 600 / len(kinds)


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no bot 'mehtod'; there are: random, rush, method"):
        bot("mehtod")


def test_a_bot_that_breaks_the_rules_is_told_so() -> None:
    def hasty(s: State, rng: random.Random) -> Action:
        return act.Anchor(s.turn, "booking", "citizen", 0)

    with pytest.raises(RuntimeError, match=r"may not do this: Anchor.*too_early"):
        play_game(passports(), 4, 1, hasty)


def test_a_bot_that_never_ends_is_stopped() -> None:
    def undecided(s: State, rng: random.Random) -> Action:
        if not s.ideas:
            return act.PlaceIdea(s.turn, s.idea_hands[s.turn][0], 3)
        b = s.ideas[0].benefit(s.ideas[0].card.track)
        assert b is not None
        return act.Revise(s.turn, s.ideas[0].id, s.ideas[0].card.track, 5 - b.estimate)

    with pytest.raises(RuntimeError, match="did not end"):
        play_game(tiny(), 4, 1, undecided)


def test_habits_left_out_are_left_out() -> None:
    left_out: dict[str, tuple[type, ...]] = {
        "method-without-trials": (act.Trial,),
        "method-without-anchoring": (act.Anchor, act.FollowUp),
        "method-without-risks": (act.PlaceRisk, act.Mitigate),
        "method-without-abilities": (act.UseAbility, act.Claim),
    }
    everything = {
        type(a) for seed in (1, 2) for _, a in decisions(passports(), 6, seed, bot("method"))
    }
    for name, kinds in left_out.items():
        done_without = {type(a) for _, a in decisions(passports(), 6, 1, bot(name))}
        assert set(kinds) <= everything
        assert not done_without & set(kinds), name
    assert Habits() == Habits(trials=True, only=None)
