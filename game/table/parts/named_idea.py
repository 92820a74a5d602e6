"""An idea in a row of a list: its letter, its picture and its name."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import Idea
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.cards.parts import letter_badge
from game.table.parts.game_view import GameView
from game.wording import card_pictures as pictures

NAME_SIZES = (36, 34, 32, theme.ROOM, 28, 26, 24, 22, 20, 18, theme.LEAST)
"""A written name of eighty letters is read in full, however many stand below each other."""


def draw_named_idea(
    c: Canvas,
    box: Box,
    game: GameView,
    idea: Idea,
    *,
    side: float = 60,
    sizes: Sequence[float] = NAME_SIZES,
) -> None:
    """Draw an idea as it is known from the back row; ``side`` is the most its letter takes."""
    side = min(side, box.h)
    badge, words = box.cut_left(side, 12)
    letter_badge(c, badge.centre, side, idea.letter)
    picture = pictures.idea(game.case, idea.id, idea.name)
    spot, rest = words.cut_left(min(side * 1.5, box.h), 12)
    if c.emoji_on_paper(picture, spot):
        words = rest
    name = pictures.bare(game.names.idea(idea), picture)
    c.text(words, name, sizes, theme.CHALK, "semibold", valign="middle")
