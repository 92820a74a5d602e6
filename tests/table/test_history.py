"""Undoing several decisions at once, with the list of what was done."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.i18n.message import Message
from game.session import SaveError, Session, Undo
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.table import TableScreen
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def played(sitting: Sitting) -> None:
    for seat in range(4):
        sitting.do(act.Rally(seat))
        sitting.do(act.Pass(seat))


def undone(sitting: Sitting) -> list[Undo]:
    return [r for r in sitting.game.session.log.records if isinstance(r, Undo)]


def test_by_keyboard_back_to_before_the_third_last(sitting: Sitting) -> None:
    played(sitting)
    states = sitting.game.session.states
    before = states[sitting.game.session.history[-4].n]
    sitting.key(pygame.K_F10)
    sitting.key(pygame.K_h)
    assert isinstance(sitting.app.top, HistoryDialog)
    sitting.key(pygame.K_DOWN, pygame.K_DOWN)
    assert sitting.focus == "done:3"
    sitting.key(pygame.K_SPACE)
    assert "Undo 3 decisions" in sitting.texts
    sitting.tab_to("yes")
    sitting.enter()
    assert isinstance(sitting.app.top, TableScreen)
    assert sitting.game.state == before
    assert len(undone(sitting)) == 3
    assert sitting.game.last_line == "Undone: 3 decisions"
    for _ in range(3):
        sitting.game.redo()
    assert sitting.game.state == states[sitting.game.session.history[-1].n]
    assert len(sitting.game.session.history) == 8


def test_by_mouse_back_to_the_beginning(sitting: Sitting) -> None:
    played(sitting)
    sitting.open(HistoryDialog(sitting.game))
    sitting.click("done:8")
    assert "nothing: the game begins again" in sitting.texts
    sitting.click("yes")
    assert not sitting.game.session.history


def test_what_revealed_something_asks_for_one_reason_for_all(sitting: Sitting) -> None:
    sitting.working()
    game = sitting.game
    while not game.state.has_ability(game.state.turn, "citizen_voice"):
        sitting.do(act.Pass(game.state.turn))
    seat = game.state.turn
    sitting.do(act.UseAbility(seat, game.state.roles_of(seat)[0].id))
    sitting.do(act.Pass(seat))
    count = len(sitting.game.session.history)
    sitting.open(HistoryDialog(sitting.game))
    assert "Why is it undone?" not in sitting.texts, "passing revealed nothing"
    sitting.click("done:2")
    sitting.click("yes")
    assert "Something must be written here" in sitting.texts
    assert len(sitting.game.session.history) == count
    sitting.click("reason")
    sitting.type("Vi sprang en over på Ærø")
    sitting.enter()
    assert len(sitting.game.session.history) == count - 2
    assert {entry.reason for entry in undone(sitting)} == {"Vi sprang en over på Ærø"}


def test_it_can_be_left(sitting: Sitting) -> None:
    played(sitting)
    sitting.open(HistoryDialog(sitting.game))
    sitting.click("done:3")
    sitting.key(pygame.K_ESCAPE)
    assert isinstance(sitting.app.top, TableScreen)
    assert not undone(sitting)


def test_without_a_decision_there_is_no_list(sitting: Sitting) -> None:
    sitting.open(Console(sitting.services))
    sitting.key(pygame.K_h)
    assert isinstance(sitting.app.top, Console)
    assert "There is nothing to undo." in sitting.texts


def test_a_disk_that_fills_up_half_way_goes_on_from_there(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(sitting)
    tries: list = []
    sitting.game.on_save_error = lambda error, again: tries.append(again)
    undo, done = Session.undo, []

    def full(session: Session, reason: str | None = None) -> object:
        if len(done) == 2:
            raise SaveError("not_saved", folder="/x", why=Message("No space left on device"))
        done.append(1)
        return undo(session, reason)

    with monkeypatch.context() as patch:
        patch.setattr(Session, "undo", full)
        assert not sitting.game.undo_back(5, None)
    assert len(sitting.game.session.history) == 6
    tries[0]()
    assert len(sitting.game.session.history) == 3
    assert sitting.game.last_line == "Undone: 5 decisions"


def test_a_long_game_lists_the_latest(sitting: Sitting) -> None:
    sitting.until(6)
    sitting.open(HistoryDialog(sitting.game))
    sitting.assert_readable()
    rows = [w for w in sitting.app.top.ui.widgets if w.key.startswith("done:")]
    assert len(rows) == min(60, len(sitting.game.session.history))
