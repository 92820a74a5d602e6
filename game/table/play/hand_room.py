"""How much room the hand has at the foot of the table, and where its cards lie in it."""

from __future__ import annotations

from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.cards import LEAST
from game.table.parts.game_view import GameView
from game.table.parts.preferences import has_words

GAP = 10.0
"""Between two cards."""
_LOWEST, _HIGHEST, _SHARE, _MARGIN = 252.0, 350.0, 0.245, 28.0
"""The height of a hand: so much of the table within its margins."""
_WORDS, _PRINT = 56.0, 130.0
"""How much higher it is for cards with words, and for print twice as large."""
_RATIO = 1.45
"""The largest ratio of a card's width to its height: few cards are wide, for they have words."""
_PAGE = 148.0
"""The least width of a card on a page of them, where there is room enough."""


def height(ui: Ui, game: GameView) -> float:
    """The height of the hand: words and large print need a higher one."""
    high = min(max(_LOWEST, (ui.area.h - _MARGIN) * _SHARE), _HIGHEST)
    words = _WORDS if has_words(game.app, game.case) else 0
    return high + words + _PRINT * (ui.type.grow - 1)


def at_once(wide: float, grow: float) -> int:
    """How many cards can lie side by side, in print larger by ``grow``."""
    return _side_by_side(wide, LEAST * grow)


def on_a_page(wide: float, grow: float) -> int:
    """How many cards lie on a page, where not all can be seen at once."""
    return _side_by_side(wide, _PAGE * grow)


def _side_by_side(wide: float, least: float) -> int:
    return max(1, int((wide + GAP) / (least + GAP)))


def spread(box: Box, n: int) -> list[Box]:
    """The places of cards side by side."""
    width = min(box.h * _RATIO, (box.w + GAP) / n - GAP)
    return box.place(n * (width + GAP) - GAP, box.h).columns(n, GAP)
