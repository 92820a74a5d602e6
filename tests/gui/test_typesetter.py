"""Text is broken where a reader expects, and fitted into its box."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.gui import theme
from game.gui.geometry import Box
from game.gui.text.hyphenation import splits
from game.gui.text.typesetter import Typesetter
from game.pictures import runs
from game.table import marks
from tests.rows import each_row


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(1.0, "da")


def test_a_danish_compound_is_broken_with_a_hyphen_where_the_language_allows(setter):
    word = "medarbejdertilfredshedsundersøgelse"
    lines = setter.wrap(word, 200, 24)
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.removesuffix("-") for line in lines) == word
    assert lines[0] in ("medarbejder-", "medarbej-", "medarbejdertil-")


def test_every_line_fits_and_nothing_is_lost(setter):
    text = "Ny selvbetjening gør besøget kortere, og sagsbehandlingstiden falder.\nOg så videre."
    for width in (150, 220, 400, 900):
        lines = setter.wrap(text, width, 24)
        assert all(setter.width(line, 24) <= width for line in lines)
        joined = " ".join(lines)
        assert re.sub(r"- | ", "", joined) == re.sub(r"[ \n]", "", text)


def test_whole_prefers_a_smaller_size_to_a_broken_word(setter):
    box = Box(0, 0, 180, 90)
    name = "Kortere ventetid"
    assert setter.fit(name, box, (40, 30, 20), whole=True).lines == ("Kortere", "ventetid")
    long = setter.fit("Sagsbehandlingstid", Box(0, 0, 160, 90), (30, 16), whole=True)
    assert (long.lines, long.size) == (("Sagsbehandlingstid",), 16)


def test_fit_takes_the_largest_size_and_cuts_only_as_a_last_resort(setter):
    text = "Borgeren i fokus"
    assert setter.fit(text, Box(0, 0, 600, 60), (40, 30, 20)).size == 40
    assert setter.fit(text, Box(0, 0, 600, 32), (40, 30, 20)).size == 40  # one line may overhang
    fitted = setter.fit(text * 5, Box(0, 0, 200, 60), (40, 20))
    assert (fitted.size, fitted.cut) == (20, True)
    assert fitted.lines[-1].endswith("…")
    assert len(fitted.lines) * setter.line_height(20) <= 60


LONG = "medarbejdertilfredshedsundersøgelse"
WORDS = st.sampled_from(["i", "for", "AVAVAV", "fiffi", "borgeren", "12\xa0%", "lån-", "🎁", LONG])
SPACES = st.sampled_from([" ", " ", " ", "  ", "\n"])


def first_that_fits(
    setter: Typesetter, text: str, box: Box, sizes: tuple[float, ...], whole: bool
) -> tuple[float, tuple[str, ...]] | None:
    """The size and the lines, if every size is tried."""
    for unbroken in (True, False) if whole else (False,):
        for size in sizes:
            lines = setter.wrap(text, box.w, size, whole=unbroken)
            low = len(lines) == 1 or len(lines) * setter.line_height(size) <= box.h + 1
            narrow = all(setter.width(line, size) <= box.w + 1 for line in lines)
            kept = not unbroken or " ".join(lines).split() == text.split()
            if low and narrow and kept:
                return size, lines
    return None


@given(
    st.lists(st.tuples(WORDS, SPACES), min_size=1, max_size=14),
    st.builds(Box, st.just(0), st.just(0), st.floats(15, 500), st.floats(8, 160)),
    st.booleans(),
    st.sampled_from([0.7, 1.0, 2.0]),
)
def test_no_size_is_passed_over_at_which_a_text_would_fit(words, box, whole, u) -> None:
    setter, sizes = Typesetter(u, "da"), (40, 30, 24, 20, 16)
    text = "".join(word + space for word, space in words).strip()
    found = setter.fit(text, box, sizes, whole=whole)
    shown = None if found.cut else (found.size, found.lines)
    assert shown == first_that_fits(setter, text, box, sizes, whole)


@pytest.mark.parametrize("track", marks.TRACK)
def test_what_stands_on_a_track_colour_can_be_read(track):
    colour = marks.TRACK[track].colour
    assert theme.contrast(theme.ink_on(colour), colour) >= 4.5


def test_contrast_is_measured_as_wcag_does():
    assert theme.contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert theme.contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("line", "pictures"), [("Cykler 🚲 og ☕", 2), ("👩🏽‍⚕️", 1), ("Ærø → 3 kr. – ½", 0), ("", 0)]
)
def test_emoji_in_a_text_are_drawn_as_pictures_and_measured_so(setter, line, pictures) -> None:
    ink = (20, 20, 20)
    drawn = setter.image(line, 40, "regular", ink)
    assert drawn.get_width() == pytest.approx(setter.width(line, 40) * setter.u, abs=1)
    middle = drawn.get_height() // 2
    colours = {tuple(drawn.get_at((x, middle)))[:3] for x in range(drawn.get_width())}
    assert (len(colours) > 3) == (pictures > 0), "letters are of one ink, pictures of many"
    parts = [part for part in runs(line) if part.picture]
    assert len(parts) == pictures


def test_of_a_broken_word_three_letters_stand_in_each_line_besides_its_brackets(setter):
    for width in range(60, 200, 5):
        for line in setter.wrap("(Receptionist)", width, 24)[1:]:
            assert line not in ("st)", "st")


@pytest.mark.parametrize("text", ["applicants + Head", "(applicants)", "Controller + applicants"])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_letters_of_the_next_word_are_none_of_a_part(text, lang):
    """What is held together by its sign is broken as its words are, each by itself."""
    for head, tail in splits(text, lang):
        assert len(re.match(r"\w*", tail)[0]) >= 3
        assert len(re.search(r"\w*-?$", head)[0].rstrip("-")) >= 3


def test_a_word_that_has_a_hyphen_is_broken_there_with_no_second_one(setter):
    name = "2026-11-29-koebenhavn-pas-0614.jsonl"
    for width in range(120, 400, 20):
        assert "--" not in "".join(setter.wrap(name, width, 24))


def test_a_word_is_broken_only_where_that_saves_a_line(setter):
    width = setter.width("Alle kan pas og køre-", 24)
    assert setter.wrap("Alle kan pas og kørekort", width, 24) == ("Alle kan pas og", "kørekort")
    narrow = setter.wrap("medarbejdertilfredshed og mere", setter.width("medarbejdertil-", 24), 24)
    assert narrow[0].endswith("-")


def test_a_percent_sign_stays_with_its_number(setter):
    for width in range(100, 400, 10):
        assert not any(line.startswith("%") for line in setter.wrap("fra 54 til 49 %; ", width, 24))


def test_no_line_begins_with_the_dot_between_two_facts(setter):
    for width in range(100, 500, 10):
        lines = setter.wrap("Leder af receptionen · Aisha · 3 træk", width, 24)
        assert not any(line.startswith("·") for line in lines)


@each_row("width", range(120, 900, 13))
def test_no_short_word_is_alone_on_the_last_line_and_no_sum_is_torn(setter, width):
    text = "Det, der kom ved siden af løfterne, tog 3: 5 − 3 = 2 på sporene. Den viser 3."
    lines = setter.wrap(text, width, 24, whole=True)
    assert " ".join(lines) == text
    assert len(lines) == 1 or len(lines[-1]) > 2
    assert any("5 − 3 = 2" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "Medarbejder i skranken + Centerchef · Bo",
        "Receptionen − Hjemmeplejen = Visitationen",
        "Fra 5 − 3 point til + medarbejdertilfredshed/arbejdsglæde",
    ],
)
def test_no_hyphen_stands_alone_or_at_a_sign_at_the_end_of_a_line(setter, text):
    for width in range(40, 520, 4):
        for line in setter.wrap(text, width, 28):
            last = line.split(" ")[-1]
            assert not last.endswith("-") or any(map(str.isalnum, last)), (width, line)
