"""Estimate poker in a replay: the estimates given so far, by seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine import Poker
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.cards.parts import track_sign
from game.wording import terms

if TYPE_CHECKING:
    from game.table.after.replay.view import ReplayView

_ROOM = (34, 32, 30, 28, 26, 24)
_SIZES = (30, 28, 26, 24, 22, 20, 18)
_BELOW = 106
"""The space below a card for a name and up to two lines of roles."""


def draw_poker(c: Canvas, box: Box, view: ReplayView, poker: Poker) -> None:
    """Draw the question and a card per seat; the lowest and the highest are marked."""
    t = view.t
    c.panel(box, theme.FELT, 22, line=theme.PANEL_LINE, lift=20)
    head, cards = box.inset(36, 24).cut_top(64, 16)
    sign, words = head.cut_left(90, 18)
    track_sign(c, sign.place(90, 58), poker.track)
    idea = view.state.idea(poker.idea)
    name = f"{idea.letter} · {view.names.idea(idea)}" if idea else view.names.idea_card(poker.idea)
    question = t("What does {idea} give on {track}?", idea=name, track=terms.track(t, poker.track))
    c.text(words, question, _ROOM, theme.CHALK, "semibold", valign="middle")
    numbers = poker.numbers
    ends = (min(numbers), max(numbers)) if poker.open and numbers else (-1, -1)
    wide = min(230.0, (cards.w - 18 * (len(poker.given) - 1)) / len(poker.given))
    row = cards.place(wide * len(poker.given) + 18 * (len(poker.given) - 1), cards.h)
    places = row.columns(len(poker.given), 18)
    for seat, (cell, n) in enumerate(zip(places, poker.given, strict=True)):
        below, rest = cell.cut_bottom(_BELOW, 6)
        _seat(c, below, view.state.seats[seat].name, view.roles_at(seat))
        if n is None and seat not in poker.missing:
            _silent(c, rest, away=seat in poker.absent)
        else:
            _card(c, rest, n, ends)


def _seat(c: Canvas, box: Box, name: str, roles: str) -> None:
    """The seat's name, unless names are hidden, and its roles as in the texts of moments."""
    if name != roles:
        upper, box = box.cut_top(40, 0)
        c.text(upper, name, _SIZES, theme.CHALK, "semibold", align="centre", valign="middle")
    c.text(box, roles, _SIZES[1:], theme.CHALK, align="centre", whole=True)


def _silent(c: Canvas, box: Box, *, away: bool) -> None:
    """No opinion, or nobody there."""
    card = box.cut_top(40, 6)[1]
    c.panel(card, theme.FELT_DARK, 18, line=theme.PANEL_LINE, width=3)
    upper, lower = card.rows((1.4, 1))
    c.icon("coffee" if away else "circle-help", upper.place(56, 56), theme.CHALK_SOFT)
    text = c.t("away") if away else c.t("no opinion")
    c.text(lower.inset(8), text, _SIZES, theme.CHALK, align="centre", whole=True)


def _card(c: Canvas, box: Box, n: int | None, ends: tuple[int, int]) -> None:
    t = c.t
    above, card = box.cut_top(40, 6)
    if n is None:
        c.panel(card, theme.FELT_DARK, 18, line=theme.PANEL_LINE, width=3)
        c.icon("hourglass", card.place(56, 56), theme.CHALK_SOFT)
        return
    outlier = ends[0] != ends[1] and n in ends
    line, width = (theme.ACCENT, 8) if outlier else (theme.PAPER_LINE, 3)
    c.panel(card, theme.PAPER, 18, line=line, width=width, lift=12)
    size = min(190.0, card.h * 0.62, card.w)
    c.text(card, str(n), size, theme.INK, "bold", align="centre", valign="middle")
    if outlier:
        caption = t("lowest") if n == ends[0] else t("highest")
        c.text(above, caption, _SIZES, theme.ACCENT, "semibold", align="centre", valign="middle")
