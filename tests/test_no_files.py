"""What is no file, such as a link to a device or a pipe, is told of in words: nobody waits for it.

Such things come with an archive that somebody unpacked, or lie in a folder that several share.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.bounded import run_bounded
from tests.rows import each_row

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
EXAMPLE = Path("docs/example/one-door-for-building-permits.jsonl").absolute()
COMMANDS = [
    *(("verify", "x.jsonl"), ("repair", "x.jsonl"), ("report", "x.jsonl")),
    *(("sessions", "show", "x.jsonl"), ("sessions", "note", "x.jsonl", "Tell it")),
    *(("sessions", "export", "x.jsonl"), ("play", "--headless", "--resume", "x.jsonl")),
    *(("register", "import", f"x.{end}", "--session", "{example}") for end in ("csv", "xlsx")),
    *(("case", "import", f"x.{end}") for end in ("xlsx", "toml", "of-any-kind")),
    *(("case", "unpack", "x.gevinst"), ("case", "pack", "x.toml"), ("case", "export", "x.toml")),
    *(("check", "x.toml"), ("check", "x.gevinst"), ("simulate", "x.toml"), ("preview", "x.toml")),
    *(("x.jsonl",), ("x.xlsx",), ("x.of-any-kind",), ("play", "--headless", "x.toml")),
]


def make(path: Path, kind: str) -> None:
    """Something that is no file."""
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")


@pytest.mark.parametrize("kind", ["pipe", "device"])
@each_row("command", COMMANDS)
def test_what_is_no_file_is_told_of_and_not_waited_for(
    command: Sequence[str], kind: str, tmp_path: Path
) -> None:
    name = next(word for word in command if word.startswith("x."))
    path = tmp_path / name
    if not os.path.lexists(path):
        make(path, kind)
    given = {name: path, "{example}": EXAMPLE}
    done = run_bounded(*(given.get(word, word) for word in command), seconds=20, megabytes=1_000)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert name in said
    assert "There is no file" not in said
    assert "Traceback" not in said
