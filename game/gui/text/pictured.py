"""Lines of text with emoji among their letters: each is drawn as the picture that it stands for.

No font has them all, and a box in place of a picture says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pygame

from game.gui.emoji import emoji_surface
from game.gui.theme import Colour
from game.letters import cleaned, seen
from game.pictures import Run, runs

_LETTERS = re.compile("[ -~\xa0-\xac\xae-\u017f\u2013\u2018-\u201e\u2026\u2192\u2212]*")
"""What nearly all lines are made of: letters, none of which is a picture."""


def width(font: pygame.font.Font, line: str) -> int:
    """The width of a line in pixels."""
    if _LETTERS.fullmatch(line):
        return font.size(line)[0]
    side = _side(font)
    return sum(side if run.picture else font.size(run.text)[0] for run in _runs(line))


def render(font: pygame.font.Font, line: str, colour: Colour) -> pygame.Surface:
    """A line as it is drawn, on nothing."""
    if line and _LETTERS.fullmatch(line):
        return font.render(line, True, colour)
    parts = _runs(line)
    if len(parts) == 1 and not parts[0].picture and font.size(parts[0].text)[0]:
        return font.render(parts[0].text, True, colour)
    side, high = _side(font), font.get_height()
    whole = pygame.Surface((width(font, line), high), pygame.SRCALPHA)
    x = 0
    for run in parts:
        if run.picture:
            part = emoji_surface(run.picture, side)
            whole.blit(part, (x, (high - side) // 2))
        else:
            part = font.render(run.text, True, colour)
            whole.blit(part, (x, 0))
        x += side if run.picture else part.get_width()
    return whole


@lru_cache(maxsize=500)
def _runs(line: str) -> tuple[Run, ...]:
    """The pictures of a line, and between them letters that the fonts have."""
    whole = cleaned(line).replace("\n", " ")
    drawn = (run if run.picture else Run(seen(run.text)) for run in runs(whole))
    return tuple(run for run in drawn if run.text)


def _side(font: pygame.font.Font) -> int:
    """As high as a capital letter with what hangs below the line."""
    return max(1, round(font.get_ascent() * 1.05))
