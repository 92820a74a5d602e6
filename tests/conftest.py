"""For all tests: no window opens, no sound is played, and no user's own files are touched."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

_home = tempfile.TemporaryDirectory(prefix="gevinst-tests-")
os.environ["GEVINST_HOME"] = str(Path(_home.name) / "gevinstbordet")

# A machine that does much else is slow, and that says nothing about the program.
settings.register_profile("gevinst", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gevinst")


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to show, instead of showing it."""
    asked: list[str] = []
    monkeypatch.setattr("click.launch", lambda path: asked.append(path) or 0)
    return asked
