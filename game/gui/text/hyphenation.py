"""Where a word may be broken over two lines."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from game.i18n import Lang

_LEAST_PART = 3
"""The letters that stand together at least when a word is broken."""
_HYPHENS = {"da": "da_DK", "en": "en_GB"}


@lru_cache(maxsize=2000)
def splits(word: str, lang: Lang) -> tuple[tuple[str, str], ...]:
    """All hyphenations of a word, the longest first part first; at least 3 letters in each part.

    A bracket or a comma that clings to the word is no letter.
    """
    import pyphen  # loaded only when a word has to be broken

    hyphenator = pyphen.Pyphen(lang=_HYPHENS[lang], left=_LEAST_PART, right=_LEAST_PART)
    found = [
        (f"{head.removesuffix('-')}-", tail)
        for head, tail in hyphenator.iterate(word)
        if min(_letters(head[::-1]), _letters(tail)) >= _LEAST_PART and _clings(head)
    ]
    for at, letter in enumerate(word):
        if letter in "-/–" and 0 < at < len(word) - 1 and _clings(word[:at]):
            found.append((word[: at + 1], word[at + 1 :]))
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _letters(part: str) -> int:
    """How many letters a part begins with: those of a word beside it are none of the word's."""
    return sum(1 for _ in takewhile(str.isalpha, part))


def _clings(part: str) -> bool:
    """Whether a hyphen behind a part stands at a word or a number, and not at a sign or alone."""
    return any(map(str.isalnum, part.rpartition(" ")[2]))
