"""A pattern of squares, as the picture codes that phones read."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Surface

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas

QUIET = 4
"""Squares of white that a reader needs round the pattern."""


def draw_matrix(c: Canvas, box: Box, rows: Sequence[Sequence[int]]) -> None:
    """Draw a pattern as large as whole pixels allow, black on white, in the middle of a box.

    Its colours are never changed: a reader needs the contrast.
    """
    side = len(rows) + 2 * QUIET
    pixels = max(1, int(min(box.w, box.h) * c.u) // side)
    small = Surface((side, side))
    small.fill("white")
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                small.set_at((x + QUIET, y + QUIET), "black")
    drawn = pygame.transform.scale(small, (side * pixels, side * pixels))
    wide = drawn.get_width() / c.u
    c.image(drawn, (box.centre[0] - wide / 2, box.centre[1] - wide / 2))
