"""What is settled at the start of a session: truth, decks, seats."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine import IdeaCard, Seat, evolve, start
from game.engine import events as ev
from game.engine.examples import tiny
from game.engine.state import State
from tests.engine.table import Table, case

RANGES = IdeaCard("a", "citizen", "service", effects={"citizen": (2, 5), "economy": (-3, -1)})


def test_one_value_of_each_range_is_drawn_at_the_start_of_the_session() -> None:
    truths = [Table(case(RANGES), seed=seed).state.truth["a"] for seed in range(200)]
    assert {t[0] for t in truths} == {2, 3, 4, 5}
    assert {t[2] for t in truths} == {-3, -2, -1}
    assert {(t[1], t[3]) for t in truths} == {(0, 0)}


def test_the_truth_of_a_session_is_its_seeds() -> None:
    first, again = (Table(case(RANGES), seed=5).state.truth for _ in range(2))
    assert first == again


def test_a_card_added_to_a_case_changes_no_other_cards_truth() -> None:
    more = IdeaCard("b", "citizen", "service", effects={"citizen": (1, 6)})
    for seed in range(20):
        both = Table(case(more, RANGES), seed=seed).state.truth
        assert both["a"] == Table(case(RANGES), seed=seed).state.truth["a"]


def test_the_first_events_fold_to_the_first_state() -> None:
    began = start(tiny(), [Seat("Ane", ()), Seat("Bo", ())], 7)
    state = State(tiny())
    for event in began.events:
        state = evolve(state, event)
    assert state == began.state
    assert isinstance(began.events[0], ev.Begun)


def test_the_decks_hold_every_card_once_in_an_order_of_the_seeds() -> None:
    orders = set()
    for seed in range(20):
        begun = start(tiny(), [Seat("Ane", ())], seed).events[0]
        assert isinstance(begun, ev.Begun)
        assert sorted(begun.ideas) == sorted(card.id for card in tiny().ideas)
        orders.add(begun.ideas)
    assert len(orders) == 20


def test_a_game_can_be_begun_with_the_smallest_and_the_greatest_seed() -> None:
    for seed in (0, 2**64 - 1):
        assert Table(case(RANGES), seed=seed).end().state.over


@pytest.mark.parametrize("seed", [-1, 2**64, 1.0, True, "1", None, float("nan")])
def test_a_game_is_not_begun_with_what_is_no_seed(seed: Any) -> None:
    with pytest.raises(ValueError, match="a seed is a whole number from 0 to 2\\*\\*64 - 1, not"):
        start(tiny(), [Seat("Ane", ())], seed)
