"""How a name may be spelt: without accents, in other letters, in capitals, with unseen characters.

Texts and names are compared in their *plain* spelling, in which all of that looks the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, product
from typing import Final, NamedTuple

_UNSEEN: Final = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters that may stand inside a word and are not seen."""
_MARKS: Final = "\u0300-\u034e\u0350-\u036f\u0483-\u0487\u064b-\u065f\u0670\u20d0-\u20f0"
"""Accents that are written as characters of their own."""
_WORD: Final = re.compile(rf"[^\W\d_](?:[{_MARKS}{_UNSEEN}]*[^\W\d_]|[{_MARKS}])*")
_LETTERS: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ß": "ss"}
)
_LONG: Final = str.maketrans({"å": "aa", "ø": "oe", "ö": "oe", "ä": "ae", "ü": "ue"})
"""Letters that are written as two where a keyboard or a file name lacks them."""
_LONGEST_WORD: Final = 60
_LEAST_DIGRAPH: Final = 5
"""The length from which *oe* in a name may stand for *ø*: Joe is not *jo*."""


def plain(text: str) -> str:
    """A text in small letters, without accents and without characters that are not seen."""
    if text.isascii():
        return text.lower()
    return _plain_word(text) if len(text) <= _LONGEST_WORD else _plain(text)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", folded)
    kept = (c for c in apart if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    return "".join(kept).translate(_LETTERS)


_plain_word: Final = lru_cache(1 << 14)(_plain)
"""Words come again and again."""


def spellings(name: str) -> frozenset[str]:
    """The plain spellings of a name or a part of one: *Åse*, *Aase* and *Ase* are the same."""
    written = unicodedata.normalize("NFC", name).casefold()
    found = {plain(written.replace("aa", "a")), *_in_either_way(written)}
    if len(written) >= _LEAST_DIGRAPH:
        found.add(plain(written.replace("oe", "o")))
    return frozenset(found)


def _in_either_way(written: str) -> Iterator[str]:
    """The plain spellings in which each of some letters is written as one or as two."""
    letters = [letter for letter in _LONG if chr(letter) in written]
    for long in product((False, True), repeat=len(letters)):
        yield plain(written.translate({c: _LONG[c] for c in compress(letters, long)}))


class Word(NamedTuple):
    """A word of a text: where it stands, how it is written, and its plain spelling."""

    start: int
    end: int
    written: str
    plain: str


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of a text or of a part of it: letters that follow each other, with accents."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(found.start(), found.end(), found[0], plain(found[0]))


def humps(word: Word) -> list[Word]:
    """The parts of a word that begin with a capital: *spørgAneHansen* has three."""
    if word.written.islower() or word.written.isupper():
        return [word]
    cuts = [at for at in range(1, len(word.written)) if _is_hump(word.written, at)]
    ends = [*cuts, len(word.written)]
    return [
        Word(word.start + a, word.start + b, part := word.written[a:b], plain(part))
        for a, b in zip([0, *cuts], ends, strict=True)
    ]


def _is_hump(written: str, at: int) -> bool:
    return written[at].isupper() and written[at - 1].islower()


def part_of(word: Word, start: int, end: int) -> Word:
    """The part of a word between two places of its plain spelling."""
    places = [0]
    for c in word.written:
        places.append(places[-1] + len(plain(c)))
    first = max(n for n, place in enumerate(places) if place <= start)
    last = next(n for n, place in enumerate(places) if place >= end)
    return Word(
        word.start + first, word.start + last, word.written[first:last], word.plain[start:end]
    )
