"""The bubble with more about what is pointed at."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas

WIDEST = 520


def draw_tooltip(c: Canvas, area: Box, by: Box, text: str, *, bad: bool = False) -> None:
    """Draw a bubble above a box, or below where there is no room; ``bad`` is a refusal."""
    grow = c.type.grow
    size = theme.BODY * grow
    wide = min(WIDEST * grow, max(c.type.width(line, size) for line in text.split("\n")) + 2)
    lines = c.type.wrap(text, wide, size)
    wide = max(c.type.width(line, size) for line in lines) + 2
    high = c.type.line_height(size) * len(lines)
    mark = 40 if bad else 0
    w, h = wide + mark + 36, high + 24
    x = min(max(by.centre[0] - w / 2, area.x + 8), area.right - w - 8)
    above = by.y - h - 14
    y = above if above > area.y + 8 else min(by.bottom + 14, area.bottom - h - 8)
    box = Box(x, y, w, h)
    c.panel(box, theme.PAPER, 10, line=theme.BAD_DARK if bad else theme.PAPER_LINE, lift=14)
    inner = box.inset(18, 12)
    if bad:
        sign, inner = inner.cut_left(28, 12)
        c.icon("x", sign, theme.BAD_DARK)
    with c.type.growing(1):
        c.text(inner.inset(-1, 0), text, size, theme.INK, valign="middle")
