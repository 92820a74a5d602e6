"""A truth drawn anew agrees with all that a seat knows, and follows from nothing else."""

from __future__ import annotations

import random

import pytest

from game.engine import Applied, IdeaCard, Poker, apply, legal, observe, resample, to_json
from game.engine import actions as act
from game.engine.examples import tiny
from game.engine.state_json import from_json
from tests.engine.random_games import otherwise, states
from tests.engine.table import Table, case, idea, role


@pytest.mark.parametrize("seat", [None, 1])
@pytest.mark.parametrize("seed", range(3))
def test_it_looks_to_the_seat_as_the_game_does(seed: int, seat: int | None) -> None:
    for state in states(seed)[::4]:
        seen = observe(state, seat)
        for again in (
            resample(state, seat, 7),
            resample(seen, seat, 7),
            resample(seen, seat, 7, case=state.setup),
        ):
            assert observe(again, seat) == seen


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_is_hidden_plays_a_part_in_it(seed: int) -> None:
    for state in states(seed)[::9]:
        other = otherwise(state, random.Random(seed))
        assert resample(other, 1, 5) == resample(state, 1, 5)
        seen = observe(state, 1)
        assert resample(seen, 1, 5, case=other.setup) == resample(seen, 1, 5, case=state.setup)


@pytest.mark.parametrize("seed", range(3))
def test_it_is_a_whole_game_that_can_be_played_to_its_end(seed: int) -> None:
    rng = random.Random(seed)
    for state in states(seed)[::31]:
        for known in (state, observe(state, 0)):
            again = resample(known, 0, seed)
            assert from_json(to_json(again)) == again
            for _ in range(3_000):
                if again.over:
                    break
                done = apply(again, rng.choice(legal(again)))
                assert isinstance(done, Applied)
                again = done.state
            assert again.over


def test_another_seed_has_another_truth_and_the_same_seed_the_same() -> None:
    state = states(1)[0]
    assert resample(state, 0, 3) == resample(state, 0, 3)
    drawn = [resample(state, 0, seed) for seed in range(30)]
    assert len({tuple(sorted(again.truth.items())) for again in drawn}) == 30
    assert len({again.idea_deck for again in drawn} | {again.risk_deck for again in drawn}) > 20
    assert {again.seed for again in drawn} == set(range(30))


def test_what_is_known_stays_and_arrows_mostly_mean_what_they_say() -> None:
    card = IdeaCard(
        "a",
        "citizen",
        "service",
        promise={"citizen": 2, "process": -1},
        effects={"economy": (9, 9)},
    )
    table = Table(case(card, roles=[role("controller")])).place("a")
    state = table.do(act.UseAbility(0, "controller")).state
    drawn = [resample(state, 0, seed).truth["a"] for seed in range(60)]
    assert {effects[2] for effects in drawn} == {9}, "it has come to light"
    assert {effects[0] for effects in drawn} == {3, 4, 5}
    assert {effects[1] for effects in drawn} == {-3, -2, -1}
    assert 0 in {effects[3] for effects in drawn} <= {0, -1, -2}


def test_cards_that_were_not_seen_are_those_of_the_case_or_imagined() -> None:
    state = states(0)[0]
    hidden = set(state.idea_deck)
    assert set(resample(state, 0, 1).idea_deck) == hidden
    seen = observe(state, 0)
    assert set(resample(seen, 0, 1, case=state.setup).idea_deck) == hidden
    imagined = resample(seen, 0, 1)
    assert imagined.idea_deck == tuple(f"unseen-idea-{n + 1}" for n in range(len(hidden)))
    assert imagined.setup.by_id.ideas["unseen-idea-1"].promise


def test_a_case_of_other_cards_is_refused() -> None:
    with pytest.raises(ValueError, match="it is another one"):
        resample(observe(states(0)[0]), 0, 1, case=case(idea("a")))


@pytest.mark.parametrize("seed", [-1, 2**64, True, "1"])
def test_it_asks_for_a_seed(seed: int) -> None:
    with pytest.raises(ValueError, match="a seed is a whole number"):
        resample(Table(tiny()).state, 0, seed)


def test_own_numbers_stay_and_those_of_others_are_guessed() -> None:
    table = Table(seats=3).do(act.CallEstimates("a", "citizen"))
    table.do(act.GiveEstimate(0, 5), act.GiveEstimate(1, 2))
    given = [resample(table.state, 0, seed).poker for seed in range(60)]
    assert all(isinstance(poker, Poker) for poker in given)
    assert {poker.given[0] for poker in given if poker} == {5}
    assert {poker.given[1] for poker in given if poker} == set(range(7))
    assert {poker.given[2] for poker in given if poker} == {None}
