"""Cards in a hand that have room for words: picture and name first, and every fact with its name.

A narrow card has its picture above its name, a wide one beside it. What the hand has no room for
is told by the opened card.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import CUT, CUT_TOP, ROUND, ROUND_TOP, Corners
from game.gui.theme import Colour
from game.i18n import mark
from game.table import marks
from game.table.cards import parts
from game.views.faces import BenefitFace, IdeaFace, RiskFace
from game.wording import terms

WordyFace = IdeaFace | BenefitFace | RiskFace
LEAST = 160.0
"""The width from which on a card of the hand has words."""
_BESIDE = 250.0
"""From this width on the picture stands beside the name."""
_HEAD, _ROW, _LOFTY_ROW, _MARGIN, _FOOT = 38.0, 25.0, 31.0, 12.0, 8.0
_LEAST_SIGN = 21.0
"""The least height of the signs of tracks."""
_LEAST_LABELLED = 170.0
"""The width from which on the facts of a risk have their names."""
_LEAST_PICTURE = 34.0
_NAMES = (34, 30, 28, 26, 24, 22, 20, theme.TINY, theme.LEAST)
_HEADS = (20, theme.TINY, theme.LEAST)
_FACTS = (22, 20, theme.TINY, 17, theme.LEAST)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a type of card is told from the others: its sign, its name, its paper and its outline."""

    icon: str
    name: str
    paper: Colour
    line: Colour
    radius: float
    corners: Corners
    head: Corners


_IDEA = _Look("lightbulb", mark("Idea"), theme.PAPER, theme.PAPER_LINE, 14, ROUND, ROUND_TOP)
_BENEFIT = _Look("gift", mark("Benefit"), theme.PAPER, theme.PAPER_LINE, 34, ROUND, ROUND_TOP)
_RISK = _Look("triangle-alert", mark("Risk"), marks.RISK_PAPER, theme.BAD_DARK, 18, CUT, CUT_TOP)


def draw_wordy(c: Canvas, box: Box, face: WordyFace) -> None:
    """Draw a card of the hand: its track in words, picture and name, and its facts in words."""
    look = _look(face)
    c.panel(box, look.paper, look.radius, line=look.line, lift=6, corners=look.corners)
    head, body = box.cut_top(_HEAD)
    _head(c, head, face, look)
    inner = body.cut_bottom(_FOOT)[1].inset(_MARGIN, 0)
    foot, story = inner.cut_bottom(_facts_high(c, inner.w, face), 4)
    _story(c, Box(box.x, story.y, box.w, story.h), face, look)
    _facts(c, foot, face)


def _look(face: WordyFace) -> _Look:
    if isinstance(face, IdeaFace):
        return _IDEA
    return _BENEFIT if isinstance(face, BenefitFace) else _RISK


def radius_of_wordy(face: WordyFace) -> float:
    """The corner radius of its outline, for a ring round it."""
    return _look(face).radius


def _head(c: Canvas, box: Box, face: WordyFace, look: _Look) -> None:
    """The type at the left and the track at the right, in words as far as they fit."""
    mark_ = marks.TRACK[face.track]
    ink = theme.ink_on(mark_.colour)
    c.shape(box, mark_.colour, look.radius, look.head)
    inner = box.inset(_MARGIN + (6 if look is not _IDEA else 0), 0)
    sign, inner = inner.cut_left(22, 6)
    c.icon(look.icon, sign.place(22, 22), ink)
    inner = _track(c, inner, face, ink)
    what = c.t(look.name)
    longer = f"{what} · {terms.kind(c.t, face.kind)}" if isinstance(face, IdeaFace) else what
    for text in (longer, what):
        if c.type.width(text, theme.LEAST, "semibold") <= inner.w:
            c.text(inner, text, _HEADS, ink, "semibold", valign="middle")
            return


def _track(c: Canvas, box: Box, face: WordyFace, ink: Colour) -> Box:
    """Draw the name of the track at the right, or its letter; returns the rest of the head."""
    name, icon = terms.track(c.t, face.track), marks.TRACK[face.track].icon
    least = c.type.width(name, theme.LEAST, "bold") + 2
    if least > box.w:
        name, least = terms.track_letter(c.t, face.track), 20
    if box.w - least >= 27:
        sign, box = box.cut_right(22, 5)
        c.icon(icon, sign.place(22, 22), ink)
    place, rest = box.cut_right(min(box.w, c.type.width(name, _HEADS[0], "bold") + 2), 8)
    c.text(place, name, _HEADS, ink, "bold", align="right", valign="middle")
    return rest


# ------------------------------------------------------------------ picture and name
def _story(c: Canvas, box: Box, face: WordyFace, look: _Look) -> None:
    """Draw picture and name; a text below the name where there is room for all of it."""
    colour = marks.TRACK[face.track].colour if look is not _RISK else theme.BAD_DARK
    if box.w >= _BESIDE:
        field, words = box.cut_left(min(box.h, box.w * 0.36), 12)
        inside = Box(field.x + 2, field.y, field.w - 2, field.h)
        parts.picture(c, inside, face.picture, look.icon, colour, look.paper)
        _words(c, Box(words.x, words.y + 6, words.w - _MARGIN, words.h - 6), face)
        return
    room = box.inset(_MARGIN, 0)
    most = box.h - _LEAST_PICTURE - 4
    fitted = c.type.fit(face.name, Box(0, 0, room.w, most), _NAMES[2:], "bold", whole=True)
    high = c.type.line_height(fitted.size) * len(fitted.lines) + 2
    field, words = box.cut_top(max(0.0, box.h - high), 0)
    if field.h >= _LEAST_PICTURE:
        inside = Box(field.x + 2, field.y, field.w - 4, field.h)
        parts.picture(c, inside, face.picture, look.icon, colour, look.paper)
    c.text(words.inset(_MARGIN, 0), face.name, _NAMES[2:], theme.INK, "bold", whole=True)


def _words(c: Canvas, box: Box, face: WordyFace) -> None:
    used = c.text(box, face.name, _NAMES, theme.INK, "bold", whole=True)
    rest = box.cut_top(used.h, 4)[1]
    sizes = (20, theme.TINY, theme.LEAST)
    if face.text and rest.h > 20 and not c.type.fit(face.text, rest, sizes, whole=True).cut:
        c.text(rest, face.text, sizes, theme.INK_SOFT, whole=True)


# ------------------------------------------------------------------ facts
def _row(wide: float) -> float:
    """The height of a row of facts on a card with this room in width."""
    return _LOFTY_ROW if wide + 2 * _MARGIN >= _BESIDE else _ROW


def _facts_high(c: Canvas, wide: float, face: WordyFace) -> float:
    row = _row(wide)
    if isinstance(face, IdeaFace):
        return row * (_promise_rows(face, wide) + len(_costs(c, wide, face)))
    if isinstance(face, BenefitFace):
        return 44.0
    return row * ((1 if face.about else 0) + (2 if wide >= _LEAST_LABELLED else 1))


def _promise_rows(face: IdeaFace, wide: float) -> int:
    if not face.promise:
        return 0
    return 1 if parts.promise_width(face.promise) * _LEAST_SIGN <= wide else 2


def _costs(c: Canvas, wide: float, face: IdeaFace) -> tuple[str, ...]:
    """What an idea costs and how mature it is, on one line if that has room."""
    both = c.t(parts.COSTS, cost=face.cost, maturity=face.maturity)
    if c.type.width(both, theme.LEAST, "semibold") <= wide:
        return (both,)
    return tuple(both.split(" · "))


def _facts(c: Canvas, box: Box, face: WordyFace) -> None:
    if isinstance(face, IdeaFace):
        _idea_facts(c, box, face)
    elif isinstance(face, BenefitFace):
        _benefit_facts(c, box, face)
    else:
        _risk_facts(c, box, face)


def _idea_facts(c: Canvas, box: Box, face: IdeaFace) -> None:
    """Draw what it promises, what it costs, how mature it is, and how long it takes."""
    row, lines = _row(box.w), _costs(c, box.w, face)
    low, above = box.cut_bottom(row * len(lines))
    if face.promise:
        _promises(c, above, face)
    sizes = _FACTS if len(lines) == 1 else _FACTS[2:]
    for place, text in zip(low.rows(len(lines)), lines, strict=True):
        last = text is lines[-1]
        rest = _delay(c, place, face.delay, text) if face.delay and last else place
        c.text(rest, text, sizes, theme.INK, "semibold", valign="middle")


def _promises(c: Canvas, box: Box, face: IdeaFace) -> None:
    rows, label = _promise_rows(face, box.w), c.t("The promise:")
    wide = c.type.width(label, theme.TINY) + 8
    if rows == 1 and parts.promise_width(face.promise) * _ROW + wide <= box.w:
        words, box = box.cut_left(wide)
        c.text(words, label, (theme.TINY,), theme.INK_SOFT, valign="middle")
    parts.promises(c, box, face.promise, rows)


def _delay(c: Canvas, box: Box, rounds: int, beside: str) -> Box:
    """Draw the rounds that it takes, at the right; returns the rest of the row."""
    text = c.t.plural("+{n} round", "+{n} rounds", rounds)
    least = c.type.width(beside, theme.LEAST, "semibold") + 8
    wide = c.type.width(text, theme.TINY) + 2
    if box.w - wide - 24 >= least:
        words, box = box.cut_right(wide, 4)
        c.text(words, text, (theme.TINY,), theme.INK_SOFT, valign="middle")
    if box.w - 20 >= least:
        sign, box = box.cut_right(18, 2)
        c.icon("hourglass", sign.place(18, 18), theme.INK_SOFT)
    return box


def _benefit_facts(c: Canvas, box: Box, face: BenefitFace) -> None:
    """Draw the estimate as a seal: who places the benefit says how much it is."""
    seal, words = box.cut_left(box.h - 2, 7)
    c.disc(seal.centre, seal.h, marks.TRACK[face.track].colour)
    c.disc(seal.centre, seal.h * 0.84, theme.PAPER)
    points = "?" if face.estimate is None else c.t.number(face.estimate)
    c.text(seal, points, 24, theme.INK, "bold", align="centre", valign="middle")
    text = c.t("You say how much")
    fits = not c.type.fit(text, words, _FACTS, "semibold", whole=True).cut
    if face.estimate is None and fits:
        c.text(words, text, _FACTS, theme.INK, "semibold", valign="middle")


def _risk_facts(c: Canvas, box: Box, face: RiskFace) -> None:
    """Draw severity and likelihood with their names, and the ideas that it may concern."""
    if face.about:
        about, box = box.cut_top(_row(box.w))
        _about(c, about, face)
    severity, likelihood = box.rows(2) if box.w >= _LEAST_LABELLED else box.columns([4, 5], 12)
    if box.w >= _LEAST_LABELLED:
        names = (c.t("Severity"), c.t("Likelihood"))
        wide = max(c.type.width(name, theme.LEAST, "semibold") for name in names) + 8
        for row, name in zip((severity, likelihood), names, strict=True):
            words = row.cut_left(wide)[0]
            c.text(words, name, (theme.LEAST,), theme.INK_SOFT, "semibold", valign="middle")
        severity, likelihood = severity.cut_left(wide)[1], likelihood.cut_left(wide)[1]
    parts.diamonds(c, _signs(severity), face.severity, 4, theme.BAD_DARK)
    c.pips(_signs(likelihood), face.likelihood, 5, theme.INK)


def _signs(box: Box) -> Box:
    """The place for a row of diamonds or dots, at the left of a row of facts."""
    return Box(box.x, box.centre[1] - 9, min(box.w, 110), 18)


def _about(c: Canvas, box: Box, face: RiskFace) -> None:
    """Draw the letters of the ideas on the table, and how many more there may be."""
    sign, rest = box.cut_left(20, 6)
    c.icon("lightbulb", sign.place(20, 20), theme.INK_SOFT)
    for about in face.about:
        if about.startswith("+"):
            n = int(about[1:])
            long = c.t.plural("{n} idea not placed yet", "{n} ideas not placed yet", n)
            text = long if c.type.width(long, theme.LEAST) <= rest.w else about
            c.text(rest, text, (theme.TINY, theme.LEAST), theme.INK_SOFT, valign="middle")
            return
        place, rest = rest.cut_left(24, 4)
        parts.letter_badge(c, place.centre, 24, about)
