"""The map's picture as a file of its own and as part of the page, with a title to be read aloud."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import escape

from game.report.fonts import font_faces

_BEFORE: Final = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_IDS: Final = re.compile(r'(\bid="|url\(#|href="#)')


def standing_alone(svg: str, title: str, described: str) -> bytes:
    """The picture with its own letters embedded."""
    style = f"<style>{font_faces()}</style>"
    return _with_title(
        svg, f"<title>{escape(title)}</title><desc>{escape(described)}</desc>{style}"
    ).encode()


def inline(svg: str, described: str) -> str:
    """The picture for a page, whose fonts it uses; its ids keep out of the way of the page's."""
    bare = _IDS.sub(r"\1map-", _BEFORE.sub("", svg))
    return _with_title(bare, f"<title>{escape(described)}</title>")


def _with_title(svg: str, inside: str) -> str:
    """The picture as one image to those who listen, with more inside its first tag."""
    start = svg.index("<svg")
    end = svg.index(">", start)
    tag = svg[start:end].replace("<svg", '<svg role="img"', 1)
    return f"{svg[:start]}{tag}>{inside}{svg[end + 1 :]}"
