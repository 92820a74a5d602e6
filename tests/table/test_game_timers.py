"""The timers of a game at the table: by mouse and keys, turn by turn, and after a resume."""

from __future__ import annotations

import shutil
from pathlib import Path

import pygame
import pytest

from game.content import parse
from game.engine import actions as act
from game.gui import theme
from game.i18n.message import Message
from game.session import Session, Timer
from game.table.parts.help_screen import HelpScreen
from game.table.play.clocks import ClockWidget
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.game import Game
from game.table.play.game_timers import GameTimers
from game.table.play.table import TableScreen
from tests.onward import onward
from tests.table.sitting import Sitting


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return Sitting(tmp_path)


HAND = 2
"""Seconds that a hand takes for a press or two."""


def moves(sitting: Sitting) -> list[tuple[str, str]]:
    return [(r.what, r.move) for r in sitting.game.session.log.records if isinstance(r, Timer)]


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def wait(sitting: Sitting, seconds: float) -> None:
    """Let time pass as the loop does."""
    while seconds > 0:
        sitting.app.advance(min(0.5, seconds))
        seconds -= 0.5


def left(sitting: Sitting, what: str = "turn") -> float:
    found = sitting.services.timers.on(what)
    assert found is not None
    return found.left


# ------------------------------------------------------------------ the dialog
def test_by_keyboard_a_timer_is_started_paused_and_stopped(sitting: Sitting) -> None:
    sitting.key(pygame.K_t)
    assert isinstance(sitting.app.top, TimersDialog)
    sitting.key(pygame.K_1)
    given = left(sitting)
    wait(sitting, 10)
    assert left(sitting) == given - 10
    sitting.key(pygame.K_1)
    wait(sitting, 10)
    assert left(sitting) == given - 10
    sitting.tab_to("turn:60")
    sitting.key(pygame.K_RETURN)
    assert left(sitting) == given + 50
    sitting.key(pygame.K_1)
    sitting.tab_to("turn:stop")
    sitting.key(pygame.K_SPACE)
    assert sitting.services.timers.on("turn") is None
    sitting.key(pygame.K_t)
    assert isinstance(sitting.app.top, TableScreen)
    assert moves(sitting) == [
        ("turn", "start"), ("turn", "pause"), ("turn", "more"), ("turn", "resume"),
        ("turn", "stop"),
    ]  # fmt: skip


def test_by_mouse_with_a_length_of_its_own(sitting: Sitting) -> None:
    sitting.open(TimersDialog(sitting.game, sitting.services.timers))
    suggested = sitting.services.timers.length("round")
    box, u = sitting.widget("round:length").box, sitting.app.u
    sitting.click((round((box.right - 20) * u), round(box.centre[1] * u)))
    sitting.click("round:go")
    assert left(sitting, "round") == suggested + 60
    sitting.click("round:300")
    assert left(sitting, "round") == pytest.approx(suggested + 360, abs=HAND)
    sitting.click("close")
    sitting.look()
    clock = sitting.widget("clock:round")
    assert isinstance(clock, ClockWidget)
    sitting.click("clock:round")
    assert isinstance(sitting.app.top, TimersDialog)


def test_suggested_lengths_come_from_the_case(sitting: Sitting) -> None:
    minutes = sitting.game.case.minutes
    rounds = sum(sitting.game.state.setup.rules.rounds)
    assert abs(sitting.services.timers.length("round") - minutes * 60 / rounds) <= 30


# ------------------------------------------------------------------ the table
def test_only_the_digits_are_drawn_anew(sitting: Sitting) -> None:
    sitting.services.timers.start("turn")
    sitting.look(0.3)
    sitting.app.present()
    before = pixels(sitting.app.draw())
    table = sitting.app.top
    builds = []
    build = table.build
    table.build = lambda ui: (builds.append(1), build(ui))[1]
    wait(sitting, 1)
    after = pixels(sitting.app.draw())
    assert builds == []
    assert sitting.app._present
    digits = sitting.widget("clock:turn").box.px(sitting.app.u)
    assert all(digits.contains(rect) for rect in sitting.app._present if rect)
    assert after != before


def test_nothing_is_drawn_between_two_seconds(sitting: Sitting) -> None:
    sitting.services.timers.start("phase")
    wait(sitting, 0.1)
    sitting.app.draw()
    sitting.app.advance(0.05)
    assert not sitting.app.due


def test_the_time_runs_on_beside_a_dialog_and_is_seen(sitting: Sitting) -> None:
    sitting.services.timers.set_length("turn", 90)
    sitting.services.timers.start("turn")
    idea = sitting.game.state.idea_hands[0][0]
    sitting.open(EstimateDialog.for_placing(sitting.game, idea, "citizen", lambda n: None))
    wait(sitting, 5)
    assert left(sitting) == pytest.approx(84, abs=1.1)
    assert {"1:24", "1:23", "1:22"} & set(sitting.texts.split("\n"))


def test_the_time_stands_still_while_the_rules_are_read(sitting: Sitting) -> None:
    sitting.services.timers.start("turn")
    wait(sitting, 3)
    before = left(sitting)
    for key in (pygame.K_F1, pygame.K_F10):
        sitting.key(key)
        wait(sitting, 30)
        sitting.key(pygame.K_ESCAPE)
    assert left(sitting) == pytest.approx(before, abs=HAND)
    before = left(sitting)
    assert not isinstance(sitting.app.top, HelpScreen)
    wait(sitting, 1)
    assert left(sitting) == before - 1


def test_one_key_pauses_all_and_lets_them_go_on(sitting: Sitting) -> None:
    sitting.key(pygame.K_t, mod=pygame.KMOD_CTRL)
    assert "No timer is on" in sitting.texts
    sitting.services.timers.start("turn")
    sitting.services.timers.start("round")
    sitting.key(pygame.K_t, mod=pygame.KMOD_CTRL)
    before = left(sitting), left(sitting, "round")
    wait(sitting, 20)
    assert (left(sitting), left(sitting, "round")) == before
    sitting.key(pygame.K_t, mod=pygame.KMOD_CTRL)
    wait(sitting, 20)
    assert (left(sitting), left(sitting, "round")) == (before[0] - 20, before[1] - 20)


def test_time_that_is_up_is_told_calmly_once(sitting: Sitting) -> None:
    played: list[str] = []
    sitting.app.sound.play = played.append
    sitting.services.timers.set_length("turn", 30)
    sitting.services.timers.start("turn")
    sitting.look()
    wait(sitting, 31)
    assert played == ["timer"]
    assert "Turn: time is up" in sitting.texts
    clock = sitting.widget("clock:turn").box.px(sitting.app.u)
    first = pixels(sitting.app.draw().subsurface(clock))
    for _ in range(20):  # it does not flash
        wait(sitting, 0.25)
        assert pixels(sitting.app.draw().subsurface(clock)) == first
    assert played == ["timer"]
    light = sitting.app.window.get_at((clock.centerx, clock.y + 3))
    assert light[:3] == theme.ACCENT


def test_a_clock_is_read_from_the_last_row(sitting: Sitting) -> None:
    for what in ("turn", "round", "phase"):
        sitting.services.timers.start(what)
    sitting.assert_readable()
    drawn = [d for d in sitting.read() if d.text[:1].isdigit() and ":" in d.text]
    assert len(drawn) == 3
    assert all(d.size >= theme.ROOM for d in drawn)


# ------------------------------------------------------------------ as the game goes on
def test_the_timer_of_a_turn_starts_anew_for_the_next_seat(sitting: Sitting) -> None:
    sitting.services.timers.start("turn")
    sitting.services.timers.more("turn", 60)
    given = sitting.services.timers.length("turn")
    wait(sitting, 20)
    sitting.game.do(act.Rally(0))
    assert left(sitting) == given + 40
    sitting.game.do(act.Pass(0))
    assert left(sitting) == given
    assert sitting.services.timers.timers.on["turn"].running


def test_without_starting_anew_it_stops_with_the_turn(sitting: Sitting) -> None:
    sitting.app.prefer(timers_anew=False)
    sitting.services.timers.start("turn")
    sitting.services.timers.start("round")
    sitting.game.do(act.Pass(0))
    assert sitting.services.timers.on("turn") is None
    assert sitting.services.timers.on("round") is not None


def test_between_the_turns_it_waits_and_is_not_seen(sitting: Sitting) -> None:
    sitting.services.timers.start("turn")
    sitting.services.timers.start("round")
    while sitting.game.state.step == "turn":
        sitting.game.do(act.Pass(sitting.game.state.turn))
    assert not sitting.services.timers.timers.on["turn"].running
    assert sitting.services.timers.seen == ["round"]
    started = left(sitting, "round")
    while sitting.game.state.step != "turn":
        sitting.game.do(onward(sitting.game.state))
    assert sitting.services.timers.seen == ["turn", "round"]
    assert left(sitting) == sitting.services.timers.length("turn")
    assert left(sitting, "round") >= started


def test_undo_gives_and_takes_no_time(sitting: Sitting) -> None:
    sitting.services.timers.start("turn")
    wait(sitting, 10)
    sitting.game.do(act.Rally(0))
    wait(sitting, 5)
    before = left(sitting)
    sitting.game.undo()
    assert left(sitting) == before
    sitting.game.redo()
    assert left(sitting) == before


# ------------------------------------------------------------------ another day
def resumed(sitting: Sitting, folder: Path) -> GameTimers:
    folder.mkdir()
    copy = Path(shutil.copy(sitting.game.session.path, folder))
    session = Session.resume(copy, parse)
    return GameTimers(Game(sitting.app, session.case, session))


def test_a_game_put_away_comes_back_with_its_timers_paused(
    sitting: Sitting, tmp_path: Path
) -> None:
    sitting.services.timers.set_length("turn", 240)
    sitting.services.timers.start("turn")
    wait(sitting, 42)
    sitting.services.timers.pause_all()
    again = resumed(sitting, tmp_path / "later")
    found = again.on("turn")
    assert found is not None
    assert (found.left, found.total, found.running) == (198, 240, False)
    assert again.length("turn") == 240


def test_after_a_power_cut_too(sitting: Sitting, tmp_path: Path) -> None:
    sitting.services.timers.start("round")
    again = resumed(sitting, tmp_path / "later")
    found = again.on("round")
    assert found is not None
    assert found.total == sitting.services.timers.length("round")
    assert 0 < found.left <= found.total
    assert not found.running


def test_a_disk_that_is_full_moves_no_timer_until_it_is_saved(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.session import SaveError

    tries = []

    def full(*_: object) -> None:
        raise SaveError("not_saved", folder="/x", why=Message("No space left on device"))

    sitting.game.on_save_error = lambda error, again: tries.append(again)
    with monkeypatch.context() as patch:
        patch.setattr(Session, "timer", full)
        sitting.services.timers.start("turn")
        assert sitting.services.timers.on("turn") is None
        sitting.services.timers.pause_all()
    tries[0]()
    assert sitting.services.timers.on("turn") is not None
