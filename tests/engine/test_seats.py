"""One to eight seats, their roles, and how actions are shared."""

from __future__ import annotations

from typing import Any

import pytest

from game.engine import Rules, Seat, cost, start
from game.engine import actions as act
from game.engine import events as ev
from game.engine.examples import tiny
from tests.engine.table import Table, with_rules
from tests.rows import each_row

SHARES = {
    1: [10],
    2: [5, 5],
    3: [4, 3, 3],
    4: [3, 3, 2, 2],
    5: [2, 2, 2, 2, 2],
    6: [2, 2, 2, 2, 1, 1],
    7: [2, 2, 1, 1, 1, 1, 1],
    8: [2, 1, 1, 1, 1, 1, 1, 1],
}


def turns_of(table: Table) -> list[tuple[int, int]]:
    """The seats of a round in turn, with their actions."""
    turns = []
    while table.state.step == "turn":
        turns.append((table.seat, table.state.actions))
        table.do(act.Pass(table.seat))
    return turns


@each_row("seats", range(1, 9))
def test_11_actions_a_round_shared_evenly_the_rest_to_the_first(seats: int) -> None:
    shares = [actions for _, actions in turns_of(Table(tiny(), seats=seats))]
    assert sum(shares) == 11
    assert shares == sorted(shares, reverse=True)
    assert max(shares) - min(shares) <= 1


@each_row("seats", range(1, 9))
def test_a_case_may_give_many_seats_fewer_actions(seats: int) -> None:
    fewer = Rules(actions=10, actions_many_seats=9)
    turns = turns_of(Table(tiny(fewer), seats=seats))
    assert [actions for _, actions in turns] == SHARES[seats]


def test_the_starting_seat_moves_on_by_one_each_round() -> None:
    table = Table(with_rules(tiny()), seats=3)
    first = []
    while not table.state.over:
        if table.state.step == "choice":
            table.do(act.Choose(table.seat, 0))
        first.append([seat for seat, _ in turns_of(table)])
        table.next_round()
    assert first[:4] == [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 1, 2]]


def test_with_fewer_actions_than_seats_the_last_seats_have_no_turn() -> None:
    table = Table(with_rules(tiny(), actions=2), seats=4)
    assert turns_of(table) == [(0, 1), (1, 1)]


def test_a_turn_ends_with_its_last_action_or_by_passing() -> None:
    table = Table(tiny(), seats=4)
    table.do(act.Rally(0), act.Rally(0))
    assert table.seat == 0
    table.do(act.Rally(0))
    assert table.seat == 1
    assert table.one(ev.TurnBegan).actions == 3
    table.do(act.Pass(1))
    assert table.seat == 2


def test_pass_is_free_and_only_on_the_own_turn() -> None:
    table = Table(tiny(), seats=2)
    capacity = table.state.capacity
    assert table.refused(act.Pass(1)) == "not_your_turn"
    assert table.do(act.Pass(0)).state.capacity == capacity


@each_row("seat", [-1, 2, True, "0", None, [], 10**20, 0.0, float("nan")])
def test_out_of_turn_is_refused(seat: object) -> None:
    assert Table(tiny(), seats=2).refused(act.Rally(seat)) == "not_your_turn"


# ------------------------------------------------------------------ roles
def dealt(seats: int, rules: Rules | None = None) -> list[int]:
    """How many roles each seat plays where nobody took one."""
    return [len(seat.roles) for seat in Table(tiny(rules), seats=seats).state.seats]


@pytest.mark.parametrize(
    ("seats", "roles"),
    [(1, [6]), (2, [3, 3]), (3, [2, 2, 2]), (4, [2, 2, 1, 1]), (5, [2, 1, 1, 1, 1]), (6, [1] * 6)],
)
def test_below_six_seats_roles_are_dealt_out_until_six_are_in_play(
    seats: int, roles: list[int]
) -> None:
    assert dealt(seats) == roles


@pytest.mark.parametrize(("seats", "roles"), [(1, [2]), (2, [1, 1]), (3, [1, 1, 1])])
def test_a_case_may_say_how_many_roles_are_in_play(seats: int, roles: list[int]) -> None:
    assert dealt(seats, Rules(roles_in_play=2)) == roles


def test_eight_seats_have_eight_roles_each_taken_once() -> None:
    held = [role for seat in Table(tiny(), seats=8).state.seats for role in seat.roles]
    assert len(held) == len(set(held)) == 8


def test_a_role_that_a_seat_took_is_its_own() -> None:
    seats = [Seat("Ane", ("role-analyst",)), Seat("Bo", ())]
    first, second = Table(tiny(), seats=seats).state.seats
    assert first.roles[0] == "role-analyst"
    assert "role-analyst" not in second.roles
    assert len(first.roles + second.roles) == 6


def test_a_case_with_few_roles_leaves_some_seats_without() -> None:
    from tests.engine.table import case, role

    held = Table(case(roles=[role("sponsor")]), seats=3).state.seats
    assert [seat.roles for seat in held] == [("sponsor",), (), ()]


@pytest.mark.parametrize(
    "seats",
    [
        [],
        [Seat("x", ())] * 9,
        [Seat("x", ("no such role",))],
        [Seat("x", ("role-sponsor",)), Seat("y", ("role-sponsor",))],
        [Seat(5, ())],
        [Seat("x", "role-sponsor")],
        [Seat("x", ["role-sponsor"])],
        [Seat("x", (5,))],
        ["x", "y"],
    ],
)
def test_seats_that_do_not_fit_the_case_are_an_error(seats: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"seats|role"):
        start(tiny(), seats, 1)


@pytest.mark.parametrize("action", [None, "Pass", act.Pass])
def test_what_is_no_action_has_no_price(action: Any) -> None:
    with pytest.raises(ValueError, match="is no action"):
        cost(start(tiny(), [Seat("x", ())], 1).state, action)
