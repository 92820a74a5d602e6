"""Whether the fonts can be used: their files are there, whole, and have the letters needed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pygame

from game.gui.text.typesetter import FONT_FILES
from game.resources import ASSETS

_NO_LETTER: Final = "\U0010fffd"
"""A letter that is none: a font draws what it lacks as it draws this."""


def unusable_fonts(letters: str, folder: Path = ASSETS / "fonts") -> list[str]:
    """The files of fonts in a folder that cannot be read, or that lack one of some letters."""
    pygame.font.init()
    return [file for file in FONT_FILES.values() if not _has(folder / file, letters)]


def _has(file: Path, letters: str) -> bool:
    try:
        font = pygame.font.Font(file, 20)
        drawn = [_drawn(font, letter) for letter in (_NO_LETTER, *letters)]
    except (pygame.error, OSError):
        return False
    return drawn[0] not in drawn[1:]


def _drawn(font: pygame.font.Font, letter: str) -> bytes:
    return pygame.image.tobytes(font.render(letter, True, (0, 0, 0)), "RGBA")
