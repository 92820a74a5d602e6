"""What a debrief says of people who came late, left, or took over."""

from __future__ import annotations

from game.debrief import moments as mo
from game.engine import actions as act
from tests.debrief.recorded import Recorded
from tests.engine.table import case, idea


def game(seats: int = 3) -> Recorded:
    return Recorded(case(*(idea(letter) for letter in "abcdefgh")), seats=seats)


def without_move(played: Recorded) -> list[mo.TurnWithoutMove]:
    found = [m.about for m in played.found(mo.TurnWithoutMove)]
    return [about for about in found if isinstance(about, mo.TurnWithoutMove)]


def test_who_made_a_claim_keeps_the_name_of_then_and_the_owner_has_the_name_of_now() -> None:
    played = Recorded(case(idea("a")), seats=2)
    played.place("a").concretise().anchor(owner=0)
    played.do(act.Replace(0, "Eli"))
    found = played.debrief
    (story,) = found.benefits
    assert story.estimates[0].person.name == "seat 0", "who was there then"
    owner = played.benefit().owner
    assert owner is not None
    assert found.people[owner].name == "Eli", "who answers for it now"
    assert [person.name for person in found.earlier] == ["seat 0"]


def test_nobody_was_silent_while_they_were_away() -> None:
    played = game()
    played.do(act.Leave(1)).next_round()
    found = played.debrief
    assert {seat for seat in range(3) if found.seats[seat].without_move} == {0, 2}
    assert found.seats[1].without_move == ()
    assert found.seats[1].turns == 0


def test_a_number_in_estimate_poker_is_no_move_and_no_silence() -> None:
    played = game()
    played.place("a").do(act.CallEstimates("a", "citizen"))
    played.do(*(act.GiveEstimate(seat, 2) for seat in range(3)), act.CloseEstimates())
    played.next_round()
    found = played.debrief
    assert [seat.rounds_without_move for seat in found.seats] == [(), (1,), (1,)]
    assert [seat.contributions for seat in found.seats] == [1, 0, 0]
    assert without_move(played) == [], "who answered was not silent"


def test_a_turn_that_somebody_left_was_no_turn_without_a_move() -> None:
    played = game().do(act.Leave(0)).next_round()
    assert played.debrief.seats[0].without_move == ()


def test_where_most_did_nothing_nobody_is_told_of_alone() -> None:
    """With three of five it is the group's round; with two of five it is theirs."""
    for busy, told in ((2, []), (3, [0, 1])):
        played = game(5)
        for seat in range(5):
            if seat >= 5 - busy:
                played.do(act.Rally(seat))
            played.do(act.Pass(seat))
        played.next_round()
        assert [about.person.seat for about in without_move(played)] == told


def test_where_most_placed_nothing_nobody_is_told_of_alone_for_not_having_been_asked() -> None:
    """Two of three placed nothing, and of them one gave a number: the other is no exception."""
    played = game().place("a").do(act.CallEstimates("a", "citizen"))
    played.do(act.GiveEstimate(0, 2), act.GiveEstimate(1, 2), act.CloseEstimates())
    played.next_round()
    assert [seat.rounds_without_move for seat in played.debrief.seats] == [(), (1,), (1,)]
    assert without_move(played) == []


def test_who_came_late_is_not_said_to_have_been_silent_in_that_round() -> None:
    played = game(2).do(act.Rally(0), act.Pass(0), act.Rally(1), act.Arrive("Late")).next_round()
    assert played.debrief.seats[2].rounds_without_move == ()
    assert without_move(played) == []


def test_a_turn_without_a_move_is_told_of_who_had_it() -> None:
    played = game().do(act.Pass(0))
    for seat in (1, 2):
        played.do(act.Rally(seat), act.Pass(seat))
    played.next_round().do(act.Replace(0, "Eli"))
    found = played.debrief
    assert "seat 0" in [about.person.name for about in without_move(played)]
    told = {story.person.name: story.rounds_without_move for story in found.seats}
    assert (told["seat 0"], told["Eli"]) == ((1,), ()), "not of who came after"


def test_who_came_late_has_a_story() -> None:
    played = game(2).do(act.Arrive("Late")).next_round()
    assert [story.person.name for story in played.debrief.seats][2] == "Late"


def test_estimates_without_a_number_are_left_out() -> None:
    played = Recorded(case(idea("a")), seats=3).place("a")
    played.do(act.Leave(2), act.CallEstimates("a", "citizen"))
    played.do(act.GiveEstimate(0, 1), act.GiveEstimate(1, 5))
    played.do(act.CallEstimates("a", "citizen"))
    played.do(act.GiveEstimate(0, None), act.GiveEstimate(1, None))
    (story,) = played.debrief.benefits
    assert [poll.by_seat for poll in story.polls] == [((0, 1), (1, 5))]
    (spread,) = played.found(mo.EstimatesSpread)
    assert isinstance(spread.about, mo.EstimatesSpread)
    assert spread.about.values == (1, 5)
    assert [p.seat for p in (*spread.about.lowest, *spread.about.highest)] == [0, 1]


def test_everybody_believed_is_not_said_where_somebody_had_no_opinion() -> None:
    for last, believed in ((3, True), (None, False)):
        played = Recorded(case(idea("a", effects={})), seats=2, dice=(1, 1)).place("a", 4)
        played.do(act.CallEstimates("a", "citizen"))
        played.do(act.GiveEstimate(0, 4), act.GiveEstimate(1, last))
        played.implementing().implement().end()
        (nothing,) = played.found(mo.HarvestedNothing)
        assert isinstance(nothing.about, mo.HarvestedNothing)
        assert bool(nothing.about.values) == believed
