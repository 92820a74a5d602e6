"""A picture as somebody who is colour-blind sees it.

The matrices are those of Machado, Oliveira and Fernandes (2009) for a complete loss of one kind of
cone; they work on light, not on the values that are stored, which are brighter in the dark.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray

Light = NDArray[np.float64]

EYES: Final[dict[str, Light]] = {
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
    "none": np.tile(np.array([0.2126, 0.7152, 0.0722]), (3, 1)),
}
"""Without red, green or blue cones; and "none", which sees no colour at all, as a copier does."""


def seen(surface: pygame.Surface, eyes: str) -> pygame.Surface:
    """The picture as these eyes see it."""
    stored = pygame.surfarray.array3d(surface) / 255.0
    light = np.where(stored <= 0.04045, stored / 12.92, ((stored + 0.055) / 1.055) ** 2.4)
    mixed = np.clip(light @ EYES[eyes].T, 0.0, 1.0)
    shown = np.where(mixed <= 0.0031308, mixed * 12.92, 1.055 * mixed ** (1 / 2.4) - 0.055)
    return pygame.surfarray.make_surface((shown * 255).round().astype(np.uint8))


def lab(colour: tuple[int, ...], eyes: str) -> tuple[float, float, float]:
    """A colour as these eyes see it, in CIE L*a*b* under daylight: how far apart two look."""
    dot = pygame.Surface((1, 1))
    dot.fill(colour[:3])
    r, g, b = (part / 255 for part in seen(dot, eyes).get_at((0, 0))[:3])
    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (r, g, b)]
    xyz = np.array(
        [
            [0.4124, 0.3576, 0.1805],
            [0.2126, 0.7152, 0.0722],
            [0.0193, 0.1192, 0.9505],
        ]
    ) @ np.array(light)
    x, y, z = (
        float(v) ** (1 / 3) if v > 0.008856 else 7.787 * float(v) + 16 / 116
        for v in xyz / np.array([0.9505, 1.0, 1.089])
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
