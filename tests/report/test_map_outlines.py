"""The shapes of pictures: as another renderer draws the same SVG."""

from __future__ import annotations

import io

import numpy as np
import pygame
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from game import pictures
from game.report.map_outlines import SIDE, shapes

_PX = 48
_FAR = 4.5
"""How many of 255 steps two renderers are apart on average: edges differ, shapes do not."""


def drawn(key: str) -> np.ndarray:
    figure = Figure(figsize=(1, 1), dpi=_PX, facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, SIDE)
    axes.set_ylim(SIDE, 0)
    axes.axis("off")
    for shape in shapes(key):
        axes.add_patch(
            PathPatch(
                shape.outline,
                facecolor=shape.colour,
                edgecolor=shape.line,
                linewidth=shape.width * 72 / SIDE,
                alpha=shape.opacity,
                capstyle="round",
            )
        )
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[:, :, :3].astype(int)


def expected(key: str) -> np.ndarray:
    picture = pygame.image.load_sized_svg(io.BytesIO(pictures.svg(key).encode()), (_PX, _PX))
    paper = pygame.Surface((_PX, _PX))
    paper.fill("white")
    paper.blit(picture, (0, 0))
    return pygame.surfarray.array3d(paper).transpose(1, 0, 2).astype(int)


@pytest.mark.parametrize(
    "letters",
    [
        "🚲",
        "⏱️",
        "❄️",
        "🎁",
        "🧸",  # arcs and curves
        "🌡️",
        "🔑",  # holes
        "💜",  # a turned ellipse
        "🪘",  # rectangles
        "🪽",  # lines with a width
        "☪️",  # a turned rectangle
        "👮",  # a clip, which is larger than the picture
        "♿",
        "🔗",
    ],
)
def test_a_picture_has_the_shapes_of_its_svg(letters: str) -> None:
    key = pictures.key_of(letters)
    assert np.abs(drawn(key) - expected(key)).mean() < _FAR


def test_what_the_set_does_not_have_has_no_shapes() -> None:
    with pytest.raises(KeyError):
        shapes("nothing")
