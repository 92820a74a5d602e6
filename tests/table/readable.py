"""What has to hold of every text on every screen, read off what was drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import pygame

from game.table.text import LIVE, Drawn
from game.table.theme import LEAST, contrast

CONTRAST = 4.5


def complaints(log: Sequence[Drawn], window: pygame.Rect) -> list[str]:
    """Every text that is cut, too small, too faint, outside the window, or over another one."""
    return [*_alone(log, window), *_together(log)]


def _alone(log: Sequence[Drawn], window: pygame.Rect) -> Iterator[str]:
    for drawn in log:
        if drawn.cut:
            yield f"cut: {drawn.text!r}"
        if drawn.size < LEAST:
            yield f"size {drawn.size:.0f}: {drawn.text!r}"
        if contrast(drawn.colour, drawn.ground) < CONTRAST:
            yield f"faint: {drawn.text!r}"
        if not window.contains(drawn.rect):
            yield f"outside: {drawn.text!r}"


def _together(log: Sequence[Drawn]) -> Iterator[str]:
    """What lies over something of its own screen; what is pointed at may lie over the table."""
    still = [drawn for drawn in log if drawn.layer != LIVE]
    for one, other in combinations(still, 2):
        again = one.text == other.text and one.rect == other.rect
        if one.layer == other.layer and not again and one.ink.colliderect(other.ink):
            yield f"{one.text!r} lies over {other.text!r}"
