"""The order of texts in the alphabet of a language."""

from __future__ import annotations

import unicodedata
from typing import Final

from game.i18n import Lang

_AFTER_Z: Final = str.maketrans("æäøöå", "{{||}")
"""The last letters of the Danish alphabet, as the three signs that come after z."""
_AS_SPELT: Final = str.maketrans({"æ": "ae", "ø": "o"})


def in_alphabet(lang: Lang, text: str) -> tuple[str, str]:
    """What texts are sorted by; letters that differ in their accents only come side by side.

    >>> words = ["Øre", "Ælde", "Åben", "Zebra", "bil", "Café", "cafeer"]
    >>> sorted(words, key=lambda word: in_alphabet("da", word))
    ['bil', 'Café', 'cafeer', 'Zebra', 'Ælde', 'Øre', 'Åben']
    >>> sorted(words, key=lambda word: in_alphabet("en", word))
    ['Åben', 'Ælde', 'bil', 'Café', 'cafeer', 'Øre', 'Zebra']
    """
    folded = unicodedata.normalize("NFC", text.casefold())
    spelt = folded.translate(_AFTER_Z if lang == "da" else _AS_SPELT)
    letters = unicodedata.normalize("NFD", spelt)
    return "".join(c for c in letters if not unicodedata.combining(c)), folded
