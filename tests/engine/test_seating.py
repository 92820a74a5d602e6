"""People come and go: late, away and back, another person on a seat, one role more."""

from __future__ import annotations

import pytest

from game.engine import Aim, Effect, Role, Seat, digest, from_json, legal, observe, result, to_json
from game.engine import actions as act
from game.engine import events as ev
from game.engine.lookups import share
from tests.engine.table import Table, case, event, idea, role, with_rules

IDEAS = [idea(chr(97 + n)) for n in range(24)]
ROLES = [role("sponsor"), role("controller"), role("analyst")]


def table(seats: int = 3, **more: object) -> Table:
    """A game with three roles, of which each of the first seats plays one."""
    return Table(case(*IDEAS, roles=ROLES, roles_in_play=seats, **more), seats=seats)


def with_a(seats: int = 3) -> Table:
    """The same with a single idea, in the hand of the first seat."""
    setup = case(idea("a"), roles=ROLES, roles_in_play=seats)
    return Table(setup, seats=seats)


def shares(at: Table) -> list[int]:
    """The actions of every seat that is waited for, from the one in turn on."""
    return [at.state.actions, *(share(at.state, seat) for seat in at.state.waiting)]


# ------------------------------------------------------------------ coming late
def test_somebody_comes_late_with_a_name_and_a_free_role() -> None:
    at = table(2).do(act.Arrive("Late", "analyst"))
    assert at.state.seats[2] == Seat("Late", ("analyst",))
    assert at.one(ev.SeatAdded).seat == 2


def test_who_comes_late_gets_cards_as_the_others_got_them() -> None:
    at = table(3).do(act.Arrive("Late"))
    assert len(at.state.idea_hands[3]) == 8 // 4
    assert len(at.state.benefit_hands[3]) == 0, "the deck was empty"
    at = table(3).until(3).do(act.Arrive("Late"))
    assert len(at.state.idea_hands[3]) == (8 + 4 + 4) // 4


def test_who_comes_before_the_cards_of_an_opening_are_dealt_gets_those_with_the_others() -> None:
    choice = event(Effect(capacity=1), Effect(trust=1))
    at = table(3, events=[choice]).next_round()
    assert at.state.step == "choice"
    at.do(act.Arrive("Late"))
    assert len(at.state.idea_hands[3]) == 8 // 4
    at.do(act.Choose(at.seat, 0))
    assert len(at.state.idea_hands[3]) == 8 // 4 + 4 // 4


def test_who_comes_late_has_a_turn_after_all_others() -> None:
    at = table(3).do(act.Arrive("Late"))
    assert at.state.waiting == (1, 2, 3)
    at.do(*(act.Pass(seat) for seat in (0, 1, 2)))
    assert at.seat == 3
    at.do(act.Pass(3))
    assert at.state.step == "check"


def test_the_actions_still_to_come_are_shared_anew_when_somebody_comes() -> None:
    at = table(3)
    assert shares(at) == [4, 3, 3]
    at.do(act.Arrive("Late"))
    assert shares(at) == [4, 2, 2, 2], "as many as before"
    assert at.one(ev.ActionsShared).shares == ((1, 2), (2, 2), (3, 2))
    assert shares(at.next_round()) == [3, 3, 2, 2], "the next round is shared by all four"


def test_who_comes_when_nothing_is_left_to_share_begins_in_the_next_round() -> None:
    at = table(2).do(act.Pass(0), act.Arrive("Late"))
    assert (at.state.waiting, at.told(ev.ActionsShared)) == ((), [])
    at.do(act.Pass(1))
    assert at.state.step == "check"
    assert len(shares(at.next_round())) == 3


def test_a_table_has_eight_seats_at_most() -> None:
    at = table(7).do(act.Arrive("Late"))
    assert at.refused(act.Arrive("Later")) == "no_seat_left"


@pytest.mark.parametrize(
    ("name", "played", "code"),
    [
        (" ", None, "empty_text"),
        (None, None, "bad_text"),
        ("x" * 81, None, "long_text"),
        ("Late", "nobody", "no_such_role"),
        ("Late", [], "no_such_role"),
        ("Late", "sponsor", "role_in_use"),
    ],
)
def test_who_cannot_come(name: object, played: object, code: str) -> None:
    assert table(2).refused(act.Arrive(name, played)) == code  # type: ignore[arg-type]


# ------------------------------------------------------------------ away
def test_turns_pass_over_who_is_away() -> None:
    at = table(3).do(act.Leave(1))
    assert at.state.waiting == (2,)
    assert shares(at) == [4, 6], "what it would have had is for those who still come"
    at.do(act.Pass(0))
    assert at.seat == 2
    at.next_round()
    assert at.state.starter == 2, "who begins is passed over too"
    assert [at.seat, *at.state.waiting] == [2, 0]
    assert shares(at) == [5, 5]


def test_a_turn_passes_on_when_who_has_it_leaves() -> None:
    at = table(3).do(act.Rally(0), act.Leave(0))
    assert at.seat == 1
    assert shares(at) == [5, 4], "what was left of the turn is for those who still come"
    at.do(act.Pass(1), act.Leave(2))
    assert at.state.step == "check"


def test_the_last_one_who_is_there_cannot_leave() -> None:
    at = table(2).do(act.Leave(0))
    assert at.refused(act.Leave(1)) == "last_present"
    assert at.refused(act.Leave(0)) == "seat_away"
    assert at.refused(act.Leave(2)) == "no_such_seat"


def test_cards_are_dealt_to_those_who_are_there() -> None:
    at = table(3).do(act.Leave(1)).next_round()
    assert [seat for seat, _ in at.one(ev.Dealt).ideas] == [2, 0, 2, 0]


def test_an_event_is_decided_by_the_next_one_who_is_there() -> None:
    choice = event(Effect(capacity=1), Effect(trust=1))
    at = table(3, events=[choice]).next_round()
    assert at.seat == at.state.starter == 1
    at.do(act.Leave(1))
    assert at.one(ev.DecisionPassed).seat == at.seat == 2
    assert at.refused(act.Choose(1, 0)) == "not_your_turn"
    at.do(act.Return(1))
    assert at.seat == 1, "and who is back decides again"
    at.do(act.Leave(1), act.Choose(2, 0))
    assert at.seat == 2


def test_what_a_trial_asks_is_decided_by_the_next_one_who_is_there() -> None:
    at = Table(case(*IDEAS), seats=3, dice=(6,)).place("a").trial().rest().do(act.Leave(0))
    at.do(act.Proceed())
    while at.state.step != "adjust":
        at.do(act.Answer(at.seat, 4) if at.state.step == "answer" else act.Proceed())
    assert at.one(ev.AdjustmentAsked).seat == at.seat == 1
    at.do(act.Leave(1))
    assert at.seat == 2
    at.do(act.Adjust(2, "a", "maturity"))


def test_reality_is_answered_by_the_next_one_who_is_there() -> None:
    at = with_a(3).place("a").rest().do(act.Leave(0), act.Proceed())
    assert at.state.step == "answer"
    assert at.one(ev.ClaimTested).seat == 0, "it was that one's claim"
    assert at.seat == 1
    at.do(act.Leave(1))
    assert at.seat == 2
    at.do(act.Answer(2, 3))
    assert at.benefit().estimate == 3


def test_what_somebody_owns_who_is_away_stays_theirs_until_it_is_handed_over() -> None:
    at = with_a(3).place("a").concretise().anchor(owner=1).do(act.Leave(1))
    assert at.benefit().owner == 1
    at.do(act.HandOver(1, "a", "citizen", 2))
    assert at.benefit().owner == 2


def test_nothing_is_given_to_who_is_away() -> None:
    at = with_a(3).place("a").claim("p").concretise().do(act.Leave(2)).anchor(owner=0)
    assert at.refused(act.HandOver(0, "a", "citizen", 2)) == "seat_away"
    assert at.refused(act.Anchor(at.seat, "a", "process", 2)) == "seat_away"
    given = [a for a in legal(at.state) if isinstance(a, act.Anchor | act.HandOver)]
    assert given
    assert 2 not in [a.owner if isinstance(a, act.Anchor) else a.to for a in given]


def test_the_roles_of_who_is_away_count_as_before_and_who_owns_is_asked_of_those_there() -> None:
    roles = [
        Role("line_manager", "line_manager", Aim("everyone_owns_at_least", 1)),
        Role("controller", "controller", Aim("track_at_least", 0, "economy")),
    ]
    at = Table(case(idea("a"), roles=roles, roles_in_play=2), seats=2).place("a").concretise()
    at.anchor(owner=0)
    assert [aim.met for aim in result(at.state).aims] == [False, True]
    at.do(act.Leave(1))
    found = result(at.state)
    assert [aim.met for aim in found.aims] == [True, True], "an aim stays with its role"
    assert (found.evenness, found.at_table) == (None, 1), "one alone cannot lie unevenly"


def test_who_is_away_is_not_asked_for_an_estimate() -> None:
    at = with_a(3).do(act.Leave(2), act.CallEstimates("a", "citizen"))
    assert at.refused(act.GiveEstimate(2, 3)) == "seat_away"
    at.do(act.GiveEstimate(0, 3), act.GiveEstimate(1, None))
    turned = at.one(ev.EstimatesTurned)
    assert (turned.values, turned.absent, turned.unsure) == ((3, None, None), (2,), (1,))
    assert turned.by_seat == ((0, 3),)


def test_estimates_are_turned_when_the_last_one_missing_leaves() -> None:
    at = with_a(3).do(act.CallEstimates("a", "citizen"), act.GiveEstimate(0, 2))
    at.do(act.GiveEstimate(1, 4), act.Leave(2))
    assert at.one(ev.EstimatesTurned).numbers == (2, 4)
    at.do(act.Return(2), act.Arrive("Late"), act.CloseEstimates())


def test_a_number_counts_whoever_gave_it_and_left() -> None:
    at = with_a(3).do(act.CallEstimates("a", "citizen"), act.GiveEstimate(2, 5), act.Leave(2))
    assert at.state.poker is not None
    assert at.state.poker.missing == (0, 1)
    at.do(act.GiveEstimate(0, 2), act.GiveEstimate(1, 2))
    assert at.one(ev.EstimatesTurned).values == (2, 2, 5)


def test_who_comes_while_estimates_are_given_is_asked_too() -> None:
    at = with_a(2).do(act.Leave(1), act.CallEstimates("a", "citizen"))
    at.do(act.Return(1), act.Arrive("Late"))
    assert at.state.poker is not None
    assert at.state.poker.missing == (0, 1, 2)


def test_estimates_are_put_away_when_the_last_turn_ends_with_who_leaves() -> None:
    at = with_a(2).do(act.Pass(0), act.CallEstimates("a", "citizen"), act.Leave(1))
    assert (at.state.step, at.state.poker) == ("check", None)


# ------------------------------------------------------------------ back
def test_who_is_back_has_a_turn_after_all_others() -> None:
    at = table(3).do(act.Leave(1), act.Return(1))
    assert at.state.waiting == (2, 1)
    assert sum(shares(at)) == 10


def test_who_has_had_their_turn_has_no_second_one_in_this_round() -> None:
    at = table(3).do(act.Rally(0), act.Leave(0), act.Return(0))
    assert (at.seat, at.state.waiting) == (1, (2,))
    assert at.next_round().state.waiting == (2, 0), "in the next round it has one again"


def test_only_who_is_away_can_come_back() -> None:
    assert table(3).refused(act.Return(1)) == "not_away"
    assert table(3).refused(act.Return(3)) == "no_such_seat"


# ------------------------------------------------------------------ another person
def test_somebody_else_takes_a_seat_with_all_that_belongs_to_it() -> None:
    at = with_a(3).place("a").concretise().anchor(owner=1)
    before = at.state
    at.do(act.Replace(1, "New"))
    assert at.state.seats[1] == Seat("New", ("controller",))
    assert at.state.idea_hands == before.idea_hands
    assert at.benefit().owner == 1
    assert at.state.waiting == before.waiting


def test_who_takes_the_seat_of_somebody_away_is_there() -> None:
    at = table(3).do(act.Leave(1), act.Replace(1, "New"))
    assert at.state.away == ()
    assert at.state.waiting == (2, 1)


@pytest.mark.parametrize(
    ("place", "name", "code"),
    [
        (3, "New", "no_such_seat"),
        (None, "New", "no_such_seat"),
        (1, "", "empty_text"),
    ],
)
def test_who_cannot_take_a_seat(place: object, name: str, code: str) -> None:
    assert table(3).refused(act.Replace(place, name)) == code  # type: ignore[arg-type]


# ------------------------------------------------------------------ another role
def test_a_seat_plays_a_free_role_too() -> None:
    at = table(2).do(act.TakeRole(0, "analyst"))
    assert at.state.seats[0].roles == ("sponsor", "analyst")
    assert at.one(ev.RoleMoved).source is None
    assert len(result(at.state).aims) == 3, "its aim is one more"


def test_a_seat_plays_the_role_of_somebody_away_too() -> None:
    at = with_a(3).place("a").do(act.Leave(1), act.TakeRole(0, "controller"))
    assert [seat.roles for seat in at.state.seats] == [("sponsor", "controller"), (), ("analyst",)]
    assert at.one(ev.RoleMoved).source == 1
    assert at.allows(act.UseAbility(0, "controller"))


def test_a_role_comes_back_from_a_seat_that_plays_several() -> None:
    at = table(3).do(act.Leave(1), act.TakeRole(0, "controller"), act.Return(1))
    at.do(act.TakeRole(1, "controller"))
    assert [seat.roles for seat in at.state.seats[:2]] == [("sponsor",), ("controller",)]


@pytest.mark.parametrize(
    ("place", "played", "code"),
    [
        (0, "sponsor", "own_role"),
        (0, "controller", "role_in_use"),
        (0, "nobody", "no_such_role"),
        (0, 7, "no_such_role"),
        (2, "sponsor", "seat_away"),
        (9, "sponsor", "no_such_seat"),
    ],
)
def test_which_role_cannot_be_taken(place: int, played: object, code: str) -> None:
    at = table(3).do(act.Leave(2))
    assert at.refused(act.TakeRole(place, played)) == code  # type: ignore[arg-type]


def test_an_ability_that_was_used_is_not_used_again_by_who_takes_its_role() -> None:
    at = table(3).do(act.UseAbility(0, "sponsor"), act.Leave(0), act.TakeRole(1, "sponsor"))
    assert at.refused(act.UseAbility(1, "sponsor")) == "ability_used"


# ------------------------------------------------------------------ in general
def test_nobody_comes_or_goes_once_the_game_is_over() -> None:
    at = table(2).do(act.Leave(1)).end()
    for action in (
        act.Arrive("Late"),
        act.Leave(0),
        act.Return(1),
        act.Replace(0, "New"),
        act.TakeRole(0, "analyst"),
    ):
        assert at.refused(action) == "game_over"


def test_a_phase_that_is_ended_ends_what_was_shared_anew() -> None:
    at = table(3).do(act.Leave(1), act.EndPhase())
    assert (at.state.step, at.state.shares) == ("check", ())


def test_everybody_sees_who_is_there_and_a_state_keeps_it() -> None:
    at = table(3).do(act.Rally(0), act.Leave(0), act.Arrive("Late"), act.TakeRole(1, "sponsor"))
    seen = observe(at.state, 1)
    assert (seen.away, seen.gone, seen.shares, seen.seats) == (
        at.state.away,
        at.state.gone,
        at.state.shares,
        at.state.seats,
    )
    assert from_json(to_json(at.state)) == at.state


def test_a_fingerprint_tells_who_sits_where() -> None:
    at, other = table(2), table(2)
    before = digest(at.state)
    at.do(act.Replace(0, "New"))
    other.do(act.Replace(0, "Newer"))
    assert len({before, digest(at.state), digest(other.state)}) == 3


def test_a_case_that_gives_many_seats_fewer_actions_counts_those_who_are_there() -> None:
    setup = with_rules(case(*IDEAS), actions_many_seats=7, many_seats=3)
    at = Table(setup, seats=3)
    assert sum(shares(at)) == 7
    assert sum(shares(at.do(act.Leave(1)).next_round())) == 10
