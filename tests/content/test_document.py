"""A case is changed place by place: whatever is not changed stays as it is, to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.document import Document
from tests.content.documents import CASES, SMALL, document, leaves, remarks
from tests.effort import examples
from tests.rows import each_row

DECKS = ("roles", "ideas", "benefits", "risks", "events", "questions")


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    was, is_ = old.split("\n"), new.split("\n")
    while was and is_ and was[0] == is_[0]:
        del was[0], is_[0]
    while was and is_ and was[-1] == is_[-1]:
        del was[-1], is_[-1]
    return was, is_


def other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value + ' "æ"\\'
    return value + 1 if isinstance(value, int | float) else "x"


@each_row("path", CASES)
def test_what_is_opened_is_the_same_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    same = Document(text)
    assert same.text == text
    assert same.set(("title",), same.data["title"]) is same


@pytest.mark.slow
@given(st.sampled_from(SMALL), st.data())
@settings(max_examples=examples(25), deadline=None)
def test_a_value_that_is_changed_changes_its_own_lines_only(path: Path, data: Any) -> None:
    before = document(path)
    where = data.draw(st.sampled_from(list(leaves(before.data))))
    value = other(before.get(where))
    after = before.set(where, value)
    assert after.get(where) == value
    gone, come = changed_lines(before.text, after.text)
    spans = before.text.split("\n")
    written = str(before.get(where)).count("\n") + 1
    assert len(gone) <= max(written + 1, 12)
    assert len(come) <= len(gone)
    assert all(line in spans for line in gone)
    assert after.set(where, before.get(where)).data == before.data


@pytest.mark.slow
@given(st.sampled_from(SMALL), st.data())
@settings(max_examples=examples(25), deadline=None)
def test_cards_come_go_and_move_and_no_comment_is_lost(path: Path, data: Any) -> None:
    before = now = document(path)
    comments = remarks(before.text)
    for _ in range(data.draw(st.integers(1, 4))):
        deck = (data.draw(st.sampled_from(DECKS)),)
        cards = now.get(deck, [])
        if not cards:
            continue
        n, to = (data.draw(st.integers(0, len(cards) - 1)) for _ in range(2))
        match data.draw(st.sampled_from(("insert", "remove", "move"))):
            case "insert":
                new = cards[to]
                now = now.insert(deck, n, new)
                assert now.get(deck) == [*cards[:n], new, *cards[n:]]
            case "remove":
                now = now.remove((*deck, n))
                assert now.get(deck, []) == [*cards[:n], *cards[n + 1 :]]
            case "move":
                now = now.move(deck, n, to)
                rest = [*cards[:n], *cards[n + 1 :]]
                assert now.get(deck) == [*rest[:to], cards[n], *rest[to:]]
    assert [line for line in remarks(now.text) if line in comments] == comments


JSONISH = st.recursive(
    st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.floats(-1e9, 1e9)
    | st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(JSONISH)
def test_whatever_is_written_is_read_again(value: Any) -> None:
    for where in (("title",), ("ideas", 0, "name"), ("rules", "x"), ("new", "table")):
        after = Document('title = "x"\n[[ideas]]\nid = "a"\n').set(where, value)
        assert after.get(where) == value


@pytest.mark.parametrize("quotes", range(10))
@pytest.mark.parametrize("around", ["a\n{}", "a\n{}b", "{}\n", "\\\n\\{}", "a\n{} {}"])
def test_a_text_with_any_quotes_costs_no_comment(quotes: int, around: str) -> None:
    text = around.replace("{}", '"' * quotes)
    before = Document('# the title\ntitle = "x"\n\n# the ideas\n[[ideas]]\nid = "a" # why\n')
    after = before.set(("title",), text)
    assert after.get(("title",)) == text
    assert after.text.endswith('\n\n# the ideas\n[[ideas]]\nid = "a" # why\n')


WAYS = {
    "headings": '[[ideas]]\nid = "a"\n[ideas.effects]\ncitizen = 1\n\n[[ideas]]\nid = "b"\n',
    "values": 'ideas = [{ id = "a", effects = { citizen = 1 } }, { id = "b" }]\n',
    "lines": 'ideas = [\n  { id = "a", effects.citizen = 1 }, # one\n  { id = "b" },\n]\n',
    "no newline at the end": '[[ideas]]\nid = "a"\neffects.citizen = 1\n[[ideas]]\nid = "b"',
    "apart": '[[ideas]]\nid = "a"\n[[risks]]\nid="r"\n[[ideas]]\nid = "b"\n',
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_every_way_of_writing_cards_is_kept(text: str) -> None:
    document = Document(text)
    for changed in (
        document.insert(("ideas",), 1, {"id": "c", "name": {"da": "Å", "en": "A"}}),
        document.insert(("ideas",), 2, {"id": "c"}),
        document.move(("ideas",), 0, 1),
        document.remove(("ideas", 0)),
        document.remove(("ideas", 1)),
        document.set(("ideas", 1, "effects", "process"), [1, 2]),
        document.set(("ideas", 0, "effects", "process"), [1, 2]),
        document.set(("ideas", 0, "name"), "x"),
        document.set(("economy", "saving"), 2),
    ):
        assert tomli.loads(changed.text) == changed.data
        assert changed.text.count('"b"') + changed.text.count('"a"') >= 1
        assert "[[" in text or "[[" not in changed.text  # it is written as it was
        assert ("# one" in changed.text) == ("# one" in text) or '"a"' not in changed.text


def test_a_comment_above_the_next_deck_stays_when_the_last_card_goes() -> None:
    text = '[[ideas]]\nid = "a"\n\n# ===== risks\n\n[[risks]]\nid = "r"\n'
    assert Document(text).remove(("ideas", 0)).text == '\n# ===== risks\n\n[[risks]]\nid = "r"\n'


def test_a_new_line_stands_below_its_heading_and_above_the_next_comment() -> None:
    text = 'title = "x"\n\n# the tracks\n[tracks.citizen] # first\ngoal = 3\n\n# end\n'
    changed = Document(text).set(("tracks", "citizen", "unit"), "%").set(("minutes",), 60)
    assert changed.text == (
        'title = "x"\nminutes = 60\n\n# the tracks\n'
        '[tracks.citizen] # first\ngoal = 3\nunit = "%"\n\n# end\n'
    )


def test_a_new_deck_finds_its_place() -> None:
    text = 'title = "x"\n\n[[ideas]]\nid = "a"\n\n[[risks]]\nid = "r"\n'
    changed = Document(text).insert(("benefits",), 0, {"id": "b"}).set(("rules", "trust"), 4)
    heads = [line for line in changed.text.split("\n") if line.startswith("[")]
    assert heads == ["[rules]", "[[ideas]]", "[[benefits]]", "[[risks]]"]
