"""A place without words that says what it is when it is pointed at."""

from __future__ import annotations

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.widgets.base import Tip, Widget, WidgetState, focus_ring

PREFIX = "about:"
"""The beginning of the keys of such places."""


class Explained(Widget):
    """A place that does nothing but tell, as its tip, what is drawn there.

    Tab and arrows pass it by, as there is nothing to do; :meth:`Ui.explain_next` goes to it.
    """

    def __init__(self, name: str, box: Box, text: Tip) -> None:
        super().__init__(f"{PREFIX}{name}", box, tip=text, focusable=False)

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Only the frame of the focus; the screen draws what lies there."""
        if state.focus:
            focus_ring(c, self.box)
