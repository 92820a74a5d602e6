"""Whether the pictures that a case file names are in the set.

One that is not is no reason to refuse a case: its card is drawn without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Final

from game.content.findings import Finding, quoted
from game.content.messages import NEAREST_PICTURES
from game.content.picture_names import picture
from game.content.positions import KeyPath
from game.content.syntax import CARDS
from game.content.weighing.subject import Check, Subject, warn
from game.i18n import LANGS
from game.pictures import emoji, key_of, known, named, search

_MOST: Final = 3
_LONGEST: Final = 30
_ALL: Final = 10_000


def unknown_pictures(case: Subject) -> Iterator[Finding]:
    """Pictures that the set does not have, with those that a word may have meant."""
    for path, written in _written(case):
        if written and not known(key_of(picture(written))):
            near = _near(written)
            params = {"picture": quoted(written), "near": " ".join(map(emoji, near))}
            finding = warn("unknown_picture", path, **params)
            yield replace(finding, hint=NEAREST_PICTURES) if near else finding


def _near(written: str) -> list[str]:
    """The keys of pictures whose names have the word that was written, or one much like it."""
    word = written.rpartition("/")[2].partition(".")[0].replace("-", " ").replace("_", " ")
    for lang in LANGS:
        if found := search(word, lang, _MOST):
            return found
    close = get_close_matches(word[:_LONGEST].casefold(), _names(), 1)
    return [key for lang in LANGS for name in close for key in search(name, lang, _MOST)][:_MOST]


@cache
def _names() -> tuple[str, ...]:
    """What pictures are called, in both languages."""
    called = {named(key, lang) for lang in LANGS for key in search("", lang, _ALL)}
    return tuple(sorted(name.casefold() for name in called))


def _written(case: Subject) -> Iterator[tuple[KeyPath, str]]:
    scenario = case.scenario
    yield ("picture",), scenario.picture
    for n, post in enumerate(scenario.economy.posts):
        yield ("economy", "posts", n, "picture"), post.picture
    for deck in CARDS:
        for n, card in enumerate(getattr(scenario, deck)):
            yield (deck, n, "picture"), card.picture


ALWAYS: Final[tuple[Check, ...]] = (unknown_pictures,)
"""Of every case."""
