"""The map's SVG as a file and inline in the page, with a title for screen readers."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import escape

from game.report.fonts import font_faces

_BEFORE: Final = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_IDS: Final = re.compile(r'(\bid="|url\(#|href="#)')


def standing_alone(svg: str, title: str, described: str) -> bytes:
    """The SVG as a file, with the fonts embedded."""
    style = f"<style>{font_faces()}</style>"
    return _with_title(
        svg, f"<title>{escape(title)}</title><desc>{escape(described)}</desc>{style}"
    ).encode()


def inline(svg: str, described: str) -> str:
    """The SVG for inlining in a page: with the page's fonts, and ids that cannot collide."""
    bare = _IDS.sub(r"\1map-", _BEFORE.sub("", svg))
    return _with_title(bare, f"<title>{escape(described)}</title>")


def _with_title(svg: str, inside: str) -> str:
    """The SVG as one image to screen readers, with extra content inside its first tag."""
    start = svg.index("<svg")
    end = svg.index(">", start)
    tag = svg[start:end].replace("<svg", '<svg role="img"', 1)
    return f"{svg[:start]}{tag}>{inside}{svg[end + 1 :]}"
