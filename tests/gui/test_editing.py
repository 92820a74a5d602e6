"""Editing text behaves as every text field does, whatever is typed in whatever order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.gui.text.editing import TextEdit, soft_lines

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.text(max_size=6)),
        st.tuples(st.sampled_from(("left", "right")), st.booleans(), st.booleans()),
        st.tuples(st.sampled_from(("delete_back", "delete_on")), st.booleans()),
        st.tuples(st.just("go"), st.integers(-2, 30), st.booleans()),
        st.tuples(st.sampled_from(("select_all", "undo", "redo", "cut"))),
        st.tuples(st.just("select_word"), st.integers(-2, 30)),
        st.tuples(st.just("compose"), st.text(max_size=4), st.integers(-1, 5)),
    ),
    max_size=40,
)


def do(edit: TextEdit, step: tuple) -> None:
    match step:
        case ("left" | "right", word, select):
            getattr(edit, step[0])(word=word, select=select)
        case ("delete_back" | "delete_on", word):
            getattr(edit, step[0])(word=word)
        case ("go", to, select):
            edit.go(to, select=select)
        case _:
            getattr(edit, step[0])(*step[1:])


@pytest.mark.slow
@given(STEPS, st.text(max_size=20), st.booleans())
def test_cursor_limit_and_printable_hold_after_every_step(steps, start, multiline):
    edit = TextEdit(start, 24, multiline)
    for step in steps:
        do(edit, step)
        assert 0 <= edit.cursor <= len(edit.text) <= 24
        assert 0 <= edit.anchor <= len(edit.text)
        assert all(c.isprintable() or (multiline and c == "\n") for c in edit.text)


@given(STEPS)
def test_undo_goes_back_to_the_beginning_and_redo_all_the_way_again(steps):
    edit = TextEdit("fra begyndelsen", 60)
    for step in steps:
        do(edit, step)
    end = edit.text
    while edit._redo:
        edit.redo()
    last = edit.text
    for _ in range(100):
        edit.undo()
    assert edit.text == "fra begyndelsen"
    for _ in range(100):
        edit.redo()
    assert edit.text == last
    assert any(s[0] in ("undo", "redo") for s in steps) or last == end


@given(st.text("ab c", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_typing_replaces_the_selection_and_nothing_else(text, a, b):
    edit = TextEdit(text)
    a, b = sorted((min(a, len(text)), min(b, len(text))))
    edit.go(a)
    edit.go(b, select=True)
    assert edit.selected == text[a:b]
    edit.insert("X")
    assert edit.text == text[:a] + "X" + text[b:]
    assert edit.cursor == edit.anchor == a + 1


@given(STEPS, st.text("ae\u0301\u030a\U0001f44d\U0001f3fd ", max_size=12))
def test_the_cursor_never_stands_inside_a_letter(steps, start):
    edit = TextEdit(start)
    for step in steps:
        do(edit, step)
        for at in (edit.cursor, edit.anchor):
            inside = 0 < at < len(edit.text) and unicodedata.combining(edit.text[at])
            assert not inside


def test_a_letter_of_several_parts_is_one_step_and_one_deletion():
    edit = TextEdit("x\u0301y\U0001f44d\U0001f3fdz")
    edit.left()
    edit.left()
    assert edit.cursor == 3
    edit.delete_on()
    assert edit.text == "x\u0301yz"
    edit.go(2)
    edit.delete_back()
    assert edit.text == "yz"


def test_a_letter_has_one_form_however_it_was_written():
    edit = TextEdit()
    edit.insert("Vinterva\u030agen")
    assert edit.text == "Vintervågen"


def test_what_is_composed_is_shown_but_not_yet_written():
    edit = TextEdit("kf")
    edit.go(1)
    edit.compose("ˆ", 1)
    assert (edit.text, edit.shown, edit.caret) == ("kf", "kˆf", 2)
    edit.insert("ô")
    assert (edit.text, edit.shown, edit.caret) == ("kôf", "kôf", 2)
    edit.undo()
    assert edit.text == "kf"


def test_letters_typed_in_a_row_are_undone_together():
    edit = TextEdit()
    for letter in "otte ord":
        edit.insert(letter)
    edit.undo()
    assert edit.text == "otte "
    edit.undo()
    edit.undo()
    assert edit.text == ""


def test_what_is_too_long_is_left_out():
    edit = TextEdit("1234", limit=6)
    edit.insert("abc")
    assert edit.text == "1234ab"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Ane\u00a0Hansen", "Ane Hansen"),
        ("10\u202f000\u2009kr.", "10 000 kr."),
        ("a\tb\u3000c", "a b c"),
        ("et\u2028to\u2029tre\x0bfire\x0cfem\x85seks", "et\nto\ntre\nfire\nfem\nseks"),
        ("so\u00adft", "soft"),
    ],
)
def test_pasted_spaces_of_every_kind_keep_words_apart(pasted: str, kept: str) -> None:
    for multiline in (True, False):
        edit = TextEdit(multiline=multiline)
        edit.insert(pasted)
        assert edit.text == (kept if multiline else kept.replace("\n", " "))


def test_a_pasted_newline_becomes_a_space_on_a_single_line():
    edit = TextEdit()
    edit.insert("to\r\nlinjer\t!")
    assert edit.text == "to linjer !"


def test_words():
    edit = TextEdit("på tværs, altid")
    edit.left(word=True)
    assert edit.cursor == 10
    edit.left(word=True)
    assert edit.cursor == 3
    edit.right(word=True)
    assert edit.cursor == 10
    edit.delete_back(word=True)
    assert edit.text == "på altid"
    edit.select_word(4)
    assert edit.cut() == "altid"


@pytest.mark.parametrize("select", [True, False])
def test_arrow_collapses_a_selection_to_its_end(select):
    edit = TextEdit("gevinst")
    edit.go(2)
    edit.go(5, select=True)
    edit.left(select=select)
    assert (edit.cursor, edit.selected) == ((4, "vi") if select else (2, ""))


@given(st.text("abcd \n", max_size=60), st.integers(1, 12))
def test_soft_lines_hold_every_character_once_and_fit(text, width):
    lines = soft_lines(text, lambda part: len(part) <= width)
    at = 0
    for start, end in lines:
        assert start in (at, at + 1)
        if start == at + 1:
            assert text[at] == "\n"
        assert len(text[start:end].rstrip(" ")) <= width
        at = end
    assert at == len(text)


def test_soft_lines_break_after_spaces():
    text = "et ord til"
    parts = [text[a:b] for a, b in soft_lines(text, lambda part: len(part) <= 6)]
    assert parts == ["et ord ", "til"]
