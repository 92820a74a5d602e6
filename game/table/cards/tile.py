"""Cards as tiles: picture and name come first, numbers and signs get what is left.

A card is known by its picture from the back row, and by its name from the seats. Its idea's letter
stands in the corner below the picture; the owner of a benefit is a pawn on its corner.
"""

from __future__ import annotations

from typing import NamedTuple

from game.engine.limits import LIKELIHOOD_HIGH
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import CUT
from game.gui.text.typesetter import LEADING
from game.gui.theme import Colour
from game.table import marks
from game.table.cards import parts
from game.views.faces import BenefitFace, DownsideFace, IdeaFace, RiskFace

TileFace = BenefitFace | DownsideFace | IdeaFace | RiskFace

_NAME = (24, 22, theme.SMALL, theme.LEAST)
_TITLE = (32, 30, 28, 26, *_NAME)
"""The sizes of the names of benefits and risks, and those of ideas."""
_LEAST_PICTURE = 30
"""The least side of a picture that is known across a room."""
_LETTER = 24
"""The least diameter of a letter that can be read."""
_SEVERITY = 30
"""The largest size of a severity in its diamond."""
_LETTERED = 30
"""From this side on a picture has its idea's letter in its corner."""
_INDENT = 16
"""What a picture leaves free at the left for the letter of its idea."""
_PAWN = 46.0
"""The greatest diameter of the pawn of a benefit's owner."""
_ROUND = 0.18
"""What the round end of a high tile takes beside the pawn, as a share of what it is higher."""
_BADGED, _BADGE, _BADGE_OUT = 34, 22, 0.8
"""The diameters of a pawn with the estimate as its badge, and how much of that is beside it."""
_ROOMY = 160
"""A name that has so much room beside an estimate has enough: the estimate stays large."""
_FOOTED, _LOFTY = 66, 78
"""From these heights on the state of an idea stands below its name, if that fits on one line, and
in any case; on a lower tile the name would have to be as small as the state."""
_AIR = 5
"""Between a name on two lines and the state below it."""
_ABOVE, _BELOW = 3, 4
"""What a name leaves free for the frame of its tile; above all letters but Å a line has air."""
_DOTTED, _DOTS = 40, 40
"""From this height on the dots of likelihood stand below the severity, else beside it, so wide."""
_BEVEL = 9
"""What the cut corner of a risk takes of the end of its tile."""
_TRIAL_PAPER = theme.mix(theme.PAPER, theme.ACCENT, 0.4)
"""The ground of an idea on trial, which shows across the room."""


# ------------------------------------------------------------------ picture and name
def shortened(c: Canvas, box: Box, name: str, sizes: tuple[float, ...]) -> str:
    """The name, or as much of it as fits in the least size; the large card has all of it."""
    if not c.type.fit(name, box, sizes, "semibold").cut:
        return name
    low, high = 0, len(name) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if c.type.fit(_first(name, middle), box, sizes[-1:], "semibold").cut:
            high = middle - 1
        else:
            low = middle
    return _first(name, low) if low else ""


def _first(name: str, letters: int) -> str:
    return name[:letters].rstrip(" ,.:-–") + "…"


def draw_name(c: Canvas, box: Box, name: str, sizes: tuple[float, ...] = _NAME) -> None:
    """Draw the name as large as it fits, one line of it too, or as much of it as fits at all."""
    sizes = tuple(size for size in sizes if size * LEADING <= box.h) or sizes[-1:]
    if text := shortened(c, box, name, sizes):
        c.text(box, text, sizes, theme.INK, "semibold", valign="middle", whole=True)


def within_frame(box: Box) -> Box:
    """The part of a tile's height that a name may take."""
    return Box(box.x, box.y + _ABOVE, box.w, box.h - _ABOVE - _BELOW)


def draw_picture(c: Canvas, box: Box, emoji: str, kind: str, letter: str = "") -> None:
    """Draw the picture of a card, or that of its type, with the letter in its lower left corner."""
    c.tell(box, "type")
    if not c.emoji(emoji, box):
        c.emoji(marks.PICTURE[kind], box)
    side = min(box.w, box.h)
    if letter and side >= _LETTERED:
        d = max(_LETTER, side * 0.36)
        at = (box.centre[0] - side / 2 + d * 0.26, box.centre[1] + side / 2 - d * 0.34)
        with c.type.growing(1):  # it stays within its disc
            parts.letter_badge(c, at, d, letter)


def picture_end(c: Canvas, box: Box, face: TileFace, kind: str) -> Box:
    """Draw the picture at the left end of a tile, and the letter in the corner below it, where it
    stands on every tile and hides little; returns the rest of the tile.
    """
    side = min(max(box.h - 10, _LEAST_PICTURE), max(30.0, box.w * 0.26), 84)
    end, rest = box.cut_left(side + (_INDENT if face.letter else 10), 5)
    draw_picture(c, Box(end.right - side, end.centre[1] - side / 2, side, side), face.picture, kind)
    if face.letter:
        d = max(_LETTER, side * 0.36)
        with c.type.growing(1):  # it stays within its disc
            parts.letter_badge(c, (box.x + d * 0.36, box.bottom - d * 0.38), d, face.letter)
    return rest


# ------------------------------------------------------------------ ideas
class _Foot(NamedTuple):
    """The state of an idea: a sign, its words from many to few, and their colour."""

    icon: str
    texts: tuple[str, ...]
    colour: Colour
    costs: bool = False


def _foot_of(c: Canvas, face: IdeaFace) -> _Foot:
    if not face.stamp:
        text = c.t(parts.COSTS, cost=face.cost, maturity=face.maturity)
        return _Foot("zap", (text, str(face.cost)), theme.INK_SOFT, costs=True)
    more = face.due
    if face.stamp == "proven":
        more = c.t("costs {cost}", cost=face.cost)
    text = parts.stamp_text(c.t, face.stamp, more)
    waiting = face.stamp in ("on_trial", "implemented")
    ink = theme.ACCENT_DARK if waiting else theme.GOOD_DARK
    texts = (text, *parts.brief_stamps(c.t, face.stamp, face.due))
    return _Foot(parts.STAMP_ICON[face.stamp], texts, ink)


def draw_idea(c: Canvas, box: Box, face: IdeaFace) -> None:
    """Draw an idea tile: its picture, its name, and its state in words as far as there is room."""
    paper = _TRIAL_PAPER if face.stamp == "on_trial" else theme.PAPER
    c.panel(box, paper, 12, line=marks.TRACK[face.track].colour, width=4, lift=6)
    rest = picture_end(c, box, face, "idea")
    foot, words = _foot_of(c, face), Box(rest.x, rest.y + 4, rest.w - 12, rest.h - 7)
    lines_touch = box.h >= _LOFTY and not _on_one_line(c, face.name, words.w, _NAME[0])
    low, above = words.cut_bottom(22, _AIR if lines_touch else 0)
    if box.h >= _FOOTED and (box.h >= _LOFTY or _on_one_line(c, face.name, above.w)):
        _draw_foot(c, low.move(dy=-2), foot)
        words = above
    else:
        words = within_frame(_foot_beside(c, Box(words.x, box.y, words.w, box.h), face, foot))
    sizes = tuple(size for size in _TITLE if size <= max(words.h * 0.85, _NAME[-1]))
    draw_name(c, words, face.name, sizes)


def _foot_beside(c: Canvas, box: Box, face: IdeaFace, foot: _Foot) -> Box:
    """Draw the state of an idea at the end of a low tile, in words if its name keeps its room;
    returns the room for the name.
    """
    end, words = box.cut_right(128, 8)
    if _on_one_line(c, face.name, words.w):
        _draw_foot(c, within_frame(end), foot)
        return words
    end, words = box.cut_right(28, 6)
    _draw_sign(c, end, face, foot)
    return words


def _on_one_line(c: Canvas, name: str, room: float, size: float = theme.SMALL) -> bool:
    return c.type.width(name, size, "semibold") <= room


def _draw_sign(c: Canvas, box: Box, face: IdeaFace, foot: _Foot) -> None:
    """Draw the state of an idea where there is no room for words: its cost, or an icon."""
    if face.stamp:
        c.tell(box, "stamp")
        c.icon(foot.icon, box.place(24, 24), foot.colour)
        return
    with c.type.growing(1):  # it stays within the coin
        parts.coin(c, box.centre, box.w, face.cost)


def _draw_foot(c: Canvas, box: Box, foot: _Foot) -> None:
    """Draw the state of an idea in as many words as fit on lines of the least size."""
    sign, words = box.cut_left(22, 6)
    c.icon(foot.icon, sign.place(22, 22), foot.colour)
    sizes = (theme.LEAST,)
    for text in foot.texts:
        if not c.type.fit(text, words, sizes, "semibold", whole=True).cut:
            c.text(words, text, sizes, foot.colour, "semibold", valign="middle", whole=True)
            _tell_foot(c, box, foot, text)
            return


def _tell_foot(c: Canvas, box: Box, foot: _Foot, text: str) -> None:
    """The state of an idea is one thing; what it costs and how mature it is are two."""
    if not foot.costs:
        c.tell(box, "stamp")
        return
    first = text.split(parts.BETWEEN)[0]
    cost, rest = box.cut_left(34 + c.type.width(first, theme.LEAST, "semibold"))
    c.tell(cost, "cost")
    if first != text:
        c.tell(rest, "maturity")


# ------------------------------------------------------------------ benefits
def draw_benefit(c: Canvas, box: Box, face: BenefitFace) -> None:
    """Draw a benefit tile: a pill with picture, name, estimate, and its owner's pawn."""
    colour = marks.TRACK[face.track].colour
    c.panel(box, theme.PAPER, min(box.h / 2, 30), line=colour, width=4, lift=6)
    rest = picture_end(c, box, face, "benefit")
    rest = _beside(c, rest, face)
    draw_name(c, within_frame(rest), face.name)


def _beside(c: Canvas, rest: Box, face: BenefitFace) -> Box:
    """Draw estimate and pawn at the end of a tile; returns the room for the name.

    A name with little room has most of that of the estimate, which is a badge on the pawn then.
    """
    d = min(_PAWN, rest.h - 4)
    owned = face.estimate is not None and not (face.harvested is not None and not face.owner)
    wide = d + max(0, rest.h - d) * _ROUND if owned else 0
    side = d * 0.86
    beside = rest.cut_right(wide + side + 7)[1]
    fitted = c.type.fit(face.name, within_frame(beside), _NAME, "semibold", whole=True)
    apart = beside.w >= _ROOMY or not fitted.cut
    if not owned:
        end, words = rest.cut_right(side + 2, 3)
        _seal(c, end.place(side, side), face)
        return words
    x, y = rest.right - wide, rest.centre[1]
    if apart:
        parts.pawn(c, (x + d / 2, y), d, face.owner, face.seat)
        _seal(c, Box(x - side - 3, y - side / 2, side, side), face)
        return beside
    d = min(d, _BADGED)
    x = rest.right - d
    parts.pawn(c, (x + d / 2, y), d, face.owner, face.seat)
    badge = Box(x - _BADGE * _BADGE_OUT, y + d / 2 - _BADGE + 2, _BADGE, _BADGE)
    c.disc(badge.centre, _BADGE + 3, theme.PAPER)
    _seal(c, badge, face)
    return rest.cut_right(rest.right - badge.x, 1)[1]


def _seal(c: Canvas, box: Box, face: BenefitFace) -> None:
    """Draw the estimate, or what was harvested, as a small seal of the track's colour."""
    colour = marks.TRACK[face.track].colour
    c.tell(box, "estimate" if face.harvested is None else "harvested")
    c.disc(box.centre, box.w, colour)
    points = "?" if face.estimate is None else c.t.number(face.estimate)
    if face.given is not None:
        points = c.t.number(face.given)
    size = max(theme.LEAST, box.w * (0.66 if len(points) == 1 else 0.5))
    with c.type.growing(1):  # large print stays within its disc
        c.text(box, points, size, theme.ink_on(colour), "bold", align="centre", valign="middle")


# ------------------------------------------------------------------ risks
def draw_risk(c: Canvas, box: Box, face: RiskFace) -> None:
    """Draw a risk tile: cut corners, picture, name, severity in a diamond, likelihood below.

    What nobody has done anything about has a red edge, what was mitigated a green one.
    """
    edge = theme.GOOD_DARK if face.mitigations else theme.BAD_DARK
    c.panel(box, edge, 16, lift=6, corners=CUT)
    c.shape(box.inset(4), marks.RISK_PAPER, 14, CUT)
    rest = picture_end(c, box, face, "risk")
    end, rest = rest.cut_right(max(44, min(60, box.h * 0.56)), 6)
    if end.inset(0, 5).h < _DOTTED and not face.stamp:
        rest = _likelihood_beside(c, rest, face)
    if face.stamp:
        c.tell(end, "stamp")
        c.icon(parts.STAMP_ICON[face.stamp], end.place(34, 34, 0.3), theme.INK)
    else:
        _threat(c, end.inset(0, 5).cut_left(end.w - _BEVEL)[0], face, edge)
    draw_name(c, within_frame(rest), face.name)


def _likelihood_beside(c: Canvas, box: Box, face: RiskFace) -> Box:
    """Draw the likelihood beside the severity of a low tile, if the name keeps its room."""
    end, rest = box.cut_right(_DOTS, 4)
    if not _on_one_line(c, face.name, rest.w, theme.LEAST):
        return box
    _likelihood(c, end.inset(0, (end.h - _DOTS * 0.36) / 2), face)
    return rest


def _threat(c: Canvas, box: Box, face: RiskFace, edge: Colour) -> None:
    """Draw the severity in a diamond, and below it the likelihood, or what was done about it."""
    upper, lower = box.rows([3, 2]) if box.h >= _DOTTED else (box, None)
    x, y = upper.centre
    c.tell(upper, "severity")
    high = min(upper.h * 0.57, upper.w / 2)
    wide = min(high * 1.26, upper.w / 2)
    c.polygon([(x, y - high), (x + wide, y), (x, y + high), (x - wide, y)], edge)
    size = max(theme.LEAST, min(_SEVERITY, high * 1.4))
    severity = str(face.severity)
    with c.type.growing(1):  # it stays within its diamond
        c.text(upper, severity, size, theme.PAPER, "bold", align="centre", valign="middle")
    if lower is not None:
        _likelihood(c, lower, face)


def _likelihood(c: Canvas, box: Box, face: RiskFace) -> None:
    c.tell(box, "mitigations" if face.mitigations else "likelihood")
    if face.mitigations:
        for place in box.columns(2)[: face.mitigations]:
            side = min(22, box.h)
            at = 0.5 if face.mitigations > 1 else 1
            c.icon("shield", place.place(side, side, at), theme.GOOD_DARK)
    elif face.believed:
        size = max(theme.LEAST, box.h * 0.8)
        c.text(box, "?", size, theme.INK, "bold", align="centre", valign="middle")
    else:
        c.pips(box.inset(0, box.h * 0.28), face.likelihood, LIKELIHOOD_HIGH, theme.INK)
