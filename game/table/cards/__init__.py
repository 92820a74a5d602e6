"""Draws the faces of cards at any size: a portrait from 220 units of height, a tile below that.

What is done with is drawn as a token, which has no room for a name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeGuard
from weakref import WeakKeyDictionary

from pygame import SRCALPHA, Surface

from game.gui.cache import SurfaceCache, shared_cache
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn, Setting, Typesetter
from game.table.cards import downside, held, large, role, story, tile
from game.table.cards.token import TokenFace, draw_token
from game.views.faces import (
    BenefitFace,
    DownsideFace,
    EventFace,
    Face,
    HeldFace,
    IdeaFace,
    RiskFace,
    RoleFace,
)

__all__ = [
    "LEAST",
    "PORTRAIT",
    "card_image",
    "draw_card",
    "draw_done",
    "draw_held",
    "draw_lying",
    "draw_opened",
    "radius_of",
    "radius_of_held",
]

_MARGIN, _SMALL_MARGIN, _TOKEN_MARGIN = 24, 9, 6
"""Room for the shadow of a large card, of a tile, and of a token with what hangs over its edge."""
_IMAGES = shared_cache(10_000_000)
_OPENED = shared_cache(2_000_000)
"""The cards opened last in windows where these are very large."""
_TEXTS = WeakKeyDictionary[Surface, list[Drawn]]()
"""The texts in pictures that were made while texts are logged."""
_KEEP = 300_000
"""The most pixels of a large card whose picture is kept among all others."""
PORTRAIT = 220
"""From this height on a card is drawn in full."""
LEAST = held.LEAST
"""The width from which on a card of the hand has its own faces."""


def draw_card(c: Canvas, box: Box, face: Face) -> None:
    """Draw a card into a box: in full, or as a tile if the box is low. Its picture is cached."""
    _cached(c, box, face, partial(_draw, face=face), _margin(box, face))


def draw_held(c: Canvas, box: Box, face: Face, *, words: bool) -> None:
    """Draw a card of a hand: with the words of its signs, or with the signs alone."""
    if _is_held(face, box):
        draw = partial(held.draw_face, face=face, words=words)
        _cached(c, box, ("held", words, face), draw, _MARGIN)
    else:
        draw_card(c, box, face)


def draw_lying(c: Canvas, box: Box, face: Face, *, whole: float) -> None:
    """Draw a card of a hand that others lie over: ``box`` is seen of it, ``whole`` is its width.

    Nothing of it is hidden: its picture and its name lie where it is seen.
    """
    if isinstance(face, IdeaFace | BenefitFace | RiskFace):
        held.draw_lying(c, box, face, max(whole, box.w))
    else:
        draw_card(c, box, face)


def _is_held(face: Face, box: Box) -> TypeGuard[HeldFace]:
    roomy = box.w >= held.LEAST and box.h >= PORTRAIT
    return roomy and isinstance(face, IdeaFace | BenefitFace | RiskFace)


def draw_done(c: Canvas, box: Box, face: TokenFace) -> None:
    """Draw a card that is done with as a token."""
    _cached(c, box, ("done", face), partial(draw_token, face=face), _TOKEN_MARGIN)


def _margin(box: Box, face: Face) -> float:
    small = box.h < PORTRAIT and not isinstance(face, EventFace | RoleFace)
    return _SMALL_MARGIN if small else _MARGIN


def _cached(
    c: Canvas,
    box: Box,
    what: Hashable,
    draw: Callable[[Canvas, Box], None],
    margin: float,
    among: SurfaceCache = _IMAGES,
) -> None:
    rect = c.rect(box)
    c.occupied.append(rect.move(c.origin))
    wide, high = rect.w / c.u, rect.h / c.u
    if not c.paints:  # set as the picture would be
        draw(c, Box(box.x, box.y, wide, high))
        return
    edge, logs = math.ceil(margin * c.u), c.log is not None
    key = (what, rect.size, c.u, c.type.lang, c.type.grow, bool(c.type.palette), logs)
    image = among.find(key)
    if image is None:
        make = partial(_set_image, c.type, c.type.setting, (wide, high), edge / c.u, draw, logs)
        if c.later is not None:
            c.later.append(partial(among.get, key, make))
            return
        image = among.add(key, make())
    at = rect.x - edge, rect.y - edge
    c.put(image, at)
    if logs:
        c.quote(_TEXTS[image], at)


def draw_opened(c: Canvas, box: Box, face: Face) -> None:
    """Draw a card that is opened large; where it is very large only the last ones are kept."""
    rect = c.rect(box)
    among = _IMAGES if rect.w * rect.h <= _KEEP else _OPENED
    _cached(c, box, face, partial(_draw, face=face), _margin(box, face), among)


def _draw(c: Canvas, box: Box, face: Face) -> None:
    if box.h < PORTRAIT and isinstance(face, IdeaFace | BenefitFace | DownsideFace | RiskFace):
        _draw_tile(c, box, face)
    else:
        _draw_large(c, box, face)


def card_image(type_: Typesetter, face: Face, w: float, h: float, margin: float = 0) -> Surface:
    """A card on a transparent surface, to be turned or faded; its shadow needs a margin."""
    return _image(type_, (w, h), margin, partial(_draw, face=face))


def _set_image(
    type_: Typesetter,
    setting: Setting,
    size: tuple[float, float],
    margin: float,
    draw: Callable[[Canvas, Box], None],
    logs: bool,
) -> Surface:
    log: list[Drawn] | None = [] if logs else None
    with type_.using(setting):
        image = _image(type_, size, margin, draw, log)
    if log is not None:
        _TEXTS[image] = log
    return image


def _image(
    type_: Typesetter,
    size: tuple[float, float],
    margin: float,
    draw: Callable[[Canvas, Box], None],
    log: list[Drawn] | None = None,
) -> Surface:
    w, h = size
    surface = Surface(Box(0, 0, w + 2 * margin, h + 2 * margin).px(type_.u).size, SRCALPHA)
    draw(Canvas(surface, type_, log=log), Box(margin, margin, w, h))
    return surface


def radius_of(face: Face, box: Box) -> float:
    """The corner radius of a card's outline, for a ring round it."""
    if box.h >= PORTRAIT:
        return 22 * box.w / story.WIDTH
    return box.h / 2 if isinstance(face, BenefitFace) else 12


def radius_of_held(face: Face, box: Box) -> float:
    """The corner radius of a card of a hand."""
    return held.radius_of_face(face) if _is_held(face, box) else radius_of(face, box)


def _draw_tile(c: Canvas, box: Box, face: IdeaFace | BenefitFace | DownsideFace | RiskFace) -> None:
    if isinstance(face, IdeaFace):
        tile.draw_idea(c, box, face)
    elif isinstance(face, BenefitFace):
        tile.draw_benefit(c, box, face)
    elif isinstance(face, DownsideFace):
        downside.draw_tile(c, box, face)
    else:
        tile.draw_risk(c, box, face)


def _draw_large(c: Canvas, box: Box, face: Face) -> None:
    if isinstance(face, IdeaFace):
        large.draw_idea(c, box, face)
    elif isinstance(face, BenefitFace):
        large.draw_benefit(c, box, face)
    elif isinstance(face, DownsideFace):
        downside.draw_large(c, box, face)
    elif isinstance(face, RiskFace):
        large.draw_risk(c, box, face)
    elif isinstance(face, EventFace):
        large.draw_event(c, box, face)
    else:
        role.draw_role(c, box, face)
