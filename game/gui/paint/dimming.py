"""Darkens parts of the still layer, so that the rest stands out."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

from game.gui.cache import cached_surface

LEFT = 107
"""The remaining brightness of darkened areas, of 255."""
_ROUND = 0.3
"""The radius of the corners of a darkened area, in shares of its height."""


class Dimming:
    """The darkened areas of a window; an area that stays dark costs nothing per frame."""

    def __init__(self) -> None:
        self._dark: list[Rect] = []

    def wipe(
        self,
        window: Surface,
        still: Surface,
        touched: Sequence[Rect],
        wanted: list[Rect],
        *,
        whole: bool = False,
    ) -> list[Rect]:
        """Restore the still layer where it was drawn over, or everywhere if ``whole``; darken just
        the ``wanted`` areas, which do not overlap. Returns the pixels that changed."""
        was = [] if whole else self._dark
        unchanged = [rect for rect in was if rect in wanted]
        wiped = [*touched, *(rect for rect in was if rect not in unchanged)]
        if whole:
            window.blit(still, (0, 0))
        for rect in wiped:
            window.blit(still, rect, rect)
            for i in rect.collidelistall(unchanged):
                _darken(window, unchanged[i], rect)
        added = [rect for rect in wanted if rect not in unchanged]
        for rect in added:
            _darken(window, rect, rect)
        self._dark = wanted
        return wiped + added


def _darken(window: Surface, rect: Rect, within: Rect) -> None:
    """Darken the part of an area that lies within another one."""
    part = rect.clip(within)
    if part:
        shade = part.move(-rect.x, -rect.y)
        window.blit(_shade(rect.size), part, shade, pygame.BLEND_RGB_MULT)


@cached_surface(2_000_000)
def _shade(size: tuple[int, int]) -> Surface:
    """What an area is multiplied with: rounded as cards are, so that no black corner stands out."""
    shade = Surface(size)
    shade.fill((255, 255, 255))
    radius = round(size[1] * _ROUND)
    pygame.draw.rect(shade, (LEFT, LEFT, LEFT), shade.get_rect(), border_radius=radius)
    return shade
