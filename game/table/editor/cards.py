"""Cards that are added, copied, named and taken away, with all that speaks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

from game.content.document import Document
from game.content.field_types import RESERVED
from game.content.positions import KeyPath
from game.content.reader import id_from
from game.engine.setup import ABILITIES, KINDS, TRACKS

NEW: Final[Mapping[str, dict[str, Any]]] = {
    "posts": {"name": "", "value": 1},
    "roles": {
        "id": "role",
        "name": "",
        "ability": "front_line",
        "aim": {"kind": "track_at_least", "track": "citizen", "value": 7},
    },
    "ideas": {
        "id": "idea",
        "name": "",
        "text": "",
        "track": "citizen",
        "kind": "service",
        "cost": 2,
        "maturity": 3,
        "delay": 0,
        "promise": {"citizen": 2},
        "effects": {"citizen": [2, 5]},
        "risks": [],
    },
    "benefits": {
        "id": "benefit",
        "track": "citizen",
        "name": "",
        "measure": {"indicator": "", "unit": "", "baseline": 0, "target": 1, "months": 6},
    },
    "risks": {
        "id": "risk",
        "name": "",
        "track": "citizen",
        "severity": 3,
        "likelihood": 3,
        "about": [],
    },
    "events": {"id": "event", "name": "", "capacity": 1},
    "prompts": {"kind": "idea", "text": ""},
}
"""What a new card begins with, by the last part of its list's path; empty texts are left out."""
_LONGEST_ID: Final = 40
EMPTY: Final = "…"
"""A question that nobody has written yet."""
_SPOKEN_OF: Final[Mapping[str, tuple[str, str]]] = {
    "risks": ("ideas", "risks"),
    "ideas": ("risks", "about"),
}
"""For a deck: the other deck whose cards name its ids, and the key where they do."""


def added(document: Document, deck: KeyPath, index: int) -> Document:
    """The document with a new card in a deck; on the track that has fewest, where it has one.

    A new idea is of the kind that has fewest: aims and modules ask for ideas of several kinds.
    """
    if deck == ("questions",):
        return document.insert(deck, index, EMPTY)
    card = _written(NEW[str(deck[-1])])
    there = document.get(deck, [])
    if "aim" in card:
        card |= {"ability": _rarest(there, "ability", ABILITIES), "aim": _rarest_aim(there)}
    elif "track" in card:
        card = _on_track(card, _rarest(there, "track", TRACKS))
        if "kind" in card:
            card["kind"] = _rarest(there, "kind", KINDS)
    if "id" in card:
        card["id"] = _free_id(document, deck, card["id"])
    return document.insert(deck, index, card)


def _written(card: Mapping[str, Any]) -> dict[str, Any]:
    """A new card without its empty texts."""
    return {
        key: _written(value) if isinstance(value, dict) else value
        for key, value in card.items()
        if value != ""
    }


def _on_track(card: dict[str, Any], track: str) -> dict[str, Any]:
    card["track"] = track
    for key in ("promise", "effects"):
        if key in card:
            card[key] = {track: card[key]["citizen"]}
    return card


def _rarest(cards: list[Any], key: str, choices: Sequence[str]) -> str:
    """The choice that fewest cards have at a key."""
    made = [card.get(key) for card in cards if isinstance(card, dict)]
    return min(choices, key=made.count)


def _rarest_aim(roles: list[Any]) -> dict[str, Any]:
    """The aim of those roles have here that fewest have; where there is none, one for a track.

    Roles share aims: so many different ones would hardly ever all come true.
    """
    aims = [role["aim"] for role in roles if isinstance(role, dict) and "aim" in role]
    return dict(min(aims, key=aims.count)) if aims else dict(NEW["roles"]["aim"])


def copied(document: Document, deck: KeyPath, index: int) -> Document:
    """The document with a copy of a card right after it."""
    card = document.get((*deck, index))
    if isinstance(card, dict) and "id" in card:
        card = card | {"id": _free_id(document, deck, str(card["id"]))}
    return document.insert(deck, index + 1, card)


def without(document: Document, deck: KeyPath, index: int) -> Document:
    """The document without a card, and without what named it elsewhere."""
    card = document.get((*deck, index))
    id = card.get("id") if isinstance(card, dict) else None
    document = document.remove((*deck, index))
    if isinstance(id, str) and not _has_id(document, deck, id):
        document = _renamed_elsewhere(document, deck, id, lambda ids: [i for i in ids if i != id])
    return document


def named(document: Document, deck: KeyPath, index: int, name: str) -> Document:
    """The document with an id made from a card's first name; later names leave it as it is.

    A case that was played is known by its ids: only one that the editor gave is changed.
    """
    id = document.get((*deck, index, "id"))
    if not isinstance(id, str) or not name.strip(" …") or not _is_given(id, str(deck[-1])):
        return document
    return renamed(document, deck, index, name)


def renamed(document: Document, deck: KeyPath, index: int, name: str) -> Document:
    """The document with another id for a card, made from a name, wherever it is spoken of.

    What another card is called, too, goes on meaning that one.
    """
    path = (*deck, index, "id")
    old = document.get(path)
    wanted = (
        id_from(name) if name.strip(" …") else str(NEW.get(str(deck[-1]), {}).get("id", "item"))
    )
    new = _free_id(document, deck, _usable(wanted))
    document = document.set(path, new)
    if not isinstance(old, str) or _has_id(document, deck, old):
        return document
    return _renamed_elsewhere(
        document, deck, old, lambda ids: [new if other == old else other for other in ids]
    )


def _usable(id: str) -> str:
    """An id that does not begin as those of cards that are written at the table."""
    return f"card-{id}"[:_LONGEST_ID] if id.startswith(RESERVED) else id


def _is_given(id: str, deck: str) -> bool:
    """Whether an id is one that the editor gave a card without a name."""
    stem, _, number = id.rpartition("-")
    return stem == NEW.get(deck, {}).get("id") and number.isdecimal()


def _renamed_elsewhere(
    document: Document, deck: KeyPath, id: str, change: Callable[[list[str]], list[str]]
) -> Document:
    """The document with the lists changed in which other cards name a card."""
    if len(deck) != 1 or deck[0] not in _SPOKEN_OF:
        return document
    other, key = _SPOKEN_OF[str(deck[0])]
    for n, card in enumerate(document.get((other,), [])):
        ids = card.get(key) if isinstance(card, dict) else None
        if isinstance(ids, list) and id in ids:
            document = document.set((other, n, key), change(ids))
    return document


def _free_id(document: Document, deck: KeyPath, wanted: str) -> str:
    """An id that no card of the deck has: numbered where it was given by the editor."""
    numbered = wanted in {card.get("id") for card in NEW.values()}
    stem = wanted[:36]
    names: Iterator[str] = (f"{stem}-{n}" for n in count(1 if numbered else 2))
    if not numbered and not _has_id(document, deck, wanted):
        return wanted
    return next(name for name in names if not _has_id(document, deck, name))


def _has_id(document: Document, deck: KeyPath, id: str) -> bool:
    cards = document.get(deck, [])
    return any(isinstance(card, dict) and card.get("id") == id for card in cards)
