"""For all tests: no window opens, no sound is played, and no user's own files are touched."""

import os
import tempfile
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

_home = tempfile.TemporaryDirectory(prefix="gevinst-tests-")
os.environ["GEVINST_HOME"] = str(Path(_home.name) / "gevinstbordet")
