"""The rules are pure: no clock, no files, no language, no chance but their own."""

from __future__ import annotations

import ast
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

import game.engine
from game.engine import Seat, apply, digest, start
from game.engine import actions as act
from game.engine.decisions import SPECS
from game.engine.examples import tiny
from game.engine.transaction import Transaction
from tests.rows import each_row

ROOT = Path(game.engine.__file__).parent
SOURCES = [
    *sorted(ROOT.rglob("*.py")),
    *(ROOT.parent / f"{name}.py" for name in ("exports", "frozen")),
]
ALLOWED = {
    *("__future__", "collections", "collections.abc", "dataclasses", "enum", "functools"),
    *("hashlib", "itertools", "json", "math", "operator", "re", "types", "typing"),
}
"""What the rules may use of the standard library: nothing here draws, waits, reads or writes."""
OWN = (["game", "engine"], ["game", "exports"], ["game", "frozen"])
"""What they may use of ours."""
BUILTINS = {
    *("open", "print", "input", "hash", "id", "exec", "eval", "compile", "__import__"),
    *("breakpoint", "globals", "vars"),
}
"""What differs from run to run, or reaches out."""
EXCEPTIONS = {
    # What the package exports is loaded when it is asked for.
    "../exports.py": {"importlib"},
    # A frozen class's own __init__ is made by exec, and its __hash__ is that of its values, as any
    # dataclass's are; a value's too.
    "../frozen.py": {"exec", "hash", "vars"},
    "values.py": {"hash"},
    # What no text may hold is the same for the rules and for all that shows texts.
    "texts.py": {"game.letters"},
}


def named(path: Path) -> str:
    """A module, seen from the engine's folder."""
    return Path(os.path.relpath(path, ROOT)).as_posix()


def impurities(source: str) -> Iterator[str]:
    """What a module of the rules should not import or call."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [("." * node.level) + (node.module or "")]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            names = [node.func.id] if node.func.id in BUILTINS else []
        else:
            continue
        for name in names:
            if name not in ALLOWED and name.split(".")[:2] not in OWN:
                yield name


@each_row("path", SOURCES)
def test_the_rules_import_the_pure_part_of_the_standard_library_only(path: Path) -> None:
    found = set(impurities(path.read_text(encoding="utf-8")))
    assert found <= EXCEPTIONS.get(named(path), set())


@each_row(
    "source",
    [
        "import random",
        "from random import random",
        "import random as chance",
        "def f():\n    import time",
        "from os import path",
        "from . import sibling",
        "import game.session",
        "x = open('file')",
        "key = hash('text')",
        "r = __import__('random')",
    ],
)
def test_what_is_not_pure_is_found(source: str) -> None:
    assert list(impurities(source))


def test_allowed_modules_are_of_the_standard_library() -> None:
    assert {name.split(".")[0] for name in ALLOWED} <= sys.stdlib_module_names


# ------------------------------------------------------------------ what is exported
def test_everything_that_is_exported_is_there_and_what_the_type_checker_was_told() -> None:
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    told = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("game.engine.")
        for alias in node.names
    }
    assert {*told, "RULES_VERSION"} == set(game.engine.__all__) == set(dir(game.engine))
    for name, module in told.items():
        assert getattr(game.engine, name) is getattr(import_module(str(module)), name)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = game.engine.nonsense


def test_a_case_is_described_without_loading_the_rules() -> None:
    code = "import sys; import game.engine.setup; print('game.engine.decisions' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# ------------------------------------------------------------------ the same everywhere
PLAY = """
from hashlib import blake2b
from game.engine import Seat, apply, digest, legal, observe, result, start
from game.engine.chance import draw
from game.engine.examples import tiny

all_of_it = blake2b()
for seats in (1, 3, 8):
    state, n = start(tiny(), [Seat("s", ())] * seats, 5).state, 0
    while not state.over:
        actions = legal(state)
        applied = apply(state, actions[draw(5, "walk", n, len(actions))])
        state, n = applied.state, n + 1
        all_of_it.update(f"{digest(state)}{applied.events}{legal(observe(state))}".encode())
    all_of_it.update(repr(result(state)).encode())
print(all_of_it.hexdigest())
"""


def played_under(hash_seed: str) -> str:
    """What a few games come to in a process of their own."""
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, "-c", PLAY],
        cwd=ROOT.parent.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.slow
def test_the_same_games_under_any_hash_seed() -> None:
    first = played_under("0")
    assert len(first) > 100
    assert {played_under(seed) for seed in ("1", "4242", "random")} == {first}


def rallied(times: int) -> list[str]:
    """The digests of a game that is nothing but rallying."""
    state = start(tiny(), [Seat("s", ())], 1).state
    digests = []
    for _ in range(times):
        applied = apply(state, act.Rally(0))
        assert not isinstance(applied, act.Refusal)
        state = applied.state
        digests.append(digest(state))
    return digests


def test_a_rule_that_draws_for_itself_is_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = SPECS[act.Rally]

    def careless(done: Transaction, action: act.Rally) -> None:
        spec.carry_out(done, action)
        done.capacity(int(random.random() * 1000), "rally")

    assert rallied(3) == rallied(3)
    monkeypatch.setitem(SPECS, act.Rally, replace(spec, carry_out=careless))
    assert rallied(3) != rallied(3)
