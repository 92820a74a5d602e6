"""``gevinst preflight``: the list, the verdict, the exit code, and the file."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from game.preflight import Machine
from tests.cli.conftest import Screen
from tests.machines import staged
from tests.rows import each_row


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine where all is well but the report, which takes long."""
    (tmp_path / "file").write_text("no folder")
    good = replace(staged(tmp_path), scratch=tmp_path / "file" / "scratch")
    use(good, monkeypatch)
    return good


def use(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.table.flow.checking.this_machine", lambda *args: machine)


def test_it_can_be_played_and_what_is_marked_is_told(screen: Screen, machine: Machine) -> None:
    assert screen.run("preflight") == 0
    assert "OK      Saving games: Games can be saved in" in screen.out
    assert "Notice  A report, tried: This does not work here:" in screen.out
    assert screen.out.endswith("\nThe game can be played here. Read what is marked.\n")


def test_it_cannot_be_played_and_the_file_says_why(
    screen: Screen, machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(replace(machine, screens=lambda: [(1024, 768)]), monkeypatch)
    file = tmp_path / "check.txt"
    assert screen.run("preflight", "--lang", "da", "--to", file) == 1
    assert "Ret     Skærme: Skærmen er for lille til bordet: 1024 × 768." in screen.out
    assert f"Gemt i {file}" in screen.out
    written = file.read_text("utf-8")
    assert "Ikke klar til workshoppen endnu." in written
    assert "Vælg mindst 1280 × 720 i computerens skærmindstillinger." in written
    assert screen.run("preflight", "--to", file) == 1
    assert f"{file} is already there" in screen.err
    assert not screen.out  # said before the machine is looked at
    assert file.read_text("utf-8") == written


@pytest.mark.slow
def test_as_a_program_it_asks_this_machine_and_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "game", "--to", str(tmp_path / "games"), "preflight"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    assert str(tmp_path / "games") in done.stdout
    assert list(tmp_path.iterdir()) == []


@each_row(
    "lang, page, firewall",
    [("en", "opens the phones' page", "firewall"), ("da", "åbner telefonernes side", "firewall")],
)
def test_help_says_that_a_port_is_opened_for_a_moment(
    lang: str, page: str, firewall: str, screen: Screen
) -> None:
    assert screen.run("preflight", "--help", "--lang", lang) == 0
    told = " ".join(screen.out.split())
    assert page in told
    assert firewall in told
