"""What somebody changed in a case elsewhere, taken over into its file: the comments there stay.

Cards are known by their ids. What means the same is left as it is written: a range as a text, a
text that stands twice for two languages, a number with a point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.content.document import Document
from game.content.field_types import SPAN
from game.content.positions import KeyPath

_LANGUAGES = frozenset(("da", "en"))


def merged(text: str, data: Mapping[str, Any]) -> str:
    """The text of a case file, changed where it says otherwise than the data of a whole case.

    Raises :class:`tomli.TOMLDecodeError` for a text that is no TOML.
    """
    return _table(Document(text), (), data).text


def _value(document: Document, path: KeyPath, new: Any) -> Document:
    old = document.get(path)
    if _same(old, new):
        return document
    if isinstance(old, dict) and isinstance(new, Mapping) and not _LANGUAGES & {*old, *new}:
        return _table(document, path, new)
    if _is_deck(old) and _is_deck(new):
        return _deck(document, path, new)
    return document.set(path, new)


def _table(document: Document, path: KeyPath, new: Mapping[str, Any]) -> Document:
    old = document.get(path, {}) if path else document.data
    for key in [key for key in old if key not in new and old[key] not in ([], {})]:
        document = document.remove((*path, key))
    for key, value in new.items():
        document = _value(document, (*path, key), value)
    return document


def _deck(document: Document, path: KeyPath, new: Sequence[Mapping[str, Any]]) -> Document:
    """Cards that are gone are removed, the others brought into the order of the new ones."""
    wanted = {card["id"] for card in new}
    for n in range(len(document.get(path)) - 1, -1, -1):
        if document.get((*path, n)).get("id") not in wanted:
            document = document.remove((*path, n))
    for n, card in enumerate(new):
        ids = [old.get("id") for old in document.get(path, [])]
        if card["id"] not in ids:
            document = document.insert(path, n, card)
            continue
        if ids.index(card["id"]) != n:
            document = document.move(path, ids.index(card["id"]), n)
        document = _table(document, (*path, n), card)
    return document


def _is_deck(value: Any) -> bool:
    """Whether it is a list of tables with an id each, no two alike."""
    if not isinstance(value, list) or not all(isinstance(card, dict) for card in value):
        return False
    ids = [card.get("id") for card in value]
    return None not in ids and len({*map(str, ids)}) == len(ids) > 0


def _same(old: Any, new: Any) -> bool:
    """Whether two values mean the same in a case file."""
    return bool(_plain(old) == _plain(new))


def _plain(value: Any) -> Any:
    """A value in the simplest form that means it."""
    if isinstance(value, dict):
        texts = set(value.values()) if value.keys() == _LANGUAGES else set()
        return value["da"].strip() if len(texts) == 1 else {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        span = SPAN.fullmatch(value)
        return [int(span[1]), int(span[2])] if span else value.strip()
    return value
