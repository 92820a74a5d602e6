"""For all tests: no window opens, no sound is played, and no user's own files are touched."""

import gc
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.effort import NIGHTLY, examples

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to the night what is marked so."""
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
