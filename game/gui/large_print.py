"""Large print: a dialog is enlarged as far as the window has room for it.

A screen that fills the window cannot be enlarged: there the text alone grows, where it has room.
"""

from __future__ import annotations

from copy import deepcopy
from functools import partial

import pygame

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Decoration, Screen
from game.gui.ui import Ui

_MARGIN = 60
"""The part of the window that stays free in each direction."""
_WORTH = 1.04
"""Growth below this is not noticeable."""


def lay_out(screen: Screen, canvas: Canvas, area: Box, extra: Decoration | None) -> None:
    """Build a screen, as large as it can be, with a strip for what is said over it if needed."""
    ui = screen.ui
    ui.kept = 0.0
    if extra is not None:
        ui.kept = extra.room_for(screen, partial(rehearsed, screen, _nowhere(canvas), area))
    ui.begin(canvas, area, *zoom_and_growth(screen, canvas, area))
    screen.build(ui)


def zoom_and_growth(screen: Screen, canvas: Canvas, area: Box) -> tuple[float, float]:
    """The zoom of a screen, and the growth of its text beyond that."""
    growth = canvas.type.grow
    if growth == 1 or not screen.overlay:
        return 1.0, growth
    ui = _unseen(screen, _nowhere(canvas), area, 1.0, 1.0)
    box, kept = ui.covered, area.h - ui.free.h
    if box is None:
        return 1.0, growth
    room = min(area.w / (box.w + _MARGIN), area.h / (box.h + kept + _MARGIN))
    zoom = max(1.0, min(growth, room))
    rest = growth / zoom
    return zoom, rest if rest > _WORTH else 1.0


def rehearsed(screen: Screen, canvas: Canvas, area: Box) -> Ui:
    """The widgets and places of a screen as it will be, drawn on a canvas that nobody sees."""
    return _unseen(screen, canvas, area, *zoom_and_growth(screen, canvas, area))


def _nowhere(canvas: Canvas) -> Canvas:
    """A canvas that sets text alike, and has no room to paint."""
    return Canvas(pygame.Surface((1, 1)), canvas.type)


def _unseen(screen: Screen, canvas: Canvas, area: Box, zoom: float, grow: float) -> Ui:
    """Build a screen unseen, with a copy of its memory."""
    ui = Ui(screen.app, lambda _: None)
    ui.memory, ui.focus, ui.kept = deepcopy(screen.ui.memory), screen.ui.focus, screen.ui.kept
    ui.begin(canvas, area, zoom, grow)
    screen.build(ui)
    return ui
