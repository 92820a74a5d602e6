"""What the tests of the command line share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from tests.cli.programs import LEFT
from tests.session.freezing import FOLDER


class Screen:
    """Runs the command in this process and keeps what it prints."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.out = self.err = ""

    def run(self, *args: object) -> int:
        code = main([str(arg) for arg in args])
        self.out, self.err = self.capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code


@pytest.fixture
def screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Screen:
    """An English terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    return Screen(capsys)


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """What the table was opened with, instead of opening it."""
    opened: list[tuple[Any, dict[str, Any]]] = []
    monkeypatch.setattr(
        "game.table.flow.main.run_table", lambda *args, **more: opened.append((args, more))
    )
    return opened


_WHOLE = FOLDER / "format-1-whole-game.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two games, the one that was left the last, and a file that is damaged in the middle."""
    for n, (file, name) in enumerate(
        (
            (_WHOLE, "2026-10-29-koebenhavn-pas-1300"),
            (LEFT, "2026-11-09-gentofte-inklusion-1300"),
            (FOLDER / "format-1-own-project.jsonl", "2026-11-03-eget-projekt-1300"),
        )
    ):
        path = Path(shutil.copy(file, tmp_path / f"{name}.jsonl"))
        if n == 2:
            lines = path.read_bytes().splitlines(keepends=True)
            path.write_bytes(b"".join([*lines[:30], b"x" + lines[30], *lines[31:]]))
        os.utime(path, (1_700_000_000 - n, 1_700_000_000 + 10 * n))
    return tmp_path


@pytest.fixture
def run(screen: Screen, folder: Path) -> Any:
    return lambda *args: screen.run("sessions", "--in", folder, *args)
