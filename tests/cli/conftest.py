"""What the tests of the command line share."""

from __future__ import annotations

from typing import Any

import pytest

from game.cli import main


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
