"""Where words may be broken: Liang's algorithm, with the patterns of each language from pyphen.

pyphen itself takes every pattern apart when it opens a language, which takes longer than all else
that a page or a card needs; here a pattern is taken apart when a word has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from game.i18n import Lang

_DICTIONARIES: Final[dict[Lang, str]] = {"da": "da_DK", "en": "en_GB"}
_VALUES: Final = "0123456789"


class _Patterns(NamedTuple):
    """The patterns of a language by their letters, ``hy3ph`` by ``hyph``, and the most letters."""

    by_letters: Mapping[str, str]
    longest: int


@lru_cache(maxsize=2000)
def hyphens(word: str, lang: Lang, least: int = 2) -> tuple[int, ...]:
    """How many letters stand before each place where a word may be broken, in their order.

    ``least`` letters at least stay on either side.
    """
    pointed, (patterns, longest) = f".{word.lower()}.", _patterns(lang)
    values = [0] * (len(pointed) + 1)
    for start in range(len(pointed)):
        for end in range(start + 1, min(start + longest, len(pointed)) + 1):
            if pattern := patterns.get(pointed[start:end]):
                _weigh(values, start, pattern)
    last = len(word) - least
    return tuple(at - 1 for at, value in enumerate(values) if value % 2 and least < at <= last + 1)


def _weigh(values: list[int], at: int, pattern: str) -> None:
    """Raise the values between letters to those of a pattern that lies at a letter."""
    for sign in pattern:
        if sign in _VALUES:
            values[at] = max(values[at], int(sign))
        else:
            at += 1


@cache
def _patterns(lang: Lang) -> _Patterns:
    from pyphen import LANGUAGES  # loaded only when a word has to be broken

    encoding, _, text = LANGUAGES[_DICTIONARIES[lang]].read_bytes().partition(b"\n")
    kind = encoding.decode().strip()
    letters, patterns = (
        lines.decode(kind).splitlines() for lines in (text.translate(None, _VALUES.encode()), text)
    )
    return _Patterns(dict(zip(letters, patterns, strict=True)), max(map(len, letters)))
