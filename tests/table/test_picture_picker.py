"""A picture for a card in the group's own words: found by a word, worn by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.pictures import emoji, key_of
from game.table.parts.picture_picker import picture_of, suggestions, with_picture
from game.table.play.dialogs.write import WriteDialog
from tests.pictures.studio import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    studio = Studio(tmp_path, (1280, 720), "da")
    game = studio.early()
    studio.app.push(WriteDialog(game, studio.services.drafts))
    return studio


def test_a_word_finds_a_picture_and_the_card_wears_it(studio: Studio) -> None:
    studio.type("Cykler til alle")
    studio.click("picture")
    studio.type("cykel")
    studio.click(f"picture:{key_of('🚲')}")
    assert studio.services.drafts.begun().name == "🚲 Cykler til alle"
    studio.click("picture")
    studio.type("bus")
    studio.click(f"picture:{key_of('🚌')}")
    assert studio.services.drafts.begun().name == "🚌 Cykler til alle", "in place of the first"


def test_an_unknown_word_says_that_there_is_none(studio: Studio) -> None:
    studio.click("picture")
    studio.type("xyzzy")
    assert "Intet billede hedder sådan." in studio.texts


def test_the_words_of_the_name_come_first(studio: Studio) -> None:
    found = [emoji(key) for key in suggestions("En stund i solen", "da")]
    assert found[0] == "☀"
    assert len(found) == len(set(found)) == 60


@pytest.mark.parametrize(
    ("name", "picture", "worn"),
    [
        ("Kaffe", "☕", "☕ Kaffe"),
        ("☕ Kaffe", "🚲", "🚲 Kaffe"),
        ("☕ Kaffe", "", "Kaffe"),
        ("", "☕", "☕"),
        ("☕", "🚲", "🚲"),
        ("W" * 80, "☕", ("☕ " + "W" * 80)[:80]),
    ],
)
def test_a_name_has_one_picture_and_no_more_letters_than_it_may(name, picture, worn) -> None:
    assert with_picture(name, picture, 80) == worn
    assert picture_of(worn) == picture
