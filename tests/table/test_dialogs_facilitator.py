"""The facilitator's console: undo with a reason, correct, bookmark, and what cannot be done now."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.engine import result
from game.i18n import words
from game.session import Bookmark, Language, Undo
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.help_screen import HelpScreen
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.undo import UndoDialog
from game.table.play.table import TableScreen
from game.wording.outcome import verdict_title
from tests.pictures import LOOKS
from tests.pictures.studio import Studio
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


def console(sitting: Sitting) -> Sitting:
    return sitting.open(Console(sitting.services))


def reveal(sitting: Sitting) -> None:
    """The citizen's voice has just heard what the ideas truly give."""
    sitting.working()
    while sitting.game.state.turn:
        sitting.do(act.Pass(sitting.game.state.turn))
    sitting.do(act.UseAbility(0, "citizen"))


# ------------------------------------------------------------------ undo and redo
def test_what_revealed_nothing_is_undone_at_once(sitting: Sitting) -> None:
    sitting.game.do(act.Rally(0))
    before = sitting.game.state.capacity
    assert "Ane" in console(sitting).texts
    sitting.click("undo")
    assert sitting.game.state.capacity == before - 1
    assert isinstance(sitting.app.top, TableScreen)
    assert "Undone:" in sitting.texts


def test_what_revealed_something_asks_for_a_reason(sitting: Sitting) -> None:
    reveal(sitting)
    count = len(sitting.game.session.history)
    sitting.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    sitting.look()
    assert isinstance(sitting.app.top, UndoDialog)
    sitting.enter()
    assert "Something must be written here" in sitting.texts
    assert len(sitting.game.session.history) == count
    sitting.type("Vi læste kortet forkert")
    sitting.enter()
    assert len(sitting.game.session.history) == count - 1
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Undo)
    assert entry.reason == "Vi læste kortet forkert"
    assert sitting.game.last_line.startswith("Undone: ")


def test_a_reason_by_mouse_and_the_way_back(sitting: Sitting) -> None:
    reveal(sitting)
    count = len(sitting.game.session.history)
    console(sitting).click("undo")
    sitting.click("no")
    assert len(sitting.game.session.history) == count
    console(sitting).click("undo")
    sitting.click("reason")
    sitting.type("Forkert terning på bordet")
    sitting.click("yes")
    assert len(sitting.game.session.history) == count - 1


def test_redo_puts_it_back(sitting: Sitting) -> None:
    sitting.game.do(act.Rally(0))
    capacity = sitting.game.state.capacity
    sitting.game.undo()
    console(sitting)
    sitting.key(pygame.K_y, mod=pygame.KMOD_CTRL)
    assert sitting.game.state.capacity == capacity
    assert "Done again:" in sitting.texts


def test_nothing_to_undo_says_so(sitting: Sitting) -> None:
    assert "There is nothing to undo." in console(sitting).texts
    sitting.click("undo")
    assert isinstance(sitting.app.top, Console)
    assert not sitting.game.session.history


def test_a_hidden_estimate_stays_hidden_when_it_is_undone(sitting: Sitting) -> None:
    sitting.cards(act.PlaceIdea).until(2)
    sitting.do(act.CallEstimates(sitting.game.state.ideas[0].id, "citizen"))
    sitting.do(act.GiveEstimate(0, 5))
    assert "5" not in sitting.game.undoable
    sitting.game.undo()
    assert "5" not in sitting.game.last_line
    assert "5" not in sitting.game.redoable


# ------------------------------------------------------------------ turn and phase
def test_a_turn_is_skipped(sitting: Sitting) -> None:
    console(sitting).click("skip")
    assert sitting.game.state.turn == 1
    assert isinstance(sitting.app.top, TableScreen)


def test_ending_the_phase_asks_first(sitting: Sitting) -> None:
    console(sitting).click("phase")
    assert "End the phase early?" in sitting.texts
    sitting.key(pygame.K_ESCAPE)
    assert sitting.game.state.step == "turn"
    sitting.click("phase")
    sitting.enter()
    assert sitting.game.state.step == "check"
    assert isinstance(sitting.last.action, act.EndPhase)


def test_the_game_is_ended_from_the_panel_and_the_end_can_be_undone(sitting: Sitting) -> None:
    console(sitting).click("end")
    said = "Ended early, in round 1 of 7"
    assert said in sitting.texts.replace("\n", " ")
    sitting.key(pygame.K_ESCAPE)
    assert not sitting.game.state.over
    sitting.click("end")
    sitting.enter()
    assert isinstance(sitting.last.action, act.EndGame)
    assert verdict_title(words("en"), result(sitting.game.state), own_project=False) == said
    sitting.game.undo()
    assert sitting.game.state.step == "turn"
    assert not sitting.game.state.cuts


def test_what_cannot_be_done_says_why(sitting: Sitting) -> None:
    while sitting.game.state.step == "turn":
        sitting.do(act.Pass(sitting.game.state.turn))
    console(sitting)
    assert "First comes the reality check" in sitting.texts.replace("\n", " ")
    sitting.click("skip")
    sitting.click("phase")
    assert sitting.game.state.step == "check"
    assert isinstance(sitting.app.top, Console)


# ------------------------------------------------------------------ correcting
def test_trust_is_corrected_by_keyboard(sitting: Sitting) -> None:
    trust = sitting.game.state.trust
    console(sitting)
    sitting.tab_to("correct")
    sitting.enter()
    sitting.tab_to("what")
    sitting.key(*[pygame.K_RIGHT] * 5)
    sitting.tab_to("by")
    sitting.key(pygame.K_LEFT, pygame.K_MINUS)
    assert f"{trust} → {trust - 2}" in sitting.texts
    sitting.tab_to("reason")
    sitting.type("Vi glemte et løfte på rådhuset")
    sitting.enter()
    assert sitting.decided(act.Correct) == act.Correct(
        "trust", -2, "Vi glemte et løfte på rådhuset"
    )
    assert sitting.game.state.trust == trust - 2


def test_a_track_is_corrected_by_mouse(sitting: Sitting) -> None:
    console(sitting).click("correct")
    box = sitting.widget("by").box
    plus = (round((box.right - 20) * sitting.app.u), round(box.centre[1] * sitting.app.u))
    sitting.click(plus)
    sitting.click(plus)
    sitting.click("reason")
    sitting.type("Talt to gange")
    sitting.click("yes")
    assert sitting.decided(act.Correct) == act.Correct("citizen", 2, "Talt to gange")


def test_the_last_trust_is_not_taken_without_a_warning(sitting: Sitting) -> None:
    trust = sitting.game.state.trust
    console(sitting).click("correct")
    sitting.tab_to("what")
    sitting.key(*[pygame.K_RIGHT] * 5)
    sitting.tab_to("by")
    sitting.key(*[pygame.K_LEFT] * (trust - 1))
    assert "Without trust" not in sitting.texts
    sitting.key(pygame.K_LEFT)
    assert "nothing is implemented in round 2." in sitting.texts
    assert "Correct it, and pause" in sitting.texts
    sitting.tab_to("reason")
    sitting.type("Ingen tror på det")
    sitting.click("yes")
    assert (sitting.game.state.trust, sitting.game.state.paused_round) == (2, 2)


def test_the_second_time_it_is_said_that_the_project_stops(sitting: Sitting) -> None:
    sitting.do(act.Correct("trust", -sitting.game.state.trust, "Ingen tror på det"))
    console(sitting).click("correct")
    sitting.tab_to("what")
    sitting.key(*[pygame.K_RIGHT] * 5)
    sitting.tab_to("by")
    sitting.key(*[pygame.K_LEFT] * 2)
    assert "the project is stopped: the game is over." in sitting.texts.replace("\n", " ")
    assert "Correct it, and stop the project" in sitting.texts


def test_a_correction_needs_a_change_and_a_reason(sitting: Sitting) -> None:
    console(sitting).click("correct")
    sitting.click("yes")
    assert "Choose a value other than the one it has now." in sitting.texts
    sitting.tab_to("by")
    sitting.key(pygame.K_PLUS)
    sitting.click("yes")
    assert "Something must be written here" in sitting.texts
    assert not sitting.game.session.history


def test_no_correction_beyond_what_there_can_be(sitting: Sitting) -> None:
    console(sitting).click("correct")
    sitting.tab_to("what")
    sitting.key(*[pygame.K_RIGHT] * 4)
    sitting.tab_to("by")
    sitting.key(*[pygame.K_LEFT] * 20)
    sitting.tab_to("reason")
    sitting.type("Alt er brugt")
    sitting.enter()
    assert sitting.game.state.capacity == 0


# ------------------------------------------------------------------ notes and the screen
def test_a_bookmark_with_a_note(sitting: Sitting) -> None:
    console(sitting).click("bookmark")
    sitting.type("Her blev borgerne glemt på gangen")
    sitting.enter()
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Bookmark)
    assert entry.note == "Her blev borgerne glemt på gangen"
    assert "Bookmarked." in sitting.texts


def test_the_language_changes_at_once_and_is_remembered(sitting: Sitting) -> None:
    console(sitting).key(pygame.K_l, text="l")
    assert sitting.app.lang == "da"
    assert "Facilitator" in sitting.texts
    assert "Spring turen over" in sitting.texts
    assert isinstance(sitting.app.top, Console)
    entry = sitting.game.session.log.records[-1]
    assert isinstance(entry, Language)
    assert entry.lang == "da"


def test_less_motion_and_back(sitting: Sitting) -> None:
    console(sitting).click("motion")
    assert sitting.app.animator.reduced
    sitting.click("motion")
    assert not sitting.app.animator.reduced


def test_leaving_asks_says_where_it_is_saved_and_leaves(sitting: Sitting) -> None:
    left = sitting.left
    console(sitting).click("leave")
    assert sitting.game.session.path.name in sitting.texts.replace("\n", "")
    sitting.click("no")
    assert not left
    sitting.click("leave")
    sitting.click("yes")
    assert left == [True]


@pytest.mark.parametrize(
    ("key", "screen"), [(pygame.K_F1, HelpScreen), (pygame.K_F2, EconomyScreen)]
)
def test_rules_and_economy_are_a_key_away_and_back(
    sitting: Sitting, key: int, screen: type
) -> None:
    console(sitting).key(key)
    assert isinstance(sitting.app.top, screen)
    sitting.key(key)
    assert isinstance(sitting.app.top, Console)
    sitting.click("correct")
    sitting.tab_to("reason")
    sitting.type("Tekst")
    sitting.key(key)
    assert isinstance(sitting.app.top, screen)
    sitting.key(pygame.K_ESCAPE)
    assert "Tekst" in sitting.texts


def test_f10_opens_and_closes(sitting: Sitting) -> None:
    sitting.key(pygame.K_F10)
    sitting.look()
    assert isinstance(sitting.app.top, Console)
    sitting.key(pygame.K_F10)
    assert isinstance(sitting.app.top, TableScreen)


@pytest.mark.parametrize(
    "over", ["52-choice", "50-opening", "55b-adjust", "20-sheet", "35-poker-cover"]
)
def test_f10_works_over_everything_and_changes_nothing_below(tmp_path: Path, over: str) -> None:
    studio = Studio(tmp_path, (1280, 720), "da")
    LOOKS[over](studio)
    studio.look()
    below = studio.app.top
    studio.key(pygame.K_F10)
    studio.look()
    assert isinstance(studio.app.top, Console)
    count = len(studio.services.game.session.history)
    for key in ("undo", "seats"):
        studio.click(key)
        assert "Luk det dér først" in studio.texts
    assert len(studio.services.game.session.history) == count
    studio.key(pygame.K_F10)
    assert studio.app.top is below
