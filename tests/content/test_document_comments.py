"""Whatever is edited in a case, and however its file is written: no comment goes but with what
it speaks of, and the text says what the data is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.document import Document
from game.content.positions import KeyPath, Scanner
from game.content.syntax import copied
from tests.content.documents import SMALL, document, leaves, remarks
from tests.effort import examples
from tests.wording.problems import is_toml

WRITTEN = (
    "# alone\n\n",
    "  # alone, indented\n\n",
    'title = "x" # title\n',
    'title.da = "x" # title.da\ntitle.en = "y" # title.en\n',
    'title = { da = "x", en = "y" } # title\n',
    "[about] # about\n",
    '[about] # about\nauthor = "#1" # about.author\n',
    'about = { author = "a" } # about\n',
    'about.author = "a" # about.author\n',
    "[tracks.citizen] # tracks.citizen\ngoal = 8 # tracks.citizen.goal\n",
    "[tracks.citizen] # tracks.citizen\n",
    "[tracks] # tracks\ncitizen.goal = 8 # tracks.citizen.goal\n",
    "tracks.citizen.goal = 8 # tracks.citizen.goal\n",
    "[tracks] # tracks\ncitizen = { goal = 8 } # tracks.citizen\n",
    '[tracks.citizen.text] # tracks.citizen.text\nda = "x" # tracks.citizen.text.da\n',
    '[[ideas]] # ideas\nid = "a" # ideas.id\neffects = { citizen = 1 } # ideas.effects\n',
    '[[ideas]]\nid = "b"\n[ideas.effects] # ideas.effects\ncitizen = [1, 2]\n',
    '[[ideas]]\nid = "c"\neffects.citizen = 1 # ideas.effects.citizen\n',
    'ideas = [ { id = "a" }, { id = "b" } ] # ideas\n',
    'ideas = [\n  { id = "a" }, # ideas\n  # ideas\n  { id = "b" }\n]\n',
    "ideas = [ # ideas\n]\n",
    '[[events]]\nid = "e"\n[[events.options]] # events.options\ncapacity = 1\n\n# the last\n\n',
    '[[events]]\nid = "g"\noptions = [ # events.options\n { capacity = 1 }, ]\n',
    'prompts = ["a", "b"] # prompts\n',
    'prompts = [\n "a",\n "b", # prompts\n]\n',
    'prompts = ["a", # prompts\n "b"]\n',
    "[rules] # rules\nrounds = [2, 2, 3] # rules.rounds\n\n  # alone, too\n\n",
    "rules.actions = 9 # rules.actions\n",
    "rules = { actions = 9 } # rules\n",
    "tracks = 5 # tracks\n",
    '"quoted key" = 1 # quoted key\n',
)
"""Ways of writing parts of a case; each comment names the key that it speaks of."""
PATHS: tuple[KeyPath, ...] = (
    *(("title",), ("title", "da"), ("title", "en"), ("about", "author"), ("about", "org")),
    *(("about",), ("tracks", "citizen", "goal"), ("tracks", "economy", "goal"), ("new", "key")),
    *(("tracks", "citizen", "text", "da"), ("tracks", "citizen", "text"), ("tracks", "citizen")),
    *(("tracks",), ("ideas", 0, "effects", "citizen"), ("ideas", 0, "effects", "staff")),
    *(("ideas", 0, "name", "da"), ("ideas", 0, "effects"), ("ideas", 1, "id"), ("ideas", 0)),
    *(("events", 0, "options", 0, "trust"), ("events", 0, "options", 0), ("events", 0)),
    *(("prompts", 0), ("prompts", 1), ("rules", "rounds"), ("rules", "actions"), ("rules",)),
    *(("quoted key",), ("ideas",), ("ideas", 1)),
)
VALUES = (1, True, "x", "two\nlines", [1, 2], [], {"da": "x", "en": "y"}, {"en": "two\nlines"}, {})


def filled(data: Any) -> Any:
    """Data without the tables and lists in which nothing stands: they may go, or stay."""
    if isinstance(data, dict):
        inner = {key: filled(value) for key, value in data.items()}
        return {key: value for key, value in inner.items() if value not in ({}, [])}
    return [filled(value) for value in data] if isinstance(data, list) else data


def can_be_set(data: Any, path: KeyPath) -> bool:
    """Whether every number of a path leads to something."""
    for part in path:
        if isinstance(part, int) and not (isinstance(data, list) and part < len(data)):
            return False
        data = data[part] if isinstance(part, int) else _of(data, part)
    return True


def _of(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None


def with_value(data: Any, path: KeyPath, value: Any) -> Any:
    """What it means that a value is set: what is in its way is written over."""
    if not path:
        return value
    first, *rest = path
    if isinstance(first, int):
        inner = with_value(data[first], tuple(rest), value)
        return [*data[:first], inner, *data[first + 1 :]]
    around = data if isinstance(data, dict) else {}
    return {**around, first: with_value(around.get(first), tuple(rest), value)}


def without(data: Any, path: KeyPath) -> Any:
    """What it means that a value is taken out."""
    data = copied(data)
    *way, last = path
    inner = data
    for part in way:
        inner = inner[part]
    del inner[last]
    return data


TEXTS = (
    st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=6, unique=True)
    .map(lambda parts: "".join(sorted(parts, key=lambda part: part.startswith("["))))
    .filter(is_toml)
)


def comments(text: str) -> Counter[str]:
    return Counter(Scanner(text).comments)


def speaks_of(comment: str, path: KeyPath) -> bool:
    """Whether a comment speaks of what stands at a path, or in it."""
    names = [str(part) for part in path if isinstance(part, str)]
    return comment.removeprefix("# ").split(".")[: len(names)] == names


@given(TEXTS, st.data())
@settings(max_examples=examples(200), deadline=None)
def test_a_field_that_is_written_or_cleared_costs_no_comment_of_another(
    text: str, draw: Any
) -> None:
    now = Document(text)
    for _ in range(3):
        before, data = now, now.data
        path = draw.draw(st.sampled_from([path for path in PATHS if can_be_set(data, path)]))
        if draw.draw(st.booleans()):
            value = draw.draw(st.sampled_from(VALUES))
            now = before.set(path, value)
            assert now.get(path) == value
            wanted = with_value(data, path, value)
        else:
            now = before.remove(path)
            wanted = data if before.get(path) is None else without(data, path)
        assert filled(now.data) == filled(wanted), (path, before.text)
        lost = comments(before.text) - comments(now.text)
        over = before.get(path[:1]) if not isinstance(before.get(path[:1]), dict | list) else None
        gone = path[:1] if over is not None else path
        assert all(speaks_of(comment, gone) for comment in lost), (path, before.text, now.text)


@given(TEXTS, st.sampled_from(("ideas", "events", "prompts")), st.data())
@settings(max_examples=examples(100), deadline=None)
def test_a_card_that_comes_or_moves_costs_no_comment(text: str, deck: str, draw: Any) -> None:
    before = Document(text)
    items = list(before.get((deck,), []))
    n, to = (draw.draw(st.integers(0, max(0, len(items) - 1))) for _ in range(2))
    new = "new" if deck == "prompts" else {"id": "n", "name": {"da": "x"}}
    came = before.insert((deck,), n, new)
    assert came.get((deck,)) == [*items[:n], new, *items[n:]]
    assert not comments(before.text) - comments(came.text), came.text
    if items:
        moved = before.move((deck,), n, to)
        items.insert(to, items.pop(n))
        assert moved.get((deck,)) == items
        assert not comments(before.text) - comments(moved.text), moved.text


@pytest.mark.slow
@given(st.sampled_from(SMALL), st.data())
@settings(max_examples=examples(15), deadline=None)
def test_any_field_of_a_shipped_case_can_be_cleared_and_no_comment_is_lost(
    path: Path, draw: Any
) -> None:
    before = now = document(path)
    whole = [line for line in before.text.split("\n") if line.startswith("#")]
    for _ in range(3):
        where = draw.draw(st.sampled_from(list(leaves(now.data))))
        wanted = without(now.data, where)
        now = now.remove(where)
        assert filled(now.data) == filled(wanted)
        assert [line for line in now.text.split("\n") if line.startswith("#")] == whole
    assert remarks(now.text) == remarks(before.text)


CLEARED = {
    "dotted": "# Do not change the goals!\nrules.actions = 9\n\n# ideas\n[[ideas]]\nid = 'a'\n",
    "below a heading": "# Do not change the goals!\n[rules] # of ours\nactions = 9\n# ideas\n",
    "in a line": "# Do not change the goals!\nrules = { actions = 9 } # of ours\n\n# ideas\n",
}


@pytest.mark.parametrize("text", CLEARED.values(), ids=CLEARED)
def test_the_last_key_of_a_table_takes_its_own_line_only(text: str) -> None:
    after = Document(text).remove(("rules", "actions"))
    assert "actions" not in after.text
    others = [line for line in text.split("\n") if "actions" not in line]
    assert [line for line in after.text.split("\n") if line in others] == others


def test_a_table_that_has_only_tables_below_it_gets_its_heading_above_them() -> None:
    text = '# c\n[tracks.citizen.text] # d\nda = "x"\n'
    assert Document(text).set(("tracks", "citizen", "goal"), 8).text == (
        '[tracks.citizen]\ngoal = 8\n\n# c\n[tracks.citizen.text] # d\nda = "x"\n'
    )


def test_what_cannot_be_written_in_its_place_is_written_anew_below_all_comments() -> None:
    text = '# first\n[[ideas]] # second\nid = "a" # third\n[[ideas]]\nid = "# none"\n'
    after = Document(text).set(("ideas", 0), "no table")
    assert after.data == {"ideas": ["no table", {"id": "# none"}]}
    assert after.text.startswith("# first\n# second\n# third\n\n")
