"""What is drawn on a page: shapes and pictures as SVG, and lines of text, in points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from markupsafe import escape

from game import pictures
from game.frozen import frozen
from game.vector.box import Box
from game.vector.fonts import FontWeight

Align = Literal["start", "middle", "end"]
"""Which part of a line of text stands at its place, in the words of SVG."""
Point = tuple[float, float]

FAMILY: Final = "'IBM Plex Sans', 'DejaVu Sans', sans-serif"
"""Our own font, then what many systems have for letters that it lacks."""
_WEIGHTS: Final[dict[FontWeight, int]] = {"regular": 400, "semibold": 600}
_CAPITALS: Final = 0.349
"""Half the height of our font's capital letters, in text sizes."""
_SIDE: Final = 32
"""The width and height of a picture in its own units."""
_ID: Final = re.compile(r'(\bid="|url\(#|href="#)')
_TAG: Final = re.compile(r"\A<svg[^>]*>|</svg>\Z")


@frozen
class TextStyle:
    """How a line of text is set; with ``middle`` its capitals are centred on its height."""

    size: float
    colour: str
    weight: FontWeight = "regular"
    align: Align = "start"
    middle: bool = False


@frozen
class TextLine:
    """A line of text; ``y`` is that of its baseline."""

    x: float
    y: float
    text: str
    style: TextStyle


@frozen
class Pen:
    """How a line is drawn: its colour, its width and its dashes, these in widths of the line."""

    colour: str
    thick: float
    dashes: tuple[float, float] | None = None
    round: bool = False

    def __str__(self) -> str:
        """Its attributes in SVG."""
        said = f'stroke="{self.colour}" stroke-width="{_n(self.thick)}"'
        if self.dashes is not None:
            said += f' stroke-dasharray="{" ".join(_n(d * self.thick) for d in self.dashes)}"'
        return f'{said} stroke-linecap="round"' if self.round else said


class Page:
    """A page in points, its origin at the upper left; what is drawn later lies on top."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.lines: list[TextLine] = []
        self._shapes: list[str] = []
        self._pictures = 0

    # ------------------------------------------------------------------ drawing
    def text(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """A line of text, its baseline or its middle at ``y``."""
        lower = style.size * _CAPITALS if style.middle else 0.0
        self.lines.append(TextLine(x, y + lower, text, style))

    def path(self, d: str, pen: Pen) -> None:
        """An open line along a path of SVG."""
        self._shapes.append(f'<path d="{d}" fill="none" {pen}/>')

    def line(self, a: Point, b: Point, pen: Pen) -> None:
        """A straight line."""
        self.path(f"M{_at(a)}L{_at(b)}", pen)

    def curve(self, a: Point, b: Point, pen: Pen) -> None:
        """A curve from one point to another, level at both ends."""
        middle = (a[0] + b[0]) / 2
        self.path(f"M{_at(a)}C{_at((middle, a[1]))} {_at((middle, b[1]))} {_at(b)}", pen)

    def rectangle(self, place: Box, paper: str, pen: Pen, radius: float = 0.0) -> None:
        """A filled rectangle with an edge."""
        size = f'width="{_n(place.w)}" height="{_n(place.h)}" rx="{_n(radius)}"'
        at = f'x="{_n(place.x)}" y="{_n(place.y)}"'
        self._shapes.append(f'<rect {at} {size} fill="{paper}" {pen}/>')

    def polygon(self, points: Iterable[Point], colour: str) -> None:
        """A filled polygon."""
        d = "L".join(_at(point) for point in points)
        self._shapes.append(f'<path d="M{d}Z" fill="{colour}"/>')

    def picture(self, key: str, place: Box) -> None:
        """A picture of the set; its names are those of no other picture."""
        self._pictures += 1
        own = rf"\g<1>picture{self._pictures}-"
        inside = _ID.sub(own, _TAG.sub("", pictures.svg(key)))
        move = f"translate({_n(place.x)} {_n(place.y)}) scale({place.w / _SIDE:.4f})"
        self._shapes.append(f'<g class="picture" transform="{move}">{inside}</g>')

    # ------------------------------------------------------------------ what was drawn
    def svg(self, *, text: bool = True) -> str:
        """An SVG document of the whole page; the shapes alone without ``text``."""
        across, down = _n(self.width), _n(self.height)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" '
            f'width="{across}pt" height="{down}pt">'
        )
        paper = f'<rect width="{across}" height="{down}" fill="#ffffff"/>'
        written = [_written(line) for line in self.lines] if text else []
        words = ['<g font-family="', escape(FAMILY), '">', *written, "</g>"] if written else []
        return "\n".join([head, paper, *self._shapes, "".join(words), "</svg>\n"])


def _written(line: TextLine) -> str:
    style = line.style
    return (
        f'<text x="{_n(line.x)}" y="{_n(line.y)}" font-size="{_n(style.size)}" '
        f'font-weight="{_WEIGHTS[style.weight]}" text-anchor="{style.align}" '
        f'fill="{style.colour}">{escape(line.text)}</text>\n'
    )


def _at(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(value: float) -> str:
    """A number as short as a hundredth of a point allows."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
