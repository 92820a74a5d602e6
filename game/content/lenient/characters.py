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


def plain(text: str) -> str:
    """A text with the spaces and dashes of the keyboard, and without what cannot be seen.

    >>> plain("\\u22122\\u00a0000\\u200b")
    '-2 000'
    """
    return _DASH.sub("-", _UNSEEN.sub("", _SPACE.sub(" ", text)))
