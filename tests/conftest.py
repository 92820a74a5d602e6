"""For all tests: no window opens, no sound is played, and no user's own files are touched."""

import contextlib
import errno
import gc
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.effort import NIGHTLY, examples

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

# What is compiled once serves every worker, and the hundreds of programs that tests start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

WINDOWS = ("tests/e2e/",)
"""What waits for pictures to stand still most of its time."""
PAGES = (
    "tests/handbook/test_browser.py",
    "tests/phones/test_game.py",
    "tests/phones/test_pages.py",
    "tests/portfolio/test_browser.py",
    "tests/report/test_browser.py",
)
"""What waits for a browser."""
LONGEST = (*WINDOWS, *PAGES, "tests/table/test_looks.py", "tests/test_wheel.py")

_home = tempfile.TemporaryDirectory(prefix="gevinst-tests-")
os.environ["GEVINST_HOME"] = str(Path(_home.name) / "gevinstbordet")

# What tests save need not outlive a power cut, and waiting for the disk is most of a game's time.
# Programs that tests start wait as ever; tests/session/test_store.py sees that the game does.
os.fsync = lambda fd: None

# A machine that does much else is slow, and that says nothing about the program.
settings.register_profile(
    "gevinst",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=examples(100),
)
settings.load_profile("gevinst")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores where windows are tested: it waits most of its time."""
    there = hasattr(os, "sched_getaffinity")
    cores = len(os.sched_getaffinity(0)) if there else os.cpu_count() or 1
    return cores + (shutil.which("Xvfb") is not None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """All tests of a module run in one worker, all in windows in one, and all in browsers in one.

    While those wait, the others have the cores.
    """
    if config.getoption("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class ByModule(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            if nodeid.startswith(WINDOWS):
                return "windows"
            return "pages" if nodeid.startswith(PAGES) else super()._split_scope(nodeid)

    return ByModule(config, log)


def pytest_collection(session: pytest.Session) -> None:
    """Let every worker compile a share of all the tests first, and find the others' in the cache.

    Where nothing is compiled yet, pytest takes half a minute to write out what each ``assert``
    compares, and each worker would do so for every module, at the same time as the others. A module
    that cannot be imported is told of when its tests are collected.
    """
    gc.disable()  # what is compiled and collected stays: to look through it takes a third as long
    config = session.config
    worker = getattr(config, "workerinput", None)
    if worker is None or config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    turn, of = int(re.sub(r"\D", "", worker["workerid"])), worker["workercount"]
    here = Path(__file__).parent
    for file in sorted(here.rglob("test_*.py"))[turn::of]:
        with contextlib.suppress(Exception, pytest.skip.Exception):
            import_module(".".join(file.relative_to(here.parent).with_suffix("").parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to the night what is marked so; what takes longest comes first, not at the end.

    A core that has nothing left to do while another one waits is lost time.
    """
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    if NIGHTLY:
        return
    left = [item for item in items if item.get_closest_marker("nightly")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if not item.get_closest_marker("nightly")]


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """Look for garbage seldom, and never among the tests: a tenth of their time goes into that."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each module begins like a new computer: no game of another one is known there."""
    before = os.environ["GEVINST_HOME"]
    os.environ["GEVINST_HOME"] = str(tmp_path_factory.mktemp("home") / "gevinstbordet")
    yield
    os.environ["GEVINST_HOME"] = before


@pytest.fixture(autouse=True, scope="module")
def _temporary_files_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Games that can be saved nowhere else lie among the temporary files, as others' games may."""
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path_factory.mktemp("temporary"))
    yield
    tempfile.tempdir = before


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files that another program holds: while they are in this list, none of them can be opened."""
    held: list[Path] = []
    opening = Path.open

    def refusing(path: Path, *args: Any, **options: Any) -> Any:
        if path in held:
            raise PermissionError(errno.EACCES, "held by another program", str(path))
        return opening(path, *args, **options)

    monkeypatch.setattr(Path, "open", refusing)
    return held


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to show, instead of showing it."""
    asked: list[str] = []
    monkeypatch.setattr("click.launch", lambda path, **_: asked.append(path) or 0)
    return asked


@pytest.fixture
def plain_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports without what takes longest to make, and a test of other files does not look at."""
    monkeypatch.setattr("game.report.map_drawing.as_png", lambda *_: b"")
    monkeypatch.setattr("game.report.files.on_paper", lambda *_: None)
