"""For all tests: no window opens, no sound is played, and no user's own files are touched."""

import contextlib
import gc
import os
import re
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.effort import NIGHTLY, examples

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

# What is compiled once serves every worker, and the hundreds of programs that tests start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

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


def pytest_collection(session: pytest.Session) -> None:
    """Let every worker compile a share of all the tests first, and find the others' in the cache.

    Where nothing is compiled yet, pytest takes half a minute to write out what each ``assert``
    compares, and each worker would do so for every module, at the same time as the others. A module
    that cannot be imported is told of when its tests are collected.
    """
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
    """Leave to the night what is marked so; what waits for windows comes first, not at the end.

    A core that has nothing left to do while another one waits is lost time.
    """
    items.sort(key=lambda item: "/e2e/" not in item.nodeid)
    if NIGHTLY:
        return
    left = [item for item in items if item.get_closest_marker("nightly")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if not item.get_closest_marker("nightly")]


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among the tests: a tenth of their time goes into that."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to show, instead of showing it."""
    asked: list[str] = []
    monkeypatch.setattr("click.launch", lambda path: asked.append(path) or 0)
    return asked
