"""What is listed as legal is what may be done, all through some games."""

from __future__ import annotations

import pytest

from game.engine import Action, Applied, State, apply, legal, legal_actions
from game.engine import actions as act
from game.engine.chance import draw
from game.engine.examples import tiny
from tests.engine.table import Table
from tests.engine.universe import LISTED, allowed


def course(seats: int, written: bool) -> list[State]:
    """The states of a game that takes every kind of action in its turn."""
    table = Table(tiny(), seats=seats, seed=seats)
    if written:
        table.do(act.WriteIdea(0, "Own", "citizen", "service", 2))
    states, n = [table.state], 0
    while not states[-1].over:
        kinds: dict[str, list[Action]] = {}
        for action in legal(states[-1]):
            kinds.setdefault(type(action).__name__, []).append(action)
        if len(kinds) > 2:
            kinds.pop("Pass", None)
        some = kinds[sorted(kinds)[draw(seats, "kind", n, len(kinds))]]
        applied = apply(states[-1], some[draw(seats, "which", n, len(some))])
        assert isinstance(applied, Applied)
        states.append(applied.state)
        n += 1
    return states


@pytest.mark.parametrize(("seats", "written"), [(1, False), (3, True), (4, False), (8, True)])
def test_legal_lists_each_action_that_check_allows_once(seats: int, written: bool) -> None:
    states = course(seats, written)
    seen: set[type] = set()
    for state in states[::3]:
        listed = legal(state)
        assert len(set(listed)) == len(listed)
        assert set(listed) == allowed(state)
        seen |= {type(action) for action in listed}
    assert {act.Trial, act.Anchor, act.Revise, act.Proceed} <= seen


def test_kinds_without_rows_of_their_own_are_listed_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    states = course(2, False)[::5]
    fast = [set(legal(state)) for state in states]
    monkeypatch.setattr(legal_actions, "_turn", lambda s: [])
    monkeypatch.setattr(legal_actions, "_between_turns", lambda s: [])
    monkeypatch.setattr(legal_actions, "WITHOUT_ROWS", LISTED)
    slow = [legal(state) for state in states]
    assert [set(listed) for listed in slow] == fast
    assert [len(listed) for listed in slow] == [len(listed) for listed in fast]


def test_rows_are_made_for_kinds_that_are_listed() -> None:
    assert set(LISTED) >= legal_actions.WITH_ROWS


def test_every_game_comes_to_its_end() -> None:
    assert [course(seats, False)[-1].over for seats in (2, 5)] == [True, True]


def test_a_list_is_the_callers_own() -> None:
    state = Table().place("a").state
    first = legal(state)
    first.clear()
    assert legal(state)


def test_nothing_is_legal_when_the_game_is_over() -> None:
    assert legal(Table().end().state) == []


def test_to_proceed_is_all_there_is_before_the_check_and_the_next_round() -> None:
    table = Table().rest()
    assert legal(table.state) == [act.Proceed()]
    assert legal(table.do(act.Proceed()).state) == [act.Proceed()]
