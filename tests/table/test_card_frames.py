"""What stands on a tile stays inside its frame, bevels included, down to the pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pygame
import pytest

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import CUT, ROUND, Corners
from game.gui.text.typesetter import Drawn, Typesetter
from game.table.cards import downside, tile
from game.views.faces import BenefitFace, DownsideFace, IdeaFace, RiskFace
from tests.table.cards import FACES, NARROW, TILES

Tile = BenefitFace | DownsideFace | IdeaFace | RiskFace
WINDOWS = (2 / 3, 1.0, 2.0)
"""Pixels a unit."""
NAMES = ("Luk receptionen", "Gæld og gebyrer bliver glemt, fordi ingen spørger", "Åg", "g" * 9)
FRAME = 4
DRAWN: dict[type[Tile], tuple[Callable[..., None], Corners, float]] = {
    IdeaFace: (tile.draw_idea, ROUND, 12),
    BenefitFace: (tile.draw_benefit, ROUND, 30),
    RiskFace: (tile.draw_risk, CUT, 14),
    DownsideFace: (downside.draw_tile, downside.DOWN, 14),
}
"""How a kind of tile is drawn, and the corners of what its frame leaves."""


def picture(u: float, size: tuple[float, float], draw: Callable[[Canvas, Box], None]):
    """The pixels of a tile that is drawn on black."""
    surface = pygame.Surface((round((size[0] + 40) * u), round((size[1] + 40) * u)))
    draw(Canvas(surface, Typesetter(u, "da")), Box(20, 20, *size))
    return surface


def outside(u: float, size: tuple[float, float], one: Tile, other: Tile) -> int:
    """How many pixels of what differs between two faces lie on the frame or beyond it."""
    draw, corners, radius = DRAWN[type(one)]
    first, second = (
        picture(u, size, lambda c, box, face=face: draw(c, box, face)) for face in (one, other)
    )
    inner = picture(
        u, size, lambda c, box: c.shape(box.inset(FRAME), (255, 255, 255), radius, corners)
    )
    differing = pygame.mask.from_threshold(first, (0, 0, 0), (1, 1, 1), second)
    differing.invert()
    within = pygame.mask.from_threshold(inner, (255, 255, 255), (2, 2, 2))
    differing.erase(within, (0, 0))
    return differing.count()


@pytest.mark.parametrize("kind", DRAWN)
def test_a_name_stays_inside_the_frame_of_its_tile(kind):
    face = next(face for face in FACES if type(face) is kind)
    for u, size, name in product(WINDOWS, (*NARROW, *TILES), NAMES):
        box, log = Box(20, 20, *size), list[Drawn]()
        surface = pygame.Surface((round((size[0] + 40) * u), round((size[1] + 40) * u)))
        DRAWN[kind][0](Canvas(surface, Typesetter(u, "da"), log=log), box, replace(face, name=name))
        named = [drawn for drawn in log if drawn.text[:2] == name[:2]]
        assert named, (u, size, name)
        free = box.inset(FRAME).px(u)
        assert all(free.contains(drawn.ink) for drawn in named), (u, size, name)


def test_the_dots_of_likelihood_stay_inside_the_bevel():
    face = next(face for face in FACES if type(face) is RiskFace)
    face = replace(face, mitigations=0, stamp=None, believed=False)
    for u, size in product(WINDOWS, (*NARROW, *TILES)):
        over = outside(u, size, replace(face, likelihood=5), replace(face, likelihood=1))
        assert not over, (u, size)
