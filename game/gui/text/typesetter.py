"""Typesetting: fonts at native size, wrapping with hyphenation, and fitting into a box.

SDL breaks a long Danish compound anywhere and without a hyphen, so the lines are broken here, at
the hyphenation points of the language.
"""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import pygame

from game.frozen import frozen
from game.gui.cache import SurfaceCache
from game.gui.geometry import Box
from game.gui.text import pictured
from game.gui.text.hyphenation import splits
from game.gui.theme import STANDARD, Colour, Palette
from game.i18n import Lang
from game.resources import ASSETS

Weight = Literal["regular", "semibold", "bold", "italic"]

FONT_FILES: dict[Weight, str] = {
    "regular": "IBMPlexSans-Regular.ttf",
    "semibold": "IBMPlexSans-SemiBold.ttf",
    "bold": "IBMPlexSans-Bold.ttf",
    "italic": "IBMPlexSans-Italic.ttf",
}
LEADING = 1.3
"""The height of a line, in text sizes."""
ELLIPSIS = "…"
LIVE = 99
"""The layer of text that moves or is pointed at."""
RAGGED = 0.3
"""A word is hyphenated when it would leave more than this share of its line empty."""

_SPACES = re.compile(r"(?<! [−=+]) (?!%|·|[−=+] )")
"""Where a line may end: not within a share or a sum, and not before the dot between two facts."""
_LONELY = 6
"""A word of so few letters does not stand alone on the last line of a paragraph."""
_SURE = 0.95
"""What is left of the width of a text at least, however its letters are kerned and broken."""
_STEP = 0.1
_KEPT_TEXTS = 3000
_KEPT_PIXELS = 4_000_000


@dataclass(slots=True, unsafe_hash=True)
class Drawn:
    """A text as it was drawn, for tests: its size in design units and its colour.

    ``rect`` is its line in pixels of the window, ``ink`` the letters alone. ``layer`` counts the
    screens that lie below it; what moves or is pointed at lies in the layer :data:`LIVE`. In a
    picture it has ``paper`` below it, with an alpha. The ``ground`` is not known before all of
    it is painted.
    """

    text: str
    size: float
    colour: Colour
    cut: bool
    rect: pygame.Rect = field(compare=False)
    ink: pygame.Rect = field(compare=False)
    layer: int = 0
    paper: Colour = (0, 0, 0, 0)
    ground: Colour | None = field(default=None, compare=False)

    def see_ground(self, surface: pygame.Surface, area: tuple[int, int, int, int]) -> None:
        """Find the ground of an area of a surface, on which it is about to be painted."""
        self.ground = None
        if not surface.get_clip().contains(area):
            return
        clear = bool(surface.get_masks()[3])
        below = pygame.transform.average_color(surface, area, clear)
        *paper, solid = self.paper
        share = solid / 255
        r, g, b = (round(a * share + b * (1 - share)) for a, b in zip(paper, below, strict=False))
        self.ground = (r, g, b, max(solid, below[3])) if clear else (r, g, b)


@frozen
class Fitted:
    """Lines at a size that fits; ``cut`` when even the least size did not hold all of it.

    ``grown`` is how much larger than standard print it is.
    """

    lines: tuple[str, ...]
    size: float
    cut: bool = False
    grown: float = 1.0


@dataclass(slots=True)
class SizeGroup:
    """Texts of equal size in standard print, which must also have equal size in large print.

    ``least`` is how much they can grow, found while ``measuring``: for each choice of sizes, and
    for each of these that they have in standard print.
    """

    least: dict[tuple[float, ...], dict[float, float]] = field(default_factory=dict)
    measuring: bool = True

    def note(self, sizes: tuple[float, ...], plain: float, grown: float) -> None:
        """Record that a text of these sizes, ``plain`` in standard print, has room for a growth."""
        kin = self.least.setdefault(sizes, {})
        kin[plain] = min(grown, kin.get(plain, grown))

    def limit(self, sizes: tuple[float, ...], plain: float, most: float) -> float:
        """The growth allowed: that of texts of its size, and never beyond larger texts."""
        kin = self.least.get(sizes, {})
        larger = [size * grown for size, grown in kin.items() if size > plain]
        return max(1.0, min([most, kin.get(plain, most), *(size / plain for size in larger)]))


Setting = tuple[float, SizeGroup | None]
"""How text is set at a place: how much it grows, and what it has to look like."""


@lru_cache(maxsize=200)
def font(weight: Weight, px: int) -> pygame.font.Font:
    """The font of a weight at a height in pixels."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(ASSETS / "fonts" / FONT_FILES[weight], max(1, px))


@lru_cache(maxsize=6000)
def _width(text: str, weight: Weight, px: int) -> int:
    """The width of a line in pixels, in a font of a height in pixels."""
    return pictured.width(font(weight, px), text)


def close_fonts() -> None:
    """Let go of the fonts: each holds its file open, and a window of another size wants others."""
    font.cache_clear()
    _width.cache_clear()


class Typesetter:
    """Measures and wraps text for one pixel size ``u`` of the design unit and one language.

    With ``grow`` above 1 a text that has room in its box is set so much larger, or as much of it as
    there is room for; what has none stays as it is, so that no screen comes apart. Text that makes
    its own room asks :meth:`grown` for its size. The ``palette`` is what a canvas draws with.
    """

    def __init__(
        self, u: float, lang: Lang, grow: float = 1.0, palette: Palette = STANDARD
    ) -> None:
        self.u = u
        self.lang = lang
        self.grow = grow
        self.among: SizeGroup | None = None
        self.palette = palette
        self._wrapped: OrderedDict[tuple[str, float, float, Weight, bool], tuple[str, ...]] = (
            OrderedDict()
        )
        self._fitted: OrderedDict[Hashable, Fitted] = OrderedDict()
        self._images = SurfaceCache(_KEPT_PIXELS)
        self._zoomed: dict[tuple[float, float], Typesetter] = {}

    def font(self, size: float, weight: Weight = "regular") -> pygame.font.Font:
        """The font for a size in design units."""
        return font(weight, round(size * self.u))

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """The width of one line in design units."""
        return _width(text, weight, round(size * self.u)) / self.u

    def zoomed(self, zoom: float, grow: float) -> Typesetter:
        """The same with a design unit larger by ``zoom``, in which text grows by ``grow``."""
        if (zoom, grow) == (1.0, self.grow):
            return self
        if (zoom, grow) not in self._zoomed:
            self._zoomed[zoom, grow] = Typesetter(self.u * zoom, self.lang, grow, self.palette)
        return self._zoomed[zoom, grow]

    @property
    def growths(self) -> tuple[float, ...]:
        """The growth factors to try, the largest first; 1 at the end."""
        return _growths(self.grow)

    @property
    def setting(self) -> Setting:
        """The current setting for growth."""
        return self.grow, self.among

    @contextmanager
    def using(self, setting: Setting) -> Iterator[None]:
        """Use another setting in a ``with`` block."""
        before = self.setting
        self.grow, self.among = setting
        try:
            yield
        finally:
            self.grow, self.among = before

    def growing(self, grow: float) -> AbstractContextManager[None]:
        """Use a fixed growth in a ``with`` block, for several texts that share one box."""
        return self.using((grow, self.among))

    @contextmanager
    def paged(self) -> Iterator[float]:
        """For text whose area grows with it, as when scrolled: yields the growth to apply.

        Within the block no text grows automatically.
        """
        grow = self.grow
        with self.growing(1):
            yield grow

    def grown(self, size: float) -> float:
        """A size with the full growth, for text that can be scrolled or has a page to itself."""
        return size * self.grow

    def line_height(self, size: float) -> float:
        """The height of a line in design units, whole pixels high."""
        return round(size * LEADING * self.u) / self.u

    def height(self, text: str, width: float, size: float, weight: Weight = "regular") -> float:
        """The height of text wrapped to a width."""
        return len(self.wrap(text, width, size, weight)) * self.line_height(size)

    def image(self, text: str, size: float, weight: Weight, colour: Colour) -> pygame.Surface:
        """A rendered line of text."""
        px = round(size * self.u)
        return self._images.get(
            (text, px, weight, colour), lambda: pictured.render(font(weight, px), text, colour)
        )

    def wrap(
        self,
        text: str,
        width: float,
        size: float,
        weight: Weight = "regular",
        *,
        whole: bool = False,
    ) -> tuple[str, ...]:
        """The lines of a text in a width; a newline in it begins a new line.

        With ``whole`` only a word longer than a line is broken; without it also one whose break
        saves a line.
        """
        key = (text, width, size, weight, whole)
        found = self._wrapped.get(key)
        if found is None:
            found = self._wrap(text, width, size, weight, whole)
            if not whole and _broken(text, found):
                unbroken = self.wrap(text, width, size, weight, whole=True)
                found = unbroken if len(unbroken) == len(found) else found
            self._wrapped[key] = found
            if len(self._wrapped) > _KEPT_TEXTS:
                self._wrapped.popitem(last=False)
        return found

    def _wrap(
        self, text: str, width: float, size: float, weight: Weight, whole: bool
    ) -> tuple[str, ...]:
        lines: list[str] = []
        for paragraph in text.split("\n"):
            broken = self._wrap_paragraph(paragraph, width, size, weight, whole)
            lines += self._in_company(broken, width, size, weight)
        return tuple(lines)

    def _in_company(self, lines: list[str], width: float, size: float, weight: Weight) -> list[str]:
        """The lines of a paragraph, where a short last word takes the word before it along."""
        if len(lines) < 2 or len(lines[-1]) > _LONELY:
            return lines
        *words, last = _SPACES.split(lines[-2])
        end = f"{last} {lines[-1]}"
        if not words or last.endswith("-") or self.width(end, size, weight) > width:
            return lines
        return [*lines[:-2], " ".join(words), end]

    def fit(
        self,
        text: str,
        box: Box,
        sizes: Sequence[float],
        weight: Weight = "regular",
        *,
        whole: bool = False,
    ) -> Fitted:
        """The text at the first of the sizes (largest first) at which it fits a box.

        With ``whole`` a smaller size is preferred to a broken word, as in a name. If no size fits
        it is cut with an ellipsis at the last one, and the result says so.
        """
        sizes = tuple(sizes)
        plain = self._cached_fit(
            (text, box.w, box.h, sizes, weight, whole),
            lambda: self._fit(text, box, sizes, weight, whole),
        )
        if self.grow == 1 or plain.cut or not text:
            return plain
        most, among = self.grow, self.among
        if among and not among.measuring:
            most = among.limit(sizes, plain.size, most)
        found = self._cached_fit(
            (text, box.w, box.h, sizes, weight, whole, most),
            lambda: self._larger(text, box, plain, weight, most),
        )
        if among and among.measuring:
            among.note(sizes, plain.size, found.grown)
        return found

    def _cached_fit(self, key: Hashable, fit: Callable[[], Fitted]) -> Fitted:
        found = self._fitted.get(key)
        if found is None:
            found = self._fitted[key] = fit()
            if len(self._fitted) > _KEPT_TEXTS:
                self._fitted.popitem(last=False)
        return found

    def _fit(
        self, text: str, box: Box, sizes: Sequence[float], weight: Weight, whole: bool
    ) -> Fitted:
        for size in sizes if whole else ():
            if self._too_long(text, box, size, weight) or self._breaks(text, box, size, weight):
                continue
            lines = self.wrap(text, box.w, size, weight, whole=True)
            if self._fits(lines, box, size, weight) and not _broken(text, lines):
                return Fitted(lines, size)
        for size in sizes:
            if self._too_long(text, box, size, weight):
                continue
            lines = self.wrap(text, box.w, size, weight)
            if self._fits(lines, box, size, weight):
                return Fitted(lines, size)
        lines = self.wrap(text, box.w, sizes[-1], weight)
        return self._cut(lines, box, sizes[-1], weight)

    def _larger(self, text: str, box: Box, plain: Fitted, weight: Weight, most: float) -> Fitted:
        """The text as large as there is room for; no word is broken that was whole before."""
        whole = not _broken(text, plain.lines)
        for grow in _growths(most)[:-1]:
            size = plain.size * grow
            if self._too_long(text, box, size, weight):
                continue
            lines = self.wrap(text, box.w, size, weight, whole=whole)
            if whole and _broken(text, lines):
                continue
            high = len(lines) * self.line_height(size)
            if high <= box.h and self._fits(lines, box, size, weight):
                return Fitted(lines, size, grown=grow)
        return plain

    def _too_long(self, text: str, box: Box, size: float, weight: Weight) -> bool:
        """Whether a text has no room in a box, however it is broken: found out before it is.

        Of a text in lines no more is missing than the space at the end of each.
        """
        most = max(1, int((box.h + 1) / self.line_height(size) + 1e-6))
        room = most * (box.w + 1 + self.width(" ", size, weight))
        return self.width(" ".join(text.split()), size, weight) * _SURE > room

    def _breaks(self, text: str, box: Box, size: float, weight: Weight) -> bool:
        """Whether a word is longer than a line, found out before it is asked where to break it."""
        return any(self.width(word, size, weight) > box.w + 1 for word in text.split())

    def _fits(self, lines: tuple[str, ...], box: Box, size: float, weight: Weight) -> bool:
        if len(lines) > 1 and len(lines) * self.line_height(size) > box.h + 1:
            return False
        return all(self.width(line, size, weight) <= box.w + 1 for line in lines)

    def _cut(self, lines: tuple[str, ...], box: Box, size: float, weight: Weight) -> Fitted:
        room = max(1, int((box.h + 1) / self.line_height(size)))
        visible = list(lines[:room])
        if len(lines) > room:
            visible[-1] += ELLIPSIS
        return Fitted(
            tuple(self._shorten(line, box.w, size, weight) for line in visible), size, cut=True
        )

    def _shorten(self, line: str, width: float, size: float, weight: Weight) -> str:
        while len(line) > 1 and self.width(line, size, weight) > width:
            line = line.removesuffix(ELLIPSIS)[:-1].rstrip() + ELLIPSIS
        return line

    def _wrap_paragraph(
        self, text: str, width: float, size: float, weight: Weight, whole: bool
    ) -> list[str]:
        if self.width(text, size, weight) <= width:
            return [text]
        lines: list[str] = []
        words = _SPACES.split(text)
        while words:
            if not words[0]:  # no line begins with a space
                del words[0]
                continue
            count = self._fitting(words, width, size, weight)
            line = " ".join(words[:count])
            if count == len(words):
                return [*lines, line]
            full, rest = self._break(line, words[count], width, size, weight, whole)
            lines.append(full)
            words[: count + 1] = [rest] if rest else []
        return lines

    def _fitting(self, words: Sequence[str], width: float, size: float, weight: Weight) -> int:
        """How many of some words fit into a line: guessed by their own widths, then measured."""
        px, count = round(size * self.u), 0
        room, space = width * self.u, _width(" ", weight, px)
        for word in words:
            room -= _width(word, weight, px)
            if room < 0:
                break
            room -= space
            count += 1

        def fits(count: int) -> bool:
            return self.width(" ".join(words[:count]), size, weight) <= width

        while count < len(words) and fits(count + 1):
            count += 1
        while count and not fits(count):
            count -= 1
        return count

    def _break(
        self, line: str, word: str, width: float, size: float, weight: Weight, whole: bool
    ) -> tuple[str, str]:
        """The finished line, and the rest of the word for the next line."""
        before = f"{line} " if line else ""
        empty = width - self.width(line, size, weight)
        if not line or (empty > RAGGED * width and not whole):
            for head, tail in splits(word, self.lang):
                if self.width(before + head, size, weight) <= width:
                    return before + head, tail
        # A word that cannot be broken stands alone; fit() sees that it is too wide.
        return (line, word) if line else (word, "")


@lru_cache(maxsize=100)
def _growths(most: float) -> tuple[float, ...]:
    """Factors from ``most`` down to 1, in just noticeable steps."""
    steps = math.ceil((most - 1) / _STEP - 1e-6)
    return (*(most - i * _STEP for i in range(steps)), 1.0)


def _broken(text: str, lines: Sequence[str]) -> bool:
    """Whether a word of the text was broken over two lines."""
    return " ".join(lines).split() != text.split()
