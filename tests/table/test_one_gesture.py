"""One gesture decides once: on every screen, by double click and by a key pressed twice."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.engine import legal
from game.gui.dialogs.modal import Question
from game.gui.input.guard import PAUSE
from game.session import Session
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.follow_up.screen import FollowUpScreen
from game.table.flow.main import Flow
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.parts.help_screen import HelpScreen
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.result import ResultScreen
from game.table.play.table import TableScreen
from game.table.setup.announcement import AnnouncementScreen
from game.table.setup.seats import SeatsExits, SeatsScreen
from game.table.setup.settings import SettingsScreen
from game.table.setup.start import StartScreen
from game.table.setup.story import StoryScreen
from tests import staging
from tests.table.driver import QUICK, Calls, Cloth, Driver
from tests.table.sitting import Sitting
from tests.table.watching import Watching, recorded
from tests.table.whole_game import MousePlayer

TWICE = pytest.mark.parametrize("by", ["mouse", "keys"])


def press(driver: Driver, by: str, widget: str, key: int, *, times: int = 2) -> None:
    """Press a widget by mouse or by its key, several times as for a double click."""
    if by == "mouse":
        driver.click(widget, times=times)
    else:
        driver.hit(key, times=times)
    driver.app.draw()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return staging.whole_game(tmp_path_factory.mktemp("played"), "method", 3, 4)[0]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("recorded"))


# ------------------------------------------------------------------ before the table
@TWICE
def test_the_start_screen_opens_one_screen(tmp_path: Path, by: str) -> None:
    driver = Driver(Cloth())
    Flow(driver.app, tmp_path).start()
    press(driver, by, "first", pygame.K_RETURN)
    assert isinstance(driver.app.top, StoryScreen)
    press(driver, by, "onward", pygame.K_RETURN)
    assert isinstance(driver.app.top, SeatsScreen)
    press(driver, by, "onward", pygame.K_RETURN)
    assert isinstance(driver.app.top, AnnouncementScreen)


@TWICE
def test_seats_are_taken_once(by: str) -> None:
    taken: list[object] = []
    driver = Driver(SeatsScreen(staging.case(), SeatsExits(taken.append, Calls())))
    press(driver, by, "onward", pygame.K_RETURN)
    assert len(taken) == 1
    press(driver, by, "onward", pygame.K_RETURN, times=1)
    assert len(taken) == 2


@TWICE
def test_settings_open_once_and_stay(tmp_path: Path, by: str) -> None:
    driver = Driver(Cloth())
    Flow(driver.app, tmp_path).start()
    press(driver, by, "settings", pygame.K_F9)
    assert isinstance(driver.app.top, SettingsScreen)
    press(driver, by, "close", pygame.K_ESCAPE)
    assert isinstance(driver.app.top, StartScreen)


# ------------------------------------------------------------------ at the table
@TWICE
def test_a_turn_is_ended_once(tmp_path: Path, by: str) -> None:
    sitting = Sitting(tmp_path)
    press(sitting, by, "pass", pygame.K_p)
    assert len(sitting.game.session.history) == 1
    press(sitting, by, "pass", pygame.K_p)
    assert len(sitting.game.session.history) == 2


def test_a_turn_is_ended_once_by_enter(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    sitting.tab_to("pass")
    sitting.hit(pygame.K_RETURN, times=3)
    assert len(sitting.game.session.history) == 1


@TWICE
def test_rallying_spends_one_action(tmp_path: Path, by: str) -> None:
    sitting = Sitting(tmp_path)
    press(sitting, by, "rally", pygame.K_r, times=3)
    assert len(sitting.game.session.history) == 1
    press(sitting, by, "rally", pygame.K_r, times=1)
    assert len(sitting.game.session.history) == 2


@pytest.mark.parametrize("slow", [0.0, 0.3, 2.0])
def test_a_slow_frame_lets_no_second_click_through(tmp_path: Path, slow: float) -> None:
    """In the loop: the frame before the click, or that which shows what it did, takes long."""
    sitting = in_the_loop(tmp_path)
    place = sitting.at("pass")
    sitting.move(place)
    for _ in range(2):
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.Event(kind, pos=place, button=1))
        sitting.app.loop.step(slow)
    assert len(sitting.game.session.history) == 1
    for _ in range(4 if slow else 60):
        sitting.app.loop.step(max(slow, 1 / 60))
    sitting.click(place)
    assert len(sitting.game.session.history) == 2


def test_what_a_slow_frame_shows_is_new_when_the_frame_is_over(tmp_path: Path) -> None:
    sitting = in_the_loop(tmp_path)
    place = sitting.at("pass")
    press_in_the_loop(sitting, place)
    sitting.app.loop.step(2.0)  # the frame that shows the next turn took two seconds
    press_in_the_loop(sitting, place)
    assert len(sitting.game.session.history) == 1
    for _ in range(30):
        sitting.app.loop.step(1 / 60)
    press_in_the_loop(sitting, place)
    assert len(sitting.game.session.history) == 2


def in_the_loop(folder: Path) -> Sitting:
    """A table that has been looked at, and goes round its loop step by step."""
    sitting = Sitting(folder)
    sitting.pause()
    sitting.app.running = True
    return sitting


def press_in_the_loop(sitting: Sitting, place: tuple[int, int]) -> None:
    """A click that the loop finds, and the frame that it leads to."""
    for kind in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        more = (
            {"rel": (0, 0), "buttons": (0, 0, 0)} if kind == pygame.MOUSEMOTION else {"button": 1}
        )
        pygame.event.post(pygame.Event(kind, pos=place, **more))
    sitting.app.loop.step(1 / 60)


def round_over(folder: Path) -> MousePlayer:
    """Everybody has passed: the reality check is next."""
    player = MousePlayer(folder, 3, 5)
    player.use("done")
    while player.game.state.step == "turn":
        player.key(pygame.K_p)
    return player


@TWICE
def test_between_turns_one_thing_happens(tmp_path: Path, by: str) -> None:
    player = round_over(tmp_path)
    before = len(player.game.session.history)
    press(player, by, "proceed", pygame.K_RETURN)
    assert len(player.game.session.history) == before + 1
    assert isinstance(player.app.top, CheckScreen)
    assert player.app.top.at == 0


@TWICE
def test_a_card_of_the_hand_is_picked_up_and_stays_in_the_hand(tmp_path: Path, by: str) -> None:
    sitting = Sitting(tmp_path)
    state = sitting.game.state
    card = f"hand:ideas:{state.idea_hands[state.turn][0]}"
    if by == "keys":
        sitting.tab_to(card)
    press(sitting, by, card, pygame.K_RETURN)
    carried = sitting.app.top.ui.drag
    assert carried is not None
    assert carried.source.key == card
    assert isinstance(sitting.app.top, TableScreen)
    sitting.key(pygame.K_RETURN) if by == "keys" else sitting.click(lane(sitting))
    assert isinstance(sitting.app.top, EstimateDialog)


def lane(sitting: Sitting) -> str:
    state = sitting.game.state
    card = state.setup.by_id.ideas[state.idea_hands[state.turn][0]]
    return f"lane:{card.track}"


@TWICE
def test_an_estimate_places_the_card_and_opens_nothing(tmp_path: Path, by: str) -> None:
    sitting = Sitting(tmp_path)
    state = sitting.game.state
    sitting.click(f"hand:ideas:{state.idea_hands[state.turn][0]}")
    sitting.click(lane(sitting), times=2)
    assert isinstance(sitting.app.top, EstimateDialog)
    press(sitting, by, "estimate:3", pygame.K_3)
    assert sitting.decided(act.PlaceIdea).estimate == 3
    assert isinstance(sitting.app.top, TableScreen)


def test_a_risk_that_is_dropped_by_two_clicks_opens_no_sheet(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).cards(act.PlaceIdea).until(2)
    risk = next(a for a in legal(sitting.game.state) if isinstance(a, act.PlaceRisk))
    sitting.app.top.refresh()
    sitting.look()
    if sitting.app.top.ui.find(f"hand:risks:{risk.card}") is None:
        sitting.click("kind:risks")
    sitting.click(f"hand:risks:{risk.card}")
    sitting.click(f"on:{risk.idea}", times=2)
    assert sitting.decided(act.PlaceRisk) == risk
    assert isinstance(sitting.app.top, TableScreen)


@TWICE
def test_a_sheet_opens_and_what_it_offers_is_done_once(tmp_path: Path, by: str) -> None:
    sitting = Sitting(tmp_path).working()
    idea = f"idea:{sitting.game.state.ideas[0].id}"
    if by == "keys":
        sitting.tab_to(idea)
    press(sitting, by, idea, pygame.K_RETURN)
    assert isinstance(sitting.app.top, IdeaSheet)
    before = len(sitting.game.session.history)
    if by == "keys":
        sitting.tab_to("do:shelve")
    press(sitting, by, "do:shelve", pygame.K_RETURN)
    assert isinstance(sitting.app.top, Question)
    assert len(sitting.game.session.history) == before


@TWICE
def test_the_console_opens_once_and_takes_back_one_thing(tmp_path: Path, by: str) -> None:
    sitting = Sitting(tmp_path)
    for _ in range(3):
        sitting.do(act.Rally(0))
    sitting.app.top.refresh()
    press(sitting, by, "console", pygame.K_F10)
    assert isinstance(sitting.app.top, Console)
    if by == "keys":
        sitting.tab_to("undo")
    press(sitting, by, "undo", pygame.K_RETURN)
    assert len(sitting.game.session.history) == 2


@TWICE
def test_help_opens_once_and_stays(tmp_path: Path, by: str) -> None:
    sitting = Sitting(tmp_path)
    press(sitting, by, "rules", pygame.K_F1)
    assert isinstance(sitting.app.top, HelpScreen)
    press(sitting, by, "close", pygame.K_ESCAPE)
    assert isinstance(sitting.app.top, TableScreen)


def test_two_other_things_may_be_pressed_at_once(tmp_path: Path) -> None:
    """Whoever is quick, and presses what has been there before, is not held up."""
    sitting = Sitting(tmp_path)
    sitting.pause()
    for key in (pygame.K_r, pygame.K_p):
        sitting.hit(key, times=1, pause=False)
    assert [type(d.action) for d in sitting.game.session.history] == [act.Rally, act.Pass]


# ------------------------------------------------------------------ check and end
@TWICE
def test_a_check_goes_one_step_on(tmp_path: Path, by: str) -> None:
    player = MousePlayer(tmp_path, 3, 5)
    player.play("method", until=CheckScreen)
    screen = player.app.top
    assert isinstance(screen, CheckScreen)
    press(player, by, "next", pygame.K_RETURN)
    assert screen.at == 1


@TWICE
def test_the_result_leads_to_one_place(played: Session, by: str) -> None:
    calls = [Calls() for _ in range(4)]
    driver = Driver(Cloth())
    driver.app.push(ResultScreen(Game(driver.app, staging.case(), played), *calls))
    if by == "keys":
        driver.tab_to("debrief")
    press(driver, by, "debrief", pygame.K_RETURN)
    assert [call.count for call in calls] == [0, 0, 1, 0]


# ------------------------------------------------------------------ afterwards
@TWICE
def test_a_debrief_turns_one_page(played: Session, by: str) -> None:
    screen = DebriefScreen(staging.case(), played, DiscussionExits(leave=Calls()))
    driver = Driver(screen)
    press(driver, by, "next", pygame.K_PAGEDOWN, times=3)
    assert screen.at == 1
    press(driver, by, "next", pygame.K_PAGEDOWN, times=1)
    assert screen.at == 2


@TWICE
def test_a_follow_up_turns_one_page(played: Session, by: str) -> None:
    screen = FollowUpScreen(staging.case(), played, Calls())
    driver = Driver(screen)
    press(driver, by, "next", pygame.K_PAGEDOWN)
    assert screen.at == 1


@TWICE
def test_a_replay_asks_before_it_goes_on_and_is_not_answered_by_the_same_gesture(
    file: Path, by: str
) -> None:
    watching = Watching(file)
    press(watching, by, "branch", pygame.K_c)
    assert isinstance(watching.app.top, Question)
    assert watching.branched == []
    watching.click("yes")
    assert len(watching.branched) == 1


def test_a_replay_follows_quick_keys_and_clicks(file: Path) -> None:
    watching = Watching(file)
    watching.pause()
    for _ in range(5):
        watching.hit(pygame.K_RIGHT, times=1, pause=False)
    assert watching.step == 5
    watching.click("step", times=3)
    assert watching.step == 8


# ------------------------------------------------------------------ how long
@pytest.fixture
def table(tmp_path: Path) -> Sitting:
    sitting = Sitting(tmp_path)
    sitting.pause()
    return sitting


@pytest.mark.parametrize(("waits", "decisions"), [(PAUSE - 0.02, 1), (PAUSE + 0.02, 2)])
def test_a_second_press_counts_after_the_pause(
    table: Sitting, waits: float, decisions: int
) -> None:
    table.hit(pygame.K_p, times=1, pause=False)
    table.app.draw()
    table.app.advance(waits)
    table.hit(pygame.K_p, times=1, pause=False)
    assert len(table.game.session.history) == decisions


def test_the_pause_begins_when_the_change_is_seen(table: Sitting) -> None:
    table.hit(pygame.K_p, times=1, pause=False)
    table.app.advance(5 * QUICK)
    table.hit(pygame.K_p, times=1, pause=False)
    assert len(table.game.session.history) == 1
