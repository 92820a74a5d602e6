"""For all tests: no window opens, no sound is played, and no user's own files are touched."""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

_home = tempfile.TemporaryDirectory(prefix="gevinst-tests-")
os.environ["GEVINST_HOME"] = str(Path(_home.name) / "gevinstbordet")

# A machine that does much else is slow, and that says nothing about the program.
settings.register_profile("gevinst", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gevinst")
