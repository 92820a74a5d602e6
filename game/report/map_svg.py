"""The map's SVG as a file and inline in the page, with a title for screen readers."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import escape

from game.report.fonts import font_faces
from game.report.map_layout import HEAD, MARGIN

_BEFORE: Final = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_SIZE: Final = re.compile(r'viewBox="0 0 (\S+) (\S+)" width="\S+" height="\S+"')
_SIDE: Final = MARGIN - 4
_TOP: Final = MARGIN + HEAD - 19
_BOTTOM: Final = MARGIN - 4
"""What is left out of a map within a page: margins, and the title above the names of columns."""
_IDS: Final = re.compile(r'(\bid="|url\(#|href="#)')


def standing_alone(svg: str, title: str, described: str) -> bytes:
    """The SVG as a file, with the fonts embedded."""
    style = f"<style>{font_faces()}</style>"
    return _with_title(
        svg, f"<title>{escape(title)}</title><desc>{escape(described)}</desc>{style}"
    ).encode()


def inline(svg: str, described: str) -> str:
    """The SVG for inlining in a page: with the page's fonts, and ids that cannot collide.

    The page has a heading and margins of its own: what the map has of these is left out, so that
    its text is larger.
    """
    bare = _IDS.sub(r"\1map-", _BEFORE.sub("", _SIZE.sub(_trimmed, svg, count=1)))
    return _with_title(bare, f"<title>{escape(described)}</title>")


def _trimmed(size: re.Match[str]) -> str:
    """The size of the map without its title and its margins."""
    across, down = float(size[1]) - 2 * _SIDE, float(size[2]) - _TOP - _BOTTOM
    shown = f"{_SIDE:g} {_TOP:g} {across:g} {down:g}"
    return f'viewBox="{shown}" width="{across:g}pt" height="{down:g}pt"'


def _with_title(svg: str, inside: str) -> str:
    """The SVG as one image to screen readers, with extra content inside its first tag."""
    start = svg.index("<svg")
    end = svg.index(">", start)
    tag = svg[start:end].replace("<svg", '<svg role="img"', 1)
    return f"{svg[:start]}{tag}>{inside}{svg[end + 1 :]}"
