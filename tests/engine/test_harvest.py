"""The arithmetic of the harvest by the version of the rules: games of the first keep theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine import Benefit, Idea, State
from game.engine.harvest import after_stumble, carrying_out_price, of_harm, without_owner
from tests.engine.table import Table, case, idea
from tests.rows import each_row

CLAIMED = Benefit(3, 0, owner=0)
NAMED = Benefit(-3, 0)
MADE_UP = Benefit(-3, 0, amends="")


def played_by(edition: int, **more: object) -> State:
    """A state as if a version of the rules had played it."""
    return replace(Table(case(**more)).state, edition=edition)


def tried(*, stumbled: bool = False, proven: bool = False, cost: int = 3) -> Idea:
    """An idea that stumbled, or is proven."""
    (there,) = Table(case(idea("a", cost=cost))).place("a").state.ideas
    return replace(there, stumbled=stumbled, was_proven=proven)


# ------------------------------------------------------------------ after a stumble
@pytest.mark.parametrize(("effect", "left"), [(6, 3), (5, 2), (1, 0), (0, 0), (-3, -3)])
def test_in_the_first_version_a_stumble_halved_gains_rounded_down_and_no_harms(
    effect: int, left: int
) -> None:
    first = played_by(1)
    assert after_stumble(first, tried(stumbled=True), effect) == left
    assert after_stumble(first, tried(), effect) == effect


@pytest.mark.parametrize("effect", [6, 1, 0, -3])
def test_a_stumble_leaves_every_effect_as_it_is(effect: int) -> None:
    assert after_stumble(played_by(2), tried(stumbled=True), effect) == effect


# ------------------------------------------------------------------ without an owner
@pytest.mark.parametrize(("effect", "home"), [(6, 3), (5, 2), (2, 1), (1, 0), (0, 0)])
def test_in_the_first_version_half_came_home_without_an_owner(effect: int, home: int) -> None:
    assert without_owner(played_by(1), effect) == home


@pytest.mark.parametrize(("effect", "home"), [(6, 3), (5, 3), (3, 3), (2, 2), (1, 1), (0, 0)])
def test_3_at_most_come_home_without_an_owner(effect: int, home: int) -> None:
    assert without_owner(played_by(2), effect) == home
    assert without_owner(played_by(2, unowned=6), effect) == effect


# ------------------------------------------------------------------ harms
@each_row("claim", [None, CLAIMED, NAMED, MADE_UP])
@each_row("effect", [0, -1, -4])
def test_in_the_first_version_a_harm_counted_as_it_was(effect: int, claim: Benefit | None) -> None:
    assert of_harm(played_by(1), claim, effect) == effect


@each_row(
    "claim, effect, comes_to",
    [
        *((None, -1, -3), (None, -4, -6), (CLAIMED, -4, -6)),
        *((NAMED, -1, -1), (NAMED, -4, -4)),
        *((MADE_UP, -1, 0), (MADE_UP, -2, 0), (MADE_UP, -4, -2)),
    ],
)
def test_a_harm_is_more_where_nobody_spoke_of_it_and_less_where_it_was_made_up_for(
    claim: Benefit | None, effect: int, comes_to: int
) -> None:
    assert of_harm(played_by(2), claim, effect) == comes_to


@pytest.mark.parametrize("claim", [None, CLAIMED, NAMED, MADE_UP])
def test_what_harms_nobody_is_no_harm(claim: Benefit | None) -> None:
    assert of_harm(played_by(2), claim, 0) == 0


# ------------------------------------------------------------------ the price
@pytest.mark.parametrize(("cost", "price"), [(3, 2), (2, 1), (1, 1)])
def test_in_the_first_version_a_proven_idea_cost_1_less_and_never_below_1(
    cost: int, price: int
) -> None:
    assert carrying_out_price(played_by(1), tried(proven=True, cost=cost)) == price
    assert carrying_out_price(played_by(1), tried(cost=cost)) == cost


@pytest.mark.parametrize("cost", [3, 2, 1])
def test_an_idea_costs_what_it_costs_proven_or_not(cost: int) -> None:
    for proven in (True, False):
        assert carrying_out_price(played_by(2), tried(proven=proven, cost=cost)) == cost
