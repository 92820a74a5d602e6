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
_SEEN, _WHOLE, _RISE = 118.0, 210.0, 14.0
"""Cards that lie over each other: how much of each is seen at least, how wide they are, and how far
the one that is pointed at rises."""


def height(ui: Ui, game: GameView) -> float:
    """The height of the hand: words and large print need a higher one."""
    high = min(max(_LOWEST, (ui.area.h - _MARGIN) * _SHARE), _HIGHEST)
    words = _WORDS if has_words(game.app, game.case) else 0
    return high + words + _PRINT * (ui.type.grow - 1)


def at_most(wide: float, grow: float) -> int:
    """How many cards the hand shows at once, over each other, in print larger by ``grow``."""
    lying = 1 + max(0, int((wide - _WHOLE * grow) / (_SEEN * grow)))
    return max(lying, _side_by_side(wide, grow))


def _side_by_side(wide: float, grow: float) -> int:
    return max(1, int((wide + GAP) / (LEAST * grow + GAP)))


def spread(box: Box, n: int, grow: float) -> list[tuple[Box, Box | None]]:
    """The places of cards: side by side where they have room for their facts, else a fan.

    Of a fan it is what is seen of a card, and all of it when it is raised.
    """
    if n > _side_by_side(box.w, grow):
        return _fan(box, n, grow)
    width = min(box.h * _RATIO, (box.w + GAP) / n - GAP)
    row = box.place(n * (width + GAP) - GAP, box.h)
    return [(place, None) for place in row.columns(n, GAP)]


def _fan(box: Box, n: int, grow: float) -> list[tuple[Box, Box | None]]:
    wide = _WHOLE * grow
    step = (box.w - wide) / (n - 1)
    places = [Box(box.x + i * step, box.y, wide, box.h) for i in range(n)]
    lying = [place.cut_top(_RISE)[1] for place in places]
    seen = [place.cut_left(step)[0] for place in lying[:-1]] + lying[-1:]
    return list(zip(seen, places, strict=True))
