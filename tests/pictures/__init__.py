"""Every screen as a picture, from real games: ``python -m tests.pictures --to DIR``.

Look at them before you say that a screen is finished: as the last row would, in both languages, at
1280x720, 1920x1080 and 3840x2160.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame

from game.i18n import Lang
from game.table.text import Drawn
from tests.pictures import before, check, end, facilitator, ideas, moments, table
from tests.pictures.studio import LOOKS, Studio

__all__ = ["before", "check", "end", "facilitator", "ideas", "moments", "pictures", "table"]


def pictures(
    folder: Path, size: tuple[int, int], lang: Lang
) -> Iterator[tuple[str, pygame.Surface, list[Drawn]]]:
    """Every picture: its name, what is seen, and every text in it.

    ``folder`` is for the sessions they come from.
    """
    studio = Studio(folder, size, lang)
    for name, make in sorted(LOOKS.items()):
        make(studio)
        yield name, studio.app.draw(), studio.log
    for number, (kind, screen) in enumerate(check.steps(studio)):
        studio.app.push(screen)
        yield f"{60 + number}-check-{kind}", studio.app.draw(), studio.log
        studio.app.pop(screen)
