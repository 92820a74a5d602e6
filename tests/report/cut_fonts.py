"""Cuts the letters of the report out of the table's fonts: ``python -m tests.report.cut_fonts``."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from game.report.fonts import PARTS
from game.resources import ASSETS

LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: the languages of Europe
    *range(0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    *map(ord, "‰‹›€™←↑→↓↗−≈≠≤≥●"),
]
FOLDER = ASSETS / "report" / "fonts"


def cut(file: str) -> bytes:
    """The part of a font that the report brings along; the same bytes every time."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "liga", "ccmp", "locl", "mark"]
    font = TTFont(ASSETS / "fonts" / Path(file).with_suffix(".ttf"), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


if __name__ == "__main__":
    for part in PARTS.values():
        (FOLDER / part).write_bytes(cut(part))
