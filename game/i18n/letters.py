"""Letters that cannot be shown, in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from game.i18n import Words, mark
from game.i18n.message import Message

_KINDS: Final = (
    ("CJK", mark("a Chinese letter")),
    ("HIRAGANA", mark("a Japanese letter")),
    ("KATAKANA", mark("a Japanese letter")),
    ("HANGUL", mark("a Korean letter")),
    ("ARABIC", mark("an Arabic letter")),
    ("HEBREW", mark("a Hebrew letter")),
    ("CYRILLIC", mark("a Cyrillic letter")),
    ("GREEK", mark("a Greek letter")),
    ("LATIN", mark("a rare Latin letter")),
    ("REGIONAL INDICATOR", mark("a flag")),
)
"""What letters are called by how their names begin in Unicode."""
_FIRST_EMOJI: Final = "\U0001f000"
_INVISIBLE: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
_MOST: Final = 5
"""The most letters that are named."""


def _named(t: Words, letter: str) -> str:
    """What a letter is, and its number in Unicode."""
    name = unicodedata.name(letter, "")
    kind = next((text for start, text in _KINDS if name.startswith(start)), None)
    if kind is None and unicodedata.category(letter) in _INVISIBLE:
        kind = mark("an invisible sign")
    elif kind is None:
        kind = mark("an emoji") if letter >= _FIRST_EMOJI else mark("a sign")
    return t("{what} (U+{number})", what=t(kind), number=f"{ord(letter):04X}")


def left_out(t: Words, letters: Sequence[str]) -> str:
    """That letters cannot be shown, and were left out of what was written.

    >>> from game.i18n import words
    >>> left_out(words("en"), ["中"])
    'Left out, since no font here has it: a Chinese letter (U+4E2D)'
    """
    first, more = _named(t, letters[0]), len(letters) - 1
    if not more:
        return t("Left out, since no font here has it: {letter}", letter=first)
    return t.plural(
        "Left out, since no font here has them: {letter} and {n} more",
        "Left out, since no font here has them: {letter} and {n} more",
        more,
        letter=first,
    )


def told(t: Words, letters: Sequence[str]) -> str:
    """The letters of a text that cannot be shown, in words; of many the first ones.

    >>> from game.i18n import words
    >>> told(words("en"), "中")
    'a Chinese letter (U+4E2D)'
    """
    named, more = [_named(t, letter) for letter in letters[:_MOST]], len(letters) - _MOST
    if more > 0:
        named.append(t("{n} more", n=more))
    return t.listed(named) or t("a sign")


class Letters(Message):
    """The letters of a text that cannot be shown, as a parameter of a message."""

    __slots__ = ()

    def translate(self, t: Words) -> str:
        """The letters in words; ``text`` is what they are."""
        return told(t, self.text)
