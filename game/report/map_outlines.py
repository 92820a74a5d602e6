"""The pictures of cards as shapes that matplotlib draws: their outlines, read from the SVG.

The set uses little of SVG: filled paths, a few ellipses and rectangles, some groups. What is
beyond that (a gradient, a shadow) is drawn plain.
"""

from __future__ import annotations

import cmath
import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from matplotlib.path import Path as Curve
from matplotlib.transforms import Affine2D

from game import pictures

SIDE: Final = 32.0
"""The width and height of a picture in its own units."""
_COMMAND: Final = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_ARC: Final = re.compile(rf"({_NUMBER.pattern})[\s,]*" * 3 + rf"([01])[\s,]*([01])[\s,]*"
                         rf"({_NUMBER.pattern})[\s,]*({_NUMBER.pattern})")  # fmt: skip
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}
_PLAIN: Final = "#808080"
"""The colour of what has none of its own."""
Segment = tuple[complex, ...]
"""The end of a line, or two control points and the end of a curve."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline in the units of its picture: filled, or with a ``line`` of a ``width``."""

    outline: Curve
    colour: str
    opacity: float
    line: str = "none"
    width: float = 0.0


@dataclass(slots=True)
class _Loop:
    """A line that comes round to where it starts, and its parts; ``closed`` if it says so."""

    start: complex
    parts: list[Segment]
    closed: bool = False

    @property
    def corners(self) -> list[complex]:
        """The ends of its parts."""
        return [self.start, *(part[-1] for part in self.parts)]

    def reversed(self) -> _Loop:
        """The same line gone through the other way."""
        points, parts = [self.start, *(p for part in self.parts for p in part)], []
        at = len(points) - 1
        for part in self.parts[::-1]:
            at -= len(part)
            parts.append(tuple(points[at : at + len(part)][::-1]))
        return _Loop(points[-1], parts, self.closed)


@lru_cache(maxsize=200)
def shapes(key: str) -> tuple[Shape, ...]:
    """The shapes of a picture, the lowest first. Raises KeyError for one the set does not have."""
    root = ET.fromstring(pictures.svg(key).replace(' xmlns="http://www.w3.org/2000/svg"', "", 1))
    named = {element.get("id", ""): element for element in root.iter() if element.get("id")}
    return tuple(_shapes_of(root, named, _Inherited()))


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What an element has from those around it."""

    colour: str = "#000"
    even_odd: bool = False
    opacity: float = 1.0


def _shapes_of(
    element: ET.Element, named: dict[str, ET.Element], around: _Inherited
) -> Iterator[Shape]:
    if element.tag == "defs":
        return
    if element.tag == "use":
        yield from _shapes_of(named[element.get("href", "#")[1:]], named, around)
        return
    here = _Inherited(
        _colour(element.get("fill", around.colour), named),
        element.get("fill-rule", "evenodd" if around.even_odd else "") == "evenodd",
        around.opacity * float(element.get("opacity", 1)),
    )
    outline = _outline(element, even_odd=here.even_odd)
    line = element.get("stroke", "none")
    if outline is not None and (here.colour, line) != ("none", "none"):
        width = float(element.get("stroke-width", 1)) if line != "none" else 0.0
        yield Shape(outline, here.colour, here.opacity, line, width)
    for child in element:
        yield from _shapes_of(child, named, here)


def _colour(fill: str, named: dict[str, ET.Element]) -> str:
    """The colour of a fill; that of a gradient where it begins."""
    if not fill.startswith("url("):
        return fill
    gradient = named.get(fill[5:-1])
    stops = [] if gradient is None else gradient.findall("stop")
    return stops[0].get("stop-color", _PLAIN) if stops else _PLAIN


def _outline(element: ET.Element, *, even_odd: bool) -> Curve | None:
    """The outline of an element, if it has one."""
    size = {name: float(value) for name, value in element.items() if _NUMBER.fullmatch(value)}
    if element.tag == "path":
        loops = list(_loops(element.get("d", "")))
        found = _curve(_alternating(loops) if even_odd else loops)
    elif element.tag in ("circle", "ellipse"):
        found = _ellipse(size)
    elif element.tag == "rect":
        x, y = size.get("x", 0), size.get("y", 0)
        found = _rectangle(x, y, size["width"], size["height"], size.get("rx", 0))
    else:
        return None
    turned = _transform(element.get("transform", ""))
    return found if turned is None else found.transformed(turned)


def _ellipse(size: dict[str, float]) -> Curve:
    across, down = size.get("rx", size.get("r", 0)), size.get("ry", size.get("r", 0))
    move = Affine2D().scale(across, down).translate(size.get("cx", 0), size.get("cy", 0))
    return Curve.unit_circle().transformed(move)


def _rectangle(x: float, y: float, w: float, h: float, radius: float) -> Curve:
    r = min(radius, w / 2, h / 2)
    d = (
        f"M{x + r} {y}H{x + w - r}A{r} {r} 0 0 1 {x + w} {y + r}V{y + h - r}"
        f"A{r} {r} 0 0 1 {x + w - r} {y + h}H{x + r}A{r} {r} 0 0 1 {x} {y + h - r}"
        f"V{y + r}A{r} {r} 0 0 1 {x + r} {y}Z"
    )
    return _curve(list(_loops(d)))


def _transform(text: str) -> Affine2D | None:
    numbers = [float(n) for n in _NUMBER.findall(text)]
    if text.startswith("rotate"):
        angle, x, y = (*numbers, 0.0, 0.0)[:3]
        return Affine2D().rotate_deg_around(x, y, angle)
    if text.startswith("matrix"):
        return Affine2D.from_values(*numbers)
    return None


# ------------------------------------------------------------------ paths
def _loops(d: str) -> Iterator[_Loop]:
    """The closed lines that a path is made of."""
    loop = _Loop(0j, [])
    for letter, text in _COMMAND.findall(d):
        if letter in "Zz":
            loop.closed = True
            yield from _finished(loop)
            loop = _Loop(loop.start, [])
            continue
        for n, numbers in enumerate(_arguments(letter.upper(), text)):
            at = loop.corners[-1]
            if letter in "Mm" and n == 0:
                yield from _finished(loop)
                loop = _Loop(_point(numbers, at if letter == "m" else 0j), [])
            else:
                loop.parts += _parts(letter, numbers, loop, at)
    yield from _finished(loop)


def _finished(loop: _Loop) -> Iterator[_Loop]:
    if loop.parts:
        yield loop


def _arguments(letter: str, text: str) -> Iterator[list[float]]:
    """The numbers of a command, as often as it is repeated."""
    if letter == "A":
        yield from ([float(n) for n in found] for found in _ARC.findall(text))
        return
    numbers, takes = [float(n) for n in _NUMBER.findall(text)], _TAKES[letter]
    yield from (numbers[n : n + takes] for n in range(0, len(numbers), takes))


def _point(numbers: list[float], origin: complex) -> complex:
    return origin + complex(numbers[0], numbers[1])


def _parts(letter: str, numbers: list[float], loop: _Loop, at: complex) -> list[Segment]:
    """What one command draws from a point."""
    kind, origin = letter.upper(), at if letter.islower() else 0j
    if kind == "H":
        return [(complex(numbers[0] + origin.real, at.imag),)]
    if kind == "V":
        return [(complex(at.real, numbers[0] + origin.imag),)]
    if kind == "A":
        return _arc(at, numbers, _point(numbers[5:], origin))
    points = [_point(numbers[n : n + 2], origin) for n in range(0, len(numbers), 2)]
    if kind == "C":
        return [tuple(points)]
    if kind == "S":
        last = loop.parts[-1] if loop.parts else ()
        return [(2 * at - last[1] if len(last) == 3 else at, *points)]
    if kind == "Q":
        return [_cubic(at, points[0], points[1])]
    if kind == "T":
        last = loop.parts[-1] if loop.parts else ()
        handle = at + (at - last[1]) * 1.5 if len(last) == 3 else at
        return [_cubic(at, handle, points[0])]
    return [(points[0],)]


def _cubic(start: complex, handle: complex, end: complex) -> Segment:
    """A curve with one control point as one with two."""
    return start + (handle - start) * 2 / 3, end + (handle - end) * 2 / 3, end


def _arc(start: complex, numbers: list[float], end: complex) -> list[Segment]:
    """An arc of an ellipse as curves, as SVG's notes on implementation have it."""
    across, down, tilt, large, sweep = numbers[:5]
    if not across or not down or start == end:
        return [(end,)]
    turn = cmath.rect(1, math.radians(tilt))
    a = _squeezed((start - end) / 2 / turn, across, down)
    if abs(a) > 1:  # the ellipse is too small to reach: it grows until it does
        across, down, a = across * abs(a), down * abs(a), a / abs(a)
    side = math.sqrt(max(0.0, 1 / abs(a) ** 2 - 1)) * (1 if large != sweep else -1)
    centre = a * complex(0, -1) * side
    first, last = a - centre, -a - centre
    angle = cmath.phase(last / first)
    if sweep and angle < 0:
        angle += 2 * math.pi
    elif not sweep and angle > 0:
        angle -= 2 * math.pi
    middle = (start + end) / 2 + _stretched(centre, across, down) * turn
    count = max(1, math.ceil(abs(angle) / (math.pi / 2) - 1e-9))
    reach = 4 / 3 * math.tan(angle / count / 4)
    parts: list[Segment] = []
    for n in range(count):
        p = first * cmath.rect(1, angle * n / count)
        q = first * cmath.rect(1, angle * (n + 1) / count)
        unit = (p + p * 1j * reach, q - q * 1j * reach, q)
        parts.append(tuple(middle + _stretched(u, across, down) * turn for u in unit))
    parts[-1] = (*parts[-1][:2], end)
    return parts


def _squeezed(point: complex, across: float, down: float) -> complex:
    return complex(point.real / across, point.imag / down)


def _stretched(point: complex, across: float, down: float) -> complex:
    return complex(point.real * across, point.imag * down)


# ------------------------------------------------------------------ holes
def _alternating(loops: list[_Loop]) -> list[_Loop]:
    """Loops turned so that each that lies in another is a hole in it.

    matplotlib fills what a line winds round; a path may ask for every second layer instead.
    """
    areas = [Curve([(p.real, p.imag) for p in loop.corners]) for loop in loops]
    turned = []
    for n, loop in enumerate(loops):
        corner = loop.corners[0]
        inside = (
            area.contains_point((corner.real, corner.imag))
            for m, area in enumerate(areas)
            if m != n
        )
        turned.append(loop if _clockwise(loop) == (sum(inside) % 2 == 0) else loop.reversed())
    return turned


def _clockwise(loop: _Loop) -> bool:
    corners = loop.corners
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return sum(a.real * b.imag - b.real * a.imag for a, b in pairs) > 0


def _curve(loops: list[_Loop]) -> Curve:
    points: list[complex] = []
    codes: list[Any] = []
    for loop in loops:
        points.append(loop.start)
        codes.append(Curve.MOVETO)
        for part in loop.parts:
            points += part
            codes += [Curve.LINETO] if len(part) == 1 else [Curve.CURVE4] * 3
        if loop.closed:
            points.append(loop.start)
            codes.append(Curve.CLOSEPOLY)
    return Curve([(p.real, p.imag) for p in points], codes)
