"""The pictures of :mod:`game.pictures` as surfaces."""

from __future__ import annotations

import io

import pygame
from pygame import Surface

from game import pictures
from game.gui.cache import cached_surface


@cached_surface(3_000_000)
def emoji_surface(key: str, px: int) -> Surface:
    """A picture at a size in pixels. Raises KeyError for one that is not in the set."""
    return pygame.image.load_sized_svg(io.BytesIO(pictures.svg(key).encode()), (max(1, px),) * 2)
