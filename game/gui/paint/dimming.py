"""Darkens parts of the still layer, so that the rest stands out."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect, Surface

LEFT = 107
"""The remaining brightness of darkened areas, of 255."""


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
                _darken(window, rect.clip(unchanged[i]))
        added = [rect for rect in wanted if rect not in unchanged]
        for rect in added:
            _darken(window, rect)
        self._dark = wanted
        return wiped + added


def _darken(window: Surface, rect: Rect) -> None:
    window.fill((LEFT, LEFT, LEFT), rect, pygame.BLEND_RGB_MULT)
