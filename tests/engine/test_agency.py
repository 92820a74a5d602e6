"""Who has to decide, when a game is over, and what it came to."""

from __future__ import annotations

from typing import Any

from game.engine import Aim, Effect, current_player, is_terminal, legal, result, returns
from game.engine import actions as act
from tests.engine.table import Table, case, event, idea, role


def test_in_a_turn_it_is_the_seat_in_turn() -> None:
    table = Table(seats=3)
    assert current_player(table.state) == 0
    assert current_player(table.do(act.Pass(0)).state) == 1


def test_before_the_check_and_the_next_round_anybody_may_go_on() -> None:
    table = Table(seats=2).rest()
    assert (current_player(table.state), is_terminal(table.state)) == (None, False)
    assert legal(table.state) == [act.Proceed()]


def test_a_choice_is_the_starting_seats() -> None:
    choice = case(idea("a"), events=[event(Effect(capacity=1), Effect(trust=1))])
    table = Table(choice, seats=3).until(2)
    assert table.state.step == "choice"
    assert current_player(table.state) == table.state.starter == 1


def test_while_estimates_are_given_it_is_who_has_given_none() -> None:
    table = Table(seats=3).do(act.Pass(0), act.CallEstimates("a", "citizen"))
    order = []
    while (seat := current_player(table.state)) is not None and table.state.poker is not None:
        if table.state.poker.open:
            break
        order.append(seat)
        table.do(act.GiveEstimate(seat, 3))
    assert order == [1, 2, 0]
    assert current_player(table.state) == 1, "then the turn goes on"


def test_a_game_that_is_played_has_come_to_nothing_yet() -> None:
    table = Table(seats=2).set("citizen", 8)
    assert not is_terminal(table.state)
    assert returns(table.state) == (0.0, 0.0)


def over(*aims: Aim, seats: int = 2, **points: int) -> Any:
    """A game that has ended, with these points on its tracks."""
    roles = [role(ability, aim) for ability, aim in zip(("analyst", "sponsor"), aims, strict=False)]
    table = Table(case(idea("a"), roles=roles), seats=seats)
    for track, value in points.items():
        table.set(track, value)
    state = table.end().state
    assert is_terminal(state)
    assert current_player(state) is None
    return state


def test_short_of_the_goals_everybody_gets_the_benefit_rate() -> None:
    state = over(Aim("proven_at_least", 0), citizen=8, process=4)
    assert returns(state) == (result(state).benefit_rate,) * 2 == (0.375, 0.375)


def test_won_is_one_more_and_the_share_of_the_seats_own_aims() -> None:
    met, missed = Aim("track_at_least", 8, "citizen"), Aim("proven_at_least", 1)
    state = over(met, missed, citizen=8, process=8, economy=8, employee=8)
    assert returns(state) == (3.0, 2.0)


def test_who_has_no_aim_gets_what_the_group_has() -> None:
    state = over(seats=1, citizen=8, process=8, economy=8, employee=8)
    assert returns(state) == (3.0,)


def test_a_game_that_was_stopped_is_worth_nothing() -> None:
    table = Table(seats=2).set("citizen", 8)
    table.set("trust", 0).next_round().set("trust", 0)
    assert table.state.verdict == "stopped"
    assert returns(table.state) == (0.0, 0.0)
