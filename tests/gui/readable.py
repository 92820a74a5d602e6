"""What has to hold of every text and everything that can be pressed, on every screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import pygame

from game.gui.geometry import BASE
from game.gui.text.typesetter import LIVE, Drawn
from game.gui.theme import contrast
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.gui.widgets.drag import DropTarget

CONTRAST = 4.5
LEAST = BASE[1] / 60
"""The least size of text that the last row can read."""


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


def tangles(ui: Ui) -> list[str]:
    """Everything that can be pressed but lies outside the window or half over something else.

    A button may lie on a card that is pressed elsewhere; a place where a card may be put holds
    what already lies there. Pixels on the edge are nobody's.
    """
    window = ui.area.px(ui.canvas.u)
    places = [(w.key, seen) for w in ui.widgets if (seen := _pressed_at(ui, w))]
    found = [f"outside: {key}" for key, rect in places if not window.contains(rect)]
    for (key, one), (other_key, other) in combinations(places, 2):
        nested = one.contains(other) or other.contains(one)
        if not nested and one.inflate(-4, -4).colliderect(other.inflate(-4, -4)):
            found.append(f"{key} lies over {other_key}")
    return found


def _pressed_at(ui: Ui, widget: Widget) -> pygame.Rect | None:
    """The pixels of what can be pressed, as far as it is scrolled into sight."""
    if not widget.focusable or isinstance(widget, DropTarget):
        return None
    rect = widget.box.px(ui.canvas.u)
    return rect.clip(widget.clip.px(ui.canvas.u)) if widget.clip else rect
