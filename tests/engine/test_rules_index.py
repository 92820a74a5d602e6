"""Every sentence of the rules has its tests, and they exist."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from game.engine import MODULES
from tests.engine.rules_index import RULES
from tests.engine.rules_index.modules import OF_MODULES

FOLDER = Path(__file__).parent


@cache
def functions(file: str) -> set[str]:
    """The names of a file's test functions and of the methods of its classes."""
    tree = ast.parse((FOLDER / f"test_{file}.py").read_text(encoding="utf-8"))
    names = {n.name.removeprefix("test_") for n in tree.body if isinstance(n, ast.FunctionDef)}
    for group in tree.body:
        if isinstance(group, ast.ClassDef):
            names |= {
                f"{group.name}.{n.name}" for n in group.body if isinstance(n, ast.FunctionDef)
            }
    return names


def test_every_sentence_has_its_tests() -> None:
    for sentence, tests in RULES.items():
        assert tests, sentence
        for test in tests:
            file, _, name = test.partition("::")
            assert name in functions(file), f"no such test: {test}, of “{sentence}”"


def test_every_module_has_its_sentences() -> None:
    assert set(OF_MODULES) == set(MODULES)
    assert all(OF_MODULES.values())
