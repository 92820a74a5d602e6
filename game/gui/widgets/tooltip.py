"""More about what is pointed at: in the lane that a screen keeps for it, or in a bubble."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas

WIDEST = 520
_LINE = (28, 26, 24, 22, 20)
"""The sizes of a text in a lane."""
_MARK = 30


def fits_lane(c: Canvas, lane: Box, text: str) -> bool:
    """Whether a text is short enough for a lane."""
    room = lane.inset(_MARK + 30, 0)
    return "\n" not in text and not c.type.fit(text, room, _LINE, "semibold").cut


def draw_in_lane(c: Canvas, lane: Box, text: str, icon: str, line: theme.Colour) -> None:
    """Draw a text in the lane, over what else is told there; ``line`` is the frame's colour."""
    room = lane.inset(_MARK + 30, 0)
    c.panel(lane, theme.PAPER, 12, line=line, width=3)
    c.icon(icon, lane.inset(15, 0).cut_left(_MARK)[0], line)
    c.text(room, text, _LINE, theme.INK, "semibold", align="centre", valign="middle")


def draw_tip(
    c: Canvas, area: Box, lane: Box | None, by: Box, text: str, *, bad: bool = False
) -> None:
    """Say something about a box; ``bad`` is a refusal."""
    if lane is not None and fits_lane(c, lane, text):
        icon, line = ("x", theme.BAD_DARK) if bad else ("info", theme.ACCENT_DARK)
        draw_in_lane(c, lane, text, icon, line)
    else:
        draw_tooltip(c, area, by, text, bad=bad)


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
