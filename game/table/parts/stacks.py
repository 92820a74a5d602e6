"""Cards that lie on each other, seen from above and a little from the front: a pile is deep."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour

_THICK = 3.0
"""How much is seen of each card below the topmost."""
_MOST = 3
"""As many edges are seen at most."""
_EDGES = (theme.PAPER_SHADE, theme.mix(theme.PAPER_LINE, theme.INK, 0.25))
"""The side of a card and that of the next, so that they are told apart."""
_CARDS_AN_EDGE = 4
"""In a deck an edge stands for so many cards."""


def draw_stack(c: Canvas, box: Box, below: int, *, line: Colour = theme.ACCENT) -> Box:
    """Draw a card on top of so many edges of others; returns the box of that card."""
    edges = min(_MOST, below)
    top = box.cut_bottom(_THICK * edges)[1] if edges else box
    c.shadow(box.inset(1).move(dy=2), 9, 6)
    for n in range(edges, 0, -1):
        c.panel(top.move(dy=_THICK * n), _EDGES[n % 2], 8)
    c.panel(top, theme.PAPER, 8, line=line, width=2)
    return top


def draw_deck(c: Canvas, box: Box, picture: str, count: int) -> None:
    """Draw a deck of cards with its picture on the back; only the picture where none is left."""
    if not count:
        c.emoji(picture, box.place(min(box.w, 36), 36, 0))
        return
    top = draw_stack(c, box, -(-count // _CARDS_AN_EDGE) - 1, line=theme.INK_SOFT)
    c.emoji(picture, top.inset(4, 3))
