"""Drawing functions for the reality check and similar: dice, odds, banners, turned cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

import pygame

from game.engine.limits import TRUST_HIGH
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import CUT
from game.gui.theme import Colour
from game.table import marks
from game.table.cards import draw_card
from game.table.parts.dice import FACES
from game.table.parts.meters import FALLEN
from game.views.faces import EventFace, Face

Tone = Literal["good", "bad", "plain"]
IconColour = tuple[str, Colour]
"""An icon and its colour."""
_INK: dict[Tone, Colour] = {"good": theme.GOOD_DARK, "bad": theme.BAD_DARK, "plain": theme.INK}


def panel(c: Canvas, box: Box) -> Box:
    """Draw a dark panel; returns the box for its contents."""
    c.panel(box, theme.PANEL, 24, line=theme.PANEL_LINE)
    return box.inset(36, 28)


def heading(c: Canvas, box: Box, text: str, sign: str = "") -> None:
    """Draw the heading of a panel, in one line."""
    if sign:
        icon, box = box.cut_left(44, 16)
        c.icon(sign, icon, theme.ACCENT)
    words = box.cut_right(12)[1]  # a frame may be drawn round the panel
    c.text(
        words, text, (theme.HEADING, 34, theme.ROOM, 26), theme.CHALK, "semibold", valign="middle"
    )


def small_print(c: Canvas, box: Box, text: str) -> None:
    """Draw what should be known besides, in a line or two."""
    sign, words = box.cut_left(32, 14)
    c.icon("info", sign.place(30, 30), theme.ACCENT)
    c.text(words, text, (26, 18), theme.CHALK_SOFT, valign="middle")


def banner(c: Canvas, box: Box, sign: str, text: str, mood: Tone) -> None:
    """Draw an outcome, large on paper, with an icon so that it does not depend on colour."""
    ink = _INK[mood]
    c.panel(box, theme.PAPER, 18, line=ink, width=4, lift=8)
    side = min(56, box.h * 0.6)
    inner = box.inset(24, 8)
    sizes = (40, 36, 32, theme.ROOM, 26)
    room = Box(0, 0, inner.w - side - 18, inner.h)
    fitted = c.type.fit(text, room, sizes, "bold")
    wide = max(c.type.width(line, fitted.size, "bold") for line in fitted.lines) + 2
    group = inner.place(min(inner.w, side + 18 + wide), inner.h)
    icon, words = group.cut_left(side, 18)
    c.icon(sign, icon, ink)
    c.text(words, text, sizes, ink, "bold", valign="middle")


def odds(
    c: Canvas, box: Box, limit: int, thrown: int, signs: tuple[IconColour, IconColour]
) -> None:
    """Draw the six faces of a die with icons: the first up to the limit, the second above it.

    ``thrown`` is the face to ring, 0 for none.
    """
    for eyes, cell in enumerate(box.columns(FACES, 12), start=1):
        name, colour = signs[0 if eyes <= limit else 1]
        c.shape(cell, theme.mix(theme.PANEL, colour, 0.28), 14)
        if eyes == thrown:
            c.outline(cell.inset(-5), theme.ACCENT, 18, 7)
        upper, lower = cell.inset(6, 10).rows([3, 2], 4)
        side = min(upper.w, upper.h, 76)
        c.die(upper.place(side, side), eyes)
        side = min(lower.h, 40)
        c.icon(name, lower.place(side, side), colour)


def thrown_die(c: Canvas, box: Box, eyes: int, certain: IconColour) -> None:
    """Draw a die that was thrown; where none was needed (0), the sign of what is certain."""
    if eyes:
        c.die(box, eyes)
    else:
        c.icon(certain[0], box.inset(10), certain[1])


def waiting_die(c: Canvas, box: Box) -> None:
    """Draw the place where a die will land."""
    c.outline(box, theme.PANEL_LINE, box.w / 5, 4)


def trust_row(c: Canvas, box: Box, trust: int, before: int) -> None:
    """Draw trust as squares and a number with its change, on a panel as on the table."""
    t = c.t
    c.panel(box, theme.PANEL, 14, line=theme.PANEL_LINE)
    side = min(box.h, 44)
    sign, rest = box.inset(16, 0).cut_left(side, 12)
    c.icon("handshake", sign, theme.ACCENT)
    name, rest = rest.cut_left(c.type.width(t("Trust"), theme.ROOM, "semibold") + 4, 16)
    c.text(name, t("Trust"), theme.ROOM, theme.CHALK, "semibold", valign="middle")
    squares, rest = rest.cut_left(min(330, rest.w * 0.6), 14)
    trust_squares(c, squares.place(squares.w, 28), trust)
    used = c.text(rest, str(trust), 40, theme.CHALK, "bold", valign="middle")
    if trust != before:
        changed(c, rest.cut_left(used.w, 14)[1], trust - before, 34)


def trust_squares(c: Canvas, box: Box, trust: int) -> None:
    """Draw trust as squares from the left, always distinct from the dots of capacity."""
    for i, cell in enumerate(box.columns(TRUST_HIGH, 5)):
        c.shape(cell, theme.GOOD if i < trust else theme.FELT, 5)


def changed(c: Canvas, box: Box, by: int, size: float) -> None:
    """Draw a change as an arrow and a number."""
    colour = theme.GOOD if by > 0 else FALLEN
    sign, words = box.cut_left(size, 4)
    c.icon("arrow-up" if by > 0 else "arrow-down", sign, colour)
    c.text(words, c.t.number(by, sign=True), size, colour, "bold", valign="middle")


# ------------------------------------------------------------------ a card turned over
def turn_card(c: Canvas, box: Box, face: Face, share: float) -> None:
    """Draw a card during its turn from back to face: narrow in the middle of the turn."""
    open_ = abs(1 - 2 * share)
    back = draw_event_back if isinstance(face, EventFace) else draw_risk_back
    side = back if share < 0.5 else partial(draw_card, face=face)
    _squeezed(c, box, side, max(0.03, open_))


def _squeezed(c: Canvas, box: Box, draw: Callable[[Canvas, Box], None], wide: float) -> None:
    rect = box.px(c.u)
    flat = pygame.Surface(rect.size, pygame.SRCALPHA)
    draw(Canvas(flat, c.type, origin=rect.topleft), box)
    size = (max(1, round(rect.w * wide)), rect.h)
    image = pygame.transform.smoothscale(flat, size)
    c.image(image, ((rect.centerx - size[0] / 2) / c.u, rect.y / c.u))


def draw_risk_back(c: Canvas, box: Box) -> None:
    """Draw the back of a risk card."""
    c.shape(box, theme.BAD_DARK, 30, CUT)
    c.shape(box.inset(10), theme.mix(theme.BAD_DARK, theme.INK, 0.35), 26, CUT)
    side = box.w * 0.4
    c.icon("triangle-alert", box.place(side, side), marks.RISK_PAPER)


def draw_event_back(c: Canvas, box: Box) -> None:
    """Draw the back of an event card."""
    c.shape(box, marks.EVENT_PAPER, 14)
    c.shape(box.inset(10), theme.mix(marks.EVENT_PAPER, theme.INK, 0.6), 10)
    side = box.w * 0.4
    c.icon("newspaper", box.place(side, side), marks.EVENT_PAPER)
