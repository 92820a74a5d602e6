"""The small cards that lie on the table: an idea, a benefit, a risk as the back row sees them.

Every chip carries its idea's letter in the same dark badge; the shape tells the type of card, an
icon tells its state. Full texts are in the sheet that opens when a chip is pressed.
"""

from __future__ import annotations

from game.engine import Benefit, Idea, Risk, State, Track
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards import draw_card
from game.table.frame import Box
from game.table.play import faces
from game.table.play.faces import initials
from game.table.play.game import Game
from game.table.theme import Colour

NAMED_FROM = 180
"""An idea at least this wide has room for its name."""
TILE_FROM = 200
"""A benefit or risk at least this wide is a tile with its name."""
_STATUS_ICON = {"proven": "flask-conical", "implemented": "rocket", "realised": "badge-check"}
_OUTCOME_ICON = {"struck": "zap", "held": "shield", "false": "circle-help"}


def badge(c: Canvas, box: Box, letter: str) -> None:
    """The idea's letter, dark on every card that is linked to it."""
    c.shape(box, theme.INK, min(box.w, box.h) * 0.28)
    size = min(box.h * 0.72, box.w * 0.72 / max(1, len(letter) * 0.72))
    sizes = (max(theme.LEAST, size), theme.LEAST)
    c.text(box, letter, sizes, theme.PAPER, "bold", align="centre", valign="middle")


# ------------------------------------------------------------------ ideas
def idea_chip(c: Canvas, box: Box, game: Game, idea: Idea) -> None:
    """An idea: letter, name where there is room, state, price and maturity."""
    ground = theme.PAPER if idea.status != "realised" else theme.PAPER_SHADE
    c.panel(box, ground, 12, lift=6)
    inner = box.inset(8, 7)
    side = min(inner.h, 52.0, inner.w)
    if box.w < NAMED_FROM:
        _letter_only(c, inner, idea)
        return
    left, words = inner.cut_left(side, 9)
    badge(c, left.place(side, min(side, left.h), 0, 0), idea.letter)
    low, words = words.cut_bottom(24 if inner.h < 80 else 28, 2)
    if inner.h >= 80:
        _state_icons(c, Box(inner.x, low.y, inner.w, low.h), idea)
    else:
        _state_icons(c, low, idea)
    name = game.idea_name(idea)
    c.text(words, name, (22, 20, 18, 17, 16), theme.INK, "semibold", valign="middle")


def _letter_only(c: Canvas, box: Box, idea: Idea) -> None:
    """Without room for a name: the letter as large as it goes, its state beside or below it."""
    if box.w > box.h * 1.5:
        sign, rest = box.cut_left(box.h, 9)
        badge(c, sign, idea.letter)
        _state_icons(c, rest, idea)
        return
    sign, low = box.rows((1.5, 1), 3)
    badge(c, sign.place(min(sign.w, sign.h * 1.3), sign.h), idea.letter)
    _state_icons(c, low, idea)


def _state_icons(c: Canvas, box: Box, idea: Idea) -> None:
    """Price and maturity while it may still be changed; how far it has come after that."""
    h = min(box.h, 26.0)
    x = box.x if not idea.locked or box.w > 70 else box.x + (box.w - h) / 2
    icon = _STATUS_ICON.get(idea.status)
    if icon:
        colour = theme.GOOD_DARK if idea.status != "implemented" else theme.ACCENT_DARK
        c.icon(icon, Box(x, box.y + (box.h - h) / 2, h, h), colour)
        x += h + 6
    if idea.locked:
        if idea.status == "implemented" and x + 60 <= box.right:
            _number(c, Box(x, box.y, box.right - x, box.h), "hourglass", f"{idea.due}")
        return
    if x + 48 > box.right:
        return
    x = _number(c, Box(x, box.y, 48, box.h), "zap", str(idea.price))
    if x + 52 <= box.right and idea.status == "proposed":
        _number(c, Box(x, box.y, 52, box.h), "sprout", str(idea.maturity))


def _number(c: Canvas, box: Box, icon: str, text: str) -> float:
    """An icon with a number; where it ends."""
    h = min(box.h, 22.0)
    c.icon(icon, Box(box.x, box.y + (box.h - h) / 2, h, h), theme.INK_SOFT)
    place = Box(box.x + h + 3, box.y, box.w - h - 3, box.h)
    c.text(place, text, (20, 18, 16), theme.INK, "semibold", valign="middle")
    return box.right + 4


# ------------------------------------------------------------------ benefits
def benefit_chip(c: Canvas, box: Box, game: Game, idea: Idea, track: Track) -> None:
    """A claim: letter, estimate, its owner when anchored; when realised what was harvested."""
    b, state, look = idea.benefit(track), game.state, theme.TRACK[track]
    if b is None:
        return
    if box.w >= TILE_FROM:
        draw_card(c, box.place(box.w, min(box.h, 84)), faces.benefit_face(game, idea, track))
        return
    c.panel(box, theme.PAPER, 12, lift=5)
    c.shape(Box(box.x, box.y, 7, box.h), look.colour, 4)
    inner = Box(box.x + 12, box.y + 6, box.w - 18, box.h - 12)
    top, low = inner.rows((1.25, 1), 2) if inner.h < 80 else inner.rows((1.4, 1), 4)
    side = min(top.h, 44.0, top.w * 0.46)
    sign, number = top.cut_left(side, 4)
    badge(c, sign.place(side, side, 0, 0.5), idea.letter)
    if b.harvested is None:
        c.text(
            number,
            str(b.estimate),
            (38, 32, 26),
            theme.INK,
            "bold",
            align="centre",
            valign="middle",
        )
    else:
        _harvest(c, number, b)
    _owner(c, low, state, b)


def _harvest(c: Canvas, box: Box, b: Benefit) -> None:
    """What was claimed, small and left behind; what was harvested, large."""
    given = b.harvested or 0
    text = f"{given}" if given >= 0 else f"\N{MINUS SIGN}{-given}"
    ink = theme.GOOD_DARK if given >= b.estimate else theme.BAD_DARK
    claimed, real = box.columns((0.8, 1))
    c.text(claimed, str(b.estimate), (22, 18, 16), theme.INK_SOFT, align="centre", valign="middle")
    line = Box(claimed.x + claimed.w * 0.2, claimed.y + claimed.h / 2, claimed.w * 0.6, 2)
    c.fill(line, theme.INK_SOFT)
    c.text(real, text, (34, 28, 24), ink, "bold", align="centre", valign="middle")


def _owner(c: Canvas, box: Box, state: State, b: Benefit) -> None:
    """The anchor with the owner's initials; a dashed word where nobody owns it yet."""
    h = min(box.h, 28.0)
    if b.owner is None:
        mark = Box(box.x, box.y + (box.h - 4) / 2, min(box.w, 30), 4)
        c.shape(mark, theme.PAPER_LINE, 2)
        return
    c.icon("anchor", Box(box.x, box.y + (box.h - h) / 2, h, h), theme.GOOD_DARK)
    name = initials(state.seats[b.owner].name)
    place = Box(box.x + h + 4, box.y, box.w - h - 4, box.h)
    if b.followed:
        place, plus = place.columns((1.6, 1))
        c.icon("plus", plus, theme.GOOD_DARK)
    c.text(place, name, (22, 20, 18, 16), theme.INK, "semibold", valign="middle")


# ------------------------------------------------------------------ risks
def risk_chip(c: Canvas, box: Box, game: Game, idea: Idea, risk: Risk) -> None:
    """A named risk: letter, how grave, how likely; shields for what was done about it."""
    state = game.state
    if box.w >= TILE_FROM:
        draw_card(c, box.place(box.w, min(box.h, 84)), faces.risk_face(game, idea, risk))
        return
    c.panel(box, theme.RISK_PAPER, 12, lift=5, corners=("cut", "round", "round", "round"))
    inner = box.inset(8, 6)
    top, low = inner.rows((1.1, 1), 3)
    side = min(top.h, 42.0, top.w * 0.45)
    sign, mark = top.cut_left(side, 4)
    badge(c, sign.place(side, side, 0, 0.5), idea.letter)
    icon, colour = "triangle-alert", theme.BAD_DARK
    if risk.outcome is not None:
        icon = _OUTCOME_ICON[risk.outcome]
        colour = theme.BAD_DARK if risk.outcome == "struck" else theme.GOOD_DARK
    h = min(mark.h, 34.0, mark.w)
    c.icon(icon, mark.place(h, h), colour)
    _odds(c, low, state, risk, colour)


def _odds(c: Canvas, box: Box, state: State, risk: Risk, ink: Colour) -> None:
    text = f"{risk.severity}·{max(0, state.limit(risk))}"
    words = box
    if risk.mitigations:
        h = min(box.h, 24.0)
        shield, words = box.cut_left(h, 4)
        c.icon("shield", shield.place(h, h), theme.GOOD_DARK)
    c.text(words, text, (26, 22, 18, 16), ink, "bold", align="centre", valign="middle")
