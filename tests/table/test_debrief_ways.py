"""The ways out of the debrief: to the table, to what if, to two ends side by side, and back."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content import parse
from game.debrief import debrief
from game.engine import Refusal
from game.engine import actions as act
from game.gui.dialogs.modal import Question
from game.session import Session
from game.table.after.debrief.agreed import NextStepsPage
from game.table.after.debrief.compare import CompareScreen, Side
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.debrief.what_if import before, opening
from game.table.after.replay.screen import ReplayScreen
from game.table.flow.main import Flow
from game.table.play.result import ResultScreen
from tests import staging
from tests.table.debriefing import NEXT, Told, of_a_turn, shown, to
from tests.table.driver import Calls, Driver
from tests.table.windows import in_every_window


# ------------------------------------------------------------------ to the table, to what if
def test_a_moment_is_shown_at_the_table(method) -> None:
    go_to = Told()
    driver, screen = shown(method, go_to=go_to)
    to(driver, screen, of_a_turn(screen))
    driver.click("table")
    assert go_to.entries == [screen.pages[screen.at].moment.entry]


@pytest.mark.parametrize("field", ["step", "who"])
def test_esc_leaves_the_field_that_is_written_in_before_the_debrief(method, field: str) -> None:
    leave = Calls()
    driver, screen = shown(method, leave=leave)
    driver.key(pygame.K_6)
    to(driver, screen, NextStepsPage)
    driver.click(field)
    driver.type("Ane måler")
    driver.key(pygame.K_ESCAPE)
    assert not leave.count
    assert driver.app.top.ui.focus != field
    assert "Ane måler" in driver.texts
    driver.key(pygame.K_ESCAPE)
    assert leave.count == 1


def test_without_a_replay_it_is_not_offered(method) -> None:
    driver, screen = shown(method, go_to=None)
    to(driver, screen, of_a_turn(screen))
    assert driver.app.top.ui.find("table") is None


def test_playing_on_from_a_moment_asks_first(method) -> None:
    branch = Told()
    driver, screen = shown(method, branch=branch)
    driver.key(pygame.K_5)
    n = next(i for i, m in enumerate(screen.discussion.moments, 1) if m.step == "turn")
    driver.click(f"from:{n}")
    driver.click("no")
    assert branch.entries == []
    driver.click(f"from:{n}")
    driver.click("yes")
    assert branch.entries == [screen.discussion.moments[n - 1].entry - 1]


def test_what_a_check_brought_is_played_otherwise_from_its_round(method, tmp_path) -> None:
    branch = Told()
    driver, screen = shown(method, branch=branch)
    driver.key(pygame.K_5)
    moments = enumerate(screen.discussion.moments, 1)
    n, decided = next((i, m) for i, m in moments if m.kind == "VerdictDecided")
    driver.click(f"from:{n}")
    driver.click("yes")
    driver.tab_to("round:3")
    driver.key(pygame.K_RETURN, pygame.K_RETURN)
    rounds = []
    for entry in branch.entries:
        other = Session.branch(method.path, entry, parse, tmp_path / "branches")
        assert other.state.step == "turn"
        assert not isinstance(other.do(act.Pass(other.state.turn)), Refusal)
        rounds.append(other.state.round)
        other.close()
    assert rounds == [decided.round, 3]


def test_every_moment_is_played_otherwise_from_a_decision_before_it(method, tmp_path) -> None:
    steps: set[str] = set()
    for session in (method, staging.whole_game(tmp_path, "rush", 6, 4)[0]):
        found = debrief(session.log, staging.case().setup)
        after = {0: "turn"} | {step.position.entry: step.after.step for step in found.steps}
        for moment in found.moments:
            entry = before(found, moment)
            assert entry < moment.entry
            assert after[entry] in ("turn", "choice", "answer", "adjust"), "nothing to decide"
        steps |= {moment.position.step for moment in found.moments}
    assert steps >= {"turn", "check", "answer", "opening"}


# ------------------------------------------------------------------ two ends
def branched(session: Session, folder: Path) -> Session:
    """What a game could have become from round 3 on."""
    start = opening(debrief(session.log, staging.case().setup), 3)
    other = Session.branch(session.path, start, parse, folder)
    return staging.play(other, staging.by("rush"), lambda s: False)


@pytest.mark.slow
@in_every_window
def test_two_ends_can_be_read(full, tmp_path, size, lang) -> None:
    other = branched(full, tmp_path)
    setup = staging.case().setup
    sides = [Side(n, debrief(s.log, setup)) for n, s in (("Som det gik", full), ("Hvis", other))]
    screen = CompareScreen(staging.case(), *sides, Calls())
    driver = Driver(screen, size, lang)
    for n in range(screen.count):
        assert screen.at == n
        driver.assert_readable()
        driver.key(NEXT)
    other.close()


# ------------------------------------------------------------------ from the result
def opened_again(session: Session, folder: Path) -> tuple[Driver, Flow]:
    """A finished game in a window that has just been opened."""
    session.close()
    driver = Driver()
    flow = Flow(driver.app, folder)
    flow.playing.resume(session.path)
    return driver, flow


def test_a_finished_game_that_is_opened_again_leads_to_its_debrief(method, tmp_path) -> None:
    driver, flow = opened_again(method, tmp_path)
    flow.playing.result()
    driver.click("debrief")
    screen = driver.app.top
    assert isinstance(screen, DebriefScreen)
    to(driver, screen, of_a_turn(screen))
    entry = screen.pages[screen.at].moment.entry
    driver.click("table")
    replay = driver.app.top
    assert isinstance(replay, ReplayScreen)
    assert replay.player.entry == entry
    driver.look()
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top is screen, "Esc leads back to where it was shown from"
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, ResultScreen)
    flow.close()


def test_a_game_is_seen_again_from_its_result(method, tmp_path) -> None:
    driver, flow = opened_again(method, tmp_path)
    flow.playing.result()
    driver.click("replay")
    replay = driver.app.top
    assert isinstance(replay, ReplayScreen)
    assert replay.recording.log.path == method.path
    replay.exits.leave()
    assert isinstance(driver.app.top, ResultScreen)
    flow.close()


def test_a_replay_of_a_finished_game_leads_to_its_result_unless_names_are_hidden(
    method, tmp_path
) -> None:
    method.close()
    driver = Driver()
    flow = Flow(driver.app, tmp_path)
    flow.start()
    flow.replay(method.path)
    replay = driver.app.top
    assert isinstance(replay, ReplayScreen)
    replay.hide_names(True)
    driver.key(pygame.K_F10)
    driver.look()
    assert driver.app.top.ui.find("result") is None
    driver.key(pygame.K_ESCAPE)
    replay.hide_names(False)
    driver.key(pygame.K_F10)
    driver.click("result")
    assert isinstance(driver.app.top, ResultScreen)
    flow.close()


def test_the_end_of_a_game_is_undone_by_no_single_press(method, tmp_path) -> None:
    driver, flow = opened_again(method, tmp_path)
    game = flow.game
    assert game is not None
    assert game.state.over
    driver.look()
    if isinstance(driver.app.top, ResultScreen):
        driver.click("table")
    driver.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    driver.look()
    assert isinstance(driver.app.top, Question)
    driver.key(pygame.K_RETURN)
    assert game.state.over, "Enter leaves it as it is"
    driver.key(pygame.K_z, mod=pygame.KMOD_CTRL)
    driver.look()
    driver.click("yes")
    assert not game.state.over
    flow.close()


def test_playing_on_from_the_debrief_sits_down_at_a_new_game(method, tmp_path) -> None:
    path = method.path
    method.close()
    before = path.read_bytes()
    driver = Driver()
    flow = Flow(driver.app, tmp_path)
    flow.playing.resume(path)
    flow.playing.result()
    driver.click("debrief")
    driver.key(pygame.K_5)
    driver.click("round:4")
    driver.click("yes")
    assert flow.game is not None
    session = flow.game.session
    assert (session.path != path, session.state.round) == (True, 4)
    assert session.log.origin.file == path.name
    assert path.read_bytes().startswith(before), "the record is never altered, only added to"
    flow.close()
