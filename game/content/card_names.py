"""Which card is meant by an id that none has: authors know their cards by what these are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Final

from game.content.case import Prose
from game.content.findings import Finding
from game.content.lenient.vocabulary import folded
from game.frozen import frozen
from game.i18n import Lang, mark
from game.letters import printable

_NEAR: Final = mark('Did you mean "{near}", the card “{card}”?')
_KNOWN: Final = {
    "unknown_idea": ("ideas", mark("Write the id of an idea in this file: {known}.")),
    "unknown_risk": ("risks", mark("Write the id of a risk in this file: {known}.")),
}
_MOST: Final = 8
"""How many cards are told."""
_SHORTEST: Final = 4
"""The letters of a word, so that a name that holds it may be meant."""
_CLOSE: Final = 0.6


@frozen
class _Cards:
    """Cards by their ids, each with its name."""

    names: Mapping[str, Prose]

    def read(self, lang: Lang) -> str:
        told = [f"{id} ({printable(name.read(lang))})" for id, name in self.names.items()]
        return ", ".join(told[:_MOST]) + ", …" * (len(told) > _MOST)


def with_cards(finding: Finding, data: Mapping[str, Any]) -> Finding:
    """The finding that a card is unknown, with the one that is meant, else with those there are.

    ``data`` is that of the file as it is written.
    """
    if finding.code not in _KNOWN or "near" in finding.params:
        return finding
    deck, hint = _KNOWN[finding.code]
    names = dict(_named(data.get(deck)))
    meant = _meant(str(finding.params["id"]), names)
    if meant:
        told = {"near": meant, "card": names[meant]}
        return replace(finding, hint=_NEAR, params={**finding.params, **told})
    if names:
        return replace(finding, hint=hint, params={**finding.params, "known": _Cards(names)})
    return finding


def _named(cards: object) -> Iterator[tuple[str, Prose]]:
    for card in cards if isinstance(cards, Sequence) else ():
        id, name = (card.get("id"), card.get("name")) if isinstance(card, dict) else (None, None)
        texts = name if isinstance(name, dict) else {"da": name, "en": name}
        written = {lang: text for lang, text in texts.items() if isinstance(text, str)}
        if isinstance(id, str) and (prose := Prose.of(written)):
            yield id, prose


def _meant(written: str, names: Mapping[str, Prose]) -> str:
    """The id of the card whose name holds what was written, or is nearly that; else nothing."""
    word = folded(written)
    known = {folded(text): id for id, name in names.items() for text in (name.da, name.en)}
    holding = {id for text, id in known.items() if word in text and len(word) >= _SHORTEST}
    if len(holding) == 1:
        return holding.pop()
    close = get_close_matches(word, known, 1, _CLOSE)
    return known[close[0]] if close else ""
