"""Texts spoiled by chance and mended: nothing is lost, and a second time changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.content import check
from game.content.lenient.fixing import fix
from game.content.lenient.reading import read
from game.content.syntax import LISTS
from tests.effort import examples
from tests.fuzz.spoiling import GOOD

pytestmark = pytest.mark.slow

WRITTEN = [
    "”", "„", "»", "\u00a0", "\u200b", "−", "–", "ja", "12 mdr", "- ", "• ", "Roller:\n",
    "[[roller]]\n", "[ideas]\n", ":", "=", "navn", "//", ";", "(", ")", "```\n", '"', '"""', "'",
    "[", "]", "{", "}", ",", ".", "\n", "\r", "#", "\\", "\t", "\x00", 'level = "hard"\n',
    "ingen",
]  # fmt: skip
SWAPS = [
    ("=", "\n"), ("=", ":"), ("=", " "), ('"', ""), ('"', "”"), ("\n", "\r"), (" ", "\n"),
    ("[[", "["), ("]]", "]"), ("\n\n", "\n"), (",", ";"), (",", ""), ("[[ideas]]", ""),
    (" ", "\u00a0"), ("id", "navn"),
]  # fmt: skip
SPOTS = st.tuples(
    st.integers(0, len(GOOD)), st.sampled_from(WRITTEN), st.sampled_from([0, 0, 1, 3, 30])
)


def spoilt(spots: list[tuple[int, str, int]]) -> str:
    text = GOOD
    for at, written, length in spots:
        text = text[:at] + written + text[at + length :]
    return text


def cards(text: str) -> int:
    data = read(text).data
    return sum(len(data[deck]) for deck in LISTS if isinstance(data.get(deck), list))


def holds(text: str) -> None:
    """Mending ends, loses no card, leaves what can be played, and is done once."""
    before, _ = check(text, "x.toml")
    fixed = fix(text).text
    assert fix(fixed).text == fixed
    assert cards(fixed) >= cards(text)
    after, problems = check(fixed, "x.toml")
    assert before is None or after is not None
    for problem in problems:
        assert str(problem).replace("\n    ", "").isprintable()


@settings(max_examples=examples(120), deadline=None)
@given(st.lists(SPOTS, max_size=5))
@example([(0, "\xa0", 0), (0, "”", 0)])
@example([(708, '"""', 1)])
def test_a_spoilt_text_is_mended_once(spots: list[tuple[int, str, int]]) -> None:
    holds(spoilt(spots))


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.sampled_from(SWAPS), min_size=1, max_size=2), st.lists(SPOTS, max_size=2))
@example([("=", "\n")], [])
@example([('"', "")], [])
def test_what_went_wrong_everywhere_is_mended_once(
    swaps: list[tuple[str, str]], spots: list[tuple[int, str, int]]
) -> None:
    text = spoilt(spots)
    for old, new in swaps:
        text = text.replace(old, new)
    holds(text)


@settings(max_examples=examples(60), deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_mended_once(text: str) -> None:
    holds(text)
