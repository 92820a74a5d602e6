"""The theme of all screens: colours and sizes.

Sizes are design units (see :mod:`game.gui.geometry`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

Colour = tuple[int, int, int] | tuple[int, int, int, int]

FELT = (24, 62, 66)
FELT_LIGHT = (36, 84, 86)
FELT_DARK = (14, 40, 44)
WOOD = (92, 62, 44)
WOOD_LIGHT = (124, 88, 62)
WOOD_DARK = (58, 38, 28)

PAPER = (251, 246, 234)
PAPER_SHADE = (238, 229, 210)
PAPER_LINE = (214, 202, 178)
PAPER_WARM = (247, 236, 229)
CORAL = (240, 150, 130)
PAPER_COOL = (232, 238, 240)

INK = (31, 36, 39)
BLACK = (10, 13, 15)
WHITE = (255, 255, 255)
INK_SOFT = (84, 82, 74)
CHALK = (244, 239, 226)
CHALK_SOFT = (189, 207, 201)

ACCENT = (245, 185, 92)
ACCENT_DARK = (118, 70, 10)
GOOD = (126, 214, 168)
GOOD_DARK = (22, 101, 68)
BAD_DARK = (158, 42, 28)
REFUSED = (120, 132, 132)
FLAT = (46, 80, 83)
FLAT_INK = (192, 208, 205)
"""The colour of what cannot be used now."""
PANEL = (19, 49, 53)
PANEL_LINE = (62, 104, 106)

Palette = Mapping[Colour, Colour]
"""What a colour is drawn as where it is not drawn as itself."""
STANDARD: Palette = {}
STRONG: Palette = {
    FELT: (6, 24, 27),
    FELT_LIGHT: (12, 34, 36),
    FELT_DARK: (0, 8, 10),
    PANEL: (2, 14, 17),
    PANEL_LINE: (138, 178, 178),
    FLAT: (26, 48, 51),
    FLAT_INK: (216, 228, 225),
    WOOD: (44, 26, 16),
    WOOD_LIGHT: (150, 112, 84),
    WOOD_DARK: (20, 11, 7),
    PAPER: WHITE,
    PAPER_SHADE: (246, 242, 232),
    PAPER_LINE: (120, 112, 94),
    PAPER_WARM: (255, 248, 244),
    PAPER_COOL: (246, 250, 252),
    INK: BLACK,
    INK_SOFT: (44, 42, 36),
    CHALK: WHITE,
    CHALK_SOFT: (226, 238, 234),
    ACCENT: (255, 200, 92),
    ACCENT_DARK: (84, 46, 0),
    GOOD: (150, 236, 190),
    GOOD_DARK: (0, 74, 44),
    BAD_DARK: (128, 16, 6),
}
"""For a pale projector or tired eyes: what is dark is darker, and what is light is lighter."""

BODY = 24
SMALL = 20
LEAST = 18
"""The smallest size of text, a sixtieth of the height of the screen: 12 pixels where it has 720.

From the last row, eight such heights away, good eyes can just tell its letters apart."""
ROOM = 30
"""The smallest size of text that must be readable from the last row."""
HEADING = 40
TITLE = 64
_SCALE = (TITLE, 56, 48, 44, HEADING, 36, 34, 32, ROOM, 28, 26, BODY, 22, SMALL, LEAST)

Sizes = float | Sequence[float]
"""The size of a text; or the largest and the least, between which the scale has its steps; or
more than two, which are just these."""


RADIUS = 14

MOVE = 0.25
"""Seconds that a move takes; no animation lasts longer than 0.3."""


def steps(sizes: Sizes) -> tuple[float, ...]:
    """The sizes at which a text is tried, the largest first."""
    if isinstance(sizes, int | float):
        return (sizes,)
    return _between(*sizes) if len(sizes) == 2 else tuple(sizes)


@cache
def _between(most: float, least: float) -> tuple[float, ...]:
    return (most, *(step for step in _SCALE if least < step < most), least)


@lru_cache(maxsize=500)
def luminance(colour: Colour) -> float:
    """The relative luminance of a colour, 0 (black) to 1 (white), as WCAG defines it."""
    parts = (c / 255 for c in colour[:3])
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    """The contrast of two colours, 1 to 21; text needs 4.5."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=500)
def ink_on(colour: Colour) -> Colour:
    """Black or white, whichever is easier to read on a colour."""
    return max((BLACK, WHITE), key=lambda ink: contrast(ink, colour))


@lru_cache(maxsize=2000)
def mix(a: Colour, b: Colour, share: float) -> Colour:
    """A colour between two: ``share`` 0 is ``a``, 1 is ``b``."""
    r, g, bl = (round(x + (y - x) * share) for x, y in zip(a[:3], b[:3], strict=True))
    return (r, g, bl)


def clear(colour: Colour, alpha: int) -> Colour:
    """A colour with an alpha of 0 to 255."""
    return (*colour[:3], alpha)
