"""Only what differs is painted anew, and it looks as if all had been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from unittest.mock import patch

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect, Surface

from game.gui.geometry import Box
from game.gui.paint import strokes
from game.gui.paint.canvas import Canvas
from game.gui.paint.strokes import Sheet, StillPicture, Strokes
from game.gui.text.typesetter import Typesetter

SIZE = (420, 260)
COLOURS = st.sampled_from([(200, 30, 30), (30, 200, 30), (30, 30, 200), (250, 250, 250, 120)])
BOXES = st.builds(
    Box, st.integers(-40, 400), st.integers(-40, 240), st.integers(1, 200), st.integers(1, 120)
)
Draw = Callable[[Canvas], object]


@pytest.fixture(autouse=True)
def window() -> None:
    """Pictures are in the format of a window; a test of another module may have closed its own."""
    pygame.display.init()
    pygame.display.set_mode((1, 1))


def _panel(box: Box, colour: tuple[int, ...], lift: int) -> Draw:
    return lambda c: c.panel(box, colour, 12, line=(0, 0, 0), lift=lift)


def _line(box: Box, colour: tuple[int, ...]) -> Draw:
    return lambda c: c.curve((box.x, box.y), (box.right, box.bottom), colour[:3], 5, arrow=True)


def _disc(box: Box, colour: tuple[int, ...]) -> Draw:
    return lambda c: c.disc(box.centre, 2 * box.h, colour[:3])


def _text(box: Box, colour: tuple[int, ...]) -> Draw:
    return lambda c: c.text(box, "Ærø ", 22, colour[:3])


def _clipped(box: Box, colour: tuple[int, ...]) -> Draw:
    def draw(c: Canvas) -> None:
        with c.clipped(box):
            c.shape(Box(20, 20, 300, 180), colour, 30)

    return draw


DRAWN = (
    st.builds(_panel, BOXES, COLOURS, st.integers(0, 20))
    | st.builds(_line, BOXES, COLOURS)
    | st.builds(_disc, BOXES, COLOURS)
    | st.builds(_text, BOXES, COLOURS)
    | st.builds(_clipped, BOXES, COLOURS)
)


def paint(sheet: Sheet, drawn: Sequence[Draw]) -> None:
    """A picture on the felt, each thing on top of those before."""
    canvas = Canvas(sheet, Typesetter(1.0, "da"))
    canvas.cloth(rim=True)
    for draw in drawn:
        draw(canvas)


def pixels(surface: Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def shown(picture: StillPicture, drawn: Sequence[Draw]) -> list[Rect] | None:
    """Show things in a picture; returns which pixels were painted."""
    made = Strokes(SIZE)
    paint(made, drawn)
    return picture.show(made)


@pytest.mark.parametrize("little", [0, strokes._LITTLE])
@given(st.lists(DRAWN, max_size=12), st.lists(DRAWN, max_size=3), st.randoms())
def test_a_picture_that_is_changed_looks_as_one_that_is_painted(
    little: int, drawn: list[Draw], more: list[Draw], chance: Random
) -> None:
    picture, plain = StillPicture(Surface(SIZE)), Surface(SIZE)
    with patch.object(strokes, "_LITTLE", little):  # in many places, or in few
        for things in (drawn, [*drawn, *more], chance.sample(drawn, len(drawn)), drawn[::2], drawn):
            shown(picture, things)
            paint(plain, things)
            assert pixels(picture.surface) == pixels(plain)


@given(st.lists(DRAWN, max_size=12), st.lists(DRAWN, max_size=12))
def test_what_was_not_painted_is_as_before(before, after) -> None:
    picture = StillPicture(Surface(SIZE))
    shown(picture, before)
    old = picture.surface.copy()
    painted = shown(picture, after)
    for rect in [picture.surface.get_rect()] if painted is None else painted:
        old.blit(picture.surface, rect, rect)
    assert pixels(old) == pixels(picture.surface)


def test_a_small_change_paints_little() -> None:
    picture = StillPicture(Surface(SIZE))
    panels = [_panel(Box(20 + 100 * n, 30, 60, 40), (200, 30, 30), 0) for n in range(4)]
    shown(picture, panels)
    assert shown(picture, panels) == []
    painted = shown(picture, [*panels[:3], _panel(Box(320, 30, 60, 40), (30, 30, 200), 0)])
    assert painted is not None
    assert sum(rect.w * rect.h for rect in painted) < 10_000
    assert painted[0].unionall(painted).contains((324, 34, 52, 32))


def test_a_panel_that_grows_is_painted_where_it_grew() -> None:
    picture, plain = StillPicture(Surface(SIZE)), Surface(SIZE)
    for high in (100, 200, 160):
        panel = [_panel(Box(20, 30, 300, high), (200, 30, 30), 0)]
        painted = shown(picture, panel)
        paint(plain, panel)
        assert pixels(picture.surface) == pixels(plain)
        if high != 100:
            assert painted
            assert min(rect.top for rect in painted) > 90


def test_changes_that_fill_most_of_a_rectangle_are_painted_in_one_go() -> None:
    picture = StillPicture(Surface(SIZE))
    wide, narrow = Box(40, 0, 300, 28), Box(80, 0, 220, 28)
    rows = [(wide if n % 2 else narrow).move(0, 40 + 32 * n) for n in range(5)]
    shown(picture, [_panel(row, (200, 30, 30), 0) for row in rows])
    painted = shown(picture, [_panel(row, (30, 30, 200), 0) for row in rows])
    assert painted is not None
    assert len(painted) == 1
    assert painted[0].h < SIZE[1]


def test_what_is_added_on_top_is_gone_with_the_next_picture() -> None:
    picture, plain = StillPicture(Surface(SIZE)), Surface(SIZE)
    panel = [_panel(Box(20, 30, 60, 40), (200, 30, 30), 0)]
    shown(picture, panel)
    made = Strokes(SIZE)
    Canvas(made, Typesetter(1.0, "da")).fill(Box(200, 100, 50, 50), (0, 0, 0))
    picture.add(made)
    assert picture.surface.get_at((210, 110))[:3] == (0, 0, 0)
    shown(picture, panel)
    paint(plain, panel)
    assert pixels(picture.surface) == pixels(plain)


def test_the_first_picture_is_painted_whole() -> None:
    picture = StillPicture(Surface(SIZE))
    assert shown(picture, []) is None
    assert shown(picture, []) == []
