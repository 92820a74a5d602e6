"""What a command loads: what it has no use for would only make people wait."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

from game.cli import commands
from game.cli.root import COMMANDS, build
from game.i18n import words
from game.resources import SCENARIOS
from tests.rows import each_row

CASE = str(SCENARIOS / "foerste-spil.toml")
LISTING = "import sys; from game.cli import main; main(sys.argv[1:]); print(*sys.modules)"
HEAVY = {"babel", "duckdb", "jinja2", "matplotlib", "numpy", "openpyxl", "PIL", "rich", "typst"}
"""Packages of others that take long to load."""
OURS = {"game.bots", "game.casebook", "game.debrief", "game.report", "game.session"}


def loaded(tmp_path: Path, *args: str, doing: str = LISTING) -> set[str]:
    """The modules that a command, or another program, has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", doing, *args],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "GEVINST_HOME": str(tmp_path)},
    )
    return set(done.stdout.splitlines()[-1].split())


def test_a_check_loads_what_it_needs_alone(tmp_path: Path) -> None:
    found = loaded(tmp_path, "check", CASE)
    assert "game.content.schema" in found
    assert not found & (HEAVY | OURS | {"xlsxwriter", "sqlite3", "game.content.lenient.parser"})


def test_the_version_is_told_by_a_program_that_has_loaded_no_command(tmp_path: Path) -> None:
    found = loaded(tmp_path, "--version")
    assert not found & (HEAVY | OURS | {"pydantic", "pygame", "tomli", "zipfile", "game.content"})
    assert not [name for name in found if name.startswith("game.cli.commands.")]


def test_games_are_listed_without_what_checks_a_case(tmp_path: Path) -> None:
    found = loaded(tmp_path, "sessions", "--lang", "en")
    assert "game.session.index" in found
    assert not found & (HEAVY | {"pydantic", "pygame", "game.debrief", "game.report"})
    assert not found & {"game.session.live", "game.session.verification", "game.engine.rules"}


def test_a_report_begins_without_what_writes_its_workbook(tmp_path: Path) -> None:
    found = loaded(tmp_path, doing="import sys, game.report.files; print(*sys.modules)")
    assert "game.report.page" in found
    assert not found & {"openpyxl", "typst", "xlsxwriter"}


@each_row("name", COMMANDS)
def test_a_command_is_declared_in_the_module_of_its_name(name: str) -> None:
    assert build(words("en")).commands[name].name == name


def test_every_module_that_declares_a_command_is_known() -> None:
    there = {module.name for module in iter_modules(commands.__path__)}
    assert there == set(COMMANDS)


def test_a_name_that_is_none_is_no_command() -> None:
    known = build(words("en")).commands
    assert "nothing" not in known
    assert known.get("nothing") is None
    assert len(known) == len(list(known)) == len(COMMANDS)
