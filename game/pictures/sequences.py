"""Emoji as letters: which of them are one picture, and where they stand in a text.

A picture's key is its code points in hexadecimal, joined by hyphens, without skin tones and without
variation selectors: ``1f6b2`` for a bicycle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final
from unicodedata import east_asian_width

from game.frozen import frozen
from game.pictures.library import LONGEST, known

TONES: Final = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""The letters that give a person's skin a tone."""

_PERHAPS: Final = re.compile("[^\0-\u2000]")
"""The letters that an emoji can begin with; most texts have none."""
_SILENT: Final = TONES | {"\ufe0e", "\ufe0f"}
_JOINING: Final = dict.fromkeys(map(ord, _SILENT | {"\u200d"}))
"""What is no letter beside a picture: it joins, chooses and tones pictures, and has no width."""


@frozen
class Run:
    """A stretch of a text: letters, or one emoji with the key of its picture."""

    text: str
    picture: str | None = None


def key_of(emoji: str) -> str:
    """The key of the picture that an emoji stands for, whether or not the set has it."""
    return "-".join(f"{ord(letter):04x}" for letter in emoji if letter not in _SILENT)


def emoji(key: str) -> str:
    """The emoji that a key stands for, without a skin tone."""
    return "".join(chr(int(point, 16)) for point in key.split("-"))


def runs(text: str) -> Iterator[Run]:
    """A text as letters and emoji in turn; the longest emoji that the set knows is taken."""
    letters = 0
    found = _PERHAPS.search(text)
    while found:
        place = found.start()
        end = _end_of_emoji(text, place)
        if end > place:
            if letters < place:
                yield Run(text[letters:place])
            yield Run(text[place:end], key_of(text[place:end]))
            letters = end
        found = _PERHAPS.search(text, max(end, place + 1))
    if letters < len(text):
        yield Run(text[letters:])


def letters_of(text: str) -> str:
    """A text without its emoji, for where only letters can be drawn; its spaces stay single.

    >>> letters_of("\N{WOMAN}\u200d\N{GIRL} Family"), letters_of("\N{WOMAN}\u200d\N{GIRL}")
    ('Family', '')
    """
    letters = "".join(run.text for run in runs(text) if not run.picture)
    return " ".join(letters.translate(_JOINING).split())


def _end_of_emoji(text: str, place: int) -> int:
    """Where the emoji ends that begins here; ``place`` itself where none begins."""
    if not _may_begin(text[place], text[place + 1 : place + 2]):
        return place
    for end in range(min(len(text), place + 2 * LONGEST), place, -1):
        if known(key_of(text[place:end])):
            return end
    return place


@cache
def _may_begin(letter: str, following: str) -> bool:
    """Whether an emoji may begin with a letter.

    Signs that are plain text too, such as an arrow or a telephone, are a picture only where the
    selector for pictures follows; those that Unicode gives the width of a picture always are.
    """
    if letter in _SILENT:
        return False
    return letter >= "\U0001f000" or _is_picture(letter, following)


def _is_picture(letter: str, following: str) -> bool:
    return letter > "\u2000" and (following == "\ufe0f" or east_asian_width(letter) == "W")
