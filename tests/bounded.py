"""Runs the program with no more time and memory than any file of a stranger may take."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from game.cli import main

resource = pytest.importorskip("resource", reason="this system has no limits for processes")

SERVER: Final = multiprocessing.get_context("forkserver")
"""A process that has read the program once: a command is a copy of it, with limits of its own."""
SERVER.set_forkserver_preload(
    [
        __name__,
        *(f"game.cli.commands.{command}" for command in ("check", "sessions.show", "verify")),
        *(f"game.cli.{part}" for part in ("click_messages", "home", "root")),
        *(f"game.content.{part}" for part in ("errors", "lenient.judging", "lenient.reading")),
        *(f"game.content.{part}" for part in ("semantics", "structure", "weighing.checks")),
        *("game.spreadsheet.kinds", "platformdirs.unix"),
    ]
)
_WAITS: Final = 60
"""Seconds for which a command may wait for something, doing nothing."""


@dataclass(frozen=True)
class Done:
    """What a command said, and its exit code (below 0 where the system ended it)."""

    returncode: int
    stdout: str
    stderr: str


def run_bounded(*args: object, seconds: int, megabytes: int) -> Done:
    """Run a command of the program in English; the system ends it where it takes more."""
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        argv = (*map(str, args), "--lang", "en")
        process = SERVER.Process(target=_run, args=(argv, seconds, megabytes, out, err))
        process.start()
        process.join(_WAITS)
        if process.is_alive():
            process.kill()
            process.join()
        assert process.exitcode is not None
        return Done(process.exitcode, out.read_text("utf-8"), err.read_text("utf-8"))


def _run(argv: tuple[str, ...], seconds: int, megabytes: int, out: Path, err: Path) -> None:
    """The command, in its process."""
    for file, number in ((out, 1), (err, 2)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    sys.exit(main(argv))
