"""Estimate poker in a replay: a card for each seat, turned when all have answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine import Poker
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.cards.parts import track_sign
from game.table.parts.poker_places import absent_place, card_back, empty_place, unsure_card
from game.wording import terms

if TYPE_CHECKING:
    from game.table.after.replay.view import ReplayView

_ROOM = (34, 24)
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
    ends = (min(numbers), max(numbers)) if numbers else (-1, -1)
    wide = min(230.0, (cards.w - 18 * (len(poker.given) - 1)) / len(poker.given))
    row = cards.place(wide * len(poker.given) + 18 * (len(poker.given) - 1), cards.h)
    places = row.columns(len(poker.given), 18)
    for seat, cell in enumerate(places):
        below, rest = cell.cut_bottom(_BELOW, 6)
        _seat(c, below, view.state.seats[seat].name, view.roles_at(seat))
        _place(c, rest, poker, seat, ends)


def _seat(c: Canvas, box: Box, name: str, roles: str) -> None:
    """The seat's name, unless names are hidden, and its roles as in the texts of moments."""
    if name != roles:
        upper, box = box.cut_top(40, 0)
        c.text(upper, name, _SIZES, theme.CHALK, "semibold", align="centre", valign="middle")
    c.text(box, roles, _SIZES[1:], theme.CHALK, align="centre", whole=True)


def _place(c: Canvas, box: Box, poker: Poker, seat: int, ends: tuple[int, int]) -> None:
    """What lies before a seat: as at the table face down until all have answered."""
    n = poker.given[seat]
    above, card = box.cut_top(40, 6)
    if seat in poker.absent:
        absent_place(c, card, c.t("away"))
    elif seat in poker.missing:
        empty_place(c, card)
    elif not poker.open:
        card_back(c, card)
    elif n is None:
        unsure_card(c, card, c.t("no opinion"))
    else:
        _number(c, above, card, n, ends)


def _number(c: Canvas, above: Box, card: Box, n: int, ends: tuple[int, int]) -> None:
    """A number, and above the lowest and the highest that it is that."""
    t = c.t
    outlier = ends[0] != ends[1] and n in ends
    line, width = (theme.ACCENT, 8) if outlier else (theme.PAPER_LINE, 3)
    c.panel(card, theme.PAPER, 18, line=line, width=width, lift=12)
    size = min(190.0, card.h * 0.62, card.w)
    c.text(card, str(n), size, theme.INK, "bold", align="centre", valign="middle")
    if outlier:
        caption = t("lowest") if n == ends[0] else t("highest")
        c.text(above, caption, _SIZES, theme.ACCENT, "semibold", align="centre", valign="middle")
