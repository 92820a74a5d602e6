"""What may import what: the layers of the program, as the code's own imports show them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import game

PACKAGE = Path(game.__file__).parent

WORDS = "game.i18n"
"""The words themselves know nothing of the game; all but engine and bots may say messages."""

BASE = ("game.i18n.days", "game.i18n.message", "game.i18n.os_errors", "game.i18n.when")

LAYERS: dict[str, set[str]] = {
    "resources": set(),
    "i18n": set(),
    "wording": {"engine", "content", "debrief"},
    "views": {"content", "debrief", "engine", "session", "wording"},
    "gui": {"resources"},
    "engine": set(),
    "content": {"engine", "resources"},
    "session": {"engine", "resources"},
    "debrief": {"engine", "session"},
    "report": {"content", "debrief", "engine", "resources", "session", "wording"},
    "bots": {"engine"},
    "simulation": {"bots", "content", "engine", "wording"},
    "table": {
        "bots",
        "content",
        "debrief",
        "engine",
        "gui",
        "report",
        "resources",
        "session",
        "views",
        "wording",
    },
    "cli": {
        "bots",
        "content",
        "debrief",
        "engine",
        "gui",
        "report",
        "resources",
        "session",
        "simulation",
        "table",
        "views",
        "wording",
    },
}


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ("game", *path.relative_to(PACKAGE).with_suffix("").parts)
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


def imports(module: str, *, at_once: bool = False) -> Iterator[str]:
    """The modules of the package that a module imports.

    With ``at_once`` only what is imported when the module is: nothing in a function, and nothing
    that is there for the type checker.
    """
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    for node in _at_once(tree) if at_once else ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by a relative name"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.partition(".")[0] == "game":
                yield name if name in modules() else name.rpartition(".")[0]


def _at_once(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        for_types = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if not for_types and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from _at_once(child)


def layer(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_imports_only_what_is_below_it(name: str) -> None:
    below = {name, *LAYERS[name]}
    passed = {"game"} if name in ("engine", "bots") else {"game", WORDS, *BASE}
    wrong = [
        f"{module} imports {other}"
        for module in modules()
        if layer(module) == name
        for other in imports(module)
        if layer(other) not in below and other not in passed
    ]
    assert not wrong


def test_every_folder_has_its_layer() -> None:
    found = {layer(module) for module in modules()} - {"", "__main__"}
    assert found <= set(LAYERS)


def test_no_modules_import_each_other_in_a_ring() -> None:
    TopologicalSorter({m: set(imports(m, at_once=True)) - {m} for m in modules()}).prepare()


def test_the_start_screen_stands_before_the_rules_are_loaded() -> None:
    code = """
import sys
import game.cli.root, game.cli.window, game.table.flow.main
print(*(name for name in sys.modules if name.startswith("game.")))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {layer(name) for name in done.stdout.splitlines()[-1].split()}
    assert {"table", "cli"} <= loaded
    assert not loaded & {"engine", "content", "session", "bots"}
