"""The one order in which a frame is drawn over the still layer, from below to above.

Below all of it lies what the screen has drawn at rest; above all of it the next screen, as a dialog
lies over a table. Whatever moves, lights up or speaks belongs to one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from pygame import Rect

from game.gui.motion.animation import Animator
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.widgets.toast import Toast


class Layer(IntEnum):
    """A layer of what is drawn in every frame."""

    USED = 0
    """Widgets that are pointed at, focused or pressed."""
    MOVING = 1
    """Pieces on their way, and meters that count."""
    POINTED = 2
    """What belongs to what is pointed at, and the card that is held."""
    HINT = 3
    """The hint, which nothing below may hide."""
    TOLD = 4
    """The tip, the refusal and the toast."""


def draw_layers(
    canvas: Canvas, screen: Screen, animator: Animator, toast: Toast, dark: Sequence[Rect]
) -> None:
    """Draw a frame of the top screen; ``dark`` are the areas of the still layer just darkened."""
    ui, touched = screen.ui, canvas.touched
    own = ui.zoomed(canvas)

    def pointed() -> None:
        screen.paint_over(own)
        ui.draw_held(own)

    def told() -> None:
        ui.draw_tip(own)
        toast.draw(own, ui.area, ui.lane, ui.boxes_in_use)

    painters: Mapping[Layer, Callable[[], object]] = {
        Layer.USED: lambda: ui.draw_used(own),
        Layer.MOVING: lambda: animator.draw(own),
        Layer.POINTED: pointed,
        Layer.HINT: lambda: ui.draw_cover(own, [*(touched or ()), *dark]),
        Layer.TOLD: told,
    }
    for layer in Layer:
        painters[layer]()
