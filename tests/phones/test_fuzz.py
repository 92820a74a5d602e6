"""Wild messages: no traceback, and the game changes only by what the rules allow that seat."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.phones.messages import read
from tests.effort import examples
from tests.phones import fuzz
from tests.phones.wild import any_json, raw, texts

_FEW = settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@given(raw)
@settings(max_examples=examples(200), deadline=None)
def test_whatever_is_sent_is_a_message_or_nothing(said: bytes) -> None:
    assert read(said) is None or said


@given(any_json)
@settings(max_examples=examples(100), deadline=None)
def test_any_json_is_read_as_text_and_as_bytes_alike(said: object) -> None:
    text = fuzz.as_json(said)
    assert read(text) == read(text.encode(errors="surrogatepass"))


@pytest.fixture(scope="module")
def wild_hall(tmp_path_factory: pytest.TempPathFactory) -> fuzz.WildPhones:
    return fuzz.WildPhones(tmp_path_factory.mktemp("wild"))


@given(said=st.lists(st.tuples(st.integers(0, 2), texts), max_size=8))
@_FEW
def test_no_wild_message_changes_the_game_but_by_the_rules(
    wild_hall: fuzz.WildPhones, said: Sequence[tuple[int, str]]
) -> None:
    wild_hall.say(said)


def test_random_bytes_over_the_network_stop_nobody(tmp_path: Path) -> None:
    assert fuzz.over_the_network(tmp_path, seconds=2.0) > 20
