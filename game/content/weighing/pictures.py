"""Whether the pictures that a case file names are in the set.

One that is not is no reason to refuse a case: its card is drawn without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from game.content.findings import Finding, quoted
from game.content.messages import NEAREST_PICTURES
from game.content.picture_names import picture
from game.content.positions import KeyPath
from game.content.syntax import CARDS
from game.content.weighing.subject import Check, Subject, warn
from game.i18n import LANGS
from game.pictures import emoji, key_of, known, near, search

_MOST: Final = 3


def unknown_pictures(case: Subject) -> Iterator[Finding]:
    """Pictures that the set does not have, with those that a word may have meant."""
    for path, written in _written(case):
        if written and not known(key_of(picture(written))):
            meant = _near(written)
            params = {"picture": quoted(written), "near": " ".join(map(emoji, meant))}
            finding = warn("unknown_picture", path, **params)
            yield replace(finding, hint=NEAREST_PICTURES) if meant else finding


def _near(written: str) -> list[str]:
    """The keys of pictures that a word means in some language, or comes near to."""
    word = written.rpartition("/")[2].partition(".")[0].replace("-", " ").replace("_", " ")
    if not any(map(str.isalpha, word)):
        return []  # of signs alone nothing can be known
    tried = (look(word, lang, _MOST) for look in (search, near) for lang in LANGS)
    return next((found for found in tried if found), [])


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
