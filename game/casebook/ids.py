"""Ids of cards as people write them in a spreadsheet, or leave them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import Any

from game.casebook.headings import plain
from game.casebook.values import parts
from game.content.reader import id_from


def referred(text: str, known: Mapping[str, str]) -> Iterator[str]:
    """The ids that a cell names: one card, whatever its name is made of, or several."""
    for part in parts(text, lambda told: plain(told) in known):
        yield known.get(plain(part), part)


def names_of(card: Mapping[str, Any]) -> Iterator[str]:
    """The names of a card in its languages."""
    name = card.get("name")
    yield from [name] if isinstance(name, str) else (name or {}).values()


def new_id(card: Mapping[str, Any], taken: Collection[str], n: int) -> str:
    """An id from the name of a card; ``n`` is its place."""
    stem = id_from(next(names_of(card), "") or f"card-{n + 1}")
    return next(i for i in _numbered(stem) if i not in taken)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    for n in count(2):
        yield f"{stem[:36]}-{n}"


def valid_id(written: str, deck: str) -> str:
    """An id as it may stand in a file: ``R 1`` is ``r-1``, and ``7`` one of the deck."""
    if written.isascii() and written.isdigit():
        return f"{deck[:-1]}-{written}"[:40]
    return written if _is_id(written) else id_from(f"{written}.")


def _is_id(text: str) -> bool:
    return id_from(f"{text}.") == text.casefold() == text
