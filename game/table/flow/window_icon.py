"""The window icon: a small picture of the table."""

from __future__ import annotations

import pygame
from pygame import Surface

from game.gui import theme
from game.gui.paint import shapes
from game.table import marks

_SIDE = 128


def window_icon(side: int = _SIDE) -> Surface:
    """The icon: a felt with four tracks on it, each a partly filled bar."""
    picture = Surface((side, side), pygame.SRCALPHA)
    shapes.shape(picture, picture.get_rect(), theme.WOOD, side // 5)
    felt = picture.get_rect().inflate(-side // 8, -side // 8)
    shapes.shape(picture, felt, theme.FELT_DARK, side // 7)
    inner = felt.inflate(-side // 6, -side // 6)
    high = inner.h // 4
    for i, (look, share) in enumerate(
        zip(marks.TRACK.values(), (1.0, 0.7, 0.45, 0.85), strict=True)
    ):
        bar = pygame.Rect(inner.x, inner.y + i * high, round(inner.w * share), high - side // 24)
        shapes.shape(picture, bar, look.colour, bar.h // 2)
    return picture
