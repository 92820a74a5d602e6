"""Large print: a dialog is enlarged as far as the window has room for it.

A screen that fills the window cannot be enlarged: there the text alone grows, where it has room.
"""

from __future__ import annotations

from copy import deepcopy

import pygame

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui

_MARGIN = 60
"""The part of the window that stays free in each direction."""
_WORTH = 1.04
"""Growth below this is not noticeable."""


def zoom_and_growth(screen: Screen, canvas: Canvas, area: Box) -> tuple[float, float]:
    """The zoom of a screen, and the growth of its text beyond that."""
    growth = canvas.type.grow
    if growth == 1 or not screen.overlay:
        return 1.0, growth
    box = _natural(screen, canvas, area)
    if box is None:
        return 1.0, growth
    room = min(area.w / (box.w + _MARGIN), area.h / (box.h + _MARGIN))
    zoom = max(1.0, min(growth, room))
    rest = growth / zoom
    return zoom, rest if rest > _WORTH else 1.0


def _natural(screen: Screen, canvas: Canvas, area: Box) -> Box | None:
    """The box of a dialog in standard print: builds it off-screen with a copy of its memory."""
    ui = Ui(screen.app, lambda _: None)
    ui.memory, ui.focus = deepcopy(screen.ui.memory), screen.ui.focus
    unseen = Canvas(pygame.Surface((1, 1)), canvas.type)
    ui.begin(unseen, area)
    screen.build(ui)
    return ui.covered
