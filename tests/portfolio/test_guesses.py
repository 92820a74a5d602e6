"""The guesses of a game as facts: of which kinds of roles they were."""

from __future__ import annotations

from dataclasses import replace

from game.debrief.history import history_of
from game.engine import Seat
from game.engine import actions as act
from game.portfolio.guesses import guess_facts
from tests.debrief.recorded import Recorded
from tests.engine.table import case, idea, role
from tests.wording.cases import tiny_case


def test_a_guess_is_of_the_roles_that_were_played_when_it_was_made() -> None:
    setup = case(idea("a", maturity=6), roles=[role("sponsor"), role("controller")])
    seats = Seat("Ane", ("sponsor",)), Seat("Bo", ("controller",))
    played = Recorded(setup, seats=seats)
    played.place("a").do(act.Leave(0), act.TakeRole(1, "sponsor"))
    played.implementing().implement().check()
    history = history_of(played.record, setup)
    whole = replace(tiny_case(), setup=setup)
    (guess,) = guess_facts(whole, history, played.debrief.benefits)
    assert guess.roles == ("sponsor",)
