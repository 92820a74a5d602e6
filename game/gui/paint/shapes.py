"""Painting in pixels: smooth shapes, soft shadows, icons and the cloth, all cached.

``pygame.draw`` leaves steps on rounded corners, so corners are drawn large and scaled down.
"""

from __future__ import annotations

import io
from random import Random
from typing import Literal

import pygame
from pygame import Rect, Surface

from game.gui.cache import cached_surface
from game.gui.geometry import Point
from game.gui.paint.strokes import Area, Sheet, put
from game.gui.theme import WOOD_DARK, WOOD_LIGHT, Colour, mix
from game.resources import ASSETS

Corner = Literal["round", "cut", "square"]
Corners = tuple[Corner, Corner, Corner, Corner]
"""Top left, top right, bottom right, bottom left."""
ROUND: Corners = ("round", "round", "round", "round")
CUT: Corners = ("cut", "cut", "cut", "cut")
SQUARE: Corners = ("square", "square", "square", "square")
ROUND_TOP: Corners = ("round", "round", "square", "square")
ROUND_FOOT: Corners = ("square", "square", "round", "round")
CUT_TOP: Corners = ("cut", "cut", "square", "square")

_LINE = 16
"""The pixels in a line of a processor's memory cache."""
_TALL = 48
"""From this height in pixels on a rectangle is filled line by line."""
_SOFT = 6
"""Shadows are blurred by this many pixels at most, and scaled up from there."""


def _fine(px: int) -> int:
    """The factor by which a smooth shape is drawn larger before it is scaled down."""
    return 4 if px <= 64 else 2


def _smooth(size: tuple[int, int], colour: Colour, fine: int) -> Surface:
    """A large surface, transparent in the shape's own colour: otherwise its edge turns dark."""
    surface = Surface((size[0] * fine, size[1] * fine), pygame.SRCALPHA)
    surface.fill((*colour[:3], 0))
    return surface


@cached_surface(500_000)
def corner(style: Corner, radius: int, colour: Colour) -> Surface:
    """The top left corner of a shape."""
    fine = _fine(radius)
    surface = _smooth((radius, radius), colour, fine)
    big = radius * fine
    if style == "round":
        pygame.draw.circle(surface, colour, (big, big), big)
    else:
        pygame.draw.polygon(surface, colour, [(big, 0), (big, big), (0, big)])
    return pygame.transform.smoothscale(surface, (radius, radius))


def shape(
    surface: Sheet, rect: Rect, colour: Colour, radius: int, corners: Corners = ROUND
) -> None:
    """A filled rectangle with rounded, cut or square corners."""
    place = rect.x, rect.y, rect.w, rect.h
    if len(colour) == 4 and colour[3] < 255:
        put(surface, _clear, (place, colour, radius, corners), place)
        return
    radius = min(radius, rect.w // 2, rect.h // 2)
    if radius < 1 or corners == SQUARE:
        put(surface, _fill, (place, colour), place, 0)
    else:
        put(surface, _shape, (place, colour, radius, corners), place, radius)


def _clear(surface: Surface, place: Area, colour: Colour, radius: int, corners: Corners) -> None:
    """A translucent shape."""
    if corners == SQUARE:
        _veil(surface, place, colour)
    else:
        surface.blit(_clear_shape(place[2:], colour, radius, corners), place[:2])


def _shape(surface: Surface, place: Area, colour: Colour, radius: int, corners: Corners) -> None:
    x, y, w, h = place
    _fill(surface, (x, y + radius, w, h - 2 * radius), colour)
    surface.fill(colour, (x + radius, y, w - 2 * radius, radius))
    surface.fill(colour, (x + radius, y + h - radius, w - 2 * radius, radius))
    four, right, low = _corners(radius, colour, corners), x + w - radius, y + h - radius
    surface.blit(four, (x, y), (0, 0, radius, radius))
    surface.blit(four, (right, y), (radius, 0, radius, radius))
    surface.blit(four, (right, low), (radius, radius, radius, radius))
    surface.blit(four, (x, low), (0, radius, radius, radius))


def _fill(surface: Surface, place: Area, colour: Colour) -> None:
    """Fill a rectangle; of a large one the whole lines of the memory cache by themselves.

    SDL writes past the cache, and what is left of a row through it: at the end of each row that
    takes longer than the row.
    """
    x, y, w, h = place
    left = -x % _LINE
    inner = (w - left) // _LINE * _LINE
    if h < _TALL or inner < _LINE or inner == w:
        surface.fill(colour, place)
        return
    surface.fill(colour, (x, y, left, h))
    surface.fill(colour, (x + left, y, inner, h))
    surface.fill(colour, (x + left + inner, y, w - left - inner, h))


def _veil(surface: Surface, place: Area, colour: Colour) -> None:
    """A translucent rectangle out of small ones: one as large as a window is kept nowhere."""
    x, y, w, h = place
    clip = surface.get_clip()
    surface.set_clip(clip.clip(place))
    tile = _tile(colour)
    step = tile.get_width()
    surface.fblits([(tile, (i, j)) for j in range(y, y + h, step) for i in range(x, x + w, step)])
    surface.set_clip(clip)


@cached_surface(1_000_000)
def _tile(colour: Colour) -> Surface:
    tile = Surface((256, 256), pygame.SRCALPHA)
    tile.fill(colour)
    return tile


@cached_surface(1_000_000)
def _corners(radius: int, colour: Colour, corners: Corners) -> Surface:
    """The four corners of a shape, with nothing between them."""
    four = Surface((2 * radius, 2 * radius), pygame.SRCALPHA)
    for i, style in enumerate(corners):
        at = (0 if i in (0, 3) else radius, 0 if i < 2 else radius)
        if style == "square":
            four.fill(colour, (*at, radius, radius))
        else:
            turned = pygame.transform.flip(corner(style, radius, colour), i in (1, 2), i >= 2)
            four.blit(turned, at, special_flags=pygame.BLEND_RGBA_ADD)  # as it is: nothing is there
    return four


@cached_surface(2_000_000)
def _clear_shape(size: tuple[int, int], colour: Colour, radius: int, corners: Corners) -> Surface:
    surface = Surface(size, pygame.SRCALPHA)
    surface.fill((*colour[:3], 0))
    shape(surface, surface.get_rect(), colour[:3], radius, corners)
    surface.fill((255, 255, 255, colour[-1]), special_flags=pygame.BLEND_RGBA_MULT)
    return surface


@cached_surface(1_000_000)
def polygon(points: tuple[tuple[float, float], ...], colour: Colour) -> Surface:
    """A smooth polygon on a surface just large enough; points are pixels from its corner."""
    w = int(max(x for x, _ in points)) + 1
    h = int(max(y for _, y in points)) + 1
    fine = _fine(max(w, h))
    surface = _smooth((w, h), colour, fine)
    pygame.draw.polygon(surface, colour, [(x * fine, y * fine) for x, y in points])
    return pygame.transform.smoothscale(surface, (w, h))


@cached_surface(3_000_000)
def disc(diameter: int, colour: Colour, ring: int = 0) -> Surface:
    """A smooth disc, or a ring of this many pixels."""
    fine = _fine(diameter)
    surface = _smooth((diameter, diameter), colour, fine)
    half = diameter * fine / 2
    pygame.draw.circle(surface, colour, (half, half), half, ring * fine)
    return pygame.transform.smoothscale(surface, (diameter, diameter))


def shadow(surface: Sheet, rect: Rect, radius: int, spread: int, strength: int) -> None:
    """A soft shadow under a rounded rectangle."""
    if spread < 1 or rect.w < 2 or rect.h < 2:
        return
    outer = rect.inflate(2 * spread, 2 * spread)
    place = outer.x, outer.y, outer.w, outer.h
    radius = min(radius, rect.w // 2, rect.h // 2)
    put(surface, _cast, (place, radius, spread, strength), place)


def _cast(surface: Surface, place: Area, radius: int, spread: int, strength: int) -> None:
    """Assemble a shadow from nine slices of a small one."""
    piece = _shadow(radius, spread, strength)
    cap, outer = spread * 2 + radius, Rect(place)
    cap_x, cap_y = min(cap, outer.w // 2), min(cap, outer.h // 2)
    end = piece.get_width()
    across, down = outer.w - 2 * cap_x, outer.h - 2 * cap_y
    for sx, dx in ((0, outer.x), (end - cap_x, outer.right - cap_x)):
        for sy, dy in ((0, outer.y), (end - cap_y, outer.bottom - cap_y)):
            surface.blit(piece, (dx, dy), (sx, sy, cap_x, cap_y))
        if down > 0:
            side = _edge(piece, (sx, cap, cap_x, 1), (cap_x, down))
            surface.blit(side, (dx, outer.y + cap_y))
    for sy, dy in ((0, outer.y), (end - cap_y, outer.bottom - cap_y)):
        if across > 0:
            edge = _edge(piece, (cap, sy, 1, cap_y), (across, cap_y))
            surface.blit(edge, (outer.x + cap_x, dy))


@cached_surface(1_500_000)
def _edge(piece: Surface, part: Area, size: tuple[int, int]) -> Surface:
    """A line of a shadow as a strip."""
    return pygame.transform.scale(piece.subsurface(part), size)


@cached_surface(1_000_000)
def _shadow(radius: int, spread: int, strength: int) -> Surface:
    whole = 2 * (spread * 2 + radius) + 1
    scale = min(1.0, _SOFT / spread)
    size, soft = max(3, round(whole * scale)), max(1, round(spread * scale))
    surface = Surface((size, size), pygame.SRCALPHA)
    inner = surface.get_rect().inflate(-2 * soft, -2 * soft)
    shape(surface, inner, (0, 0, 0), round(radius * scale))
    surface = pygame.transform.gaussian_blur(surface, max(1, soft // 2))
    surface.fill((255, 255, 255, strength), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.smoothscale(surface, (whole, whole))


@cached_surface(2_000_000)
def icon(name: str, px: int, colour: Colour) -> Surface:
    """An icon of ``assets/icons`` at a size and in a colour. Raises FileNotFoundError."""
    svg = (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour[:3]))
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (max(1, px), max(1, px)))


@cached_surface(1_000_000)
def die_face(px: int, eyes: int, paper: Colour, ink: Colour) -> Surface:
    """A die seen from above, showing 1 to 6."""
    surface = Surface((px, px), pygame.SRCALPHA)
    shape(surface, surface.get_rect(), mix(paper, ink, 0.25), px // 5)
    shape(surface, surface.get_rect().inflate(-px // 24 * 2, -px // 24 * 2), paper, px // 5)
    eye = disc(max(2, px // 6), ink)
    near, far, mid = 0.26, 0.74, 0.5
    spots = [(mid, mid)] if eyes % 2 else []
    spots += [(near, near), (far, far)] if eyes > 1 else []
    spots += [(far, near), (near, far)] if eyes > 3 else []
    spots += [(near, mid), (far, mid)] if eyes > 5 else []
    for x, y in spots:
        surface.blit(eye, eye.get_rect(center=(px * x, px * y)))
    return surface


@cached_surface(1)
def cloth(size: tuple[int, int], tones: tuple[Colour, Colour, Colour]) -> Surface:
    """The felt of the table: a small gradient (lighter at the top) scaled up, with fine noise.

    ``tones`` are its colours in the light, between, and in the dark.
    """
    light, between, dark = tones
    w, h = 48, 27
    small = Surface((w, h))
    for y in range(h):
        for x in range(w):
            away = min(1.0, ((x / w - 0.5) ** 2 + (y / h - 0.42) ** 2) * 2.6)
            small.set_at((x, y), mix(mix(light, between, min(1, away * 2)), dark, away**2))
    felt = pygame.transform.smoothscale(small, size).convert()
    weave = _weave()
    step = weave.get_width()
    felt.fblits(
        [(weave, (x, y)) for y in range(0, size[1], step) for x in range(0, size[0], step)],
        pygame.BLEND_RGB_ADD,
    )
    return felt


def rim(surface: Sheet, thick: int) -> None:
    """A wooden rim round the surface, with its shadow: four sides, and nothing between them."""
    w, h = surface.get_size()
    deep = 2 * thick
    high = h - 2 * deep
    sides = (
        (0, 0, w, deep),
        (0, h - deep, w, deep),
        (0, deep, deep, high),
        (w - deep, deep, deep, high),
    )
    for side in sides:
        surface.blit(_side((w, h), thick, side), side[:2])


@cached_surface(2_000_000)
def _side(size: tuple[int, int], thick: int, side: Area) -> Surface:
    """A part of a wooden rim, lighter at the top, and of its shadow on the felt inside it."""
    x, y, w, h = side
    whole = Rect(-x, -y, *size)
    surface = Surface((w, h), pygame.SRCALPHA)
    for i in range(thick):
        share = i / thick
        tone = mix(WOOD_LIGHT, WOOD_DARK, abs(share - 0.35) * 1.5)
        pygame.draw.rect(surface, tone, whole.inflate(-2 * i, -2 * i), 1)
        inner = whole.inflate(-2 * (thick + i), -2 * (thick + i))
        pygame.draw.rect(surface, (0, 0, 0, round(110 * (1 - share) ** 2)), inner, 1)
    return surface


def _weave() -> Surface:
    """A tile of fine noise from a fixed seed, so that it is always the same."""
    side = 256
    noise = Random(20160).randbytes(side * side)
    tile = pygame.image.frombytes(noise, (side, side), "P")
    tile.set_palette([(i // 37,) * 3 for i in range(256)])
    return tile.convert()


def bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    """Points along a curve with four control points."""
    return [
        (
            w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
            w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
        )
        for w in _BEZIER
    ]


_BEZIER = [
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    for t in (i / 24 for i in range(25))
]
"""The weights of the four control points along a curve."""
