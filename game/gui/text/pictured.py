"""Lines of text with emoji among their letters: each is drawn as the picture that it stands for.

No font has them all, and a box in place of a picture says nothing.
"""

from __future__ import annotations

from functools import lru_cache

import pygame

from game.gui.emoji import emoji_surface
from game.gui.theme import Colour
from game.pictures import Run, runs

_FIRST = "\u203c"
"""No letter below this one is a picture."""


def width(font: pygame.font.Font, line: str) -> int:
    """The width of a line in pixels."""
    if not _may_hold_pictures(line):
        return font.size(line)[0]
    side = _side(font)
    return sum(side if run.picture else font.size(run.text)[0] for run in _runs(line))


def render(font: pygame.font.Font, line: str, colour: Colour) -> pygame.Surface:
    """A line as it is drawn, on nothing."""
    if not _may_hold_pictures(line) or not any(run.picture for run in _runs(line)):
        return font.render(line, True, colour)
    side, high = _side(font), font.size(line)[1]
    whole = pygame.Surface((width(font, line), high), pygame.SRCALPHA)
    x = 0
    for run in _runs(line):
        if run.picture:
            part = emoji_surface(run.picture, side)
            whole.blit(part, (x, (high - side) // 2))
        else:
            part = font.render(run.text, True, colour)
            whole.blit(part, (x, 0))
        x += side if run.picture else part.get_width()
    return whole


def _may_hold_pictures(line: str) -> bool:
    return not line.isascii() and max(line) >= _FIRST


@lru_cache(maxsize=500)
def _runs(line: str) -> tuple[Run, ...]:
    return tuple(runs(line))


def _side(font: pygame.font.Font) -> int:
    """As high as a capital letter with what hangs below the line."""
    return max(1, round(font.get_ascent() * 1.05))
