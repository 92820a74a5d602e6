"""Pictures that a case brings along, as surfaces: decoded, made smaller, and remembered."""

from __future__ import annotations

import io

import pygame
from pygame import Rect, Surface

from game.gui.cache import cached_surface


@cached_surface(12_000_000)
def photo_surface(data: bytes, size: tuple[int, int], fill: bool, radius: int) -> Surface:
    """A PNG or JPEG within a size in pixels, or cut to ``fill`` it with its upper corners rounded.

    What cannot be decoded is a surface of no size.
    """
    try:
        image = pygame.image.load(io.BytesIO(data))
    except (pygame.error, ValueError):
        return Surface((0, 0))
    wide, high = image.get_size()
    ratios = size[0] / max(1, wide), size[1] / max(1, high)
    zoom = max(ratios) if fill else min(ratios)
    plain = Surface((wide, high), pygame.SRCALPHA, 32)  # a palette cannot be made smaller smoothly
    plain.blit(image, (0, 0))
    as_large = max(1, round(wide * zoom)), max(1, round(high * zoom))
    scaled = pygame.transform.smoothscale(plain, as_large)
    if not fill:
        return scaled
    part = Rect(0, 0, *size)
    part.center = scaled.get_rect().center
    cut = Surface(size, pygame.SRCALPHA, 32)
    cut.blit(scaled, (0, 0), part)
    mask = Surface(size, pygame.SRCALPHA, 32)
    corners = {"border_top_left_radius": radius, "border_top_right_radius": radius}
    pygame.draw.rect(mask, (255, 255, 255, 255), mask.get_rect(), **corners)
    cut.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return cut
