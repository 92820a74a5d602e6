"""What a field says of letters that it could not take."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas

_HIGH = 38.0
_SIZES = (24, 22, theme.SMALL, theme.TINY, theme.LEAST)


def draw_left_out(c: Canvas, field: Box, text: str) -> None:
    """Draw it over a field, where its label stands, as wide as it needs and the window allows."""
    room = c.surface.get_width() / c.u - 40
    wide = min(room, max(field.w, c.type.width(text, _SIZES[0], "semibold") + 70))
    x = max(20.0, min(field.x, room + 20 - wide))
    over = field.y - _HIGH - 8
    tag = Box(x, over if over > 0 else field.bottom + 8, wide, _HIGH)
    c.panel(tag, theme.BAD_DARK, 10, line=theme.PAPER, width=2, lift=6)
    sign, words = tag.inset(12, 2).cut_left(26, 10)
    c.icon("triangle-alert", sign.place(24, 24), theme.WHITE)
    with c.type.growing(1):  # it stays within its tag
        c.text(words, text, _SIZES, theme.WHITE, "semibold", valign="middle")
