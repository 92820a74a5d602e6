"""Focus navigation: Tab in the order of declaration, arrow keys by position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

import pygame

from game.gui.geometry import Box
from game.gui.widgets.base import Widget

Direction = Literal["left", "right", "up", "down"]
DIRECTIONS: dict[int, Direction] = {
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
}
"""The direction of each arrow key."""
W = TypeVar("W", bound=Widget)


def after(widgets: Sequence[W], key: str | None, step: int) -> W | None:
    """The next (1) or previous (-1) widget in order, wrapping around."""
    if not widgets:
        return None
    at = next((i for i, w in enumerate(widgets) if w.key == key), None)
    if at is None:
        return widgets[0 if step > 0 else -1]
    return widgets[(at + step) % len(widgets)]


def toward(widgets: Sequence[W], start: Box, direction: Direction) -> W | None:
    """The nearest widget in a direction; a sideways offset counts three times."""
    best: tuple[float, W] | None = None
    for widget in widgets:
        ahead, aside = _distance(start, widget.box, direction)
        if ahead > 0 and (best is None or ahead + 3 * aside < best[0]):
            best = (ahead + 3 * aside, widget)
    return best[1] if best else None


def _distance(a: Box, b: Box, direction: Direction) -> tuple[float, float]:
    """How far ahead of ``a`` the centre of ``b`` is, and how far it is offset sideways."""
    (ax, ay), (bx, by) = a.centre, b.centre
    if direction in ("left", "right"):
        aside = max(0.0, b.y - a.bottom, a.y - b.bottom)
        ahead = bx - ax if direction == "right" else ax - bx
        return ahead - (0 if aside else 1e-6), aside + abs(by - ay) * 0.05
    aside = max(0.0, b.x - a.right, a.x - b.right)
    return (by - ay if direction == "down" else ay - by), aside + abs(bx - ax) * 0.05
