"""The bounds that are declared can be tried, and the command that tries them does so."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests import versions

PROJECT = """
[project]
dependencies = ["click>=8.2,<9", "rich", "tomli~=2.2; python_version < '3.15'"]
[project.optional-dependencies]
print = ["typst>=0.15"]
test = ["pytest>=8.2", "ruff>=0.12"]
"""


def test_the_lower_bounds_are_pinned_and_those_of_the_tools_are_not(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text(PROJECT, "utf-8")
    pinned = ["click==8.2", 'tomli==2.2; python_version < "3.15"', "typst==0.15"]
    assert versions.lower_bounds(project) == pinned
    assert versions.tools_of_tests(project) == ["pytest>=8.2"]


def test_every_dependency_has_a_lower_bound_that_this_environment_keeps() -> None:
    pinned = [Requirement(each) for each in versions.lower_bounds()]
    assert len(pinned) > 15
    for each in pinned:
        (lowest,) = each.specifier
        assert Version(version(each.name)) >= Version(lowest.version), each


def test_a_python_that_is_not_here_is_named_and_nothing_is_said_to_have_passed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert versions.interpreter(sys.executable) == sys.executable
    assert versions.main(["--pythons", "3.99", "/no/such/python"]) == 2
    said = capsys.readouterr().out
    assert "3.99 is not here" in said
    assert "/no/such/python is not here" in said


def test_the_table_says_what_failed() -> None:
    results = [versions.Result("3.11", "oldest", False, "=== 1 failed, 2 passed in 3.00s ===")]
    assert versions.table(results)[-1] == "| 3.11 | oldest | no | 1 failed, 2 passed in 3.00s |"
