"""The fonts of page and map: Latin letters, embedded, so that both look the same everywhere.

The parts in ``assets/report/fonts`` are cut out of the table's own fonts by ``python -m
tests.report.cut_fonts``; a letter that they lack is left to the system's fonts.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import Final

from game.resources import ASSETS

PARTS: Final = {400: "IBMPlexSans-Regular.woff", 600: "IBMPlexSans-SemiBold.woff"}
"""The font files by weight."""


@cache
def font_faces() -> str:
    """CSS with the embedded fonts."""
    return "\n".join(
        f"@font-face {{ font-family: 'IBM Plex Sans'; font-weight: {weight}; font-style: normal; "
        f"src: url(data:font/woff;base64,{_encoded(file)}) format('woff'); }}"
        for weight, file in PARTS.items()
    )


def _encoded(file: str) -> str:
    return b64encode((ASSETS / "report" / "fonts" / file).read_bytes()).decode()
