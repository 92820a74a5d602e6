"""The commands that a command proposes: as they are printed they can be copied to a terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from game.resources import SCENARIOS


def command_line(*words: str | Path) -> str:
    """A command line of ``gevinst``, quoted as this system's terminal wants it."""
    given = ["gevinst", *map(_word, words)]
    return subprocess.list2cmdline(given) if os.name == "nt" else shlex.join(given)


def headless(case: Path) -> str:
    """The command by which bots play a case without a window."""
    shipped = case.parent.resolve() == SCENARIOS.resolve()
    return command_line("play", case.stem if shipped else case, "--headless", "--bots", "method")


def _word(word: str | Path) -> str:
    """A word as it is written; a file whose name begins like an option is named with its folder."""
    if isinstance(word, Path) and str(word).startswith("-"):
        return os.path.join(os.curdir, word)
    return str(word)
