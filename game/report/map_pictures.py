"""The pictures of cards on the benefit map: as SVG inside the SVG, as shapes for the PNG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D

from game import pictures
from game.report.map_layout import MapBox, MapPage
from game.report.map_outlines import SIDE, shapes

_ID: Final = re.compile(r'(\bid="|url\(#|href="#)')
_TAG: Final = re.compile(r"\A<svg[^>]*>|</svg>\Z")


def _placed(page: MapPage) -> Iterator[tuple[str, MapBox]]:
    """The keys of the pictures, and where they stand."""
    for drawn in page.nodes.values():
        if drawn.picture is not None:
            yield pictures.key_of(drawn.node.picture), drawn.picture


def with_pictures(svg: str, page: MapPage) -> str:
    """The map's SVG with its pictures, drawn in points as all of it is."""
    parts = [_group(key, place, n) for n, (key, place) in enumerate(_placed(page))]
    body, end = svg.rsplit("</svg>", 1)
    return f"{body}{''.join(parts)}</svg>{end}"


def _group(key: str, place: MapBox, n: int) -> str:
    """A picture in its place; its names are those of no other picture."""
    inside = _ID.sub(rf"\g<1>picture{n}-", _TAG.sub("", pictures.svg(key)))
    move = f"translate({place.x:.2f} {place.y:.2f}) scale({place.w / SIDE:.4f})"
    return f'<g class="picture" transform="{move}">{inside}</g>\n'


def draw_pictures(axes: Any, page: MapPage) -> None:
    """The same pictures as shapes."""
    for key, place in _placed(page):
        scale = place.w / SIDE
        move = Affine2D().scale(scale).translate(place.x, place.y)
        for shape in shapes(key):
            axes.add_patch(
                PathPatch(
                    shape.outline.transformed(move),
                    facecolor=shape.colour,
                    edgecolor=shape.line,
                    linewidth=shape.width * scale,
                    alpha=shape.opacity,
                    capstyle="round",
                    zorder=3,
                )
            )
