"""A canvas that lays everything out and paints nothing: to measure, and to ask what is where."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from pygame import Surface

from game import pictures
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Align, Canvas, Valign
from game.gui.text.typesetter import Typesetter, Weight
from game.gui.theme import Colour


class Unpainted(Canvas):
    """Lays out texts and paints nothing.

    ``cut`` has the texts that did not fit, each with how many of its letters did; ``told`` what was
    said of each place.
    """

    paints: ClassVar = False

    def __init__(self, type_: Typesetter) -> None:
        super().__init__(Surface((1, 1)), type_)
        self.cut: dict[str, int] = {}
        self.told: list[tuple[Box, tuple[str, ...]]] = []

    def tell(self, box: Box, *what: str) -> None:
        """Remember what is drawn in a place."""
        self.told.append((box, what))

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
        """The box a text would cover, from the top left."""
        fitted = self.type.fit(text, box, theme.steps(size), weight, whole=whole)
        if fitted.cut:
            shown = sum(map(len, fitted.lines)) - 1  # without the ellipsis
            self.cut[text] = min(self.cut.get(text, shown), shown)
        high = self.type.line_height(fitted.size) * len(fitted.lines)
        return Box(box.x, box.y, box.w, high)

    def emoji(self, letters: str, box: Box) -> bool:
        """Whether a picture is one of the set, without loading it."""
        return pictures.known(pictures.key_of(letters))

    def photo(self, data: bytes, box: Box, *, fill: bool = False, radius: float = 0) -> bool:
        """Take for granted that a picture can be decoded."""
        return True

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Do nothing: without painting there is nothing to clip."""
        yield

    def _nothing(self, *args: Any, **named: Any) -> None:
        """Paint nothing."""

    shape = panel = outline = shadow = image = icon = disc = polygon = line = _nothing
