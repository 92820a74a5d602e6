"""Scenarios spoiled by chance; what was found once is kept below."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.content import semantics, structure
from game.content.compiler import build
from game.content.schema import ScenarioFile
from game.content.syntax import read
from tests.effort import examples
from tests.fuzz.spoiling import GOOD, PARTS, holds, spoiled

pytestmark = pytest.mark.slow

PLACES = st.tuples(st.integers(0, len(GOOD)), st.integers(-1, len(PARTS)), st.integers(0, 40))


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(PLACES, max_size=6))
@example([(66, 25, 3)])
@example([(1282, 3, 23), (1105, 3, 13), (1501, 9, 16), (818, 0, 9)])
def test_a_spoiled_scenario_gets_messages(places: list[tuple[int, int, int]]) -> None:
    holds(spoiled(places))


@settings(max_examples=examples(100), deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_get_messages(raw: bytes) -> None:
    holds(raw)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
WORDS = st.sampled_from(
    ["booking", "queue", "citizen", "da", "en", "x", "realism_at_least", "..", ""]
)
VALUES = st.recursive(
    SCALARS | WORDS,
    lambda v: st.lists(v, max_size=3) | st.dictionaries(WORDS, v, max_size=3),
    max_leaves=5,
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(found for key, inner in items for found in _paths(inner, (*path, key)))]


DATA = read(GOOD)
PATHS = _paths(DATA)[1:]


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PATHS), VALUES), min_size=1, max_size=3))
@example([(("rules",), None)])
def test_any_value_in_any_place_is_judged(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    data: Any = read(GOOD)
    for path, value in changes:
        place = data
        try:
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took this place away
    scenario = structure.validate(data)
    if isinstance(scenario, ScenarioFile):
        findings = semantics.check(scenario)
        if not any(finding.severity == "error" for finding in findings):
            build(scenario, GOOD, "x.toml", "x")
    else:
        assert scenario


@pytest.mark.parametrize("raw", [GOOD.encode()])
def test_what_was_found_once(raw: bytes) -> None:
    holds(raw)
