"""The small cards on the table: ideas, benefits and risks, readable from the back row.

Each chip has its idea's letter in the same dark badge; its shape shows the type of card, an
icon its state. Full texts are on the sheet that opens when a chip is pressed.
"""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.table import marks
from game.table.cards import draw_card
from game.table.cards.downside import DOWN, MADE_UP, SIGN
from game.views.board import BenefitChip, IdeaChip, RiskChip

_LOW, _SIGNS = 60, 48
"""Below this height an idea's icons are stacked at its end, in this width."""
_SLIM, _SLIM_NAME = 176, (20, 18, 17, 16)
"""Below this width an idea's name is below its letter, in these sizes."""
TILE_FROM, TILE = 200, 84
"""From this width on a benefit or risk is a tile with its name, at most this high."""
_NARROW, _CRAMPED = 80, 60
"""Below these widths a benefit's margins shrink, then its letter; numbers keep their room."""
_CLAIMED_FROM = 26
"""Below this width there is no room for the claimed points beside the harvested ones."""
_STATUS_ICON = {"proven": "badge-check", "implemented": "rocket", "realised": "flag"}
_TRIAL_PAPER = theme.mix(theme.PAPER, theme.ACCENT, 0.4)
"""The ground of an idea on trial, which shows across the room."""
_OUTCOME_ICON = {"struck": "zap", "held": "shield", "false": "circle-help"}


def badge(c: Canvas, box: Box, letter: str) -> None:
    """Draw an idea's letter as the dark badge of all cards linked to it."""
    c.shape(box, theme.INK, min(box.w, box.h) * 0.28)
    size = min(box.h * 0.8, box.w * 0.72 / max(1, len(letter) * 0.72))
    sizes = (max(theme.LEAST, size), theme.LEAST)
    c.text(box, letter, sizes, theme.PAPER, "bold", align="centre", valign="middle")


# ------------------------------------------------------------------ ideas
def draw_idea_chip(c: Canvas, box: Box, idea: IdeaChip) -> None:
    """Draw an idea: letter, name if there is room, state, price and maturity."""
    c.panel(box, _ground(idea), 12, lift=6)
    inner = box.inset(8, 7) if idea.status != "realised" else box.inset(6, 5)
    if box.w < _SLIM and box.h > 1.6 * _LOW:
        _upright(c, inner, idea)
        return
    side = min(inner.h, 52.0, inner.w)
    left, words = inner.cut_left(side, 9)
    if low := inner.h < _LOW:
        signs, words = words.cut_right(_SIGNS, 4)
    else:
        signs, words = words.cut_bottom(28, 2)
        signs = Box(inner.x, signs.y, inner.w, signs.h)
    name, sizes = idea.name, (22, 20, 18, 17, 16)
    if c.type.fit(name, words, sizes, "semibold", whole=True).cut:
        _letter_only(c, inner, idea)
        return
    badge(c, left.place(side, min(side, left.h), 0, 0), idea.letter)
    if low:
        _stacked_icons(c, signs, idea)
    else:
        _state_icons(c, signs, idea)
    c.text(words, name, sizes, theme.INK, "semibold", valign="middle", whole=True)


def _ground(idea: IdeaChip) -> Colour:
    if idea.reported:
        return _TRIAL_PAPER
    return theme.PAPER_SHADE if idea.status == "realised" else theme.PAPER


def _sign(idea: IdeaChip) -> tuple[str, Colour] | None:
    """The icon of an idea's state and its colour; none for one that nothing has happened to."""
    if idea.reported:
        return "flask-conical", theme.ACCENT_DARK
    icon = _STATUS_ICON.get(idea.status)
    if icon is None:
        return None
    return icon, theme.ACCENT_DARK if idea.status == "implemented" else theme.GOOD_DARK


def _awaited(idea: IdeaChip) -> int:
    """The round in which an idea is checked or its trial reported; 0 for neither."""
    return idea.due if idea.status == "implemented" else idea.reported


def _upright(c: Canvas, box: Box, idea: IdeaChip) -> None:
    """Draw a narrow idea: the letter and the icons above the name."""
    head, words = box.cut_top(44, 4)
    left, signs = head.cut_left(44, 6)
    if c.type.fit(idea.name, words, _SLIM_NAME, "semibold", whole=True).cut:
        badge(c, box.cut_top(box.h - 32, 4)[0], idea.letter)
        _state_icons(c, box.cut_bottom(28)[0], idea)
        return
    badge(c, left, idea.letter)
    _stacked_icons(c, signs, idea)
    c.text(words, idea.name, _SLIM_NAME, theme.INK, "semibold", valign="middle", whole=True)


def _stacked_icons(c: Canvas, box: Box, idea: IdeaChip) -> None:
    """Draw the icons stacked at the end of a low card instead of in a row."""
    upper, lower = box.rows(2)
    sign = _sign(idea)
    if sign is not None:
        c.icon(sign[0], upper.place(22, 22, 0), sign[1])
    if awaited := _awaited(idea):
        _number(c, lower, "hourglass", f"{awaited}")
    elif not idea.locked:
        _number(c, lower if sign else upper, "zap", str(idea.price))
        if sign is None:
            _number(c, lower, "sprout", str(idea.maturity))


def _letter_only(c: Canvas, box: Box, idea: IdeaChip) -> None:
    """Draw an idea without room for its name: a large letter, its state beside or below it."""
    if box.w > box.h * 1.5:
        sign, rest = box.cut_left(box.h, 9)
        badge(c, sign, idea.letter)
        _state_icons(c, rest, idea)
        return
    if idea.locked:
        badge(c, box.cut_top(box.h - 18, 2)[0], idea.letter)
        low = box.cut_bottom(16)[0]
    else:
        sign, low = box.rows((1.5, 1), 3)
        badge(c, sign.place(min(sign.w, sign.h * 1.3), sign.h), idea.letter)
    _state_icons(c, low, idea)


def _state_icons(c: Canvas, box: Box, idea: IdeaChip) -> None:
    """Draw price and maturity while the idea can still change, its progress after that."""
    h = min(box.h, 26.0)
    x = box.x if not idea.locked or box.w > 70 else box.x + (box.w - h) / 2
    sign = _sign(idea)
    if sign is not None:
        c.icon(sign[0], Box(x, box.y + (box.h - h) / 2, h, h), sign[1])
        x += h + 6
    if (awaited := _awaited(idea)) and x + (60 if idea.locked else 48) <= box.right:
        x = _number(c, Box(x, box.y, 48, box.h), "hourglass", f"{awaited}")
    if idea.locked or x + 48 > box.right:
        return
    x = _number(c, Box(x, box.y, 48, box.h), "zap", str(idea.price))
    if x + 52 <= box.right and idea.status == "proposed":
        _number(c, Box(x, box.y, 52, box.h), "sprout", str(idea.maturity))


def _number(c: Canvas, box: Box, icon: str, text: str) -> float:
    """Draw an icon with a number; returns where it ends."""
    h = min(box.h, 22.0)
    c.icon(icon, Box(box.x, box.y + (box.h - h) / 2, h, h), theme.INK_SOFT)
    place = Box(box.x + h + 3, box.y, box.w - h - 3, box.h)
    c.text(place, text, (20, 18, 16), theme.INK, "semibold", valign="middle")
    return box.right + 4


# ------------------------------------------------------------------ benefits
def draw_benefit_chip(c: Canvas, box: Box, b: BenefitChip) -> None:
    """Draw a benefit: letter, estimate, owner if anchored, harvested points if realised."""
    look = marks.TRACK[b.track]
    if box.w >= TILE_FROM:
        draw_card(c, box, b.face)
        return
    if b.estimate < 0:
        _downside(c, box, b)
        return
    c.panel(box, theme.PAPER, 12, lift=5)
    c.shape(Box(box.x, box.y, 7, box.h), look.colour, 4)
    air = 6 if box.w >= _NARROW else 3
    sign, rest = _letter_box(box.inset(air, 6).cut_left(6)[1])
    badge(c, sign, b.letter)
    number, low = rest.rows((1.4, 1), 1)
    points, ink = b.estimate, theme.INK
    if b.harvested is not None:
        points = b.harvested
        ink = theme.GOOD_DARK if points >= b.estimate else theme.BAD_DARK
    text = c.t.number(points)
    sizes = (38, 34, 30, 26, 22, 18)
    place = number.move(dy=-2)  # as high up as possible, clear of the text below
    c.text(place, text, sizes, ink, "bold", align="centre", valign="middle")
    _below(c, low, b)


def _downside(c: Canvas, box: Box, b: BenefitChip) -> None:
    """Draw a downside: it points downwards, with the points it takes and a falling line."""
    colour = marks.TRACK[b.track].colour
    c.panel(box, colour, 14, lift=5, corners=DOWN)
    c.shape(box.inset(4), marks.DOWNSIDE_PAPER, 12, DOWN)
    sign, rest = _letter_box(box.inset(8, 6))
    badge(c, sign, b.letter)
    number, low = rest.rows((1.4, 1), 1)
    text = c.t.number(b.estimate if b.harvested is None else b.harvested)
    sizes = (34, 30, 26, 22, 18, 16)
    c.text(number, text, sizes, theme.BAD_DARK, "bold", align="centre", valign="middle")
    icon, ink = (MADE_UP, theme.GOOD_DARK) if b.made_up else (SIGN, theme.BAD_DARK)
    side = min(low.h, 24, low.w)
    c.icon(icon, low.place(side, side), ink)


def _letter_box(box: Box) -> tuple[Box, Box]:
    """The box of the letter on the left, as high as the chip allows, and the rest."""
    narrow = box.w < _CRAMPED
    side = min(box.h, 46.0, box.w * (0.4 if narrow else 0.48))
    left, rest = box.cut_left(side, 3 if narrow else 5)
    return left.place(side, min(left.h, 52)), rest


def _below(c: Canvas, box: Box, b: BenefitChip) -> None:
    """Draw the claimed points, struck out, once harvested; then the owner, or a dash for none."""
    if b.harvested is not None and box.w >= (_CLAIMED_FROM if b.owner is None else 46):
        claimed, box = box.cut_left(min(22, box.w * 0.4), 2)
        c.text(
            claimed, str(b.estimate), (20, 18, 16), theme.INK_SOFT, align="centre", valign="middle"
        )
        c.fill(Box(claimed.x + 2, claimed.centre[1], claimed.w - 4, 2), theme.INK_SOFT)
    if b.owner is None:
        c.shape(box.place(min(box.w * 0.7, 26), 4), theme.PAPER_LINE, 2)
        return
    if box.w > 62:
        h = min(box.h, 26.0)
        sign, box = box.cut_left(h, 4)
        c.icon("anchor", sign.place(h, h), theme.GOOD_DARK)
    if b.followed and box.w > 50:
        box, plus = box.columns((1.6, 1))
        c.icon("plus", plus, theme.GOOD_DARK)
    sizes = (22, 20, 18, 16)
    c.text(box, b.initials, sizes, theme.GOOD_DARK, "semibold", align="centre", valign="middle")


# ------------------------------------------------------------------ risks
def draw_risk_chip(c: Canvas, box: Box, risk: RiskChip) -> None:
    """Draw a named risk: letter, severity and likelihood, and a shield per mitigation."""
    if box.w >= TILE_FROM:
        draw_card(c, box, risk.face)
        return
    c.panel(box, marks.RISK_PAPER, 14, lift=5, corners=("cut", "cut", "cut", "cut"))
    sign, rest = _letter_box(box.inset(10, 6))
    badge(c, sign, risk.letter)
    top, low = rest.rows((1.1, 1), 2)
    icon, colour = "triangle-alert", theme.BAD_DARK
    if risk.outcome is not None:
        icon = _OUTCOME_ICON[risk.outcome]
        colour = theme.BAD_DARK if risk.outcome == "struck" else theme.GOOD_DARK
    h = min(top.h, 32.0, top.w * 0.5)
    signs = top.place(h * (2 if risk.mitigations else 1), h)
    c.icon(icon, signs.cut_left(h)[0], colour)
    if risk.mitigations:
        c.icon("shield", signs.cut_right(h)[0], theme.GOOD_DARK)
    limits = f"{risk.severity}·{'?' if risk.limit is None else risk.limit}"
    c.text(low, limits, (26, 22, 18, 16), colour, "bold", align="centre", valign="middle")
