"""What a field says of letters that it could not take."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas

_HIGH, _SIGN = 38.0, 70.0
_MARGIN = 8.0
_SIZES = (24, 22, theme.SMALL, theme.LEAST)


def draw_left_out(c: Canvas, field: Box, text: str) -> None:
    """Draw it over a field, where its label stands, as wide as it needs and as can be seen.

    Within a form that scrolls that is the form; what needs more has several lines.
    """
    sight = c.in_sight.inset(_MARGIN, 0)
    needed = c.type.width(text, _SIZES[0], "semibold") + _SIGN
    wide = max(field.w, min(sight.w, needed))
    x = max(sight.x, min(field.x, sight.right - wide))
    with c.type.growing(1):  # it stays within its tag
        high = max(_HIGH, c.type.height(text, wide - _SIGN, _SIZES[-1], "semibold") + 10)
        over = field.y - high - 8
        tag = Box(x, over if over > sight.y else field.bottom + 8, wide, high)
        c.panel(tag, theme.BAD_DARK, 10, line=theme.PAPER, width=2, lift=6)
        sign, words = tag.inset(12, 2).cut_left(26, 10)
        c.icon("triangle-alert", sign.place(24, 24), theme.WHITE)
        c.text(words, text, _SIZES, theme.WHITE, "semibold", valign="middle")
