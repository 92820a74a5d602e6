"""The canvas that screens, widgets and cards draw on, in design units."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar, Literal

from pygame import Rect, Surface

from game import pictures
from game.gui import theme
from game.gui.emoji import emoji_surface
from game.gui.geometry import Box, Point
from game.gui.paint import shapes, strokes
from game.gui.paint.strokes import Sheet
from game.gui.photo import photo_surface
from game.gui.text.typesetter import Drawn, SizeGroup, Typesetter, Weight
from game.gui.theme import Colour
from game.i18n import Words, words

Align = Literal["left", "centre", "right"]
Valign = Literal["top", "middle", "bottom"]
_LARGE_DISC = 200
"""The size in pixels from which on a disc is not cached."""

_SHARE = {"left": 0.0, "top": 0.0, "centre": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}


class Canvas:
    """A surface, or what remembers what is painted, with a design unit and a typesetter.

    ``log`` collects every text drawn, for tests. ``touched`` collects the pixels drawn over, so
    that what moves can be wiped again without drawing the whole frame. ``origin`` is the pixel at
    which the surface's corner lies in the window: boxes are always window coordinates.
    """

    paints: ClassVar = True
    """Whether anything is painted; otherwise what is no text need not be laid out."""

    def __init__(
        self,
        surface: Sheet,
        type_: Typesetter,
        *,
        log: list[Drawn] | None = None,
        touched: list[Rect] | None = None,
        origin: tuple[int, int] = (0, 0),
    ) -> None:
        self.surface: Sheet = surface
        self.type = type_
        self.u = type_.u
        self.log = log
        self.touched = touched
        self.origin = origin
        self.layer = 0
        self.occupied: list[Rect] = []
        """Where text and cards were drawn, in pixels of the window; forgotten at each screen."""
        self.later: list[Callable[[], object]] | None = None
        """Collects what would draw the surfaces that are dear and not cached yet, instead of it."""

    def zoomed(self, zoom: float, grow: float) -> Canvas:
        """The same surface in design units larger by ``zoom``, where text grows by ``grow``."""
        type_ = self.type.zoomed(zoom, grow)
        if type_ is self.type:
            return self
        same = Canvas(self.surface, type_, log=self.log, touched=self.touched, origin=self.origin)
        same.layer, same.occupied, same.later = self.layer, self.occupied, self.later
        return same

    @property
    def t(self) -> Words:
        """The translations of the language it is drawn in."""
        return words(self.type.lang)

    def tone(self, colour: Colour) -> Colour:
        """The colour of the current palette for a colour."""
        palette = self.type.palette
        if not palette:
            return colour
        r, g, b = palette.get(colour[:3], colour)[:3]
        return (r, g, b) if len(colour) == 3 else (r, g, b, colour[3])

    def rect(self, box: Box) -> Rect:
        """The pixels of a box on this surface."""
        rect, (x, y) = box.px(self.u), self.origin
        return rect.move(-x, -y) if x or y else rect

    def px(self, units: float, least: int = 0) -> int:
        """A length in whole pixels."""
        return max(least, round(units * self.u))

    def touch(self, rect: Rect) -> None:
        """Record that these pixels were drawn over."""
        if self.touched is not None:
            self.touched.append(rect.clip(self.surface.get_clip()))

    def tell(self, box: Box, *what: str) -> None:
        """Say what is drawn in a place; only a canvas that asks for it listens."""

    # ------------------------------------------------------------------------------- surfaces

    def fill(self, box: Box, colour: Colour) -> None:
        """A plain rectangle, translucent if the colour has an alpha."""
        self.shape(box, colour, 0, ("square",) * 4)

    def shape(
        self, box: Box, colour: Colour, radius: float, corners: shapes.Corners = shapes.ROUND
    ) -> None:
        """A filled rectangle with rounded, cut or square corners."""
        rect = self.rect(box)
        if self.touched is not None:
            self.touch(rect)
        shapes.shape(self.surface, rect, self.tone(colour), self.px(radius), corners)

    def panel(
        self,
        box: Box,
        colour: Colour,
        radius: float = theme.RADIUS,
        *,
        line: Colour | None = None,
        width: float = 2,
        lift: float = 0,
        corners: shapes.Corners = shapes.ROUND,
    ) -> None:
        """A surface with an outline of ``line`` and a shadow as soft as it is lifted."""
        if lift:
            self.shadow(box, radius, lift)
        if line:
            self.shape(box, line, radius, corners)
            box, radius = box.inset(width), max(0, radius - width)
        self.shape(box, colour, radius, corners)

    def outline(
        self, box: Box, colour: Colour, radius: float = theme.RADIUS, width: float = 4
    ) -> None:
        """A rounded, unfilled frame."""
        rect, thick = self.rect(box), self.px(width, 1)
        if rect.w <= 2 * thick or rect.h <= 2 * thick:
            return
        r = min(self.px(radius), rect.w // 2, rect.h // 2)
        self._frame(rect, self.tone(colour), r, thick)
        deep = max(r, thick)  # only the frame itself is wiped again, not its inside
        self.touch(Rect(rect.x, rect.y, rect.w, deep))
        self.touch(Rect(rect.x, rect.bottom - deep, rect.w, deep))
        self.touch(Rect(rect.x, rect.y, thick, rect.h))
        self.touch(Rect(rect.right - thick, rect.y, thick, rect.h))

    def _frame(self, rect: Rect, colour: Colour, r: int, thick: int) -> None:
        s = self.surface
        s.fill(colour, (rect.x + r, rect.y, rect.w - 2 * r, thick))
        s.fill(colour, (rect.x + r, rect.bottom - thick, rect.w - 2 * r, thick))
        s.fill(colour, (rect.x, rect.y + r, thick, rect.h - 2 * r))
        s.fill(colour, (rect.right - thick, rect.y + r, thick, rect.h - 2 * r))
        if r:
            ring = shapes.disc(2 * r, colour, min(thick, r))
            for x, sx in ((rect.x, 0), (rect.right - r, r)):
                for y, sy in ((rect.y, 0), (rect.bottom - r, r)):
                    s.blit(ring, (x, y), (sx, sy, r, r))

    def shadow(self, box: Box, radius: float = theme.RADIUS, lift: float = 10) -> None:
        """A soft shadow that falls a little below the box."""
        spread = self.px(lift)
        rect = self.rect(box).move(0, self.px(lift / 3))
        self.touch(rect.inflate(2 * spread, 2 * spread))
        shapes.shadow(self.surface, rect, self.px(radius), spread, 110)

    def image(self, image: Surface, at: Point) -> None:
        """Draw a picture pixel by pixel, its corner at a point."""
        x, y = round(at[0] * self.u) - self.origin[0], round(at[1] * self.u) - self.origin[1]
        self.put(image, (x, y))

    def put(self, image: Surface, at: tuple[int, int]) -> None:
        """Draw a picture, its corner at a pixel of this surface."""
        if self.touched is not None:
            self.touch(image.get_rect(topleft=at))
        self.surface.blit(image, at)

    def _centred(self, image: Surface, at: Point) -> None:
        self.image(
            image, (at[0] - image.get_width() / 2 / self.u, at[1] - image.get_height() / 2 / self.u)
        )

    @property
    def in_sight(self) -> Box:
        """The box outside of which nothing is seen of what is drawn now."""
        clip, (x, y) = self.surface.get_clip(), self.origin
        return Box(*(part / self.u for part in (clip.x + x, clip.y + y, clip.w, clip.h)))

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Clip drawing to a box."""
        before = self.surface.get_clip()
        self.surface.set_clip(self.rect(box).clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    # ----------------------------------------------------------------------------------- text

    def alike(self) -> Iterator[None]:
        """``for _ in canvas.alike():`` what looks alike in standard print does so in large.

        The loop is gone through twice then: first unseen, to find out how much texts of one
        size have room to grow everywhere. In standard print it is gone through once.
        """
        if self.type.grow == 1:
            yield
            return
        group = SizeGroup()
        with self.type.using((self.type.grow, group)):
            seen = self.surface, self.log, self.touched, self.occupied
            self.surface, self.log, self.touched, self.occupied = Surface((1, 1)), None, None, []
            yield
            self.surface, self.log, self.touched, self.occupied = seen
            group.measuring = False
            yield

    def text(
        self,
        box: Box,
        text: str,
        size: theme.Sizes = theme.BODY,
        colour: Colour = theme.CHALK,
        weight: Weight = "regular",
        *,
        align: Align = "left",
        valign: Valign = "top",
        whole: bool = False,
    ) -> Box:
        """Text in a box, at the largest of :func:`theme.steps` that fits; the box it covers.

        Only when even the least size does not fit is it cut with an ellipsis, and logged as cut.
        With ``whole`` a smaller size is preferred to a broken word.
        """
        fitted = self.type.fit(text, box, theme.steps(size), weight, whole=whole)
        high = self.type.line_height(fitted.size)
        y = box.y + (box.h - high * len(fitted.lines)) * _SHARE[valign]
        y = max(y, box.y) if valign != "middle" else y
        wide = 0.0
        for i, line in enumerate(fitted.lines):
            if line:
                w = self._line(
                    line, box, y + i * high, fitted.size, colour, weight, align, fitted.cut
                )
                wide = max(wide, w)
        return Box(box.x + (box.w - wide) * _SHARE[align], y, wide, high * len(fitted.lines))

    def _line(
        self,
        line: str,
        box: Box,
        y: float,
        size: float,
        colour: Colour,
        weight: Weight,
        align: Align,
        cut: bool,
    ) -> float:
        colour = self.tone(colour)
        image = self.type.image(line, size, weight, colour)
        wide = image.get_width() / self.u
        spare = self.type.line_height(size) - image.get_height() / self.u
        x = box.x + (box.w - wide) * _SHARE[align]
        at = Rect(0, 0, *image.get_size())
        at.topleft = (
            round(x * self.u) - self.origin[0],
            round((y + spare / 2) * self.u) - self.origin[1],
        )
        if self.log is not None:
            ink = image.get_bounding_rect().move(at.topleft)
            self._note(Drawn(line, size, colour, cut, at, ink))
        self.touch(at)
        self.occupied.append(at.move(self.origin))
        self.surface.blit(image, at)
        return wide

    def _note(self, drawn: Drawn) -> None:
        """Log a text that is about to be painted, as far as it is seen."""
        seen = drawn.rect.clip(self.surface.get_clip())
        if self.log is None or not seen:
            return
        ink = drawn.ink.clip(seen)
        there = drawn.rect.move(self.origin), ink.move(self.origin)
        noted = replace(drawn, rect=there[0], ink=there[1], layer=self.layer)
        self.log.append(noted)
        area = ink or seen
        strokes.put(self.surface, _see, (noted, (area.x, area.y, area.w, area.h)), area)

    def quote(self, texts: Iterable[Drawn], at: tuple[int, int]) -> None:
        """Log the texts of a picture that is about to be put at a pixel of this surface."""
        for drawn in texts:
            there = drawn.rect.move(at), drawn.ink.move(at)
            paper = drawn.ground or (0, 0, 0, 0)
            self._note(replace(drawn, rect=there[0], ink=there[1], paper=paper))

    # ----------------------------------------------------------------------- icons and lines

    def icon(self, name: str, box: Box, colour: Colour = theme.CHALK) -> None:
        """An icon, as large as the box's shorter side, in its middle."""
        px = self.px(min(box.w, box.h), 1)
        self._centred(shapes.icon(name, px, self.tone(colour)), box.centre)

    def emoji(self, letters: str, box: Box) -> bool:
        """The picture of an emoji, as large as the box's shorter side, in its middle.

        Returns whether it is one of the set; nothing is drawn otherwise.
        """
        key = pictures.key_of(letters)
        if not pictures.known(key):
            return False
        self._centred(emoji_surface(key, self.px(min(box.w, box.h), 1)), box.centre)
        return True

    def emoji_on_paper(self, letters: str, box: Box) -> bool:
        """The same on a piece of light paper: a dark picture is seen on dark ground, too."""
        side = min(box.w, box.h)
        paper = box.place(side, side)
        if not pictures.known(pictures.key_of(letters)):
            return False
        self.panel(paper, theme.PAPER, side * 0.2)
        return self.emoji(letters, paper.inset(side * 0.09))

    def photo(self, data: bytes, box: Box, *, fill: bool = False, radius: float = 0) -> bool:
        """A PNG or JPEG in the middle of a box, or cut to ``fill`` it, its upper corners rounded.

        Returns whether it can be decoded; nothing is drawn otherwise.
        """
        rect = self.rect(box)
        image = photo_surface(data, (max(1, rect.w), max(1, rect.h)), fill, self.px(radius))
        if not image.get_width():
            return False
        place = image.get_rect(center=rect.center)
        self.touch(place)
        self.surface.blit(image, place)
        return True

    def disc(self, at: Point, diameter: float, colour: Colour, ring: float = 0) -> None:
        """A disc round a point, or a ring of a width."""
        px = self.px(diameter, 1)
        colour = self.tone(colour)
        if px > _LARGE_DISC and not ring and len(colour) == 3:
            self._large_disc(at, px, colour)
            return
        self._centred(shapes.disc(px, colour, self.px(ring, 1) if ring else 0), at)

    def _large_disc(self, at: Point, px: int, colour: Colour) -> None:
        """Drawn directly: a cached picture would be large, and take ten times as long to draw."""
        x, y = (round(part * self.u) - o for part, o in zip(at, self.origin, strict=True))
        self.touch(strokes.large_disc(self.surface, colour, (x, y), px))

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """A smooth filled polygon."""
        x, y = min(p[0] for p in points), min(p[1] for p in points)
        pixels = tuple(((px - x) * self.u, (py - y) * self.u) for px, py in points)
        self.image(shapes.polygon(pixels, self.tone(colour)), (x, y))

    def line(self, points: Sequence[Point], colour: Colour, width: float = 4) -> None:
        """A smooth line through points."""
        spots = [(x * self.u - self.origin[0], y * self.u - self.origin[1]) for x, y in points]
        thick, ink = self.px(width, 1), self.tone(colour)
        for a, b in pairwise(spots):
            self.touch(strokes.line(self.surface, ink, a, b, thick))
        if thick > 2 and len(spots) < 8:
            for x, y in spots:
                dot = shapes.disc(thick, ink)
                self.surface.blit(dot, dot.get_rect(center=(x, y)))

    def curve(
        self,
        a: Point,
        b: Point,
        colour: Colour,
        width: float = 4,
        *,
        arrow: bool = False,
        edge: Colour | None = None,
    ) -> None:
        """A line with horizontal ends, as between cards, with an arrow head at ``b``.

        An ``edge`` sets it off from what it crosses.
        """
        end = (b[0] - math.copysign(14, b[0] - a[0]), b[1]) if arrow else b
        points = course(a, end)
        if edge:
            self.line(points, edge, width + 4)
        self.line(points, colour, width)
        if arrow:
            back = math.copysign(18, b[0] - a[0])
            self.polygon([b, (b[0] - back, b[1] - 11), (b[0] - back, b[1] + 11)], colour)

    def bar(
        self,
        box: Box,
        share: float,
        colour: Colour,
        ground: Colour = theme.FELT_DARK,
        *,
        start: float = 0,
    ) -> None:
        """A bar filled from one share of its length to another, each 0 to 1."""
        self.shape(box, ground, box.h / 2)
        share, start = min(1, max(0, share)), min(1, max(0, start))
        if share > start:
            full = Box(box.x + box.w * start, box.y, max(box.h, box.w * (share - start)), box.h)
            self.shape(full, colour, box.h / 2)

    def pips(
        self, box: Box, count: int, of: int, colour: Colour, empty: Colour | None = None
    ) -> None:
        """A row of dots from the left, ``count`` of them filled."""
        d = min(box.h, box.w / max(1, of) * 0.8)
        step = min(d * 1.35, box.w / max(1, of))
        for i in range(of):
            at = (box.x + d / 2 + i * step, box.y + box.h / 2)
            if i < count:
                self.disc(at, d, colour)
            else:
                self.disc(at, d, empty or colour, max(2, d / 8))

    def die(self, box: Box, eyes: int) -> None:
        """A die showing 1 to 6."""
        self.shadow(box.inset(2), box.w / 5, 8)
        px = self.px(min(box.w, box.h), 4)
        paper, ink = self.tone(theme.PAPER), self.tone(theme.INK)
        self._centred(shapes.die_face(px, eyes, paper, ink), box.centre)

    def cloth(self, *, rim: bool = False) -> None:
        """The felt of the table over the whole surface, with a wooden rim if asked for."""
        felt = (self.tone(theme.FELT_LIGHT), self.tone(theme.FELT), self.tone(theme.FELT_DARK))
        self.surface.blit(shapes.cloth(self.surface.get_size(), felt), (0, 0))
        if rim:
            shapes.rim(self.surface, self.px(14, 6))


def _see(surface: Surface, drawn: Drawn, area: strokes.Area) -> None:
    drawn.see_ground(surface, area)


def course(a: Point, b: Point) -> list[Point]:
    """The points of a line with horizontal ends."""
    if abs(a[1] - b[1]) < 1:  # pieces of a straight line would each be rounded on their own
        return [a, b]
    bend = math.copysign(max(40.0, abs(b[0] - a[0]) / 2), b[0] - a[0])
    return shapes.bezier(a, (a[0] + bend, a[1]), (b[0] - bend, b[1]), b)
