"""The set of pictures: every one can be drawn, found by words, and told apart in a text."""

from __future__ import annotations

import io
from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.pictures import Run, emoji, key_of, known, named, near, runs, search, svg
from game.pictures.everyday import places
from game.pictures.library import DRAWINGS, words
from tests.rows import each_row

KEYS = list(words("en"))


def test_every_picture_is_drawn_with_ink_and_has_a_name_in_both_languages() -> None:
    assert len(KEYS) > 1_500
    assert list(words("da")) == KEYS
    for key in KEYS:
        drawn = pygame.image.load_sized_svg(io.BytesIO(svg(key).encode()), (32, 32))
        assert pygame.mask.from_surface(drawn).count() > 40, named(key, "en")
        assert all(named(key, lang) for lang in ("da", "en"))


def test_the_set_is_small() -> None:
    assert sum(path.stat().st_size for path in DRAWINGS.parent.iterdir()) < 1_000_000


@pytest.mark.parametrize(
    ("text", "lang", "first"),
    [
        ("cykel", "da", "🚲"),
        ("Telefon", "da", "☎️"),
        ("sol", "da", "☀️"),
        ("bicycle", "en", "🚲"),
        ("red heart", "en", "❤️"),
        ("heart red", "en", "❤️"),
    ],
)
def test_a_picture_is_found_by_its_name(text, lang, first) -> None:
    assert search(text, lang)[0] == key_of(first)


def test_a_picture_is_found_by_its_other_words_and_by_part_of_one() -> None:
    assert key_of("🚌") in search("offentlig", "da") or key_of("🚌") in search("køretøj", "da")
    assert key_of("🚲") in search("ykel", "da")
    assert search("xyzzy", "da") == []
    assert len(search("", "en", most=7)) == 7


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_everyday_word_finds_the_pictures_that_it_stands_for(lang) -> None:
    assert len(places(lang)) > 200
    for word, keys in places(lang).items():
        found = search(word, lang)
        assert {*keys[:1]} <= {*found[:6]}, word
        assert all(map(known, keys)), word
        assert word == word.casefold() != "", word


@each_row(
    "text, meant",
    [
        ("Ældreplejen", "👵"),
        ("sagsbehandlingen", "📁"),
        ("hjemmesygeplejerskerne", "🧑‍⚕️"),
        ("ventetidsmåling", "⏳"),
        ("Digital post til borgerne", "✉️"),
        ("sygefravær", "😟"),
        ("Sagsbehandleren", "🧑‍💼"),
        ("bibliotk", "📚"),
        ("Telefon", "☎️"),
    ],
)
def test_a_word_of_the_day_finds_a_picture_whatever_its_ending(text, meant) -> None:
    assert key_of(meant) in [*search(text, "da"), *near(text, "da", 24)]


def test_a_text_that_is_like_nothing_finds_nothing() -> None:
    assert near("xyzzyqwv", "da", 5) == []


def test_skin_tones_and_variation_selectors_do_not_count() -> None:
    assert key_of("👩🏽‍⚕️") == key_of("👩‍⚕️")
    assert known(key_of("👩🏽‍⚕️"))
    assert key_of("❤️") == key_of("❤")


@each_row(
    "text, pictures",
    [
        ("Ring 📞 til os", ["📞"]),
        ("🚲🚲 to cykler", ["🚲", "🚲"]),
        ("👩🏽‍⚕️ og 👩‍🎓", ["👩🏽‍⚕️", "👩‍🎓"]),
        ("☎ eller ☎️?", ["☎️"]),
        ("☕ kl. 10", ["☕"]),
        ("3 kr. * 2 # – → … ½ © ™", []),
        ("Ærø Åse ﷽ 漢字", []),
        ("a\u200db\ufe0f", []),
    ],
)
def test_emoji_in_a_text_are_told_from_letters(text, pictures) -> None:
    found = list(runs(text))
    assert [run.text for run in found if run.picture] == pictures
    assert "".join(run.text for run in found) == text


TEXTS = st.text(
    st.sampled_from([*"ab 1#\u200d\ufe0f\U0001f3fd", "👩", "⚕", "🚲", "❤"]), max_size=12
)


@given(TEXTS)
def test_no_letter_of_a_text_is_lost_between_its_runs(text) -> None:
    found = list(runs(text))
    assert "".join(run.text for run in found) == text
    assert all(run.text for run in found)
    for run in found:
        assert run.picture is None or known(run.picture)
    assert not any(a.picture is b.picture is None for a, b in pairwise(found))


def test_a_key_and_its_emoji_name_each_other() -> None:
    assert all(key_of(emoji(key)) == key for key in KEYS)
    assert list(runs(emoji(KEYS[0]))) == [Run(emoji(KEYS[0]), KEYS[0])]
