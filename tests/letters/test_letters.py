"""The one contract for what can be shown: gate, field, checker and typesetter ask it alike."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.engine import Refusal
from game.engine import actions as act
from game.engine.texts import check_text
from game.gui.text import pictured
from game.gui.text.editing import TextEdit
from game.gui.text.typesetter import Typesetter, font
from game.i18n import words
from game.i18n.letters import left_out, told
from game.letters import cleaned, seen, shown, unshown, unwritable
from game.letters.coverage import FONTS, PICTURES
from game.pictures import known, runs
from game.session import EntryError, Session
from game.session.gate import check_new_text
from tests.letters import coverage
from tests.rows import each_row
from tests.session.playing import SEATS, TinyCase, accept, parse
from tests.ungated import ungated

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
"""All of Unicode, halves of letters included."""
NASTY = (
    "\u200b",
    "\u00ad",
    "a\u0301\u0301\u0301\u0301\u0301",
    "\u202eabc",
    "\ufeff",
    "\0",
    "\ud800",
    "👩🏽‍⚕️",
    "1️⃣",
    "☎",
    "\u200d\u200d",
    "🇩🇰",
)


# ------------------------------------------------------------------ the table of letters
def test_the_table_is_that_of_fonts_and_pictures() -> None:
    assert coverage.FILE.read_text("utf-8").split() == coverage.text().split(), (
        "python -m tests.letters.coverage, then ruff format"
    )
    assert set(map(chr, coverage.of_fonts())) == FONTS
    assert set(map(chr, coverage.of_pictures())) == PICTURES


def test_every_picture_of_the_set_can_be_shown() -> None:
    from game.pictures import emoji
    from game.pictures.library import words as keys

    for key in keys("en"):
        if key.endswith("20e3"):
            continue  # a digit on a key: the digit stays
        text = cleaned(emoji(key))
        assert shown(text) == text, key
        assert not unshown(text), key


# ------------------------------------------------------------------ what becomes of a text
@each_row(
    "pasted, kept",
    [
        ("10\u00a0000\u202fkr.", "10 000 kr."),
        ("•\u00b7færre\u2028hurtigere\u2029bedre", "•·færre\nhurtigere\nbedre"),
        ("en\vto\ffire\r\nfem\rseks\x85syv", "en\nto\nfire\nfem\nseks\nsyv"),
        ("ti\u2009år\u3000efter", "ti år efter"),
        ("tom\u2800plads", "tom plads"),
        ("e\u0301n", "én"),
        ("skole\u00adbus \u200bnu", "skolebus nu"),
        ("ring ☎ nu", "ring ☎️ nu"),
        ("trin 1️⃣", "trin 1"),
    ],
)
def test_words_that_are_pasted_never_join(pasted: str, kept: str) -> None:
    assert TextEdit(pasted, multiline=True).text == kept
    assert TextEdit(pasted).text == kept.replace("\n", " ")
    edit = TextEdit(multiline=True)
    edit.insert(pasted)
    assert (edit.text, edit.left_out) == (kept, ())


@given(ANYTHING)
@example("".join(NASTY))
def test_the_field_holds_only_what_is_drawn(text: str) -> None:
    edit = TextEdit(multiline=True)
    edit.insert(text)
    assert unshown(edit.text) == ()
    assert shown(edit.text) == edit.text
    assert not unwritable(edit.text)
    for run in runs(edit.text):
        drawn = known(run.picture) if run.picture else all(map(_in_fonts, seen(run.text)))
        assert drawn, run


def _in_fonts(letter: str) -> bool:
    return letter == "\n" or letter in FONTS


@given(ANYTHING)
@example("".join(NASTY))
def test_what_a_field_holds_passes_every_gate(text: str) -> None:
    edit = TextEdit(text)
    refusal = check_text(edit.text, 400, empty=True)
    assert refusal is None


@given(ANYTHING)
def test_nothing_that_has_a_width_is_left_out_in_silence(text: str) -> None:
    edit = TextEdit()
    edit.insert(text)
    assert set(edit.left_out) == set(unshown(cleaned(text)))
    if edit.left_out:
        for lang in ("da", "en"):
            assert left_out(words(lang), edit.left_out).isprintable()


@settings(deadline=None)
@given(ANYTHING)
@example("".join(NASTY))
@example("\u200b")
@example("")
def test_no_text_kills_the_typesetter(text: str) -> None:
    type_ = Typesetter(1, "da")
    for size in (16, 40):
        for line in type_.wrap(text, 200, size):
            image = type_.image(line, size, "regular", (0, 0, 0))
            assert image.get_width() == round(type_.width(line, size))


@each_row("text", NASTY)
def test_what_was_saved_before_is_drawn_without_a_box(text: str) -> None:
    pygame.font.init()
    drawn = font("regular", 30)
    image = pictured.render(drawn, text, (255, 255, 255))
    assert image.get_height() >= 30
    assert image.get_width() == pictured.width(drawn, text)
    letters = "".join(run.text for run in runs(text) if not run.picture)
    assert all(map(_in_fonts, seen(letters)))


# ------------------------------------------------------------------ in words
def test_what_cannot_be_shown_is_said_in_words() -> None:
    en, da = words("en"), words("da")
    assert left_out(en, ["中"]) == (
        "Left out, since no font here has it: a Chinese letter (U+4E2D)"
    )
    assert left_out(da, ["中", "あ", "ん"]).endswith("et kinesisk tegn (U+4E2D) og 2 mere")
    assert told(en, ["🇩", "ع"]) == "a flag (U+1F1E9) and an Arabic letter (U+0639)"
    assert told(en, ["\U0001fae9", "⛟"]) == "an emoji (U+1FAE9) and a sign (U+26DF)"


def test_a_sign_in_a_case_is_drawn_as_the_picture_that_the_checker_takes_it_for() -> None:
    pygame.font.init()
    drawn = font("regular", 30)
    assert unshown(cleaned("☎")) == ()
    assert pictured.width(drawn, "☎") == pictured.width(drawn, "☎️")


# ------------------------------------------------------------------ the gate of a session
UNSHOWN = ("\u200b", "a\u202eb", "e" + "\u0301" * 5, "\U000e0041", "\ue123", "\u0378", "\u4e2d")
"""Of no width, turned round, stacked, a tag, of private use, not assigned, in no font."""


def _idea(seat: int, name: str) -> act.WriteIdea:
    return act.WriteIdea(seat, name, "citizen", "service", 2)


@pytest.mark.parametrize("text", UNSHOWN)
def test_new_texts_that_cannot_be_shown_are_refused_by_the_session(
    text: str, tmp_path: Path
) -> None:
    session = Session.create(TinyCase(), SEATS, 7, tmp_path)
    written = f"lav {text} om"
    accept(session, act.Rally(session.state.turn))
    said = session.do(_idea(session.state.turn, written))
    refused = [said, session.bookmark(written), session.undo(written)]
    assert [answer.code for answer in refused if isinstance(answer, Refusal)] == ["bad_text"] * 3
    with pytest.raises(EntryError) as error:
        session.note(1, written)
    assert error.value.trouble.code == "bad_text"
    session.close()


@given(ANYTHING)
@example("".join(NASTY))
def test_what_a_field_holds_passes_the_gate_of_the_session(text: str) -> None:
    assert check_new_text(TextEdit(text).text, 400, empty=True) is None


def test_a_game_that_was_saved_with_such_letters_opens_and_goes_on(
    tmp_path: Path,
) -> None:
    session = Session.create(TinyCase(), SEATS, 7, tmp_path)
    with ungated():
        accept(session, _idea(session.state.turn, "\u200b\u202eabc"))
    session.close()
    session = Session.resume(session.path, parse)
    assert session.state.ideas[0].name == "\u200b\u202eabc"
    accept(session, act.Rally(session.state.turn))
    session.close()
