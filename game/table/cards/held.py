"""Cards in a hand, with one of two faces: picture and name first, and the facts below.

With words every sign has its name, for whoever plays the first time; with signs there is more air,
and a larger name and picture. A narrow card has its picture above its name, a wide one beside it.
What the hand has no room for is told by the opened card. In large print all of it is larger, as far
as name and picture keep their room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import CUT, CUT_TOP, ROUND, ROUND_TOP, Corners
from game.gui.theme import Colour
from game.i18n import mark
from game.table import marks
from game.table.cards import parts
from game.table.cards.facts import Fact, FactMaker, Style, draw_lines, in_lines
from game.views.faces import BenefitFace, HeldFace, IdeaFace
from game.wording import terms

LEAST = 138.0
"""The width from which on a card of the hand has one of these faces."""
_BESIDE = 250.0
"""From this width on the picture stands beside the name."""
_HEAD, _SLIM, _ROW, _MARGIN, _FOOT = 36.0, 30.0, 28.0, 12.0, 7.0
_CLOSE = 3.0
"""The margin of a card that others lie over, which is narrow."""
_LEAST_PICTURE = 46.0
_NAMES = (34.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
_LARGE_NAMES = (44.0, 40.0, 37.0, *_NAMES)
"""The names of cards with words, and with signs."""
_LYING = (24.0, 22.0, 20.0, 19.0, theme.LEAST)
"""The names of cards that others lie over."""
_BELOW = 28.0
"""The largest name below a picture, which needs room too."""
_HEADS = (20.0, theme.LEAST)
_STYLES: tuple[Style, ...] = ("named", "words", "signs")
_SMALL_PICTURE = 30.0
"""Below this height a picture cannot be known."""
_SHARE = 0.58
"""At most so much of a card below its head is facts."""


@frozen
class _Look:
    """How a type of card is told from the others: its sign, its name, its paper and its outline."""

    kind: str
    icon: str
    name: str
    paper: Colour
    line: Colour
    radius: float
    corners: Corners
    head: Corners


_IDEA = _Look(
    "idea", "lightbulb", mark("Idea"), theme.PAPER, theme.PAPER_LINE, 14, ROUND, ROUND_TOP
)
_BENEFIT = _Look(
    "benefit", "gift", mark("Benefit"), theme.PAPER, theme.PAPER_LINE, 34, ROUND, ROUND_TOP
)
_RISK = _Look(
    "risk", "triangle-alert", mark("Risk"), marks.RISK_PAPER, theme.BAD_DARK, 18, CUT, CUT_TOP
)


@frozen
class _Plan:
    """How large everything on a card is, and its facts on their lines."""

    grow: float
    head: float
    lines: Sequence[Sequence[Fact]]
    names: tuple[float, ...]
    margin: float = _MARGIN

    @property
    def facts_high(self) -> float:
        """The height of the facts."""
        return len(self.lines) * _ROW * self.grow


def draw_face(c: Canvas, box: Box, face: HeldFace, *, words: bool) -> None:
    """Draw a card of the hand: its track, picture and name, and its facts."""
    look = _look(face)
    c.panel(box, look.paper, look.radius, line=look.line, lift=6, corners=look.corners)
    plan = _plan(c, box, face, words=words)
    with c.type.growing(1):  # what there is room for has been found out
        head, body = box.cut_top(plan.head)
        _head(c, head, face, look, plan, words=words)
        inner = body.cut_bottom(_FOOT)[1]
        foot, story = inner.cut_bottom(plan.facts_high, 4)
        _story(c, story, face, look, plan)
        draw_lines(c, foot.inset(_MARGIN, 0), plan.lines, _ROW * plan.grow)


def draw_lying(c: Canvas, box: Box, face: HeldFace, whole: float) -> None:
    """Draw a card that others lie over where it is seen: its sign, picture and name, and the facts
    that have room."""
    look, plan = _look(face), _plan_lying(c, box, face)
    c.occupied.append(c.rect(box).move(c.origin))
    paper = Box(box.x, box.y, whole, box.h)
    c.panel(paper, look.paper, look.radius, line=look.line, lift=6, corners=look.corners)
    with c.type.growing(1):
        c.shape(paper.cut_top(plan.head)[0], marks.TRACK[face.track].colour, look.radius, look.head)
        head, body = box.cut_top(plan.head)
        _signs(c, head.inset(_MARGIN, 0), face, look, plan)
        foot, story = body.cut_bottom(_FOOT)[1].cut_bottom(plan.facts_high, 4 * bool(plan.lines))
        _story(c, story, face, look, plan)
        draw_lines(c, foot.inset(plan.margin, 0), plan.lines, _ROW * plan.grow)


def name_fits_lying(c: Canvas, box: Box, face: HeldFace) -> bool:
    """Whether the name of a card that others lie over has room where it is seen."""
    return any(_has_room(c, box, face, plan) for plan in _bare_plans(c))


def _bare_plans(c: Canvas) -> list[_Plan]:
    """A card that others lie over with its name alone, in the largest print first."""
    return [
        _Plan(grow, _SLIM * grow, (), tuple(size * grow for size in _LYING), _CLOSE)
        for grow in c.type.growths
    ]


def _plan_lying(c: Canvas, box: Box, face: HeldFace) -> _Plan:
    """The largest print at which the name has room below the picture, and the facts that have room
    too."""
    plans = _bare_plans(c)
    bare = next((plan for plan in plans if _has_room(c, box, face, plan)), plans[-1])
    wide = box.w - 2 * bare.margin
    with c.type.growing(1):
        lines = in_lines(FactMaker(c, bare.grow, wide, "signs").facts(face), wide)
    fuller = (replace(bare, lines=lines[:n]) for n in range(len(lines), 0, -1))
    return next((plan for plan in fuller if _has_room(c, box, face, plan)), bare)


def _signs(c: Canvas, box: Box, face: HeldFace, look: _Look, plan: _Plan) -> None:
    """The type and the track of a card that others lie over."""
    ink, side = theme.ink_on(marks.TRACK[face.track].colour), 22 * plan.grow
    sign, rest = box.cut_left(side, 6)
    c.icon(look.icon, sign.place(side, side), ink)
    _track(c, rest, face, plan, words=False)


def _look(face: HeldFace) -> _Look:
    if isinstance(face, IdeaFace):
        return _IDEA
    return _BENEFIT if isinstance(face, BenefitFace) else _RISK


def radius_of_face(face: HeldFace) -> float:
    """The corner radius of its outline, for a ring round it."""
    return _look(face).radius


# ------------------------------------------------------------------ how much has room
def _plan(c: Canvas, box: Box, face: HeldFace, *, words: bool) -> _Plan:
    """The largest print, and in it the most words, at which name and picture have their room."""
    styles = _STYLES if words else _STYLES[-1:]
    for grow, style in product(c.type.growths, styles):
        plan = _planned(c, box, face, grow, style, words=words)
        if _has_room(c, box, face, plan):
            return plan
    return _cut_down(c, box, face, _planned(c, box, face, 1, "signs", words=words))


def _planned(
    c: Canvas, box: Box, face: HeldFace, grow: float, style: Style, *, words: bool
) -> _Plan:
    wide = box.w - 2 * _MARGIN
    with c.type.growing(1):
        lines = in_lines(FactMaker(c, grow, wide, style).facts(face), wide)
    most = _LARGE_NAMES[0] if box.w >= _BESIDE * grow else _BELOW
    sizes = [size for size in (_NAMES if words else _LARGE_NAMES) if size <= most]
    names = tuple(size * grow for size in sizes)
    return _Plan(grow, (_HEAD if words else _SLIM) * grow, lines, names)


def _has_room(c: Canvas, box: Box, face: HeldFace, plan: _Plan) -> bool:
    """Whether the facts take no more than their share, and the name fits below a picture."""
    body = box.h - plan.head - _FOOT
    if plan.facts_high > body * _SHARE:
        return False
    if any(fact.wide > box.w - 2 * plan.margin for line in plan.lines for fact in line):
        return False
    room = _name_room(box, body - plan.facts_high - 4, plan)
    with c.type.growing(1):
        return not c.type.fit(face.name, room, plan.names, "bold", whole=True).cut


def _name_room(box: Box, high: float, plan: _Plan) -> Box:
    """The room that a name has beside its picture, or below it."""
    if box.w >= _BESIDE * plan.grow:
        return Box(0, 0, box.w - _field(box.w, high) - 12 - plan.margin, high - 6)
    return Box(0, 0, box.w - 2 * plan.margin, high - _LEAST_PICTURE * plan.grow - 4)


def _field(wide: float, high: float) -> float:
    """The width of the picture beside a name."""
    return min(high, wide * 0.38)


def _cut_down(c: Canvas, box: Box, face: HeldFace, plan: _Plan) -> _Plan:
    """The facts that leave name and picture their room; the opened card has all of them."""
    names, lines = (*plan.names, theme.LEAST), list(plan.lines)
    plan = _Plan(plan.grow, plan.head, lines, names)
    while lines and not _has_room(c, box, face, plan):
        lines = lines[:-1]
        plan = _Plan(plan.grow, plan.head, lines, names)
    return plan


# ------------------------------------------------------------------ the head
def _head(c: Canvas, box: Box, face: HeldFace, look: _Look, plan: _Plan, *, words: bool) -> None:
    """The type at the left and the track at the right, in words as far as they fit."""
    colour = marks.TRACK[face.track].colour
    ink, side = theme.ink_on(colour), 22 * plan.grow
    c.shape(box, colour, look.radius, look.head)
    inner = box.inset(_MARGIN + (6 if look is not _IDEA else 0), 0)
    c.tell(box, "type")
    sign, inner = inner.cut_left(side, 6)
    c.icon(look.icon, sign.place(side, side), ink)
    inner = _track(c, inner, face, plan, words=words)
    if isinstance(face, IdeaFace) and not words and inner.w >= side:
        kind, inner = inner.cut_left(side, 6)
        c.tell(kind, "kind")
        c.icon(marks.KIND_ICON[face.kind], kind.place(side, side), ink)
    if words:
        _type(c, inner, face, look, plan)


def _type(c: Canvas, box: Box, face: HeldFace, look: _Look, plan: _Plan) -> None:
    ink = theme.ink_on(marks.TRACK[face.track].colour)
    what, sizes = c.t(look.name), tuple(size * plan.grow for size in _HEADS)
    longer = f"{what} · {terms.kind(c.t, face.kind)}" if isinstance(face, IdeaFace) else what
    for text in (longer, what):
        if c.type.width(text, sizes[-1], "semibold") <= box.w:
            c.text(box, text, sizes, ink, "semibold", valign="middle")
            if text != what:
                c.tell(box.cut_left(c.type.width(f"{what} · ", sizes[0], "semibold"))[1], "kind")
            return


def _track(c: Canvas, box: Box, face: HeldFace, plan: _Plan, *, words: bool) -> Box:
    """Draw the track at the right, by its name or its letter; returns the rest of the head."""
    look, sizes = marks.TRACK[face.track], tuple(size * plan.grow for size in _HEADS)
    ink, side = theme.ink_on(look.colour), 22 * plan.grow
    name = terms.track(c.t, face.track)
    if not words or c.type.width(name, sizes[-1], "bold") + 2 > box.w:
        name = terms.track_letter(c.t, face.track)
    least, before = c.type.width(name, sizes[-1], "bold") + 2, box
    if box.w - least >= side + 5:
        sign, box = box.cut_right(side, 5)
        c.icon(look.icon, sign.place(side, side), ink)
    wide = min(box.w, c.type.width(name, sizes[0], "bold") + 2)
    place, rest = box.cut_right(wide, 8)
    c.tell(Box(place.x, place.y, before.right - place.x, place.h), "track")
    c.text(place, name, sizes, ink, "bold", align="right", valign="middle")
    return rest


# ------------------------------------------------------------------ picture, name and facts
def _story(c: Canvas, box: Box, face: HeldFace, look: _Look, plan: _Plan) -> None:
    """Draw picture and name; beside a picture a text below the name where it has room."""
    if box.w >= _BESIDE * plan.grow:
        field, words = box.cut_left(_field(box.w, box.h), 12)
        _picture(c, Box(field.x + 2, field.y, field.w - 2, field.h), face, look)
        _words(c, Box(words.x, words.y + 6, words.w - plan.margin, words.h - 6), face, plan)
        return
    fitted = c.type.fit(face.name, _name_room(box, box.h, plan), plan.names, "bold", whole=True)
    high = c.type.line_height(fitted.size) * len(fitted.lines) + 2
    field, words = box.cut_top(max(0.0, box.h - high), 0)
    if field.h >= _SMALL_PICTURE:
        _picture(c, Box(field.x + 2, field.y, field.w - 4, field.h), face, look)
    c.text(words.inset(plan.margin, 0), face.name, (fitted.size,), theme.INK, "bold", whole=True)


def _picture(c: Canvas, box: Box, face: HeldFace, look: _Look) -> None:
    colour = marks.TRACK[face.track].colour if look is not _RISK else theme.BAD_DARK
    parts.picture(c, box, face.picture, look.kind, colour, look.paper)


def _words(c: Canvas, box: Box, face: HeldFace, plan: _Plan) -> None:
    used = c.text(box, face.name, plan.names, theme.INK, "bold", whole=True)
    rest = box.cut_top(used.h, 4)[1]
    sizes = tuple(size * plan.grow for size in (20, theme.LEAST))
    if face.text and rest.h > 20 and not c.type.fit(face.text, rest, sizes, whole=True).cut:
        c.text(rest, face.text, sizes, theme.INK_SOFT, whole=True)
