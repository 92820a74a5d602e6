"""The ways to the follow-up meeting and back, and where what was told is seen then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pygame
import pytest

from game.session import read
from game.table.after.debrief.agreed import NextStepsPage
from game.table.after.debrief.harvest import HarvestPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.follow_up.screen import FollowUpScreen
from game.table.after.replay.choose import ChooseSessionScreen
from game.table.after.replay.screen import ReplayScreen
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.parts.take_home import TakeHomeDialog
from tests import staging
from tests.table.driver import Calls, Driver, squeezed
from tests.table.following_up import ENTER, ESCAPE, TODAY, Room
from tests.table.watching import copied, recorded, started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("recorded"))


@pytest.fixture
def path(file: Path, tmp_path: Path) -> Path:
    return copied(file, tmp_path)


def test_whoever_has_finished_a_game_finds_it_where_games_begin(path: Path) -> None:
    driver, _ = started(path.parent)
    driver.assert_readable()
    assert squeezed("To see again, debrief and follow up") in squeezed(driver.texts)
    driver.click("replay")
    assert isinstance(driver.app.top, ChooseSessionScreen)


def test_from_the_list_of_games_and_back(path: Path) -> None:
    driver, _ = started(path.parent)
    driver.click("replay")
    driver.tab_to("also-0")
    driver.assert_readable()
    driver.key(ENTER)
    assert isinstance(driver.app.top, FollowUpScreen)
    driver.click("tell:track:citizen")
    driver.type("70")
    driver.key(ENTER)
    assert read(path).outcomes[-1].date == date.today().isoformat()
    driver.key(ESCAPE)
    assert isinstance(driver.app.top, ChooseSessionScreen)


def test_from_a_replay_which_then_marks_its_end(path: Path) -> None:
    driver, flow = started(path.parent)
    flow.replay(path, nameless=True)
    driver.look()
    driver.look()
    replay = driver.app.top
    assert isinstance(replay, ReplayScreen)
    assert not [mark for mark in replay.marks if mark.kind == "outcome"]
    driver.key(pygame.K_F10)
    driver.assert_readable()
    driver.click("follow-up")
    meeting = driver.app.top
    assert isinstance(meeting, FollowUpScreen)
    assert not meeting.discussion.named, "names stay hidden"
    driver.click("tell:track:citizen")
    driver.type("70")
    driver.key(ENTER, ESCAPE)
    assert driver.app.top is replay
    driver.look()
    driver.click("mark:outcome")
    assert replay.player.at == replay.player.last
    assert squeezed("from 62 to 70%; the target is 78.") in squeezed(driver.texts)
    driver.assert_readable()


def test_from_the_debrief_which_then_shows_what_is_real(played) -> None:
    idea, track = next(
        (idea.id, track)
        for idea in played.state.ideas
        for track, benefit in idea.claims()
        if benefit.owner is not None
    )

    def follow_up(named: bool) -> None:
        app = driver.app
        app.push(FollowUpScreen(staging.case(), played, app.pop, named=named, today=TODAY))

    screen = DebriefScreen(staging.case(), played, DiscussionExits(Calls(), follow_up=follow_up))
    driver = Driver(screen)
    screen.turn(next(n for n, page in enumerate(screen.pages) if isinstance(page, NextStepsPage)))
    driver.click("step")
    driver.type("Bo calls the supplier")
    driver.click("follow-up")
    assert isinstance(driver.app.top, FollowUpScreen)
    driver.click("phase:steps")
    assert squeezed("Bo calls the supplier") in squeezed(driver.texts)
    driver.click("phase:benefits")
    driver.click(f"tell:benefit:{idea}:{track}")
    driver.type("4321.5")
    driver.key(ENTER)
    driver.click("yes")
    driver.key(ESCAPE)
    assert driver.app.top is screen
    seen = ""
    screen.turn(next(n for n, page in enumerate(screen.pages) if isinstance(page, HarvestPage)))
    driver.click("more")
    for n, page in enumerate(screen.pages):
        if isinstance(page, HarvestPage):
            screen.turn(n)
            seen += driver.texts
            driver.assert_readable()
    assert squeezed("now DKK 4,321.5m") in squeezed(seen)


def test_the_report_is_a_press_away_at_the_end(played) -> None:
    room = Room(played)
    room.part("ask")
    room.click("report")
    assert isinstance(room.app.top, TakeHomeDialog)
