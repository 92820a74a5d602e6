"""Runs the program with no more time and memory than any file of a stranger may take."""

from __future__ import annotations

import subprocess
import sys

import pytest

resource = pytest.importorskip("resource", reason="this system has no limits for processes")


def run_bounded(*args: object, seconds: int, megabytes: int) -> subprocess.CompletedProcess[str]:
    """Run a command of the program in English; the system ends it where it takes more."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))

    return subprocess.run(
        [sys.executable, "-m", "game", *map(str, args), "--lang", "en"],
        preexec_fn=limit,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
