"""An error that nobody caught: a calm screen, the log, and the game from its last decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.engine import actions as act
from game.gui.app import App
from game.gui.errors import GivingUpError
from game.gui.loop import Loop
from game.gui.screen import Screen
from game.gui.text.typesetter import Drawn
from game.i18n.message import MessageError
from game.table.flow.application import TABLE
from game.table.flow.crash_screen import CrashScreen
from game.table.flow.main import Flow
from game.table.flow.recovery import RECURRENCE_LIMIT, Recovery
from game.table.play.game import Game
from game.table.play.table import TableScreen
from game.table.setup.start import StartScreen
from tests import staging


class Broken(Screen):
    """Fails in one of the ways in which a screen can."""

    def __init__(self, where: str) -> None:
        self.where = where

    def _fail(self, where: str) -> None:
        if where == self.where:
            raise KeyError(f"broken in {where}")

    def build(self, ui) -> None:
        self._fail("build")

    def handle(self, event: pygame.Event) -> bool:
        self._fail("handle")
        return False

    def update(self, dt: float) -> None:
        self._fail("update")

    def paint_over(self, canvas) -> None:
        self._fail("paint_over")


class Sat:
    """A flow with a running game, and an app that recovers."""

    def __init__(self, folder: Path, log: list[Drawn]) -> None:
        self.now = 0.0
        self.app = App((1280, 720), TABLE, log=log)
        self.flow = Flow(self.app, folder)
        self.logs = folder / "logs"
        self.recovery = Recovery(
            self.app, self.flow.again, self.plays, folder=self.logs, clock=lambda: self.now
        )
        self.app.on_error = self.recovery
        self.log = log

    def plays(self) -> bool:
        return self.flow.game is not None

    def sit_down(self, folder: Path) -> Game:
        self.flow.playing.sit_down(staging.begin(folder, 4, 5))
        assert self.flow.game is not None
        while not isinstance(self.app.top, TableScreen):
            self.app.pop()
        return self.flow.game

    def run(self, *events: pygame.Event, rounds: int = 4) -> None:
        """The loop itself, for a few rounds."""
        for event in events:
            pygame.event.post(event)
        seen = 0
        pace = self.app.loop.pace

        def counted() -> int:
            nonlocal seen
            seen += 1
            if seen >= rounds:
                self.app.quit()
            return pace()

        self.app.loop.pace = counted
        self.app.run()

    def enter(self, rounds: int = 4) -> None:
        """Look at what is there, and press Enter."""
        self.app.draw()
        self.app.advance(1)
        self.run(*key(pygame.K_RETURN), rounds=rounds)

    @property
    def texts(self) -> str:
        self.app.draw()
        return " ".join(drawn.text for drawn in self.log)


def key(code: int) -> Iterator[pygame.Event]:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        yield pygame.Event(kind, key=code, mod=0, unicode="")


@pytest.fixture
def sat(tmp_path: Path) -> Iterator[Sat]:
    pygame.event.clear() if pygame.display.get_init() else None
    made = Sat(tmp_path, [])
    pygame.event.clear()
    yield made
    made.flow.close()


# ------------------------------------------------------------------ going on
@pytest.mark.parametrize("where", ["build", "handle", "update", "paint_over"])
def test_the_game_goes_on_from_the_last_decision(sat: Sat, tmp_path: Path, where: str) -> None:
    game = sat.sit_down(tmp_path)
    game.do(act.Rally(0))
    state, file = game.state, game.session.path
    sat.app.push(Broken(where))
    sat.run(pygame.Event(pygame.MOUSEWHEEL, x=0, y=1))
    assert isinstance(sat.app.top, CrashScreen)
    assert "Nothing is lost" in sat.texts
    assert "KeyError" in sat.texts
    sat.now = 60.0
    sat.enter()
    assert isinstance(sat.app.top, TableScreen)
    assert sat.flow.game is not None
    assert sat.flow.game is not game
    assert sat.flow.game.session.path == file
    assert sat.flow.game.state == state
    sat.flow.game.do(act.Rally(sat.flow.game.state.turn))
    assert len(sat.flow.game.session.history) == 2


def test_without_a_game_it_goes_on_from_the_start_screen(sat: Sat) -> None:
    sat.app.push(Broken("build"))
    sat.run()
    assert "No game was open" in sat.texts
    sat.now = 60.0
    sat.enter()
    assert isinstance(sat.app.top, StartScreen)


def test_a_movement_that_fails_moves_no_more(sat: Sat, tmp_path: Path) -> None:
    sat.sit_down(tmp_path)

    def fail() -> None:
        raise ValueError("broken at the end of a movement")

    sat.app.animator.play(lambda canvas, share: None, 0.01, done=fail)
    sat.run(rounds=6)
    assert isinstance(sat.app.top, CrashScreen)
    assert not sat.app.animator.busy


# ------------------------------------------------------------------ giving up
@pytest.mark.parametrize("where", ["build", "update", "paint_over"])
def test_what_fails_again_at_once_ends_with_a_message(sat: Sat, where: str) -> None:
    sat.recovery.again = lambda: sat.app.reset(Broken(where))
    sat.app.push(Broken(where))
    sat.run()
    assert isinstance(sat.app.top, CrashScreen)
    with pytest.raises(GivingUpError) as given_up:
        sat.enter(rounds=10)
    assert given_up.value.log == sat.logs / "gevinst.log"


def test_what_fails_much_later_is_another_trouble(sat: Sat) -> None:
    sat.recovery.again = lambda: sat.app.reset(Broken("never"))
    sat.app.push(Broken("update"))
    sat.run()
    sat.enter()
    sat.now += RECURRENCE_LIMIT + 1
    sat.app.push(Broken("update"))
    sat.run()
    assert isinstance(sat.app.top, CrashScreen)


def test_a_calm_screen_that_fails_is_not_shown_again(
    sat: Sat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CrashScreen, "build", Broken("build").build.__func__)
    monkeypatch.setattr(CrashScreen, "_fail", Broken._fail, raising=False)
    monkeypatch.setattr(CrashScreen, "where", "build", raising=False)
    sat.app.push(Broken("update"))
    with pytest.raises(GivingUpError):
        sat.run()


def test_going_on_that_fails_gives_up(sat: Sat) -> None:
    def again() -> None:
        raise OSError("the disk is gone")

    sat.recovery.again = again
    sat.app.push(Broken("build"))
    sat.run()
    with pytest.raises(GivingUpError):
        sat.enter()


@pytest.mark.parametrize("log", [Path("/var/log/gevinst.log"), None])
def test_the_command_says_so_in_one_line_and_ends_with_1(
    log: Path | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise GivingUpError(log)

    monkeypatch.setattr("game.table.flow.main.run_table", fail)
    assert main(["--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Error: The table failed again at once")
    assert len(said.splitlines()) == 1
    assert (str(log) in said) == (log is not None)


# ------------------------------------------------------------------ the log
def test_the_log_has_what_helps_and_grows_no_end(sat: Sat, tmp_path: Path) -> None:
    game = sat.sit_down(tmp_path)
    sat.app.push(Broken("build"))
    sat.run()
    said = (sat.logs / "gevinst.log").read_text("utf-8")
    for wanted in ("KeyError", "Traceback", "pygame-ce", "a game was open: yes", "TableScreen"):
        assert wanted in said
    for kept_out in (game.session.path.stem, str(tmp_path), *(s.name for s in game.state.seats)):
        assert kept_out not in said
    for i in range(40):
        error = TypeError("x" * 60_000 + str(i))
        sat.app.screens.clear()
        sat.recovery(error)
    files = list(sat.logs.iterdir())
    assert 2 <= len(files) <= 4
    assert sum(file.stat().st_size for file in files) < 2_500_000


WRITTEN = "Ane i Borgerservice"
"""What somebody wrote, or called a file."""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyError(WRITTEN), "KeyError"),
        (ValueError(f"no number: {WRITTEN}"), "ValueError"),
        (FileNotFoundError(2, "No such file", f"/home/{WRITTEN}"), "No such file or directory"),
        (
            MessageError("Nobody is called {name}.", "Ask {name}.", name=WRITTEN),
            "Nobody is called {name}.",
        ),
        (TypeError("unsupported operand type(s) for +: 'int' and 'str'"), "'int' and 'str'"),
    ],
)
@pytest.mark.parametrize("led_to_another", [False, True])
def test_nothing_that_somebody_wrote_is_in_the_log(
    sat: Sat, error: Exception, told: str, led_to_another: bool
) -> None:
    try:
        try:
            raise error
        except Exception as first:
            if led_to_another:
                raise RuntimeError(WRITTEN) from first
            raise
    except Exception as last:
        sat.recovery(last)
    said = (sat.logs / "gevinst.log").read_text("utf-8")
    assert told in said
    assert "table/test_recovery.py" in said
    assert "Ane" not in said


def test_without_a_place_for_the_log_the_details_can_be_copied(
    sat: Sat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").write_text("")
    sat.recovery.folder = tmp_path / "no folder"
    copied: list[str] = []
    monkeypatch.setattr("game.table.flow.crash_screen.copy_text", copied.append)
    sat.app.push(Broken("build"))
    sat.run()
    assert "could not be written down" in sat.texts
    press(sat.app, "copy")
    assert "Traceback" in copied[0]
    assert "copied" in sat.texts


def test_it_can_be_left_from_there(sat: Sat) -> None:
    sat.app.push(Broken("build"))
    sat.run()
    sat.app.running = True
    press(sat.app, "quit")
    assert not sat.app.running


def press(app: App, button: str) -> None:
    app.draw()
    widget = app.top.ui.find(button)
    assert widget is not None
    widget.activate(app.top.ui)


def test_a_file_that_the_window_opens_with_is_told_there_when_it_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.table.flow.main import run_table
    from game.table.flow.openings import AtFile
    from game.table.setup.problems import ProblemsScreen

    broken = tmp_path / "~vores 'sag'.gevinst"
    broken.write_text("title =", "utf-8")
    shown: list[Screen] = []

    def look(loop: Loop) -> int:
        assert isinstance(loop.app, App)
        shown.append(loop.app.top)
        loop.app.quit()
        return 0

    monkeypatch.setattr(Loop, "pace", look)
    run_table("en", tmp_path, AtFile(broken))
    (screen,) = shown
    assert isinstance(screen, ProblemsScreen)


def test_it_is_wired_to_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.table.flow.main import run_table
    from game.table.flow.openings import AtStart

    shown: list[type[Screen]] = []
    play: list[Callable[[App], None]] = [
        lambda app: app.push(Broken("build")),
        lambda app: shown.append(type(app.top)),
        lambda app: app.quit(),
    ]
    pace = Loop.pace

    def step_by_step(loop: Loop) -> int:
        assert isinstance(loop.app, App)
        play.pop(0)(loop.app)
        return pace(loop)

    monkeypatch.setattr(Loop, "pace", step_by_step)
    run_table("en", tmp_path, AtStart())
    assert shown == [CrashScreen]
