"""How fast a recorded game is opened and scrubbed; run by hand with ``--benchmark-only``."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from game.content import load, mend, parse
from game.debrief import debrief
from game.gui.app import App
from game.resources import SCENARIOS
from game.session import Recording, open_recording
from game.table.after.replay.choose import ChooseSessionScreen
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.screen import ReplayScreen
from game.table.flow.application import TABLE
from game.table.play.moments import aftermath
from tests.lengthy import lengthy
from tests.table.driver import Driver
from tests.table.watching import recorded

pytest.importorskip("pytest_benchmark")

LENGTHS = (300, 1_000, 10_000)
CASE = SCENARIOS / "koebenhavn-pas.toml"


@cache
def session_of(decisions: int) -> Path:
    """A session of so many decisions, made once."""
    with lengthy(Path(mkdtemp()), decisions) as session:
        return session.path


@pytest.fixture(params=LENGTHS, scope="module")
def path(request: pytest.FixtureRequest) -> Path:
    return session_of(request.param)


def test_open(benchmark, path: Path) -> None:
    """From the file to every step being at hand; its case, which is read once, included."""
    recording = benchmark(open_recording, path, parse, mend)
    assert not recording.troubles


def test_fold_any_step(benchmark, path: Path) -> None:
    case, chance = load(CASE), random.Random(1)
    recording: Recording = open_recording(path, lambda source, file: case)
    places = iter([chance.randrange(len(recording.steps)) for _ in range(2_000_000)])
    state = benchmark(lambda: recording.state(recording.steps[next(places)].now))
    assert state.seats


def test_look_through(benchmark, path: Path) -> None:
    case = load(CASE)
    recording: Recording = open_recording(path, lambda source, file: case)
    assert benchmark(debrief, recording.log, case.setup).moments


@pytest.fixture(params=[(1920, 1080), (3840, 2160)], ids=["1080p", "4K"])
def replay(request: pytest.FixtureRequest, path: Path) -> ReplayScreen:
    app = App(request.param, TABLE, lang="da", reduced_motion=True)
    screen = ReplayScreen(
        open_recording(path, parse, mend), ReplayExits(lambda: None, lambda *_: None, aftermath)
    )
    app.push(screen)
    app.draw()
    app.advance(0.1)
    app.draw()
    return screen


def test_scrub_to_any_step_and_draw(benchmark, replay: ReplayScreen) -> None:
    chance = random.Random(1)
    places = iter([chance.randrange(replay.player.last) for _ in range(100_000)])

    def scrub() -> None:
        replay.scrub(next(places))
        replay.app.draw()

    benchmark(scrub)


def test_list_a_thousand_games(benchmark, tmp_path: Path) -> None:
    """The first frame of the list; the rest is found while it is looked at."""
    content = recorded(tmp_path / "one").read_bytes()
    for n in range(1000):
        (tmp_path / f"{n:04}.jsonl").write_bytes(content)
    driver = Driver(size=(1920, 1080))

    def choose() -> None:
        driver.app.reset(ChooseSessionScreen(tmp_path, "Replay", "", lambda found: None))
        driver.app.draw()

    benchmark(choose)
