"""The fonts of the page: the letters it uses, embedded, so that it looks the same everywhere."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import Final

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from game.resources import ASSETS

_WEIGHTS: Final = {400: "IBMPlexSans-Regular.ttf", 600: "IBMPlexSans-SemiBold.ttf"}


def font_faces(text: str) -> str:
    """CSS that brings along the letters of a text; what our font lacks is left to the system's."""
    letters = set(map(ord, text)) | set(range(0x20, 0x7F))
    return "\n".join(
        f"@font-face {{ font-family: 'IBM Plex Sans'; font-weight: {weight}; font-style: normal; "
        f"src: url(data:font/woff;base64,{_part(file, letters)}) format('woff'); }}"
        for weight, file in _WEIGHTS.items()
    )


def _part(file: str, letters: set[int]) -> str:
    options = Options()
    options.flavor = "woff"
    options.hinting = False
    options.layout_features = ["kern", "liga", "tnum", "ccmp", "locl", "mark"]
    options.recalc_timestamp = False
    font = TTFont(ASSETS / "fonts" / file, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = "woff"
    out = BytesIO()
    font.save(out)
    return b64encode(out.getvalue()).decode()
