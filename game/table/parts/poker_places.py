"""Where an estimate lies before all are turned: a card face down, an empty place, nobody there."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour


def card_back(c: Canvas, box: Box) -> None:
    """A card that lies face down: its seat has answered."""
    c.panel(box, theme.WOOD, 18, line=theme.WOOD_LIGHT, width=4, lift=12)
    c.outline(box.inset(14), theme.WOOD_LIGHT, 10, 3)
    c.icon("check", box.place(72, 72), theme.CHALK)


def phone_place(c: Canvas, box: Box) -> None:
    """The place of an answer that a phone still has to give."""
    c.panel(box, theme.FELT_DARK, 18, line=theme.PANEL_LINE, width=3)
    c.icon("smartphone", box.place(56, 56), theme.CHALK_SOFT)


def empty_place(c: Canvas, box: Box) -> None:
    """A place whose card is waited for."""
    c.panel(box, theme.FELT_DARK, 18, line=theme.PANEL_LINE, width=3)
    c.icon("hourglass", box.place(56, 56), theme.CHALK_SOFT)


def absent_place(c: Canvas, box: Box, text: str = "") -> None:
    """A place that nobody sits at: no card is waited for."""
    c.panel(box, theme.FELT_DARK, 18, line=theme.PANEL_LINE, width=3)
    _sign(c, box, "coffee", text, theme.CHALK_SOFT)


def unsure_card(c: Canvas, box: Box, text: str) -> None:
    """A turned card without a number."""
    c.panel(box, theme.PAPER, 18, line=theme.PAPER_LINE, width=3, lift=14)
    _sign(c, box, "circle-help", text, theme.INK)


def _sign(c: Canvas, box: Box, icon: str, text: str, ink: Colour) -> None:
    """An icon in the middle, with a text below it if there is one."""
    if not text:
        c.icon(icon, box.place(56, 56), ink)
        return
    upper, lower = box.rows((1.4, 1))
    c.icon(icon, upper.place(72, 72), ink)
    sizes = (30, 18)
    c.text(lower.inset(8), text, sizes, ink, "semibold", align="centre", whole=True)
