"""Characters that a word processor puts in place of those on the keyboard."""

from __future__ import annotations

import re
from typing import Final

ODD_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like a space: not broken, narrow or wide; for a character class."""
UNSEEN: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""What takes no room on the line at all; for a character class."""
DASHES: Final = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
"""Dashes and minus signs that are not the one on the keyboard; for a character class."""

_SPACE: Final = re.compile(f"[{ODD_SPACES}]")
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")
_DASH: Final = re.compile(f"[{DASHES}]")


def clean_blanks(text: str) -> str:
    """A text with the spaces of the keyboard, and without what cannot be seen."""
    return _UNSEEN.sub("", _SPACE.sub(" ", text))


def plain(text: str) -> str:
    """A text with the spaces and dashes of the keyboard, and without what cannot be seen.

    >>> plain("\\u22122\\u00a0000\\u200b")
    '-2 000'
    """
    return _DASH.sub("-", clean_blanks(text))


QUOTES: Final = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02\u301d\u301e\u2036"
"""Double quotation marks of word processors: curly, low, angle, full width; for a class."""
SINGLE_QUOTES: Final = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032`\u00b4"
"""Single quotation marks of word processors; for a character class."""
SPACES: Final = rf" \t{ODD_SPACES}{UNSEEN}"
"""All that may stand between two words of a line; for a character class."""


_ENDS: Final = re.compile(rf"^[{SPACES}\r]+|[{SPACES}\r]+$")


def stripped(text: str) -> str:
    """A text without blanks of any kind at its ends."""
    return _ENDS.sub("", text)
