"""What the debrief rests on: entries of the log, and the games of other groups."""

from __future__ import annotations

import time

import pygame
import pytest

from game.debrief.others import facts_of
from game.table.after.debrief.group import RolesPage
from game.table.after.debrief.harvest import HarvestPage
from game.table.after.debrief.others import OthersPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.parts.discussion.rests_on import EvidenceDialog
from tests import staging
from tests.table.debriefing import BACK, of_a_turn, shown, to
from tests.table.driver import Calls, Driver


# ------------------------------------------------------------------ what it rests on
def test_what_a_moment_rests_on_is_shown_and_can_be_looked_at(method) -> None:
    driver, screen = shown(method)
    to(driver, screen, of_a_turn(screen))
    moment = screen.pages[screen.at].moment
    driver.key(pygame.K_e)
    assert isinstance(driver.app.top, EvidenceDialog)
    numbers = [str(position.decision_index) for position in moment.evidence.entries]
    assert all(number in driver.texts for number in numbers)
    driver.click(f"entry:0:{moment.evidence.entries[0].entry}")
    assert driver.app.top is screen
    assert screen.discussion.exits.go_to.entries == [moment.evidence.entries[0].entry]


def test_what_a_page_rests_on_opens_by_mouse_and_closes_by_its_key(method) -> None:
    driver, screen = shown(method)
    to(driver, screen, HarvestPage)
    driver.click("evidence")
    assert isinstance(driver.app.top, EvidenceDialog)
    assert len(driver.app.top.claims) == len(screen.pages[screen.at].stories)
    driver.key(pygame.K_e)
    assert driver.app.top is screen


def test_without_a_replay_the_entries_are_only_listed(method) -> None:
    driver, screen = shown(method, go_to=None)
    to(driver, screen, HarvestPage)
    driver.key(pygame.K_e)
    assert not [w for w in driver.app.top.ui.widgets if w.key.startswith("entry:")]


def test_a_page_that_says_nothing_of_the_game_rests_on_nothing(method) -> None:
    driver, screen = shown(method)
    assert not screen.pages[0].claims(driver.app.t)
    driver.key(pygame.K_e)
    assert driver.app.top is screen


@pytest.mark.parametrize("named", [True, False])
def test_the_entries_name_roles_and_nobody(full, named) -> None:
    driver, screen = shown(full)
    screen.discussion.named = named
    names = {seat.name for seat in full.state.seats}
    for page in screen.pages:
        for claim in page.claims(driver.app.t):
            for entry in screen.discussion.trail(claim.evidence):
                line = screen.discussion.entry_line(driver.app.t, entry)
                assert line
                assert not any(name in line.split() for name in names)


# ------------------------------------------------------------------ other groups
def test_a_page_about_other_groups_comes_when_their_games_are_read(method) -> None:
    facts = facts_of(method.log)
    driver, screen = shown(method)
    before = len(screen.pages)
    to(driver, screen, RolesPage)
    screen.compare_with([facts] * 3)
    assert len(screen.pages) == before + 1
    assert isinstance(screen.pages[screen.at], RolesPage), "nobody is turned to another page"
    driver.key(BACK)
    assert isinstance(screen.pages[screen.at], OthersPage)
    assert "3 of 3 other groups" in driver.texts


def test_without_other_groups_there_is_no_page_about_them(method) -> None:
    _, screen = shown(method)
    before = len(screen.pages)
    screen.compare_with([facts_of(method.log)] * 2)
    assert len(screen.pages) == before


def test_the_others_are_read_in_the_background(method) -> None:
    groups = [facts_of(method.log)] * 3
    screen = DebriefScreen(staging.case(), method, DiscussionExits(Calls()), lambda: groups)
    driver = Driver(screen, (1280, 720), "en")
    for _ in range(200):
        if screen.discussion.groups:
            break
        time.sleep(0.01)
        driver.app.advance(0.02)
    assert screen.discussion.groups == tuple(groups)
