"""The facilitator's window: the same deeds as in the console, beside a board that goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.gui.dialogs.modal import Question
from game.session import Bookmark, Note, Timer, Undo, read
from game.table.flow.main import Flow
from game.table.parts.help_screen import HelpScreen
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.seats import SeatsDialog
from game.table.play.dialogs.undo import UndoDialog
from game.table.play.facilitator_screen import FacilitatorScreen
from game.table.play.table import TableScreen
from game.table.setup.settings import SettingsScreen
from game.views.asking import askings
from tests import staging
from tests.table.beside import Beside
from tests.table.driver import Driver, squeezed
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    made = Sitting(tmp_path)
    made.services.window.open()
    yield made
    made.app.close_second()


@pytest.fixture
def beside(sitting: Sitting) -> Beside:
    return Beside(sitting.app)


# ------------------------------------------------------------------ the same deeds
def test_it_opens_from_the_console_and_takes_its_place(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.open(Console(sitting.services)).click("window")
    beside = Beside(sitting.app)
    assert isinstance(beside.app.top, FacilitatorScreen)
    sitting.key(pygame.K_F10)
    assert isinstance(sitting.app.top, TableScreen), "nothing lies over the board"
    beside.click("window")
    assert sitting.app.second is None
    sitting.key(pygame.K_F10)
    assert isinstance(sitting.app.top, Console)


def test_whatever_the_console_can_do_can_be_done_here(sitting: Sitting, beside: Beside) -> None:
    sitting.open(Console(sitting.services))
    in_console = {widget.key for widget in sitting.app.top.ui.widgets}
    beside.look()
    here = {widget.key for widget in beside.screen.ui.widgets} | _in_settings(beside)
    assert {"undo", "poker", "motion"} <= here
    assert in_console - here == {"close", "timers", "language"}
    assert {"turn:go", "lang"} <= here, "the timers lie here, the language among the settings"


def _in_settings(beside: Beside) -> set[str]:
    beside.look()
    beside.click("settings")
    assert isinstance(beside.app.top, SettingsScreen)
    beside.look()
    found = {widget.key for widget in beside.app.top.ui.widgets}
    beside.key(pygame.K_ESCAPE)
    return found - {"close"}


def test_undo_says_what_it_undoes_and_the_board_shows_it(sitting: Sitting, beside: Beside) -> None:
    sitting.game.do(act.Rally(0))
    capacity = sitting.game.state.capacity
    assert sitting.game.undoable in beside.texts
    beside.click("undo")
    assert sitting.game.state.capacity == capacity - 1
    assert "Undone:" in sitting.texts


def test_a_reason_is_asked_for_here_and_not_on_the_board(sitting: Sitting, beside: Beside) -> None:
    sitting.working()
    while sitting.game.state.turn:
        sitting.do(act.Pass(sitting.game.state.turn))
    sitting.do(act.UseAbility(0, "citizen"))
    beside.look()
    beside.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    assert isinstance(beside.app.top, UndoDialog)
    assert isinstance(sitting.app.top, TableScreen)
    beside.look()
    beside.type("Forkert knap")
    beside.key(pygame.K_RETURN)
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Undo)
    assert entry.reason == "Forkert knap"
    assert beside.app.top is beside.screen


def test_a_correction_and_a_bookmark(sitting: Sitting, beside: Beside) -> None:
    beside.click("bookmark")
    assert isinstance(beside.app.top, BookmarkDialog)
    beside.look()
    beside.type("Her stod det stille")
    beside.key(pygame.K_RETURN)
    assert isinstance(sitting.game.session.log.records[-1], Bookmark)
    beside.click("correct")
    dialog = beside.app.top
    assert isinstance(dialog, CorrectDialog)
    dialog.by, dialog.reason = 1, "Talt forkert"
    beside.look()
    beside.click("yes")
    assert sitting.decided(act.Correct).by == 1
    assert beside.app.top is beside.screen


def test_estimate_poker_is_asked_for_here_and_played_on_the_board(
    sitting: Sitting, beside: Beside
) -> None:
    sitting.working()
    beside.look()
    beside.click("poker")
    assert isinstance(beside.app.top, AskPoker)
    beside.click(f"idea:{sitting.game.state.ideas[0].id}")
    assert isinstance(sitting.app.top, PokerScreen)
    assert beside.app.top is beside.screen


def test_what_is_looked_up_opens_here(sitting: Sitting, beside: Beside) -> None:
    beside.key(pygame.K_F1)
    assert isinstance(beside.app.top, HelpScreen)
    assert isinstance(sitting.app.top, TableScreen)


def test_a_timer_is_started_here_and_runs_on_both(sitting: Sitting, beside: Beside) -> None:
    beside.click("turn:go")
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Timer)
    assert entry.move == "start"
    sitting.app.advance(2.0)
    left = sitting.services.timers.timers.seconds_left["turn"]
    shown = f"{left // 60}:{left % 60:02}"
    assert shown in beside.texts
    sitting.app.draw()
    assert shown in [drawn.text for drawn in sitting.read()]


def test_a_question_that_was_passed_over_does_not_come_back_with_the_next_decision(
    sitting: Sitting, beside: Beside
) -> None:
    first = askings(sitting.game.names, sitting.game.state)[0]
    assert squeezed(first.because) in squeezed(beside.texts)
    beside.key(pygame.K_n)
    assert squeezed(first.because) not in squeezed(beside.texts)
    sitting.game.do(act.Rally(0))
    assert squeezed(first.because) not in squeezed(beside.texts)
    for _ in askings(sitting.game.names, sitting.game.state):
        beside.key(pygame.K_n)
    assert beside.texts, "when all were asked they begin anew"


def test_minutes_are_those_since_somebody_did_something(tmp_path: Path) -> None:
    """Also when the window is opened only after everybody has been quiet for long."""
    sitting = Sitting(tmp_path)
    session, began = sitting.game.session, time.time()
    session._clock = lambda: began
    sitting.game.do(act.Rally(0))
    session._clock = lambda: began + 8 * 60
    sitting.services.window.open()
    sitting.app.advance(0.1)
    assert "Ane\n8 minutes ago" in Beside(sitting.app).texts
    sitting.app.close_second()


def test_minutes_are_counted_once(sitting: Sitting, beside: Beside) -> None:
    """What was waited for before an entry is not added to what came after it."""
    session = sitting.game.session
    began = time.time()
    session._clock = lambda: began
    sitting.game.do(act.Rally(0))
    session._clock = lambda: began + 7 * 60
    sitting.app.advance(0.1)
    assert "Ane\n7 minutes ago" in beside.texts
    session._clock = lambda: began + 8 * 60
    sitting.game.do(act.Pass(0))
    session.note(1, "Et notat")
    sitting.app.advance(0.1)
    assert "Ane\n8 minutes ago" in beside.texts
    sitting.game.do(act.Rally(1))
    assert "Bo\njust now" in beside.texts


def test_all_timers_are_paused_by_a_key(sitting: Sitting, beside: Beside) -> None:
    beside.look()
    beside.key(pygame.K_t, mod=pygame.KMOD_CTRL)
    assert "No timer is on" in beside.texts
    beside.key(pygame.K_1)
    assert sitting.services.timers.timers.on["turn"].running
    beside.key(pygame.K_t, mod=pygame.KMOD_CTRL)
    assert not sitting.services.timers.timers.on["turn"].running


# ------------------------------------------------------------------ notes
def test_a_note_goes_to_the_log_and_stays_half_written_when_the_window_is_closed(
    sitting: Sitting, beside: Beside
) -> None:
    beside.click("note")
    beside.type("Alle er enige")
    beside.click("window")
    sitting.services.window.open()
    again = Beside(sitting.app)
    assert "Alle er enige" in again.texts
    again.click("write")
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Note)
    assert entry.text == "Alle er enige"
    assert again.screen.note == ""


def test_a_half_written_note_is_written_down_when_the_game_is_left(tmp_path: Path) -> None:
    driver = Driver()
    flow = Flow(driver.app, tmp_path)
    flow.playing.sit_down(staging.begin(tmp_path, 3, 5))
    assert flow.game is not None
    path = flow.game.session.path
    flow.playing.window.open()
    Beside(driver.app).screen.note = "Ikke færdig"
    flow.close()
    assert driver.app.second is None
    assert [note.text for note in read(path).notes] == ["Ikke færdig"]


# ------------------------------------------------------------------ the board goes on
def test_it_follows_the_board(sitting: Sitting, beside: Beside) -> None:
    assert "Ane has the turn, 3 actions left." in beside.texts
    sitting.game.do(act.Rally(0))
    assert "Ane has the turn, 2 actions left." in beside.texts
    sitting.game.do(act.Pass(0))
    assert "Bo has the turn" in beside.texts


@pytest.mark.parametrize("dialog", [HistoryDialog, CorrectDialog, AskPoker])
def test_what_was_asked_about_an_earlier_moment_is_closed(
    sitting: Sitting, beside: Beside, dialog: type[HistoryDialog | CorrectDialog | AskPoker]
) -> None:
    sitting.game.do(act.Rally(0))
    beside.look()
    beside.app.push(dialog(sitting.game))
    beside.look()
    sitting.game.do(act.Pass(0))
    beside.look()
    assert beside.app.top is beside.screen
    assert "The table went on" in beside.texts


def test_nothing_is_undone_under_an_open_dialog(sitting: Sitting, beside: Beside) -> None:
    sitting.game.do(act.Rally(0))
    beside.look()
    beside.app.push(UndoDialog(sitting.game))
    card = sitting.game.state.idea_hands[0][0]
    track = sitting.game.state.setup.by_id.ideas[card].track
    sitting.app.push(EstimateDialog.for_placing(sitting.game, card, track, lambda n: None))
    beside.look()
    assert "Something is open on the board" in beside.widget("yes").tip
    beside.type("en grund")
    beside.key(pygame.K_RETURN)
    assert len(sitting.game.session.history) == 1
    beside.key(pygame.K_ESCAPE, pygame.K_ESCAPE)  # the field, then the dialog, which asks
    beside.look()
    beside.click("no")
    beside.look()
    for deed in ("undo", "history", "skip", "phase", "correct", "poker"):
        assert "Something is open on the board" in beside.widget(deed).tip, deed
    sitting.app.pop()
    beside.look()
    beside.click("undo")
    assert not sitting.game.session.history


@pytest.mark.parametrize("deed", ["correct", "poker"])
def test_nor_is_anything_decided_that_was_begun_before(
    sitting: Sitting, beside: Beside, deed: str
) -> None:
    beside.click(deed)
    dialog = beside.app.top
    if isinstance(dialog, CorrectDialog):
        dialog.by, dialog.reason = 1, "Talt forkert"
    sitting.app.push(Question("?", "", "", lambda: None))
    beside.look()
    wanted = {w.key for w in dialog.ui.widgets if w.key == "yes" or w.key.startswith("idea:")}
    beside.click(min(wanted))
    assert "Something is open on the board" in beside.texts
    assert not sitting.game.session.history
    sitting.app.pop()
    beside.look()
    beside.click(min(wanted))
    assert len(sitting.game.session.history) == 1


def test_a_note_that_was_begun_is_written_down_when_the_program_is_closed(
    sitting: Sitting, beside: Beside
) -> None:
    beside.click("note")
    beside.type("Alle er enige")
    sitting.app.dispatch(pygame.Event(pygame.WINDOWCLOSE))
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Note)
    assert entry.text == "Alle er enige"


def test_keys_at_the_board_do_not_reach_it(sitting: Sitting, beside: Beside) -> None:
    beside.click("note")
    beside.type("x")
    sitting.key(pygame.K_r)
    assert sitting.decided(act.Rally).seat == 0
    assert beside.screen.note == "x"


def test_at_rest_it_costs_nothing(sitting: Sitting, beside: Beside) -> None:
    beside.look()
    beside.look()
    beside.app.due = False
    for _ in range(20):
        sitting.app.advance(0.05)
    assert not beside.app.due
    session = sitting.game.session
    session._clock = lambda: time.time() + 61
    sitting.app.advance(0.05)
    assert beside.app.due, "a minute has gone by"


def test_the_windows_change_their_screens(sitting: Sitting, beside: Beside) -> None:
    assert sitting.app.preferences.display is None
    sitting.services.window.swap()
    assert sitting.app.preferences.display == 0
    beside.look()
    beside.click("bookmark")
    assert isinstance(beside.app.top, BookmarkDialog)
    sitting.app.prefer(display=None)


def test_who_is_away_is_noted_here_also_while_the_board_asks_for_estimates(
    sitting: Sitting, beside: Beside
) -> None:
    sitting.working()
    sitting.do(act.CallEstimates(sitting.game.state.ideas[0].id, "citizen"))
    sitting.open(PokerScreen(sitting.game))
    beside.look()
    beside.click("seats")
    assert isinstance(beside.app.top, SeatsDialog)
    beside.look()
    beside.key(pygame.K_4, text="4")
    beside.key(pygame.K_a, text="a")
    assert sitting.decided(act.Leave).place == 3
    assert sitting.game.state.poker is not None
    assert sitting.game.state.poker.missing == (0, 1, 2)


def test_nobody_comes_or_goes_while_the_board_asks_something_else(
    sitting: Sitting, beside: Beside
) -> None:
    sitting.open(BookmarkDialog(sitting.game))
    beside.look()
    beside.click("seats")
    beside.look()
    beside.click("away")
    assert sitting.game.state.away == ()
    assert "Something is open on the board." in beside.texts
