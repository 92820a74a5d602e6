"""Which letters the fonts and the pictures have: ``python -m tests.letters.coverage`` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

import game
from game.pictures.library import words
from game.resources import ASSETS

FILE = Path(game.__file__).parent / "letters" / "coverage.py"
_WIDE = 88
_NO_PICTURE = (0x200D, 0x20E3)
"""What joins several, and the key round a digit, which stays a digit."""


def of_fonts() -> set[int]:
    """The letters that every one of our fonts has."""
    fonts = sorted((ASSETS / "fonts").glob("*.ttf"))
    return set.intersection(*(set(TTFont(font).getBestCmap()) for font in fonts))


def of_pictures() -> set[int]:
    """The letters that stand in the name of a picture, but digits and what joins several."""
    points = {int(point, 16) for key in words("en") for point in key.split("-")}
    return {point for point in points if point > 0x7F and point not in _NO_PICTURE}


def ranges(points: Iterable[int]) -> str:
    """Code points in hexadecimal, those that follow each other as a range."""
    found: list[list[int]] = []
    for point in sorted(points):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return " ".join(f"{a:x}" if a == b else f"{a:x}-{b:x}" for a, b in found)


def text() -> str:
    """The module as it has to be."""
    return _HEAD.format(fonts=_lines(ranges(of_fonts())), pictures=_lines(ranges(of_pictures())))


def _lines(words_: str) -> str:
    lines = re.findall(rf".{{1,{_WIDE}}}(?:\s|$)", words_)
    return "\n".join(f'    "{line}"' for line in lines)


_HEAD = '''"""The letters that every font of ours has, and those of the pictures.

Written by ``python -m tests.letters.coverage``; a test holds it against the fonts and the set.
"""

from __future__ import annotations

from typing import Final


def _letters(ranges: str) -> frozenset[str]:
    """The letters of ranges like ``20-7e a9``, in hexadecimal."""
    ends = (part.partition("-") for part in ranges.split())
    return frozenset(
        chr(point) for a, _, b in ends for point in range(int(a, 16), int(b or a, 16) + 1)
    )


FONTS: Final = _letters(
{fonts}
)
PICTURES: Final = _letters(
{pictures}
)
'''

if __name__ == "__main__":
    FILE.write_text(text(), "utf-8", newline="\n")
