"""More about what is pointed at: in the lane that a screen keeps for it, or in a bubble."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas

Kept = Callable[[], Sequence[Box]]
"""What should stay visible; it is only asked for where there is no lane."""
LANE = 48.0
"""How high a lane is: a line for the room, or two for whoever acts."""
WIDEST = 520
_LINE = (28, 26, 24, 22, 20, 18)
"""The sizes of a text in a lane."""
_MARK = 30
_FAR = 25.0
"""What a bubble may hide rather than being a unit farther from what it is about, as an area."""
_APART, _EDGE = 14, 8
"""Between a bubble and what it is about, and from the edges of the window."""


def in_one_line(text: str) -> str:
    """Lines as sentences one after the other."""
    *lines, last = text.split("\n")
    return " ".join([*(x if x.endswith((".", "!", "?", ":")) else f"{x}." for x in lines), last])


def fits_lane(c: Canvas, lane: Box, text: str) -> bool:
    """Whether a text is short enough for a lane."""
    room = lane.inset(_MARK + 30, 0)
    return not c.type.fit(in_one_line(text), room, _LINE, "semibold").cut


def draw_in_lane(c: Canvas, lane: Box, text: str, icon: str, line: theme.Colour) -> None:
    """Draw a text in the lane, over what else is told there; ``line`` is the frame's colour."""
    room = lane.inset(_MARK + 30, 0)
    c.panel(lane, theme.PAPER, 12, line=line, width=3)
    c.icon(icon, lane.inset(15, 0).cut_left(_MARK)[0], line)
    told = in_one_line(text)
    c.text(room, told, _LINE, theme.INK, "semibold", align="centre", valign="middle")


def draw_tip(
    c: Canvas,
    area: Box,
    lane: Box | None,
    by: Box,
    text: str,
    *,
    bad: bool = False,
    kept: Kept = tuple,
) -> None:
    """Say something about a box; ``bad`` is a refusal, ``kept`` is what should stay visible."""
    if lane is not None and fits_lane(c, lane, text):
        icon, line = ("x", theme.BAD_DARK) if bad else ("info", theme.ACCENT_DARK)
        draw_in_lane(c, lane, text, icon, line)
    else:
        draw_tooltip(c, area, by, text, bad=bad, kept=kept)


def draw_tooltip(
    c: Canvas, area: Box, by: Box, text: str, *, bad: bool = False, kept: Kept = tuple
) -> None:
    """Draw a bubble at a box where it hides least; ``bad`` is a refusal."""
    size = theme.BODY * c.type.grow
    mark = 40 if bad else 0
    box = _bubble(c, area, by, text, mark, kept())
    c.panel(box, theme.PAPER, 10, line=theme.BAD_DARK if bad else theme.PAPER_LINE, lift=14)
    inner = box.inset(18, 12)
    if bad:
        sign, inner = inner.cut_left(28, 12)
        c.icon("x", sign, theme.BAD_DARK)
    with c.type.growing(1):
        c.text(inner.inset(-1, 0), text, size, theme.INK, valign="middle")


def _bubble(c: Canvas, area: Box, by: Box, text: str, mark: float, kept: Sequence[Box]) -> Box:
    """The box of a bubble: above, below or beside what it is about, narrow or in one line."""
    places = [
        place
        for widest in (WIDEST, area.w * 0.6)
        for place in _around(area, by, *_size(c, text, widest, mark))
    ]
    return min(
        places,
        key=lambda place: (
            sum(place.overlap(box) for box in (by, *kept)) + _FAR * _distance(place, by)
        ),
    )


def _distance(a: Box, b: Box) -> float:
    """How far apart two boxes are, along both sides."""
    across = max(a.x - b.right, b.x - a.right, 0)
    return across + max(a.y - b.bottom, b.y - a.bottom, 0)


def _size(c: Canvas, text: str, widest: float, mark: float) -> tuple[float, float]:
    """The width and height of a bubble."""
    grow = c.type.grow
    size = theme.BODY * grow
    wide = min(widest * grow, max(c.type.width(line, size) for line in text.split("\n")) + 2)
    lines = c.type.wrap(text, wide, size)
    wide = max(c.type.width(line, size) for line in lines) + 2
    return wide + mark + 36, c.type.line_height(size) * len(lines) + 24


def _around(area: Box, by: Box, w: float, h: float) -> list[Box]:
    """Places at a box, and at the lower edge of the area, as far as they lie within it."""
    x = min(max(by.centre[0] - w / 2, area.x + _EDGE), area.right - w - _EDGE)
    y = min(max(by.centre[1] - h / 2, area.y + _EDGE), area.bottom - h - _EDGE)
    inner = area.inset(_EDGE)
    places = (
        (x, by.y - h - _APART),
        (x, by.bottom + _APART),
        (by.x - w - _APART, y),
        (by.right + _APART, y),
    )
    within = [
        Box(left, top, w, h)
        for left, top in places
        if inner.x <= left <= inner.right - w and inner.y <= top <= inner.bottom - h
    ]
    return [*within, Box(x, inner.bottom - h, w, h), Box(x, inner.y, w, h)]
