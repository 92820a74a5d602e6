"""The fonts of a page, and how wide text is in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import pygame

from game.resources import ASSETS

FontWeight = Literal["regular", "semibold"]

_FILES: dict[FontWeight, str] = {
    "regular": "IBMPlexSans-Regular.ttf",
    "semibold": "IBMPlexSans-SemiBold.ttf",
}
_MEASURED = 1000
"""Widths are measured at this size and are in proportion at any other."""
_UNKNOWN = 0.6
"""About the width of a letter that our fonts lack, in text sizes."""


def font_file(weight: FontWeight) -> Path:
    """The font that draws text of a weight."""
    return ASSETS / "fonts" / _FILES[weight]


@cache
def _font(weight: FontWeight) -> pygame.font.Font:
    pygame.font.init()
    return pygame.font.Font(font_file(weight), _MEASURED)


def width(text: str, weight: FontWeight = "regular") -> float:
    """The width of a line of text, in text sizes; kerning may reduce it a little."""
    return sum(_advance(letter, weight) for letter in text)


@cache
def _advance(letter: str, weight: FontWeight) -> float:
    """How far a letter moves the next one."""
    found = _font(weight).metrics(letter)
    return found[0][4] / _MEASURED if found and found[0] is not None else _UNKNOWN
