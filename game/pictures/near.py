"""Pictures that a word may have meant which none is called: a part of it, or one much like it."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from itertools import chain
from typing import Final

from game.i18n import Lang
from game.pictures.everyday import places
from game.pictures.library import words
from game.pictures.search import search

ENDINGS: Final = ("erne", "ene", "en", "et", "er", "ne", "es", "e", "n", "t", "s")
"""What may be taken off the end of a word to find its stem: solen, sol; buses, bus."""
_STEM, _PART, _LONGEST = 3, 4, 40
_ALIKE: Final = 0.7


def near(text: str, lang: Lang, most: int) -> list[str]:
    """The keys of pictures that the words of a text come near to, the likeliest first."""
    found = (key for word in text[:_LONGEST].casefold().split() for key in _near(word, lang, most))
    return list(dict.fromkeys(found))[:most]


def _near(word: str, lang: Lang, most: int) -> list[str]:
    guesses = chain(_stems(word), _parts(word, lang), _alike(word, lang))
    return [key for guess in guesses for key in search(guess, lang, most)][:most]


def _stems(word: str) -> list[str]:
    """The word, then without its endings."""
    stems = (word.removesuffix(end) for end in ENDINGS if word.endswith(end))
    return [word, *(stem for stem in stems if len(stem) >= _STEM)]


def _parts(word: str, lang: Lang) -> list[str]:
    """Known words that it begins or ends with, the longest first: *videomøde*, *video*."""
    parts = [w for w in _known(lang) if len(w) >= _PART and w != word]
    fitting = [w for w in parts if word.startswith(w) or word.endswith(w)]
    return sorted(fitting, key=len, reverse=True)


def _alike(word: str, lang: Lang) -> list[str]:
    """Known words that are written much like it."""
    return get_close_matches(word, _known(lang), 2, _ALIKE)


@cache
def _known(lang: Lang) -> tuple[str, ...]:
    """All words that name a picture in a language, or that it stands for in everyday work."""
    said = {word for each in words(lang).values() for name in each for word in name.split()}
    return tuple(sorted({*(word.casefold().strip(",.:()") for word in said), *places(lang)}))
