"""What may import what: the contracts hold, without exceptions, and contributors are told them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import architecture
from tests.architecture import ARCHITECTURE, CONTRIBUTING, ROOT


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the contracts of ``pyproject.toml`` against the package in a folder."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120
    )


def test_the_import_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_no_contract_has_an_exception() -> None:
    excused = {"ignore_imports", "exhaustive_ignores", "skip_descendants"}
    assert not [c["id"] for c in architecture.contracts() if excused & set(c)]


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        (
            "gui/geometry.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import game.engine\n",
            "The toolkit knows no game",
        ),
        (
            "debrief/tape.py",
            "def late():\n    import pygame\n",
            "Only the toolkit, the table and what draws pages",
        ),
        ("gui/geometry.py", "from game.gui.app import App\n", "No circles"),
    ],
)
def test_a_contract_notices_what_it_forbids(
    tmp_path: Path, module: str, line: str, broken: str
) -> None:
    """Imports for types, imports in functions and circles are found."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "game", tmp_path / "game", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "game" / module).open("a", encoding="utf-8") as file:
        file.write(line)
    done = lint(tmp_path)
    assert done.returncode == 1
    assert f"{broken}" in done.stdout.partition("Broken contracts")[2]


def test_contributors_are_told_the_contracts() -> None:
    for page, tables in ((CONTRIBUTING, 2), (ARCHITECTURE, 1)):
        text = page.read_text("utf-8")
        assert len(re.findall("<!-- (?:imports|layers) of ", text)) == tables
        assert text == architecture.with_tables(text), "run python -m tests.architecture"


def test_the_start_screen_stands_before_the_rules_are_loaded() -> None:
    code = """
import sys
import game.cli.commands, game.cli.window, game.table.flow
print(*(name for name in sys.modules if name.startswith("game.")))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {name.split(".")[1] for name in done.stdout.splitlines()[-1].split()}
    assert {"table", "cli"} <= loaded
    assert not loaded & {"engine", "content", "session", "bots"}
