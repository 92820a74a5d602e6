"""Draws roles: a name plate with what matters most to the role, and what it can do."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import ROUND_TOP
from game.table.cards import parts, story
from game.views.faces import RoleFace

_LABEL = 28
"""The height of the labels of facts about a role."""
_NAME = 26
"""The size of the name on the widest card."""
_MORE_LINES = 2
"""How many more lines the plate may have for the name: as many as the longest one needs."""
_PLAYER = 3 / 5
"""How much of the plate a player's name has."""


def draw_role(c: Canvas, box: Box, face: RoleFace) -> None:
    """Draw a role: a name plate with its goal and its ability."""
    k = box.w / story.WIDTH
    c.panel(box, theme.PAPER, 18 * k, line=theme.PAPER_LINE, lift=14 * k)
    high = max(60, 104 * k)
    head, body = box.cut_top(high + _more_for_name(c, box, high, face, k))
    c.shape(head, theme.WOOD, 18 * k, ROUND_TOP)
    c.tell(head, "type")
    plate = head.inset(20 * k, 12 * k)
    if k >= story.ROOMY:
        sign, plate = plate.cut_left(72 * k, 16 * k)
        c.disc(sign.centre, 68 * k, theme.PAPER)
        if not c.emoji(face.picture, sign.place(50 * k, 50 * k)):
            c.icon("user-round", sign.place(42 * k, 42 * k), theme.WOOD_DARK)
    if face.player:
        upper, plate = plate.cut_top((high - 24 * k) * _PLAYER)
        c.text(upper, face.player, story.sizes_of(32, k), theme.CHALK, "bold", valign="middle")
    c.text(plate, face.name, story.sizes_of(_NAME, k), theme.CHALK, "semibold", valign="middle")
    body = body.inset(22 * k, 18 * k)
    size = _role_size(c, body, face, k)
    with c.type.growing(1):  # one size for all texts about a role
        if face.text:
            used = c.text(body, face.text, size, theme.INK_SOFT, "italic")
            body = body.cut_top(used.h, 16 * k)[1]
        met = {True: "check", False: "x", None: "target"}[face.aim_met]
        body = _role_part(c, body, "aim", (met, c.t("Aim"), face.aim), size)
        body = body.cut_top(0, 14 * k)[1]
        body = _role_part(c, body, "ability", ("star", c.t("Ability"), face.ability), size)
        body = body.cut_top(0, 14 * k)[1]
        home = body.cut_top(c.type.line_height(size) * 2)[0]
        c.tell(home, "home")
        sign, words = home.cut_left(_LABEL, 10)
        c.icon("house", sign.cut_top(_LABEL)[0], theme.INK)
        c.text(words, face.home, (size, theme.LEAST), theme.INK)


def _more_for_name(c: Canvas, box: Box, high: float, face: RoleFace, k: float) -> float:
    """How much higher than usual the plate is, so that a long name is whole on it."""
    wide = box.w - 40 * k - (88 * k if k >= story.ROOMY else 0)
    room = (high - 24 * k) * (1 - _PLAYER if face.player else 1)
    least = story.sizes_of(_NAME, k)[-1]
    needed = c.type.height(face.name, wide, least, "semibold") - room
    return min(max(0.0, needed), _MORE_LINES * c.type.line_height(least))


def _role_size(c: Canvas, box: Box, face: RoleFace, k: float) -> float:
    """The largest size at which everything about a role fits below its name."""
    usual = story.sizes_of(28, k)
    sizes = (*(usual[0] * grow for grow in c.type.growths[:-1]), *usual)
    for size in sizes:
        texts = [text for text in (face.text, face.aim, face.ability) if text]
        high = sum(c.type.height(text, box.w, size) for text in texts)
        high += c.type.height(face.home, box.w - _LABEL - 10, size)
        if high + 2 * (_LABEL + 6) + 44 * k <= box.h:
            return size
    return sizes[-1]


def _role_part(c: Canvas, box: Box, what: str, said: tuple[str, str, str], size: float) -> Box:
    """Draw one fact about a role under its icon and its name; returns the box below it."""
    head, rest = box.cut_top(_LABEL, 6)
    sign, name, text = said
    icon, words = head.cut_left(head.h, 10)
    c.icon(sign, icon, theme.INK)
    parts.label(c, words, name, max(theme.LEAST, size * 0.8))
    used = c.text(rest, text, (size, theme.LEAST), theme.INK)
    c.tell(Box(box.x, box.y, box.w, rest.y - box.y + used.h), what)
    return rest.cut_top(used.h)[1]
