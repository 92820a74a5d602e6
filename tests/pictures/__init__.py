"""Every screen as a picture, from real games: ``python -m tests.pictures --to DIR``.

Look at them before you say that a screen is finished: as the last row would, in both languages, at
1280x720, 1920x1080 and 3840x2160.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pygame

from game.gui.preferences import TextSize
from game.gui.text.typesetter import Drawn
from game.i18n import Lang
from tests.pictures import (
    before,
    check,
    debrief,
    desktop,
    dice,
    downsides,
    editor,
    end,
    facilitator,
    follow_up,
    guide,
    ideas,
    modules,
    moments,
    own_project,
    phones,
    replay,
    table,
    units,
    walk,
)
from tests.pictures.studio import LOOKS, Studio

__all__ = [
    "before",
    "check",
    "debrief",
    "desktop",
    "dice",
    "downsides",
    "editor",
    "end",
    "facilitator",
    "follow_up",
    "guide",
    "ideas",
    "modules",
    "moments",
    "own_project",
    "phones",
    "pictures",
    "replay",
    "table",
    "units",
    "walk",
]


def pictures(
    folder: Path,
    size: tuple[int, int],
    lang: Lang,
    *,
    text_size: TextSize = 100,
    only: str = "",
) -> Iterator[tuple[str, pygame.Surface, list[Drawn]]]:
    """Every picture: its name, what is seen, and every text in it.

    ``folder`` is for the sessions they come from; ``text_size`` is in percent; ``only`` those whose
    name matches this pattern (the steps of a check are taken all or not at all).
    """
    studio = Studio(folder, size, lang)
    studio.app.prefer(text_size=text_size)
    for name, make in sorted(LOOKS.items()):
        if not re.search(only, name):
            continue
        make(studio)
        yield name, studio.app.draw(), studio.read()
        studio.app.animator.skip()  # what slides in one look is not seen in the next
        if studio.app.preferences.colours != "standard":  # one look's colours are not the next's
            studio.app.prefer(colours="standard")
    if not re.search(only, "check"):
        return
    for number, (kind, screen) in enumerate(check.steps(studio)):
        studio.app.push(screen)
        yield f"{60 + number}-check-{kind}", studio.app.draw(), studio.read()
        studio.app.pop(screen)
