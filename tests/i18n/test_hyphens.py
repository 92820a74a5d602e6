"""Words are broken where pyphen breaks them."""

from __future__ import annotations

import re

import pyphen
import pytest

from game.i18n import LANGS, Lang
from game.i18n.hyphens import hyphens
from game.resources import DOCS, SCENARIOS


@pytest.mark.parametrize("least", [2, 3])
@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_cases_and_pages_is_broken_as_pyphen_breaks_it(lang: Lang, least: int) -> None:
    theirs = pyphen.Pyphen(lang={"da": "da_DK", "en": "en_GB"}[lang], left=least, right=least)
    files = [*SCENARIOS.glob("*.toml"), *DOCS.glob("*.md")]
    words = {word for file in files for word in re.findall(r"[\w'-]+", file.read_text("utf-8"))}
    assert len(words) > 5_000
    for word in words | {word.upper() for word in words} | {"", "a", "." * 30, "æ" * 300}:
        assert list(hyphens(word, lang, least)) == theirs.positions(word), word
