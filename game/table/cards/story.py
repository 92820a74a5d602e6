"""The name, the text and the picture of a card, in whatever room there is for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Fitted
from game.gui.theme import Colour
from game.table.cards import parts
from game.table.cards.tile import draw_picture

WIDTH = 400
"""The card width that the sizes below refer to."""
_PICTURED = 76
"""The height from which on a picture is known from the back row; for its sake a text is smaller."""
_BESIDE = 104
"""The side of a picture that stands beside the name, where there is no room above it."""
ROOMY = 0.68
"""From this share of WIDTH on facts have labels."""


@lru_cache(maxsize=500)
def sizes_of(size: float, k: float) -> tuple[float, ...]:
    """Text sizes to try, largest first: proportional to the card, but readable on a small one."""
    most = max(size * k, size * 0.72 if size > theme.ROOM else theme.LEAST)
    steps = (most, most * 0.88, most * 0.78, theme.SMALL, theme.LEAST)
    return tuple(sorted({s for s in steps if theme.LEAST <= s <= most}, reverse=True))


class Story(Protocol):
    """A face with a name, a text, and a letter once it is on the table."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def text(self) -> str:
        """The text below the name."""

    @property
    def letter(self) -> str:
        """The letter of its idea, if any."""

    @property
    def picture(self) -> str:
        """The emoji of its picture, if it has one."""


def draw_story(
    c: Canvas,
    box: Box,
    face: Story,
    kind: str,
    colour: Colour,
    paper: Colour,
    k: float,
    bleed: tuple[float, float] = (0, 0),
) -> None:
    """Draw the name and the text, under a picture if there is room for one.

    Without that room the picture stands beside the name with the letter at its foot, as on the
    board; where the words leave no room for that either, small below the letter or at the right.
    On a small card a text that does not fit is left to the focus panel. ``bleed`` is how far the
    picture extends beyond the box, at the sides and above.
    """
    left = 72 * k if face.letter else 0
    room = Box(0, 0, box.w - left, box.h)
    for grow in c.type.growths:
        with c.type.growing(grow):
            if grow == 1 or not written(c, room, face, k)[1].cut:
                _draw_story(c, box, face, kind, colour, paper, k, bleed)
                return


def written(
    c: Canvas, room: Box, face: Story, k: float, texts: Sequence[float] = ()
) -> tuple[Fitted, Fitted]:
    """Fit the name, and the text in the space below it, in one of the sizes of ``texts``."""
    name = c.type.fit(face.name, room, sizes_of(34, k), "bold", whole=True)
    high = c.type.line_height(name.size) * len(name.lines)
    rest = room.cut_top(high, 8 * k)[1]
    text = c.type.fit(face.text, rest, texts or sizes_of(24, k))
    crowded = c.type.line_height(text.size) * len(text.lines) > rest.h + 1
    return name, replace(text, cut=text.cut or crowded)


def _draw_story(
    c: Canvas,
    box: Box,
    face: Story,
    kind: str,
    colour: Colour,
    paper: Colour,
    k: float,
    bleed: tuple[float, float],
) -> None:
    names = sizes_of(34, k)
    left = 72 * k if face.letter else 0
    texts = _leaving_a_picture(c, Box(0, 0, box.w - left, box.h), face, k)
    name, text = written(c, Box(0, 0, box.w - left, box.h), face, k, texts)
    name_high = c.type.line_height(name.size) * len(name.lines)
    has_text = bool(face.text) and not (text.cut and k < ROOMY)
    text_high = c.type.line_height(text.size) * len(text.lines) + 8 * k if has_text else 0
    spare = box.h - name_high - text_high - 14 * k
    pictured = spare >= 56 * k
    if not pictured and face.letter and _draw_beside(c, box, face, kind, k):
        return
    if pictured:
        top, box = box.cut_top(min(spare, 220 * k), 14 * k)
        top = Box(top.x - bleed[0], top.y - bleed[1], top.w + 2 * bleed[0], top.h + bleed[1])
        parts.picture(c, top, face.picture, kind, colour, paper)
    badge, words = box.cut_left(left)
    if face.letter:
        letter, below = badge.cut_top(58 * k, 10 * k)
        parts.letter_badge(c, (letter.x + 29 * k, letter.centre[1]), 58 * k, face.letter)
        if not pictured and below.h >= 58 * k:
            pictured = c.emoji(face.picture, Box(below.x, below.y, 58 * k, 58 * k))
    called = words.cut_top(name_high)[0] if has_text else words
    if not pictured:
        called = _beside_picture(c, called, face, k)
    used = c.text(called, face.name, names, theme.INK, "bold", whole=True)
    if has_text:
        c.text(words.cut_top(used.h, 8 * k)[1], face.text, texts, theme.INK_SOFT)


def _leaving_a_picture(c: Canvas, room: Box, face: Story, k: float) -> tuple[float, ...]:
    """The sizes of the text: the largest that leave room for a picture, if any do."""
    sizes = sizes_of(24, k)
    for n, size in enumerate(sizes):
        name, text = written(c, room, face, k, sizes[n:])
        high = sum(c.type.line_height(part.size) * len(part.lines) for part in (name, text))
        if not text.cut and room.h - high - 22 * k >= _PICTURED * k:
            return sizes[n:]
        if size <= theme.SMALL:
            break
    return sizes


def _draw_beside(c: Canvas, box: Box, face: Story, kind: str, k: float) -> bool:
    """Draw the picture and the name side by side over the text, if all of it fits so."""
    names, texts, side = sizes_of(34, k), sizes_of(24, k), _BESIDE * k
    spot, called = box.cut_left(side, 16 * k)
    name = c.type.fit(face.name, called, names, "bold", whole=True)
    high = max(side, c.type.line_height(name.size) * len(name.lines))
    head, words = box.cut_top(high, 10 * k)
    text = c.type.fit(face.text, words, texts)
    crowded = c.type.line_height(text.size) * len(text.lines) > words.h + 1
    if name.cut or high > box.h or (face.text and (text.cut or crowded)):
        return False
    draw_picture(c, Box(spot.x, head.y, side, side), face.picture, kind, face.letter)
    called = Box(called.x, head.y, called.w, head.h)
    c.text(called, face.name, names, theme.INK, "bold", valign="middle", whole=True)
    c.text(words, face.text, texts, theme.INK_SOFT)
    return True


def _beside_picture(c: Canvas, box: Box, face: Story, k: float) -> Box:
    """Draw the picture at the right of the name, if that still fits; returns the name's place."""
    side = min(84 * k, box.h, box.w * 0.3)
    spot, rest = box.cut_right(side, 8 * k)
    if c.type.fit(face.name, rest, sizes_of(34, k), "bold", whole=True).cut:
        return box
    return rest if c.emoji(face.picture, Box(spot.x, spot.y, side, side)) else box
