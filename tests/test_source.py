"""What is declared in the program is used by it, and what tests share lies beside them."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.architecture import ROOT

COLLECTED = {"PLURAL_MESSAGES"}
"""Texts that a library looks up."""


@cache
def modules(folder: str) -> dict[Path, str]:
    """The modules below a folder."""
    return {path: path.read_text("utf-8") for path in (ROOT / folder).rglob("*.py")}


def test_nothing_is_declared_that_only_tests_use() -> None:
    used = Counter(word for text in modules("game").values() for word in re.findall(r"\w+", text))
    declared = {name for text in modules("game").values() for name in _declared(text)}
    assert {name for name in declared if used[name] == 1} == COLLECTED


def test_no_test_imports_from_another_module_of_tests() -> None:
    """What several need lies in a module beside them: a test may be renamed, or taken away."""
    imports = re.compile(
        r"^ *from tests[\w.]*\.test_\w+ import|^ *from tests[\w.]* import test_", re.M
    )
    assert not [path.name for path, text in modules("tests").items() if imports.search(text)]


def _declared(text: str) -> Iterator[str]:
    """The names of a module."""
    for node in ast.parse(text).body:
        match node:
            case ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
