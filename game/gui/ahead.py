"""What is likely to be shown next is prepared while nobody does anything.

A screen offers it in :meth:`~game.gui.screen.Screen.ahead`. Nothing of it is painted: what follows
is kept where it would be kept once it is shown, in the bounded caches of texts and surfaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.gui.large_print import rehearsed
from game.gui.paint.canvas import Canvas
from game.gui.paint.strokes import Strokes
from game.gui.screen import Screen
from game.gui.ui import Ui


def foresee(ui: Ui, draw: Callable[[Canvas], object]) -> Iterator[None]:
    """Draw on a canvas as large as that of ``ui`` that paints nothing.

    What is dear to draw, as a card, comes after the rest, piece by piece.
    """
    c = Canvas(Strokes(ui.canvas.surface.get_size()), ui.canvas.type)
    c.later = []
    draw(c)
    yield
    for make in c.later:
        make()
        yield


def foresee_screen(screen: Screen, around: Screen) -> Iterator[None]:
    """The same with a screen, laid out as if it were shown in place of ``around`` or over it."""
    return foresee(around.ui, lambda c: rehearsed(screen, c, around.ui.area))


class Ahead:
    """Where the top screen has got with what it offers; forgotten whenever it is built anew."""

    def __init__(self) -> None:
        self._work: Iterator[None] | None = None

    def forget(self) -> None:
        """What comes next follows from another state of things."""
        self._work = None

    def go_on(self, screen: Screen) -> bool:
        """Prepare one piece more for a screen; false if all of it is done."""
        if self._work is None:
            self._work = screen.ahead()
        return next(self._work, self) is not self
