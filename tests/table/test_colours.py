"""Strong colours: the same table with more contrast, and back again."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.gui import theme
from game.gui.theme import contrast
from tests.pictures import LOOKS
from tests.pictures.studio import Studio

SHOWN = (
    "01-start",
    "09-announcement",
    "13-table-fullest",
    "20-sheet",
    "22-estimate",
    "30-facilitator",
    "36-poker-turned",
    "37-rules",
    "53-report-proven",
    "81-verdict-together",
)


def inks(studio: Studio) -> list[float]:
    """The contrast of every text that is seen."""
    studio.app.draw()
    return [contrast(drawn.colour, drawn.ground) for drawn in studio.read()]


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in SHOWN if name in LOOKS])
def test_strong_colours_are_easier_to_read(tmp_path: Path, name: str) -> None:
    studio = Studio(tmp_path, (1280, 720), "da")
    LOOKS[name](studio)
    plain = inks(studio)
    studio.app.prefer(colours="strong")
    strong = inks(studio)
    assert len(strong) == len(plain), "the same texts"
    assert min(strong) >= 4.5
    assert sum(strong) > 1.1 * sum(plain)


def test_back_to_the_usual_colours_nothing_of_the_strong_ones_is_left(tmp_path: Path) -> None:
    studio = Studio(tmp_path, (1280, 720), "en")
    studio.fullest()
    before = pygame.image.tobytes(studio.app.draw(), "RGB")
    studio.app.prefer(colours="strong")
    strong = pygame.image.tobytes(studio.app.draw(), "RGB")
    assert strong != before
    studio.app.prefer(colours="standard")
    assert pygame.image.tobytes(studio.app.draw(), "RGB") == before


def test_dark_gets_darker_and_light_lighter() -> None:
    for plain, strong in theme.STRONG.items():
        light = theme.luminance(plain) > 0.18
        lines = plain in (theme.PANEL_LINE, theme.WOOD_LIGHT, theme.PAPER_LINE)
        assert lines or (theme.luminance(strong) >= theme.luminance(plain)) == light, plain
