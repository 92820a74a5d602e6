"""On a terminal the name of a file is letters, whatever it holds: it commands nothing."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from game.cli import main
from tests.rows import each_row

pty = pytest.importorskip("pty", reason="this system has no such terminals")

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs/example/one-door-for-building-permits.jsonl"
CASE = ROOT / "scenarios/foerste-spil.toml"
TITLE, ROUND = "\x1b]0;", "\u202e"
"""What sets the title of a terminal, and what turns the letters after it round."""
EVIL = f"a{TITLE}PWN\x07b{ROUND}c"
SESSION, TOML, NONE = f"{EVIL}.jsonl", f"{EVIL}.toml", f"{EVIL}-not-there"


def printed(argv: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """All that a command sends to a terminal."""
    read, write = pty.openpty()
    said: list[bytes] = []

    def listen() -> None:
        while b"\0" not in (new := os.read(read, 4096)):
            said.append(new)
        said.append(new)

    listening = threading.Thread(target=listen)
    listening.start()
    with monkeypatch.context() as patch, open(write, "w", encoding="utf-8", closefd=False) as tty:
        patch.setenv("TERM", "xterm")
        patch.setattr(sys, "stdout", tty)
        patch.setattr(sys, "stderr", tty)
        main(argv)
    os.write(write, b"\0")
    listening.join()
    os.close(write)
    os.close(read)
    return b"".join(said).decode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as it comes with a stranger's archive."""
    shutil.copy(EXAMPLE, tmp_path / SESSION)
    shutil.copy(CASE, tmp_path / TOML)
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@each_row(
    "command",
    [
        *(("verify", SESSION), ("repair", SESSION), ("sessions", "show", SESSION)),
        *(("sessions", "note", SESSION, "Tell it"), ("sessions", "tag", SESSION, "told")),
        *(("report", SESSION), ("sessions", "export", SESSION, "--yes"), ("report", NONE)),
        *(("check", TOML), ("case", "pack", TOML), ("case", "export", TOML), ("check", NONE)),
        *(("case", "import", f"{EVIL}.xlsx"), ("case", "unpack", f"{EVIL}.gevinst")),
        *(("simulate", "--games", "2", TOML), ("guide", EVIL), ("sessions", "--month", EVIL)),
        *((EVIL,), (f"--{EVIL}",), ("play", NONE, "--headless"), ("new", EVIL), ("verify", NONE)),
        *(("sessions", "rename", SESSION, EVIL), ("sessions", "rename", SESSION, f"q{ROUND}r")),
    ],
)
def test_what_a_file_is_called_commands_no_terminal(
    command: Sequence[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = printed(command, monkeypatch)
    assert said.strip("\0\r\n")
    assert TITLE not in said
    assert ROUND not in said


def test_colours_and_lines_stay_on_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = printed(["sessions", "show", SESSION], monkeypatch)
    assert "\x1b[1m" in said
    assert "\N{REPLACEMENT CHARACTER}]0;PWN" in said
    assert said.count("\n") > 20
