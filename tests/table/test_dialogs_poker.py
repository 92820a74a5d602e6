"""Estimate poker: hidden until all are in, turned at once, and still there after a resume."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import parse
from game.engine import actions as act
from game.session import Session
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.game import Game
from game.table.play.table import TableScreen
from tests.table.sitting import Sitting, lay

HIDDEN = (6, 0, 5, 6)


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path).working()


def called(sitting: Sitting) -> PokerScreen:
    sitting.do(act.CallEstimates(sitting.game.state.ideas[0].id, "citizen"))
    screen = PokerScreen(sitting.game)
    sitting.open(screen)
    return screen


def drawn_by_dialog(sitting: Sitting) -> list[str]:
    """The texts of the dialog alone: a bare felt lies below it."""
    return sitting.texts.split("\n")


def test_four_seats_give_hidden_numbers_by_keyboard(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, bare=True).working()
    called(sitting)
    for seat, number in enumerate(HIDDEN):
        texts = drawn_by_dialog(sitting)
        assert f"Give the keyboard to {sitting.game.seat_name(seat)}" in texts
        assert not [text for text in texts if text.isdigit()], "a number lies open"
        sitting.enter()
        sitting.key(pygame.K_0 + number, text=str(number))
        assert sitting.decided(act.GiveEstimate) == act.GiveEstimate(seat, number)
    texts = drawn_by_dialog(sitting)
    assert [text for text in texts if text.isdigit()] == [str(n) for n in HIDDEN]
    assert texts.count("speaks first") == 3
    assert (texts.count("highest"), texts.count("lowest")) == (2, 1)
    sitting.enter()
    sitting.look()
    assert sitting.game.state.poker is None
    assert not isinstance(sitting.app.top, PokerScreen)


def test_who_still_answers_by_phone_is_named_once_somebody_has(sitting: Sitting) -> None:
    sitting.game.by_phone = lambda: frozenset(range(4))
    called(sitting)
    assert "Everybody answers on their own phone" in sitting.texts
    for seat in (0, 2, 3):
        sitting.do(act.GiveEstimate(seat, 3))
    sitting.look()
    told = sitting.texts.replace("\n", " ")
    assert f"Still to answer by phone: {sitting.game.seat_name(1)}" in told
    assert "Everybody answers" not in told


def test_the_table_below_shows_no_hidden_number_either(sitting: Sitting) -> None:
    called(sitting)
    before = sorted(text for text in sitting.texts.split("\n") if "5" in text)
    sitting.enter()
    sitting.key(pygame.K_5, text="5")
    assert sorted(text for text in sitting.texts.split("\n") if "5" in text) == before


def test_while_a_seat_chooses_nothing_is_marked(sitting: Sitting) -> None:
    called(sitting)
    sitting.enter()
    assert sitting.focus is None
    texts = sitting.texts
    for number in range(7):
        assert f"\n{number}" in texts


def test_numbers_by_mouse_alone(sitting: Sitting) -> None:
    called(sitting)
    for number in HIDDEN:
        sitting.click("ready")
        sitting.click(f"number:{number}")
    poker = sitting.game.state.poker
    assert poker is not None
    assert poker.given == HIDDEN
    sitting.click("go-on")
    assert sitting.game.state.poker is None


def test_somebody_else_may_go_first(sitting: Sitting) -> None:
    called(sitting)
    sitting.click("give:2")
    sitting.key(pygame.K_KP3)
    assert sitting.decided(act.GiveEstimate) == act.GiveEstimate(2, 3)
    assert "Give the keyboard to Ane" in sitting.texts


def test_a_digit_on_the_cover_gives_nothing(sitting: Sitting) -> None:
    called(sitting)
    sitting.key(pygame.K_4, text="4")
    assert isinstance(sitting.last.action, act.CallEstimates)


def test_esc_takes_the_keyboard_back_then_asks(sitting: Sitting) -> None:
    called(sitting)
    sitting.enter()
    sitting.key(pygame.K_ESCAPE)
    assert "Give the keyboard to Ane" in sitting.texts
    sitting.key(pygame.K_ESCAPE)
    assert "Put the cards away?" in sitting.texts
    sitting.click("yes")
    sitting.look()
    assert sitting.game.state.poker is None
    assert isinstance(sitting.app.top, TableScreen)


def test_a_number_is_undone_and_given_again(sitting: Sitting) -> None:
    called(sitting)
    sitting.enter()
    sitting.key(pygame.K_1, text="1")
    sitting.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    assert "Give the keyboard to Ane" in sitting.texts
    poker = sitting.game.state.poker
    assert poker is not None
    assert poker.given == (None,) * 4


def test_undoing_the_call_takes_the_screen_away(sitting: Sitting) -> None:
    called(sitting)
    sitting.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    sitting.look()
    assert isinstance(sitting.app.top, TableScreen)


def test_it_goes_on_after_a_resume(sitting: Sitting) -> None:
    called(sitting)
    sitting.enter()
    sitting.key(pygame.K_2, text="2")
    path = sitting.game.session.path
    sitting.game.session.close()
    with Session.resume(path, parse) as session:
        game = Game(sitting.app, session.case, session)
        sitting.app.reset(TableScreen(lay(game)))
        sitting.look()
        sitting.look()
        assert isinstance(sitting.app.top, PokerScreen)
        assert "Give the keyboard to Bo" in sitting.texts


def test_all_the_same_is_said(sitting: Sitting) -> None:
    called(sitting)
    for _ in range(4):
        sitting.enter()
        sitting.key(pygame.K_3, text="3")
    assert "All who gave a number gave the same." in sitting.texts.replace("\n", " ")
    assert "speaks first" not in sitting.texts


def test_from_the_estimate_and_back_with_the_numbers(sitting: Sitting) -> None:
    chosen: list[int] = []
    id = sitting.game.state.ideas[0].id
    dialog = EstimateDialog.for_placing(sitting.game, id, "citizen", chosen.append)
    sitting.open(dialog)
    assert "Esc puts the card back into the hand." in sitting.texts.replace("\n", " ")
    sitting.click("poker")
    for number in HIDDEN:
        sitting.enter()
        assert "claim nothing" in sitting.texts.replace("\n", " ")
        sitting.key(pygame.K_0 + number, text=str(number))
    sitting.enter()
    assert sitting.app.top is dialog
    assert "Estimate poker gave 0, 5, 6, 6." in sitting.texts
    assert "0 says: claim nothing." in sitting.texts.replace("\n", " ")
    sitting.key(pygame.K_5)
    assert chosen == [5]


def test_the_facilitator_asks_for_an_idea_and_a_track(sitting: Sitting) -> None:
    idea = sitting.game.state.ideas[1]
    sitting.open(AskPoker(sitting.game))
    sitting.tab_to("track")
    sitting.key(pygame.K_RIGHT)
    sitting.tab_to(f"idea:{idea.id}")
    sitting.enter()
    assert sitting.decided(act.CallEstimates) == act.CallEstimates(idea.id, "process")
    assert isinstance(sitting.app.top, PokerScreen)
