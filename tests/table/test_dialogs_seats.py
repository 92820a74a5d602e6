"""The seats: somebody comes late, is away, is back, is replaced, plays another role too."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.hand_over import HandOverDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.seated import AnotherRoleDialog, NewcomerDialog, SuccessorDialog
from game.table.play.dialogs.seats import SeatsDialog
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def seats(sitting: Sitting) -> Sitting:
    return sitting.open(SeatsDialog(sitting.game))


def test_the_console_opens_them_by_button_and_by_key(sitting: Sitting) -> None:
    sitting.open(Console(sitting.services)).click("seats")
    assert isinstance(sitting.app.top, SeatsDialog)
    sitting.key(pygame.K_ESCAPE)
    sitting.open(Console(sitting.services)).key(pygame.K_p, text="p")
    assert isinstance(sitting.app.top, SeatsDialog)


def test_somebody_is_away_and_back_by_keyboard(sitting: Sitting) -> None:
    seats(sitting).key(pygame.K_2, text="2")
    sitting.key(pygame.K_a, text="a")
    assert sitting.decided(act.Leave).place == 1
    assert "away · " in sitting.texts
    assert "Nothing waits for Bo." in sitting.texts
    sitting.key(pygame.K_a, text="a")
    assert sitting.decided(act.Return).place == 1
    assert isinstance(sitting.app.top, SeatsDialog), "it stays for the next one"


def test_somebody_is_away_and_back_by_mouse(sitting: Sitting) -> None:
    seats(sitting).click("seat:2")
    sitting.click("away")
    assert sitting.game.state.away == (2,)
    sitting.click("back")
    assert sitting.game.state.away == ()


def test_the_last_one_there_cannot_go_and_it_is_said_why(sitting: Sitting) -> None:
    for place in (1, 2, 3):
        sitting.do(act.Leave(place))
    seats(sitting)
    assert "Somebody must stay at the table." in sitting.texts
    sitting.click("away")
    assert sitting.game.state.away == (1, 2, 3)


def test_somebody_comes_late_with_a_name_and_a_role(sitting: Sitting) -> None:
    seats(sitting).key(pygame.K_n, text="n")
    dialog = sitting.app.top
    assert isinstance(dialog, NewcomerDialog)
    sitting.look()
    free = dialog.role
    sitting.enter()
    assert "Something must be written here" in sitting.texts
    sitting.type("Esben")
    sitting.enter()
    assert sitting.decided(act.Arrive) == act.Arrive("Esben", free)
    assert sitting.game.state.seats[4].name == "Esben"
    assert "Esben" in sitting.texts


def test_somebody_may_come_without_a_role(sitting: Sitting) -> None:
    seats(sitting).click("newcomer")
    sitting.look()
    sitting.type("Esben")
    sitting.click("role:")
    sitting.click("yes")
    assert sitting.decided(act.Arrive) == act.Arrive("Esben", None)
    assert "without a role" in sitting.texts
    dialog = sitting.app.top
    assert isinstance(dialog, SeatsDialog)
    assert dialog.chosen == 4, "whoever has come is chosen"


def test_a_full_table_has_no_seat_for_another(sitting: Sitting) -> None:
    for name in "EFGH":
        sitting.do(act.Arrive(name))
    seats(sitting).click("newcomer")
    assert isinstance(sitting.app.top, SeatsDialog)
    assert "There is room for 8 seats" in sitting.texts


def test_somebody_else_takes_a_seat(sitting: Sitting) -> None:
    seats(sitting).key(pygame.K_3, text="3")
    sitting.key(pygame.K_r, text="r")
    assert isinstance(sitting.app.top, SuccessorDialog)
    assert "Who takes over from Cecilie?" in sitting.texts
    sitting.type("Gro")
    sitting.enter()
    assert sitting.decided(act.Replace) == act.Replace(2, "Gro")
    assert isinstance(sitting.app.top, SeatsDialog)


def test_another_role_is_taken_from_somebody_away(sitting: Sitting) -> None:
    sitting.do(act.Leave(1))
    (role, *_) = sitting.game.state.seats[1].roles
    seats(sitting).key(pygame.K_1, text="1")
    sitting.key(pygame.K_o, text="o")
    assert isinstance(sitting.app.top, AnotherRoleDialog)
    assert "played by Bo, who is away" in sitting.texts
    sitting.click(f"role:{role}")
    assert sitting.decided(act.TakeRole) == act.TakeRole(0, role)


def test_once_the_game_is_over_the_console_says_so(sitting: Sitting) -> None:
    sitting.do(act.Correct("trust", -5, "x"))
    sitting.do(act.Correct("trust", -2, "x"))
    assert sitting.game.state.over
    sitting.open(Console(sitting.services)).click("seats")
    assert isinstance(sitting.app.top, Console)


# ------------------------------------------------------------------ what it changes elsewhere
def test_the_group_hands_over_what_somebody_away_owns(sitting: Sitting) -> None:
    sitting.working()
    idea, track = sitting.claimed()
    sitting.do(act.Anchor(sitting.game.state.turn, idea.id, track, 3))
    sitting.do(act.Leave(3))
    sitting.do(act.Leave(2))
    sitting.open(HandOverDialog(sitting.game, sitting.game.state.require_idea(idea.id), track))
    assert "and is away" in sitting.texts
    assert sitting.app.top.ui.find("seat:2") is None, "nothing is given to who is away"
    sitting.click("seat:1")
    assert sitting.decided(act.HandOver) == act.HandOver(3, idea.id, track, 1)
    assert "who is away" in sitting.texts


# ------------------------------------------------------------------ estimate poker
def called(sitting: Sitting) -> Sitting:
    sitting.working()
    sitting.do(act.CallEstimates(sitting.game.state.ideas[0].id, "citizen"))
    return sitting.open(PokerScreen(sitting.game))


def test_a_number_is_changed_before_all_are_turned(sitting: Sitting) -> None:
    called(sitting).enter()
    sitting.key(pygame.K_5, text="5")
    assert "press to change" in sitting.texts
    sitting.click("give:0")
    sitting.key(pygame.K_2, text="2")
    poker = sitting.game.state.poker
    assert poker is not None
    assert poker.given == (2, None, None, None)


def test_no_opinion_has_a_button_and_a_key(sitting: Sitting) -> None:
    called(sitting).enter()
    sitting.key(pygame.K_n, text="n")
    assert sitting.decided(act.GiveEstimate) == act.GiveEstimate(0, None)
    sitting.click("ready")
    sitting.click("unsure")
    assert sitting.decided(act.GiveEstimate) == act.GiveEstimate(1, None)
    for seat in (2, 3):
        sitting.do(act.GiveEstimate(seat, None))
    sitting.app.advance(0.1)
    assert "Nobody has an opinion." in sitting.texts
    sitting.click("go-on")
    assert sitting.game.state.poker is None


def test_the_key_is_that_of_the_danish_words(tmp_path: Path) -> None:
    sitting = called(Sitting(tmp_path, lang="da"))
    sitting.enter()
    sitting.key(pygame.K_v, text="v")
    assert sitting.decided(act.GiveEstimate) == act.GiveEstimate(0, None)


def test_who_is_away_is_shown_and_not_waited_for(sitting: Sitting) -> None:
    sitting.working()
    sitting.do(act.Leave(0))
    sitting.do(act.CallEstimates(sitting.game.state.ideas[0].id, "citizen"))
    sitting.open(PokerScreen(sitting.game))
    assert "Give the keyboard to Bo" in sitting.texts
    assert sitting.app.top.ui.find("give:0") is None
    sitting.do(act.GiveEstimate(1, 4))
    sitting.do(act.GiveEstimate(2, 4))
    sitting.click("away:3")
    assert sitting.decided(act.Leave).place == 3
    lines = sitting.texts.split("\n")
    assert "away" in lines
    assert any(line.startswith("All who gave a number gave the same.") for line in lines)


def test_a_single_number_asks_what_the_others_see(sitting: Sitting) -> None:
    called(sitting)
    for seat, number in enumerate((3, None, None, None)):
        sitting.do(act.GiveEstimate(seat, number))
    sitting.app.advance(0.1)
    assert "One of you has a number." in sitting.texts
    assert "no opinion" in sitting.texts
