"""The commands that a command proposes: as they are printed they can be copied to a terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path


def command_line(*words: str | Path) -> str:
    """A command line of ``gevinst``, quoted as this system's terminal wants it."""
    given = ["gevinst", *map(_word, words)]
    return subprocess.list2cmdline(given) if os.name == "nt" else shlex.join(given)


def _word(word: str | Path) -> str:
    """A word as it is written; a file whose name begins like an option is named with its folder."""
    if isinstance(word, Path) and str(word).startswith("-"):
        return os.path.join(os.curdir, word)
    return str(word)
