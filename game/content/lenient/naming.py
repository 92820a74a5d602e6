"""What a key or a heading is meant to be: by the word itself, or by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from game.content.lenient.characters import SPACES, plain
from game.content.lenient.shape import Shape, case_shape
from game.content.lenient.vocabulary import is_name, key_for, near_key
from game.frozen import frozen

_KEY_OF_LINE: Final = re.compile(
    rf"[{SPACES}]*(?:[-*•][{SPACES}]+)?[\"']?([^\W\d][\w.-]*)[\"']?[{SPACES}]*[=:]"
)
_HEADING: Final = re.compile(r"\s*\[|\s*[\w ]+:\s*$")
_MOST_LINES: Final = 60
_ALIKE: Final = 0.75
"""How much alike a heading and the name of a table are, so that one may be a slip of the other."""
_MOST_WORDS: Final = 1000
"""How many words are remembered of each table; a stranger's file may hold any number."""


@frozen
class Meant:
    """A key of the schema that a word means, and whether that is sure."""

    key: str
    sure: bool


def key_meant(word: str, shape: Shape | None) -> str | None:
    """The key of a table that a word means: itself, or its Danish or other name."""
    if shape is None:
        return None
    if word in shape.keys:
        return word
    if word not in shape.meanings:
        if len(shape.meanings) > _MOST_WORDS:
            shape.meanings.clear()
        shape.meanings[word] = key_for(plain(word), shape.keys)
    return shape.meanings[word]


def heading_meant(word: str, shape: Shape) -> Meant | None:
    """The table or list of a case that the word of a heading means, a slip of the pen allowed."""
    tables = [key for key, inner in shape.keys.items() if inner.kind == "table" or inner.is_deck]
    if key := key_for(plain(word), tables):
        return Meant(key, sure=True)
    near = near_key(word, tables, _ALIKE)
    return Meant(near, sure=False) if near else None


def keys_below(text: str, at: int) -> list[str]:
    """The keys of the lines from a place to the next heading, or to a second ``id``."""
    return list(_keys(text, at))


def _keys(text: str, at: int) -> Iterator[str]:
    seen: set[str] = set()
    for _ in range(_MOST_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        if _HEADING.match(line):
            return
        if found := _KEY_OF_LINE.match(line):
            key = found[1].partition(".")[0]
            if key in seen and key in ("id", "name", "navn"):
                return
            seen.add(key)
            yield key
        if end < 0:
            return
        at = end + 1


def fits(keys: Iterable[str], shape: Shape | None, *, whole: bool = False) -> bool:
    """Whether all keys may stand in a table; ``whole``: and none that it needs is missing."""
    if shape is None:
        return False
    found: set[str] = set()
    for key in keys:
        meant = key_meant(key, shape)
        if meant is None:
            return False
        found.add(meant)
    return bool(found) and (not whole or shape.needed <= found)


def is_known(word: str) -> bool:
    """Whether a word is a name of a key in any table of a case, or of any card."""
    return is_name(plain(word), _keys_of_tables())


@cache
def _keys_of_tables() -> tuple[str, ...]:
    shapes = case_shape().keys.values()
    tables = [shape.item if shape.is_deck else shape for shape in shapes]
    return tuple(dict.fromkeys(key for table in tables if table for key in table.keys))


def decks_that_fit(keys: list[str], root: Shape) -> list[str]:
    """The lists of cards of which these can be the keys of one card, none missing."""
    return [
        name
        for name, shape in root.keys.items()
        if shape.is_deck and fits(keys, shape.item, whole=True)
    ]


def tables_that_fit(keys: list[str], root: Shape) -> list[str]:
    """The tables of a case in which all these keys may stand."""
    return [
        name for name, shape in root.keys.items() if shape.kind == "table" and fits(keys, shape)
    ]
