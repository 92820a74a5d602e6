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
_LEAST_SIGN = 14
_CORNER = 9
"""What the cut corner takes of the lower end of a tile."""


def draw_tile(c: Canvas, box: Box, face: DownsideFace) -> None:
    """Draw a downside as a tile: picture, name, the points it takes, what makes up for it."""
    c.panel(box, marks.TRACK[face.track].colour, 16, lift=6, corners=DOWN)
    c.shape(box.inset(4), marks.DOWNSIDE_PAPER, 14, DOWN)
    rest = tile.picture_end(c, box, face, "downside")
    end, rest = rest.cut_right(50, 4)
    end = end.inset(0, 5).cut_left(end.w - _CORNER)[0]
    upper, lower = end.rows([3, 2]) if end.h >= 40 else (end, None)
    text, sizes = points(c, face), (30, 26, 22, 20, 18)
    c.tell(upper, "points" if face.harvested is None else "harvested")
    c.text(upper, text, sizes, theme.BAD_DARK, "bold", align="centre", valign="middle")
    if lower is not None:
        _draw_made_up(c, lower, face)
    tile.draw_name(c, tile.within_frame(rest), face.name)


def _draw_made_up(c: Canvas, box: Box, face: DownsideFace) -> None:
    """Draw whether something makes up for it, and until reality has told what is left of it."""
    side = min(24, box.h)
    c.tell(box, "made_up")
    if face.left is None:
        c.icon(SIGN, box.place(side, side), theme.BAD_DARK)
        return
    left = "" if face.harvested is not None else c.t.number(face.left)
    size, wide = 18, c.type.width(left, 18, "bold") + 2
    room = box.w - _CORNER
    small = min(side, room - wide)
    if not left or small < _LEAST_SIGN or c.type.line_height(size) > box.h:
        c.icon(MADE_UP, box.place(side, side), theme.GOOD_DARK)
        return
    sign, number = box.cut_left(room)[0].cut_right(wide)[::-1]
    c.icon(MADE_UP, sign.place(small, small), theme.GOOD_DARK)
    c.text(number, left, size, theme.GOOD_DARK, "bold", align="right", valign="middle")


def points(c: Canvas, face: DownsideFace) -> str:
    """The points it takes: what it came to once it is known, else what was named."""
    return c.t.number(face.points if face.harvested is None else face.harvested)


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
