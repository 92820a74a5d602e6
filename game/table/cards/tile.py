"""Cards as tiles: letter and number readable from the room, the name from the seat."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import Corners
from game.table import marks
from game.table.cards import parts
from game.views.faces import BenefitFace, IdeaFace, RiskFace

CUT: Corners = ("cut", "cut", "cut", "cut")
_NAME = (22, theme.SMALL, theme.TINY, theme.LEAST)
_BADGE = 48
NARROW = 170
LEAST_NAME = 76


def draw_name(c: Canvas, box: Box, name: str) -> None:
    """Draw the name, or as many of its words as fit; the focus panel has all of it."""
    if box.w < LEAST_NAME:
        return
    words = name.split()
    for n in range(len(words), 0, -1):
        text = name if n == len(words) else " ".join(words[:n]) + " …"
        if not c.type.fit(text, box, _NAME, "semibold").cut:
            c.text(box, text, _NAME, theme.INK, "semibold", valign="middle", whole=True)
            return


def badge(c: Canvas, box: Box, letter: str, picture: str = "") -> Box:
    """Draw the picture at the left end with the letter at its foot; returns the rest of the tile.

    Without a picture the letter is as large as that would be.
    """
    side = min(_BADGE if box.w >= NARROW else 42, box.h - 10)
    end, rest = box.cut_left(side + 8, 8)
    spot = Box(end.x + 6, end.centre[1] - side / 2, side, side)
    if c.emoji(picture, spot):
        if letter:
            mark = max(theme.LEAST, side * 0.46)
            parts.letter_badge(
                c, (spot.right - mark * 0.3, spot.bottom - mark * 0.36), mark, letter
            )
        return rest
    if not letter:
        return box.cut_left(18)[1]
    parts.letter_badge(c, spot.centre, side, letter)
    return rest


def draw_idea(c: Canvas, box: Box, face: IdeaFace) -> None:
    """Draw an idea tile: round corners, bulb, letter, name, and status."""
    c.panel(box, theme.PAPER, 12, line=marks.TRACK[face.track].colour, width=4, lift=6)
    rest = badge(c, box, face.letter, face.picture).inset(0, 4)
    side, rest = rest.cut_right(34, 4)
    upper, lower = side.move(-4).rows(2)
    c.icon("lightbulb", upper.place(26, 26), theme.INK_SOFT)
    if face.stamp:
        ink = theme.ACCENT_DARK if face.stamp == "on_trial" else theme.GOOD_DARK
        c.icon(parts.STAMP_ICON[face.stamp], lower.place(28, 28), ink)
    else:
        parts.coin(c, lower.centre, min(32, lower.h), face.cost)
    draw_name(c, rest, face.name)


def draw_benefit(c: Canvas, box: Box, face: BenefitFace) -> None:
    """Draw a benefit tile: a pill with the letter, the name, the owner and the estimate."""
    colour = marks.TRACK[face.track].colour
    c.panel(box, theme.PAPER, min(box.h / 2, 36), line=colour, width=4, lift=6)
    rest = badge(c, box, face.letter, face.picture)
    size = min(box.h - 10, 54 if box.w >= NARROW else 42)
    seal, rest = rest.cut_right(size + (12 if box.w >= NARROW else 6), 2)
    c.disc(seal.centre, size, colour)
    points = "?" if face.estimate is None else str(face.estimate)
    if face.harvested is not None:
        points = c.t.number(face.harvested)
    ink = theme.ink_on(colour)
    share = 0.72 if len(points) == 1 else 0.56
    number = seal.place(size * 0.7, size * 0.94)  # large print stays within its disc
    c.text(number, points, min(40, size * share), ink, "bold", align="centre", valign="middle")
    if face.owner:
        owner, rest = rest.cut_right(28, 2)
        upper, lower = owner.place(28, min(box.h - 12, 52)).rows(2)
        c.icon("anchor", upper.place(24, 24), theme.GOOD_DARK)
        ink = theme.GOOD_DARK
        c.text(lower, face.owner, theme.LEAST, ink, "bold", align="centre", valign="middle")
    draw_name(c, rest.inset(0, 4), face.name)


def draw_risk(c: Canvas, box: Box, face: RiskFace) -> None:
    """Draw a risk tile: cut corners, letter, name, severity in a diamond, likelihood below."""
    c.panel(box, theme.BAD_DARK, 16, lift=6, corners=CUT)
    c.shape(box.inset(4), marks.RISK_PAPER, 14, CUT)
    rest = badge(c, box, face.letter, face.picture)
    end, rest = rest.cut_right(60, 8)
    if face.stamp:
        c.icon(parts.STAMP_ICON[face.stamp], end.place(40, 40, 0.4), theme.INK)
    else:
        _threat(c, end.inset(0, 6).move(-6), face)
    draw_name(c, rest.inset(0, 4), face.name)


def _threat(c: Canvas, box: Box, face: RiskFace) -> None:
    upper, lower = box.rows([3, 2])
    x, y = upper.centre
    high, wide = upper.h * 0.57, upper.h * 0.72
    c.polygon([(x, y - high), (x + wide, y), (x, y + high), (x - wide, y)], theme.BAD_DARK)
    size = min(ROOM_NUMBER, upper.h * 0.8)
    severity = str(face.severity)
    with c.type.growing(1):  # it stays within its diamond
        c.text(upper, severity, size, theme.PAPER, "bold", align="centre", valign="middle")
    if face.mitigations:
        c.icon("shield", lower.place(22, 22), theme.GOOD_DARK)
    elif face.believed:
        size = max(theme.LEAST, lower.h)
        c.text(lower, "?", size, theme.INK, "bold", align="centre", valign="middle")
    else:
        c.pips(lower.inset(0, lower.h * 0.28), face.likelihood, 5, theme.INK)


ROOM_NUMBER = 30
