"""Whether the pictures that a case file names are in the set.

One that is not is no reason to refuse a case: its card is drawn without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.findings import Finding, quoted
from game.content.messages import NEAREST_PICTURES
from game.content.picture_names import picture
from game.content.positions import KeyPath
from game.content.schema import ScenarioFile
from game.content.syntax import CARDS
from game.pictures import emoji, key_of, known, search


def unknown_pictures(scenario: ScenarioFile) -> Iterator[Finding]:
    """Pictures that the set does not have, with those that a word may have meant."""
    for path, written in _written(scenario):
        if written and not known(key_of(picture(written))):
            near = search(written, "da", 3) or search(written, "en", 3)
            params = {"picture": quoted(written), "near": " ".join(map(emoji, near))}
            hint = NEAREST_PICTURES if near else None
            yield Finding("unknown_picture", path, params, "warning", hint)


def _written(scenario: ScenarioFile) -> Iterator[tuple[KeyPath, str]]:
    yield ("picture",), scenario.picture
    for n, post in enumerate(scenario.economy.posts):
        yield ("economy", "posts", n, "picture"), post.picture
    for deck in CARDS:
        for n, card in enumerate(getattr(scenario, deck)):
            yield (deck, n, "picture"), card.picture
