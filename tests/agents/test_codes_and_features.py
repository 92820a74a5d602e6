"""Every action has a number and every sight as many features, in whatever game."""

from __future__ import annotations

import random
from functools import cache

import pytest

from game.agents.action_codes import LEFT_OUT, WRITTEN, ActionCodes
from game.agents.features import Features
from game.engine import (
    ACTIONS,
    SPECS,
    Applied,
    Seat,
    State,
    apply,
    check,
    current_player,
    legal,
    observe,
    start,
)
from game.engine import actions as act
from game.engine.actions import Proceed
from tests.agents.games import setup_of

CASES = ("koebenhavn-pas", "aeldrepleje-besparelse", "eget-projekt")
each_case = pytest.mark.parametrize("case", CASES)
SEATS = 3


@cache
def decisions(case: str) -> tuple[tuple[State, int], ...]:
    """The states of a random game in which a seat decides, and which."""
    codes, rng = ActionCodes(setup_of(case), SEATS), random.Random(5)
    seats = [Seat(f"{n}", ()) for n in range(SEATS)]
    state, found = start(setup_of(case), seats, 5).state, []
    while not state.over:
        seat, action = current_player(state), Proceed()
        if seat is not None:
            found.append((state, seat))
            allowed = list(codes.allowed(state, seat).values())
            kinds = sorted({type(a).__name__ for a in allowed})
            kinds.remove("Pass") if len(kinds) > 1 and "Pass" in kinds else None
            kind = rng.choice(kinds)
            action = rng.choice([a for a in allowed if type(a).__name__ == kind])
        applied = apply(state, action)
        assert isinstance(applied, Applied)
        state = applied.state
    return tuple(found)


# ------------------------------------------------------------------ numbers
@each_case
def test_a_number_is_the_same_action_there_and_back(case: str) -> None:
    codes = ActionCodes(setup_of(case), SEATS)
    for state, seat in decisions(case)[::3]:
        for code, action in codes.allowed(state, seat).items():
            assert 0 <= code < codes.size
            assert codes.number(state, action) == code
            assert codes.action(state, seat, code) == action
            assert check(state, action) is None


@each_case
def test_all_that_a_seat_may_do_has_a_number(case: str) -> None:
    codes = ActionCodes(setup_of(case), SEATS)
    for state, seat in decisions(case)[::3]:
        numbered = set(codes.allowed(state, seat).values())
        own = {a for a in legal(state) if getattr(a, "seat", None) == seat}
        assert own <= numbered
        assert all(type(action) in WRITTEN for action in numbered - own)


def test_every_kind_has_numbers_or_it_is_said_why_not() -> None:
    kinds = {kind for case in CASES for kind in ActionCodes(setup_of(case), SEATS).kinds}
    players = {kind for kind in ACTIONS if SPECS[kind].who != "facilitator"}
    assert kinds == players - LEFT_OUT.keys()


def test_what_a_case_deals_is_not_written() -> None:
    assert not WRITTEN.keys() & set(ActionCodes(setup_of("koebenhavn-pas"), SEATS).kinds)
    assert WRITTEN.keys() < set(ActionCodes(setup_of("eget-projekt"), SEATS).kinds)


def test_numbers_are_for_every_game_of_a_case() -> None:
    one, other = (ActionCodes(setup_of("koebenhavn-pas"), SEATS) for _ in range(2))
    assert (one.size, one.kinds) == (other.size, other.kinds)


@pytest.mark.parametrize("code", [-1, 10**9])
def test_a_number_of_nothing_is_named(code: int) -> None:
    state, seat = decisions("koebenhavn-pas")[0]
    with pytest.raises(ValueError, match="an action is a number from 0 to"):
        ActionCodes(setup_of("koebenhavn-pas"), SEATS).action(state, seat, code)


def test_what_lies_beyond_the_places_cannot_be_chosen() -> None:
    codes = ActionCodes(setup_of("koebenhavn-pas"), SEATS, ideas=1)
    state, _ = next((s, n) for s, n in decisions("koebenhavn-pas") if len(s.ideas) > 2)
    assert codes.number(state, act.Shelve(0, state.ideas[0].id)) is not None
    assert codes.number(state, act.Shelve(0, state.ideas[1].id)) is None
    assert codes.number(state, act.SkipTurn()) is None


# ------------------------------------------------------------------ features
@each_case
def test_they_are_always_as_many_and_from_minus_1_to_1(case: str) -> None:
    features = Features(setup_of(case), SEATS)
    for state, _ in decisions(case)[::5]:
        for seat in range(SEATS):
            seen = features.of(observe(state, seat), seat)
            assert len(seen) == features.size
            assert all(-1.0 <= value <= 1.0 for value in seen)


def test_they_tell_what_happens_and_who_looks() -> None:
    features = Features(setup_of("koebenhavn-pas"), SEATS)
    seen = [tuple(features.of(observe(s, n), n)) for s, n in decisions("koebenhavn-pas")]
    assert len(set(seen)) == len(seen)
    state, _ = decisions("koebenhavn-pas")[0]
    others = {tuple(features.of(observe(state, n), n)) for n in range(SEATS)}
    assert len(others) == SEATS


def test_the_seat_in_turn_is_told_from_the_seats_own_place() -> None:
    features = Features(setup_of("eget-projekt"), SEATS)
    state, seat = decisions("eget-projekt")[0]
    first = len(list(features._of_table(state)))
    for place in range(SEATS):
        seen = features.of(observe(state, (seat - place) % SEATS), (seat - place) % SEATS)
        assert seen[first : first + SEATS] == [float(n == place) for n in range(SEATS)]
