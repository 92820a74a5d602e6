"""Cards that are done with as tokens: a small picture, and what came of it."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.table import marks
from game.table.cards import parts, tile
from game.views.faces import BenefitFace, DownsideFace, IdeaFace, RiskFace

TokenFace = IdeaFace | BenefitFace | DownsideFace | RiskFace
_NUMBERED = 80
"""From this width on what was claimed stands beside what was harvested."""
_SEAL = 24
"""The diameter of the mark of what came of it."""
_SETTLED = theme.mix(theme.FELT, marks.RISK_PAPER, 0.62)
"""The ground of a risk that can strike no more."""


def draw_token(c: Canvas, box: Box, face: TokenFace) -> None:
    """Draw a picture with its result: in numbers if there is room, else as a mark at its foot."""
    paper = _SETTLED if isinstance(face, RiskFace) else theme.PAPER_SHADE
    c.panel(box, paper, 9, line=_line(face), width=3, lift=3)
    c.tell(box, "stamp" if isinstance(face, IdeaFace | RiskFace) else "harvested")
    inner = box.inset(4)
    if isinstance(face, BenefitFace | DownsideFace) and box.w >= _NUMBERED:
        end, words = inner.inset(-1, 0).cut_left(min(inner.h, 32), 2)
        if _numbers(c, words, face):
            tile.draw_picture(c, end, face.picture, _kind(face))
            return
    side = min(inner.h, inner.w, 36)
    tile.draw_picture(c, inner.place(side, side), face.picture, _kind(face))
    at = (box.right - _SEAL * 0.42, box.bottom - _SEAL * 0.36)
    _mark(c, Box(at[0] - _SEAL / 2, at[1] - _SEAL / 2, _SEAL, _SEAL), face)


def _line(face: TokenFace) -> Colour:
    return theme.INK_SOFT if isinstance(face, RiskFace) else marks.TRACK[face.track].colour


def _kind(face: TokenFace) -> str:
    if isinstance(face, IdeaFace):
        return "idea"
    if isinstance(face, RiskFace):
        return "risk"
    return "downside" if isinstance(face, DownsideFace) else "benefit"


def _points(face: BenefitFace | DownsideFace) -> tuple[int, int, Colour]:
    """What was claimed and harvested, and whether that is good."""
    claimed = (face.estimate if isinstance(face, BenefitFace) else face.points) or 0
    given = face.given or 0
    return claimed, given, theme.GOOD_DARK if given >= claimed else theme.BAD_DARK


def _numbers(c: Canvas, box: Box, face: BenefitFace | DownsideFace) -> bool:
    """Draw what was claimed and what was harvested, if there is room for both."""
    claimed, harvested, ink = _points(face)
    text = f"{c.t.number(claimed)}→{c.t.number(harvested)}"
    if c.type.width(text, theme.LEAST, "bold") > box.w:
        return False
    sizes = (22, theme.LEAST)
    with c.type.growing(1):  # it stays on its token
        c.text(box, text, sizes, ink, "bold", align="centre", valign="middle")
    return True


def _mark(c: Canvas, box: Box, face: TokenFace) -> None:
    """Draw what came of it: the harvested points, or an icon for what has none."""
    sign, ink = _sign(face)
    c.disc(box.centre, box.w + 3, theme.PAPER)
    c.disc(box.centre, box.w, ink)
    if sign:
        c.icon(sign, box.place(box.w * 0.7, box.w * 0.7), theme.PAPER)
    elif isinstance(face, BenefitFace | DownsideFace):
        points = c.t.number(_points(face)[1])
        with c.type.growing(1):
            c.text(box, points, theme.LEAST, theme.PAPER, "bold", align="centre", valign="middle")


def _sign(face: TokenFace) -> tuple[str, Colour]:
    """The icon of what came of it and its colour; no icon where points tell it."""
    if isinstance(face, BenefitFace | DownsideFace):
        return "", _points(face)[2]
    if isinstance(face, IdeaFace):
        return parts.STAMP_ICON["realised"], theme.GOOD_DARK
    if face.stamp == "struck":
        return parts.STAMP_ICON["struck"], theme.BAD_DARK
    return "shield", theme.GOOD_DARK
