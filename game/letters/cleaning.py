"""What is pasted keeps its spaces and its lines, whatever kind they are."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from game.letters.coverage import FONTS, PICTURES

_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES: Final = re.compile(r"[^\S\n]|[\u180e\u2800\u3164]")
"""Spaces of every kind, and what is drawn as one. Left out, the words beside would run together."""
_SIGNS: Final = re.compile(
    f"([{''.join(sorted(c for c in PICTURES - FONTS if c < chr(0x1F000)))}])[\ufe0e\ufe0f]?"
)
"""Signs that no font has, and that the set has a picture of."""


def with_lines(text: str) -> str:
    """A text whose lines end in newlines, whatever they ended in."""
    return _LINE_ENDS.sub("\n", text)


def cleaned(text: str) -> str:
    """A text in its composed form, whose lines end in newlines and whose spaces are plain ones.

    A sign like a telephone, which may be a letter or a picture, is a picture.

    >>> cleaned("10\\u00a0000 kr.\\u2028fewer")
    '10 000 kr.\\nfewer'
    """
    text = unicodedata.normalize("NFC", text)
    if text.isascii() and text.isprintable():
        return text
    text = _SPACES.sub(" ", with_lines(text))
    return _SIGNS.sub("\\1\ufe0f", text)


def one_line(text: str) -> str:
    """A cleaned text for a place of one line: where it had several, their words stay apart.

    >>> one_line("Ane\\r\\nBo\\r\\n")
    'Ane Bo'
    """
    return cleaned(text).strip("\n").replace("\n", " ")
