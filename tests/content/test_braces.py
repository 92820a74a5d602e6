"""Braces over several lines are warned of: the game reads them, and other editors do not."""

from __future__ import annotations

import pytest

from game.content import check
from game.content.braces import braces_over_lines
from game.resources import SCENARIOS
from tests.content.scenario_text import MINIMAL, minimal


def test_braces_over_lines_are_warned_of_where_they_begin() -> None:
    text = minimal(
        ('{ kind = "proven_at_least", value = 6 }', '{ kind = "proven_at_least",\n value = 6 }')
    )
    case, problems = check(text, "x.toml")
    assert case is not None
    (problem,) = (p for p in problems if p.code == "braces_over_lines")
    assert problem.severity == "warning"
    assert text.split("\n")[problem.line - 1][problem.column - 1 :].startswith("{ kind")


@pytest.mark.parametrize(
    "text",
    [
        "a = [\n { b = 1 },\n { c = 2 },\n]",
        'a = """\n{\n}\n"""',
        "a = '''{\n'''",
        'a = "{" # {\nb = 1',
        "a = { b = [\n1,\n2 ] }",
        MINIMAL,
    ],
)
def test_what_other_editors_read_is_not_warned_of(text: str) -> None:
    assert not list(braces_over_lines(text))


def test_each_table_is_told_once_with_its_place() -> None:
    found = list(braces_over_lines("a = {\n b = { c = 1,\n d = 2 },\n}\ne = {\n}"))
    assert [one.at for one in found] == [(1, 5), (2, 6), (5, 5)]


def test_no_shipped_case_has_any() -> None:
    for path in SCENARIOS.glob("*.toml"):
        assert not list(braces_over_lines(path.read_text("utf-8"))), path.name
