"""How fast a recorded game is opened and scrubbed; run by hand with ``--benchmark-only``."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from game.content import described, load, mend, parse
from game.debrief import debrief
from game.gui.app import App
from game.resources import SCENARIOS
from game.session import Recording, open_recording
from game.session.index import SessionIndex
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
        sessions = SessionIndex(None, described).sessions(tmp_path)
        driver.app.reset(ChooseSessionScreen(sessions, "Replay", "", lambda found: None))
        driver.app.draw()

    benchmark(choose)


def _ten_thousand(folder: Path) -> ChooseSessionScreen:
    """The list of ten thousand games that are known already, wholly found."""
    content = recorded(folder / "one").read_bytes()
    for n in range(10_000):
        (folder / f"{n:05}.jsonl").write_bytes(content)
    index = SessionIndex(folder / "index.sqlite", described)
    assert sum(1 for _ in index.sessions(folder)) == 10_000
    return ChooseSessionScreen(index.sessions(folder), "Replay", "", lambda found: None)


def test_find_ten_thousand_known_games(benchmark, tmp_path: Path) -> None:
    """Until the last of them is in the list."""
    _ten_thousand(tmp_path)
    index = SessionIndex(tmp_path / "index.sqlite", described)
    assert benchmark(lambda: sum(1 for _ in index.sessions(tmp_path))) == 10_000


def test_search_ten_thousand_games(benchmark, tmp_path: Path) -> None:
    """A letter more in the field for words, until the frame stands."""
    driver = Driver(size=(1920, 1080))
    driver.app.reset(screen := _ten_thousand(tmp_path))
    while len(screen.rows) < 10_000:
        driver.app.advance(0.1)
    words = iter(("a", "an", "ane", "an") * 100_000)

    def search() -> None:
        screen.filter.words = next(words)
        screen._filtered()
        driver.app.draw()

    benchmark(search)
