"""An idea in a row of a list: its picture, with its letter as a mark, and its name."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine import Idea
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.parts.game_view import GameView
from game.table.parts.subject_sign import draw_sign
from game.wording import card_pictures as pictures

NAME_SIZES = (36, 34, 32, theme.ROOM, 28, 26, 24, 22, 20, theme.LEAST)
"""A written name of eighty letters is read in full, however many stand below each other."""


def draw_named_idea(
    c: Canvas,
    box: Box,
    game: GameView,
    idea: Idea,
    *,
    side: float = 76,
    sizes: Sequence[float] = NAME_SIZES,
) -> None:
    """Draw an idea as it is known from the back row; ``side`` is the most its picture takes."""
    side = min(side, box.h)
    spot, words = box.cut_left(side, 16)
    picture = pictures.idea(game.case, idea.id, idea.name)
    draw_sign(c, spot.centre, side, picture, "idea", idea.letter)
    name = pictures.bare(game.names.idea(idea), picture)
    c.text(words, name, sizes, theme.CHALK, "semibold", valign="middle")
