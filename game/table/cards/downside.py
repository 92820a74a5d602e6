"""Draws downsides: a card that points downwards, with a falling line and a number below zero."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import SQUARE, Corners
from game.table import marks
from game.table.cards import parts, story, tile
from game.views.faces import DownsideFace

DOWN: Corners = ("square", "square", "cut", "cut")
"""The corners of everything that stands for a downside."""
SIGN, MADE_UP = "trending-down", "hand-heart"
_END, _LESSENED = 50, 76
"""The width of the end of a tile for one number, and for what is left of a number."""
_CORNER = 9
"""What the cut corner takes of the lower end of a tile."""


def draw_tile(c: Canvas, box: Box, face: DownsideFace) -> None:
    """Draw a downside as a tile: picture, name, the points it takes, what makes up for it."""
    c.panel(box, marks.TRACK[face.track].colour, 16, lift=6, corners=DOWN)
    c.shape(box.inset(4), marks.DOWNSIDE_PAPER, 14, DOWN)
    rest = tile.picture_end(c, box, face, "downside")
    lessened = face.harvested is None and face.left is not None
    end, rest = rest.cut_right(_LESSENED if lessened else _END, 4)
    end = end.inset(0, 5).cut_left(end.w - _CORNER)[0]
    upper, lower = end.rows([3, 2]) if end.h >= 40 else (end, None)
    told = "made_up" if lessened else "points" if face.harvested is None else "harvested"
    ink = theme.GOOD_DARK if lessened else theme.BAD_DARK
    c.tell(upper, told)
    sizes = (24, 22, 20, 18) if lessened else (30, 26, 22, 20, 18)
    c.text(upper, points(c, face), sizes, ink, "bold", align="centre", valign="middle")
    if lower is not None:
        c.tell(lower, "made_up")
        sign, ink = (SIGN, theme.BAD_DARK) if face.left is None else (MADE_UP, theme.GOOD_DARK)
        side = min(24, lower.h)
        c.icon(sign, lower.place(side, side), ink)
    tile.draw_name(c, tile.within_frame(rest), face.name)


def points(c: Canvas, face: DownsideFace) -> str:
    """What it came to once that is known; else what was named, and what is left of it."""
    if face.harvested is not None:
        return c.t.number(face.harvested)
    named = c.t.number(face.points)
    return named if face.left is None else f"{named}→{c.t.number(face.left)}"


def draw_large(c: Canvas, box: Box, face: DownsideFace) -> None:
    """Draw a downside in full, with who bears it and what makes up for it."""
    k = box.w / story.WIDTH
    c.shadow(box, 30 * k, 14 * k)
    c.shape(box, marks.DOWNSIDE_PAPER, 40 * k, DOWN)
    head, body = box.cut_top(max(44, 64 * k))
    parts.band(c, head, face.track, SIGN, c.t("Downside"), corners=SQUARE, radius=0)
    body = body.inset(24 * k, 14 * k)
    foot, body = body.cut_bottom(max(48, 84 * k), 10 * k)
    _foot(c, foot, face, k)
    colour = marks.TRACK[face.track].colour
    bleed = (24 * k, 14 * k)
    story.draw_story(c, body, face, "downside", colour, marks.DOWNSIDE_PAPER, k, bleed)


def _foot(c: Canvas, box: Box, face: DownsideFace, k: float) -> None:
    """Draw the points that were named, what it came to, and whether it was made up for."""
    inner = box.inset(20 * k, 0)
    named, rest = inner.cut_left(inner.h * 1.2, 10 * k)
    size = box.h * 0.6
    c.tell(named, "points")
    c.text(named, c.t.number(face.points), size, theme.BAD_DARK, "bold", valign="middle")
    after = face.left if face.harvested is None else face.harvested
    if after is not None:
        c.icon("arrow-right", rest.cut_left(box.h * 0.36)[0], theme.INK_SOFT)
        got = rest.cut_left(box.h * 0.46)[1].cut_left(box.h * 1.2)[0]
        ink = theme.BAD_DARK if after < 0 else theme.GOOD_DARK
        c.tell(rest.cut_left(box.h * 1.66)[0], "made_up" if face.harvested is None else "harvested")
        c.text(got, c.t.number(after), size, ink, "bold", valign="middle")
    if face.made_up:
        end = rest.cut_right(box.h * 0.7)[0]
        c.tell(end, "made_up")
        c.icon(MADE_UP, end.place(box.h * 0.56, box.h * 0.56), theme.GOOD_DARK)
